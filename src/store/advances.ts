import DataLoader from 'dataloader';
import { followUps } from '../domain/request.ts';
import type { Database } from './database.ts';
import type { WorkQueue } from './work-queue.ts';
import { type Advance, mostTogether, toAdvances } from './write-change.ts';

export interface Advances {
  /** Resolves to whether it was made, or somebody else was faster. */
  make(advance: Advance): Promise<boolean>;
}

/** One commit may be slow, or wait for somebody else's lock; the changes after it do not wait longer than this. */
const longestWaitMs = 20;

/**
 * Changes of requests that are asked for at the same moment, or while others are being made, are made together, in
 * one packet, one statement and one commit, because these cost more than what is in them. Where nothing is being made
 * none waits for company. When several fail together each is tried alone, so that none fails for another.
 */
export function createAdvances({ pool }: Database, queue: WorkQueue): Advances {
  let last: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<Advance, boolean>(makeNext, {
    cache: false,
    maxBatchSize: mostTogether,
    batchScheduleFn: (dispatch) => void soonAfter(last).then(() => setImmediate(dispatch)),
  });
  return { make: (advance) => loader.load(advance) };

  function makeNext(advances: readonly Advance[]): Promise<readonly (boolean | Error)[]> {
    const making = makeOrExplain(advances);
    last = making;
    return making;
  }

  async function makeOrExplain(
    advances: readonly Advance[],
  ): Promise<readonly (boolean | Error)[]> {
    try {
      return await make(advances);
    } catch (error) {
      if (advances.length === 1) {
        return [toError(error)];
      }
      const alone = await Promise.all(advances.map((advance) => makeOrExplain([advance])));
      return alone.flat();
    }
  }

  async function make(advances: readonly Advance[]): Promise<readonly boolean[]> {
    const work = advances.map(({ current, next }) => followUps(current, next));
    const made = await queue.write(pool, toAdvances(advances), work);
    return advances.map((_, place) => made.has(place));
  }
}

async function soonAfter(last: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, longestWaitMs);
  await Promise.race([last, late]);
  clearTimeout(timer);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a change failed', { cause: error });
}
