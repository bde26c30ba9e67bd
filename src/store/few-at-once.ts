import { isDatabaseGone } from './database-gone.ts';

/** Runs the work when its turn has come. */
export type FewAtOnce = <T>(work: () => Promise<T>) => Promise<T>;

interface Waiting {
  readonly begin: () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Lets so many run at once and all others wait in a line, first come, first served: here, where the wait has no end,
 * and not for a connection of the pool, which nobody gets after 15 seconds. When PostgreSQL is gone, whoever waits
 * hears of it at once, so that a long line does not meet the same failure one after the other.
 */
export function fewAtOnce(most: number): FewAtOnce {
  const line: Waiting[] = [];
  let running = 0;
  return async (work) => {
    if (running < most) {
      running += 1;
    } else {
      // Whoever ends gives this one its place.
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      line.push({ begin: resolve, fail: reject });
      await promise;
    }
    try {
      return await work();
    } catch (error) {
      if (isDatabaseGone(error)) {
        line.splice(0).forEach(({ fail }) => fail(error));
      }
      throw error;
    } finally {
      const next = line.shift();
      running -= next === undefined ? 1 : 0;
      next?.begin();
    }
  };
}
