import type { RequestId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Plan } from '../../domain/plan.ts';
import { counted } from '../words/counting.ts';
import type { Words } from '../words/words.ts';
import { namesOf } from './approval-people.ts';
import { type AdaptiveCard, card, execute, heading, panel, row, text } from './elements.ts';
import { said, saidList } from './escape.ts';
import { moment } from './when.ts';

export interface BreakGlassView {
  readonly words: Words;
  /** Who gets access. */
  readonly person: string;
  readonly question: {
    readonly hours: number;
    readonly until: Date;
    readonly plan: Plan;
    readonly told: readonly Person[];
    readonly replaces?: RequestId | undefined;
  };
  readonly reason: string;
  /** What stands in the fields of the form; the second click sends it. */
  readonly data: Readonly<Record<string, string | undefined>>;
}

/** What emergency access means, before it is taken: only the second button takes it. */
export function breakGlassCard({
  words,
  person,
  question: { hours, until, plan, told, replaces },
  reason,
  data,
}: BreakGlassView): AdaptiveCard {
  const say = words.breakGlass;
  const names = saidList(words, namesOf(told), 'and');
  const filled = Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return card(words, {
    fallbackText: say.confirmSummary,
    body: [
      heading(say.confirmTitle),
      panel('warning', [
        text(say.confirmWhat(said(person), said(plan.group.displayName)), { weight: 'bolder' }),
        text(say.confirmUntil(counted(words, hours, 'hour'), moment(until))),
        text(say.confirmTold(names)),
        text(say.confirmReview),
        ...(replaces === undefined ? [] : [text(say.confirmReplaces(replaces))]),
      ]),
      row(say.confirmReason, words.request.quoted(said(reason, 500)), 'medium'),
    ],
    actions: [
      execute(say.confirm, 'confirm-break-glass', { data: filled, style: 'destructive' }),
      execute(say.back, 'back-to-form', { data: filled }),
    ],
  });
}
