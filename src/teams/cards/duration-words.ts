import type { Duration } from '../../domain/plan.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { said } from './escape.ts';
import { durationWords } from './when.ts';

/** For how long, and what was asked for where an approver has given less. Escaped. */
export function grantedWords(words: Words, { duration, approval }: Request): string {
  const now = durationWords(words, duration);
  const { shortened } = approval;
  if (shortened === undefined) {
    return now;
  }
  const asked = durationWords(words, toDuration(shortened.askedDays));
  return words.approval.shortened(now, asked, said(shortened.by.displayName));
}

/** When what began at this moment ends; undefined for never. */
export function endOf(duration: Duration, beganAt: Date): Date | undefined {
  if (duration.kind === 'no-expiration') {
    return undefined;
  }
  const hours = duration.kind === 'hours' ? duration.hours : 24 * duration.days;
  return new Date(beganAt.getTime() + hours * 3_600_000);
}

function toDuration(days: number | undefined): Duration {
  return days === undefined ? { kind: 'no-expiration' } : { kind: 'days', days };
}
