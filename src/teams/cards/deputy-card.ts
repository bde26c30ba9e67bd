import type { Delegation } from '../../domain/delegation.ts';
import type { Words } from '../words/words.ts';
import {
  type Action,
  type AdaptiveCard,
  type ChoiceInput,
  card,
  type DateInput,
  type Element,
  execute,
  heading,
  panel,
  text,
} from './elements.ts';
import { said, saidPlain } from './escape.ts';
import { limits } from './limits.ts';
import { noticePanel } from './request-parts.ts';
import type { Notice } from './view.ts';
import { dayOf, lastDayOf } from './when.ts';

export interface DeputyView {
  readonly words: Words;
  readonly given: readonly Delegation[];
  readonly received: readonly Delegation[];
  /** `2026-11-25` where the reader is. */
  readonly today: string;
  /** What came of the last click; escaped. */
  readonly notice?: Notice | { readonly style: 'good'; readonly text: string } | undefined;
  /** What had been entered when it did not work out. */
  readonly entered?: DeputyEntries | undefined;
  readonly titles: ReadonlyMap<string, string>;
}

export interface DeputyEntries {
  readonly deputy?: string | undefined;
  readonly deputyName?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Who decides for the reader, for whom the reader decides, and the form for naming somebody. */
export function deputyCard(view: DeputyView): AdaptiveCard {
  const { words, given, received, notice, entered = {}, today } = view;
  const say = words.deputy;
  return card(words, {
    fallbackText: say.summary,
    body: [
      heading(say.title),
      text(say.intro, { isSubtle: true, spacing: 'none' }),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      panel('emphasis', [
        ...(given.length === 0 ? [text(say.none)] : given.map((each) => givenLine(words, each))),
        ...received.map((each) => receivedLine(words, each)),
      ]),
      picker(view),
      nameField(view),
      dateField('from', {
        label: say.from,
        missing: say.fromMissing,
        value: entered.from ?? today,
      }),
      dateField('until', { label: say.until, missing: say.untilMissing, value: entered.until }),
    ],
    actions: buttons(words, given.length > 0),
  });
}

/** What the deputy is told when they are named. */
export function namedDeputyCard(words: Words, delegation: Delegation): AdaptiveCard {
  const { approver } = delegation;
  const { toldTitle, toldBody } = words.deputy;
  const who = said(approver.displayName);
  return card(words, {
    fallbackText: toldTitle(saidPlain(approver.displayName)),
    body: [heading(toldTitle(who)), text(toldBody(who, ...daysOf(words, delegation)))],
  });
}

/** What the deputy is told when it is over before its time. */
export function endedDeputyCard(words: Words, { approver }: Delegation): AdaptiveCard {
  const { overTitle, overBody } = words.deputy;
  const who = said(approver.displayName);
  return card(words, {
    fallbackText: overTitle(saidPlain(approver.displayName)),
    body: [heading(overTitle(who)), text(overBody(who))],
  });
}

function givenLine(words: Words, delegation: Delegation): Element {
  const who = said(delegation.deputy.displayName);
  const line = words.deputy.given(who, ...daysOf(words, delegation));
  return text(line, { weight: 'bolder' });
}

function receivedLine(words: Words, delegation: Delegation): Element {
  const who = said(delegation.approver.displayName);
  return text(words.deputy.received(who, ...daysOf(words, delegation)));
}

function daysOf(words: Words, delegation: Delegation): readonly [first: string, last: string] {
  const { from, zone } = delegation;
  return [dayOf(words, from, zone), lastDayOf(words, delegation)];
}

/** Never `isRequired`: on the web its error stays after a choice (Microsoft-Teams-Samples #868, #1213). */
function picker({ words: { deputy }, entered = {}, titles }: DeputyView): ChoiceInput {
  const value = entered.deputy;
  const title = value === undefined ? undefined : (titles.get(value) ?? deputy.chosen);
  return {
    type: 'Input.ChoiceSet',
    id: 'deputy',
    label: deputy.person,
    style: 'filtered',
    placeholder: deputy.personHint,
    choices:
      value === undefined || title === undefined ? [] : [{ title: saidPlain(title, 120), value }],
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    spacing: 'medium',
    ...(value === undefined ? {} : { value }),
  };
}

function nameField({ words: { deputy, form }, entered = {} }: DeputyView): Element {
  const value = entered.deputyName;
  return {
    type: 'Input.Text',
    id: 'deputyName',
    label: deputy.personName,
    placeholder: form.personNameHint,
    maxLength: limits.personName,
    spacing: 'small',
    ...(value === undefined ? {} : { value }),
  };
}

interface Day {
  readonly label: string;
  readonly missing: string;
  readonly value: string | undefined;
}

function dateField(id: 'from' | 'until', { label, missing, value }: Day): DateInput {
  return {
    type: 'Input.Date',
    id,
    label,
    isRequired: true,
    errorMessage: missing,
    spacing: 'medium',
    ...(value === undefined ? {} : { value }),
  };
}

function buttons({ deputy }: Words, hasDeputy: boolean): readonly Action[] {
  return [
    execute(deputy.name, 'name-deputy', { style: 'positive' }),
    ...(hasDeputy
      ? [execute(deputy.end, 'end-deputy', { style: 'destructive', associatedInputs: 'none' })]
      : []),
  ];
}
