import type { BatchRow } from '../../domain/batch.ts';
import type { BatchEntry } from '../../domain/batch-view.ts';
import type { Request, RequestState } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { commonDuration, lineDuration } from './batch-durations.ts';
import { pageOf } from './batch-pages.ts';
import { type BatchCardView, batchData } from './batch-view.ts';
import { explainRefusal } from './batch-words.ts';
import {
  type Color,
  type Container,
  type Element,
  type Execute,
  execute,
  row as pair,
  section,
  text,
} from './elements.ts';
import { said } from './escape.ts';
import { openingLine } from './opening-line.ts';
import { requestData } from './request-actions.ts';

/** The lines of this page with the way to the others. */
export function rowsSection(card: BatchCardView): readonly Element[] {
  const { words, view } = card;
  const { page, pages, shown } = pageOf(card);
  const { rowsTitle, rowsTitleOf } = words.bulk;
  const title = pages === 1 ? rowsTitle : rowsTitleOf(page + 1, pages);
  if (shown.length === 0) {
    return [];
  }
  const common = commonDuration(words, view.entries);
  const isDiscarded = view.batch.state === 'discarded';
  const lines = shown.map((entry) => line(words, entry, { common, isDiscarded }));
  const once = common === undefined ? [] : [pair(words.form.duration, common)];
  return [section(title, [...once, ...lines]), ...paging(card, page, pages)];
}

/** Turning a page guards nothing, but it asks who the reader is: another one sees other lines. */
function paging(card: BatchCardView, page: number, pages: number): readonly Element[] {
  if (pages === 1) {
    return [];
  }
  const { previous, next } = card.words.bulk;
  return [
    {
      type: 'ActionSet',
      spacing: 'medium',
      actions: [
        ...(page > 0 ? [turnTo(card, previous, page - 1)] : []),
        ...(page < pages - 1 ? [turnTo(card, next, page + 1)] : []),
      ],
    },
  ];
}

function turnTo({ view, isOutcome }: BatchCardView, title: string, page: number): Execute {
  const card = isOutcome === true ? { card: 'outcome' } : {};
  const data = { ...batchData(view, page), ...card };
  return execute(title, 'list-view', { data, associatedInputs: 'none' });
}

interface Listed {
  /** What is said once above all lines. */
  readonly common: string | undefined;
  /** Nothing of the list was sent, nor will be. */
  readonly isDiscarded: boolean;
}

/** A line whose request there is opens it. */
function line(words: Words, entry: BatchEntry, { common, isDiscarded }: Listed): Container {
  const { mark, state, color } = stateOf(words, entry, isDiscarded);
  const { who, row, verdict } = entry.row;
  const isNamed = entry.request !== undefined || verdict.kind === 'good';
  const number = words.bulk.rowLine(row);
  const place = isNamed ? words.bulk.rowState(number, said(who, 60)) : number;
  const items = [
    text(words.bulk.marked(mark, titleOf(words, entry, common))),
    text(words.bulk.rowState(place, state), {
      size: 'small',
      spacing: 'none',
      ...(color === undefined ? { isSubtle: true } : { color }),
    }),
  ];
  return entry.request === undefined
    ? { type: 'Container', spacing: 'small', items }
    : openingLine(opening(words, entry.request), items);
}

function opening(words: Words, request: Request): Execute {
  return execute(words.list.open(request.id), 'view', { data: requestData(request) });
}

function titleOf(words: Words, entry: BatchEntry, common: string | undefined): string {
  const { rowTitle, rowTimed } = words.bulk;
  const { who, group } = namesOf(entry);
  if (who === '' || group === '') {
    // Not even its parts could be told, so it is shown as it stands there.
    return said(entry.row.text ?? `${who}${group}`, 120);
  }
  const title = rowTitle(said(who, 60), said(group, 60));
  const duration = lineDuration(words, entry);
  return duration === common ? title : rowTimed(title, duration);
}

function namesOf({ row: { who, group, verdict }, request }: BatchEntry): LineNames {
  if (request !== undefined) {
    return { who: request.beneficiary.displayName, group: request.plan.group.displayName };
  }
  switch (verdict.kind) {
    case 'good':
      return { who: verdict.beneficiary.displayName, group: verdict.group.displayName };
    case 'refused':
      return { who: verdict.whoName ?? who, group: verdict.groupName ?? group };
    case 'unchecked':
    case 'sent':
      return { who, group };
  }
}

type LineNames = Pick<BatchRow, 'who' | 'group'>;

interface RowState {
  readonly mark: string;
  readonly state: string;
  readonly color?: Color | undefined;
}

function stateOf(words: Words, { row, request }: BatchEntry, isDiscarded: boolean): RowState {
  const { bulk } = words;
  if (request !== undefined) {
    const { state, id } = request;
    const [mark, color] = marks[state];
    return { mark, color, state: bulk.rowState(id, words.listStates[state]) };
  }
  switch (row.verdict.kind) {
    case 'refused':
      return { mark: '✕', color: 'attention', state: explainRefusal(words, row.verdict) };
    case 'good':
      return isDiscarded
        ? { mark: '○', state: bulk.rowNotSent }
        : { mark: '✓', state: bulk.rowGood };
    case 'unchecked':
    case 'sent':
      return { mark: '○', state: bulk.rowUnchecked };
  }
}

/** The words beside the mark say the same. */
const marks: Readonly<Record<RequestState, readonly [mark: string, color?: Color]>> = {
  'awaiting-approval': ['○'],
  'setting-up': ['◐'],
  delivering: ['◐'],
  'awaiting-membership': ['◐'],
  'awaiting-sync': ['◐'],
  confirmed: ['✓', 'good'],
  failed: ['✕', 'attention'],
  denied: ['✕', 'attention'],
  expired: ['✕', 'attention'],
  cancelled: ['✕'],
};
