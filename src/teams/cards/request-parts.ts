import type { Leg } from '../../domain/legs.ts';
import { legsOf } from '../../domain/legs.ts';
import type { LastLook, Request, RequestIn, StepRecord } from '../../domain/request.ts';
import { texts } from '../texts.ts';
import {
  type Color,
  type ColumnSet,
  type Element,
  folded,
  panel,
  row,
  section,
  text,
} from './elements.ts';
import { said } from './escape.ts';
import type { Notice } from './view.ts';
import { moment, span } from './when.ts';

export function noticePanel({ style, text: words }: Notice): Element {
  return panel(style, [text(words)]);
}

/** The four legs with their state in words, when, and how long each took. */
export function legsSection(request: Request): Element {
  const hasStopped = request.state === 'failed';
  return section(texts.request.progressTitle, [
    ...legsOf(request).map((leg) => legRow(leg, hasStopped)),
    ...altogether(request),
  ]);
}

/** How long it took from the approval to the proof. */
export function wholeSpan({ decision, proof }: RequestIn<'confirmed'>): string {
  return span(decision.at, proof.checkedAt);
}

function altogether(request: Request): readonly Element[] {
  return request.state === 'confirmed' && request.proof.kind === 'ldap'
    ? [text(texts.times.altogether(wholeSpan(request)), { weight: 'bolder', spacing: 'small' })]
    : [];
}

const legColors: Readonly<Record<Leg['status'], Color>> = {
  pending: 'default',
  working: 'accent',
  done: 'good',
  failed: 'attention',
  unknown: 'warning',
};

function legRow(leg: Leg, hasStopped: boolean): ColumnSet {
  const [symbol, word] = texts.legStates[leg.status];
  const isSubtle = leg.status === 'pending';
  const color = legColors[leg.status];
  const state = isSubtle && hasStopped ? texts.notReached : word;
  const line = legTimes(leg, state).join(' · ');
  return {
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      {
        type: 'Column',
        width: '20px',
        items: [text(symbol, { color, weight: 'bolder', isSubtle })],
      },
      {
        type: 'Column',
        width: 'stretch',
        items: [
          text(texts.legs[leg.name], { isSubtle }),
          text(line, { size: 'small', isSubtle: true, spacing: 'none' }),
        ],
      },
    ],
  };
}

function legTimes({ startedAt, doneAt }: Leg, state: string): readonly string[] {
  if (doneAt === undefined) {
    return startedAt === undefined ? [state] : [state, texts.times.since(moment(startedAt))];
  }
  const words = startedAt === undefined ? state : texts.times.doneIn(span(startedAt, doneAt));
  return [words, moment(doneAt)];
}

/** What was seen at the last look and when the next news is expected. */
export function lookText({ at, finding, expectedAt }: LastLook): string {
  const parts = [texts.findings[finding], texts.times.lastLook(moment(at))];
  return [
    ...parts,
    ...(expectedAt === undefined ? [] : [texts.times.nextLook(moment(expectedAt))]),
  ].join(' ');
}

/** Who decided, when and with which words. */
export function decisionRows(request: Request): readonly Element[] {
  if (request.state === 'awaiting-approval') {
    return [];
  }
  if (request.state === 'cancelled') {
    const words = texts.times.cancelledBy(said(request.by.displayName), moment(request.at));
    return [row(texts.request.decided, words)];
  }
  const { by, at, comment } = request.decision;
  const words = request.state === 'denied' ? texts.times.deniedBy : texts.times.approvedBy;
  const line = words(said(by.displayName), moment(at));
  const quote = comment === undefined ? '' : `: “${said(comment, 400)}”`;
  return [row(texts.request.decided, `${line}${quote}`)];
}

/** The steps of the set-up, behind a button. */
export function stepsFolded(request: Request): readonly Element[] {
  if (!('steps' in request) || request.steps.length === 0) {
    return [];
  }
  return folded('steps', texts.buttons.steps, request.steps.map(stepRow));
}

function stepRow({ name, summary, at }: StepRecord): Element {
  return row(texts.steps[name], `${said(summary, 160)} ${moment(at)}`);
}

/** What only an administrator can make use of, behind a button. */
export function detailsFolded(request: Request): readonly Element[] {
  if (request.state !== 'failed') {
    return [];
  }
  return folded('details', texts.buttons.details, [
    text(said(request.detail, 600)),
    text(texts.outcome.reference(`${request.id} · ${request.code}`), { isSubtle: true }),
  ]);
}
