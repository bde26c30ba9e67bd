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

function toDuration(days: number | undefined): Duration {
  return days === undefined ? { kind: 'no-expiration' } : { kind: 'days', days };
}
