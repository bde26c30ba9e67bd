import type { Leg } from '../../domain/legs.ts';
import { legsOf } from '../../domain/legs.ts';
import type { Plan } from '../../domain/plan.ts';
import type { LastLook, Request, RequestIn, StepName, StepRecord } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
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

export function noticePanel({
  style,
  text: passage,
}: Notice | (Pick<Notice, 'text'> & { readonly style: 'good' })): Element {
  return panel(style, [text(passage)]);
}

/** The four legs with their state in words, when, and how long each took. */
export function legsSection(words: Words, request: Request): Element {
  const hasStopped = request.state === 'failed';
  return section(words.request.progressTitle, [
    ...legsOf(request).map((leg) => legRow(words, leg, hasStopped)),
    ...altogether(words, request),
  ]);
}

/** How long it took from the approval to the proof. */
export function wholeSpan(words: Words, { decision, proof }: RequestIn<'confirmed'>): string {
  return span(words, decision.at, proof.checkedAt);
}

function altogether(words: Words, request: Request): readonly Element[] {
  return request.state === 'confirmed' && request.proof.kind === 'ldap'
    ? [
        text(altogetherWords(words, request)(wholeSpan(words, request)), {
          weight: 'bolder',
          spacing: 'small',
        }),
      ]
    : [];
}

function altogetherWords(
  { times, breakGlass }: Words,
  { approval }: Request,
): (span: string) => string {
  return approval.breakGlass === undefined ? times.altogether : breakGlass.altogether;
}

const legColors: Readonly<Record<Leg['status'], Color>> = {
  pending: 'default',
  working: 'accent',
  done: 'good',
  failed: 'attention',
  unknown: 'warning',
};

function legRow(words: Words, leg: Leg, hasStopped: boolean): ColumnSet {
  const isSubtle = leg.status === 'pending';
  const [symbol, state] = words.legStates[isSubtle && hasStopped ? 'not-reached' : leg.status];
  const color = legColors[leg.status];
  const line = legTimes(words, leg, state).join(' · ');
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
          text(words.legs[leg.name], { isSubtle }),
          text(line, { size: 'small', isSubtle: true, spacing: 'none' }),
        ],
      },
    ],
  };
}

function legTimes(words: Words, { startedAt, doneAt }: Leg, state: string): readonly string[] {
  if (doneAt === undefined) {
    return startedAt === undefined ? [state] : [state, words.times.since(moment(startedAt))];
  }
  const took = startedAt === undefined ? state : words.times.doneIn(span(words, startedAt, doneAt));
  return [took, moment(doneAt)];
}

/** What was seen at the last look. */
export function lookText(words: Words, { at, finding }: LastLook): string {
  return [words.findings[finding], words.times.lastLook(moment(at))].join(' ');
}

/** Who decided, when and with which words. */
export function decisionRows(words: Words, request: Request): readonly Element[] {
  const isUndecided = request.state === 'awaiting-approval' || request.state === 'expired';
  if (isUndecided || request.approval.breakGlass !== undefined) {
    return [];
  }
  if (request.state === 'cancelled') {
    const line = words.times.cancelledBy(said(request.by.displayName), moment(request.at));
    return [row(words.request.decided, line)];
  }
  const { by, at, comment } = request.decision;
  const { decided, decidedWith, quoted } = words.request;
  const { deniedBy, approvedBy } = words.times;
  const decidedBy = request.state === 'denied' ? deniedBy : approvedBy;
  const line = decidedBy(said(by.displayName), moment(at));
  return [
    row(decided, comment === undefined ? line : decidedWith(line, quoted(said(comment, 400)))),
  ];
}

/** The steps of the set-up, behind a button. */
export function stepsFolded(words: Words, request: Request): readonly Element[] {
  if (!('steps' in request) || request.steps.length === 0) {
    return [];
  }
  return folded(
    'steps',
    words.buttons.steps,
    request.steps.map((step) =>
      stepRow(words, step, nameIn(request.plan, request.steps, step.name)),
    ),
  );
}

function stepRow(words: Words, { name, changed, at }: StepRecord, subject: string): Element {
  const done = words.stepsDone[name][changed ? 'changed' : 'found'];
  return row(words.stepNames[name], `${done(said(subject, 120))} ${moment(at)}`);
}

/** What a step was about: the package as it is called in the end, everything else by its name in the plan. */
function nameIn(plan: Plan, steps: readonly StepRecord[], step: StepName): string {
  const thing = things[step];
  const made = steps.findLast(({ name }) => name === 'access-package')?.subject;
  return (thing === 'accessPackage' ? made : undefined) ?? plan[thing].displayName;
}

const things = {
  prerequisites: 'group',
  group: 'group',
  writeback: 'group',
  catalog: 'catalog',
  'catalog-resource': 'catalog',
  'access-package': 'accessPackage',
  'role-scope': 'accessPackage',
  policy: 'accessPackage',
  assignment: 'accessPackage',
} as const satisfies Readonly<Record<StepName, keyof Plan>>;

/** What only an administrator can make use of, behind a button. */
export function detailsFolded(words: Words, request: Request): readonly Element[] {
  if (request.state !== 'failed') {
    return [];
  }
  return folded('details', words.buttons.details, [
    text(said(request.detail, 600)),
    text(words.outcome.reference(`${request.id} · ${request.code}`), { isSubtle: true }),
  ]);
}
