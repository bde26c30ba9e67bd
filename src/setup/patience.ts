import type { Clock } from '../domain/ports.ts';
import { isTransient, Problem } from '../domain/problem.ts';

const firstWaitMs = 5_000;
const longestWaitMs = 60_000;

/** New groups may stay invisible to other parts of Microsoft's cloud for some eleven minutes. */
const budgetMs = 15 * 60_000;

/**
 * Repeats idempotent work while its Problem is one that passes by itself: waits 5 s and longer, at least as long
 * as the other side asked for, and gives up after fifteen minutes with the last Problem.
 */
export async function patiently<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  const giveUpAt = clock.now().getTime() + budgetMs;
  let waitMs = firstWaitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error)) {
        throw error;
      }
      const pause = Math.max(waitMs, error.retryAfterMs ?? 0);
      if (clock.now().getTime() + pause > giveUpAt) {
        throw error;
      }
      await clock.sleep(pause);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    }
  }
}

/** The object was made a moment ago and a replica does not know it yet. */
export function notVisibleYet(what: string): Problem {
  return new Problem('not-visible-yet', { detail: `${what} is not visible yet` });
}
