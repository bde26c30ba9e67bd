import { type Delegation, partsBeside } from '../domain/delegation.ts';
import type { NewNotice } from '../domain/notice.ts';

/** What becomes of the delegations that a new one overlaps. */
export interface Replacing {
  /** What ends by it altogether, before its time. */
  readonly replaced: readonly Delegation[];
  /** What is left of others, for the days before and after. */
  readonly shortened: readonly Delegation[];
}

/** Of those that were not over: a deputy of whom some days are left is not replaced. */
export function replacing(
  delegation: Delegation,
  before: readonly Delegation[],
  now: Date,
): Replacing {
  const standing = before.filter(({ until }) => until > now);
  const shortened = standing.flatMap((each) => partsBeside(each, delegation));
  const remaining = new Set(shortened.map(({ deputy }) => deputy.id));
  return { replaced: standing.filter(({ deputy }) => !remaining.has(deputy.id)), shortened };
}

/** Whoever is named is told, and others whose days have ended or become fewer. */
export function newsOfNaming(
  delegation: Delegation,
  { replaced, shortened }: Replacing,
  now: Date,
): readonly NewNotice[] {
  const ended = replaced.map((each) => noticeOf(each, 'ended', now));
  const fewer = shortened.map((each) => noticeOf(each, 'named', now));
  const others = [...ended, ...fewer].filter(
    ({ recipient }) => recipient.id !== delegation.deputy.id,
  );
  return [...others, noticeOf(delegation, 'named', now)];
}

/** Whoever was named for a time that was not over is told that it is. */
export function newsOfEnding(before: readonly Delegation[], now: Date): readonly NewNotice[] {
  return before.filter(({ until }) => until > now).map((each) => noticeOf(each, 'ended', now));
}

function noticeOf(delegation: Delegation, news: 'named' | 'ended', madeAt: Date): NewNotice {
  const { tenantId, deputy } = delegation;
  return {
    tenantId,
    recipient: deputy,
    content: { kind: 'deputy', news, delegation },
    madeAt,
  };
}
