import { isFinished, rowsIn } from '../../domain/batch.ts';
import { offersOf } from './batch-offers.ts';
import { plansFolded } from './batch-plans.ts';
import { rowsSection } from './batch-rows.ts';
import { unreachableLines } from './batch-unreachable.ts';
import { type BatchCardView, batchData } from './batch-view.ts';
import { batchAsksSentence, batchSentence, countsText, orderLines } from './batch-words.ts';
import {
  type Action,
  type AdaptiveCard,
  type Color,
  card,
  type Element,
  type Execute,
  execute,
  heading,
  panel,
  refresh,
  row,
  text,
} from './elements.ts';
import { said } from './escape.ts';
import { noticePanel } from './request-parts.ts';
import { moment } from './when.ts';

/** Orders that are told of; earlier ones show in what has become of the lines. */
const mostOrders = 3;

/** A list as its requester and its approvers see it, from the check of its lines to the record of all of them. */
export function batchCard(view: BatchCardView): AdaptiveCard {
  const { words, isRequesters, notice } = view;
  const { id, requester, createdAt } = view.view.batch;
  const { bulk } = words;
  const who = said(requester.displayName);
  const { inputs, actions, isOffered } = offersOf(view);
  return card(words, {
    fallbackText: isRequesters
      ? batchSentence(words, view.view)
      : batchAsksSentence(words, view.view),
    refresh: refreshOf(view),
    body: [
      heading(isRequesters ? bulk.heading(id) : bulk.headingFrom(id, who)),
      text(bulk.madeBy(who, moment(createdAt)), { isSubtle: true, spacing: 'none' }),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      statePanel(view),
      ...reasonRows(view),
      ...rowsSection(view),
      ...plansFolded(view),
      ...(view.view.batch.state === 'sent'
        ? [text(bulk.openOne, { isSubtle: true, size: 'small', spacing: 'medium' })]
        : []),
      ...inputs,
    ],
    actions: view.audience.kind === 'personal' ? actions : baseActions(view, isOffered),
  });
}

function statePanel(view: BatchCardView): Element {
  const [style, ...lines] = stateWords(view);
  const [first = '', ...rest] = lines;
  return panel(style, [
    text(first, { weight: 'bolder' }),
    ...rest.map((line) => text(line, { spacing: 'small' })),
    ...unreachableLines(view),
  ]);
}

type StateWords = readonly [style: Color | 'emphasis', ...lines: readonly string[]];

function stateWords(view: BatchCardView): StateWords {
  const { words } = view;
  const { batch } = view.view;
  const { bulk } = words;
  switch (batch.state) {
    case 'checking':
      return ['accent', bulk.checking, bulk.lineCount(batch.rows.length)];
    case 'draft':
      return draftWords(view);
    case 'discarded':
      return ['emphasis', bulk.discarded];
    case 'sending':
      return ['accent', bulk.sending];
    case 'sent':
      return sentWords(view);
  }
}

function draftWords({ words: { bulk }, view: { batch } }: BatchCardView): StateWords {
  const good = rowsIn(batch, 'good').length;
  const refused = rowsIn(batch, 'refused').length;
  if (refused === 0) {
    return ['good', bulk.allGood(good), bulk.draftHint];
  }
  return good === 0
    ? ['attention', bulk.noneGood, bulk.draftHint]
    : ['warning', bulk.someGood(good, refused), bulk.draftHint];
}

function sentWords({ words, view, isRequesters }: BatchCardView): StateWords {
  const { batch } = view;
  const requests = view.entries.flatMap(({ request }) => request ?? []);
  const orders = batch.state === 'sent' ? batch.orders.slice(-mostOrders) : [];
  const told = orders.flatMap((order) => orderLines(words, order));
  const waiting = view.approvable;
  const { bulk } = words;
  if (isFinished(batch, requests)) {
    const isAllWell = requests.every(({ state }) => state === 'confirmed');
    return [isAllWell ? 'good' : 'warning', bulk.finished, countsText(words, view), ...told];
  }
  const headline = isRequesters || waiting === 0 ? countsText(words, view) : bulk.forYou(waiting);
  const counts = isRequesters || waiting === 0 ? [] : [countsText(words, view)];
  return ['emphasis', headline, ...counts, ...told];
}

function reasonRows({ words, view: { batch } }: BatchCardView): readonly Element[] {
  if (batch.reason === undefined || batch.state === 'draft') {
    return [];
  }
  const { request } = words;
  return [row(request.reason, request.quoted(said(batch.reason, 500)), 'medium')];
}

/** One button for everybody who has options; they are fetched when the card comes into sight. */
function baseActions(view: BatchCardView, isOffered: boolean): readonly Action[] {
  const { buttons } = view.words;
  const title = isOffered ? buttons.showOptions : buttons.refresh;
  return [execute(title, 'list-view', { data: placeOf(view) })];
}

function refreshOf(view: BatchCardView): AdaptiveCard['refresh'] {
  const { words, audience } = view;
  const viewerIds = audience.kind === 'base' ? audience.viewerIds : [];
  const action = { title: words.buttons.refresh, verb: 'list-view', data: placeOf(view) };
  return viewerIds.length === 0 ? undefined : refresh(action, viewerIds);
}

/** The pages that are turned stay turned when the reader's view is fetched. */
function placeOf({ view, page, plansPage }: BatchCardView): NonNullable<Execute['data']> {
  return { ...batchData(view, page), ...(plansPage === undefined ? {} : { plansPage }) };
}
