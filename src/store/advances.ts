import DataLoader from 'dataloader';
import { followUps } from '../domain/request.ts';
import type { Database } from './database.ts';
import type { WorkQueue } from './work-queue.ts';
import { type Advance, mostTogether, toAdvances } from './write-change.ts';

export interface Advances {
  /** Resolves to whether it was made, or somebody else was faster. */
  make(advance: Advance): Promise<boolean>;
}

/**
 * Changes of requests that are asked for at the same moment are made together, in one packet, one statement and one
 * commit, because these cost more than what is in them. None waits for company. When several fail together each is
 * tried alone, so that none fails for another.
 */
export function createAdvances({ pool }: Database, queue: WorkQueue): Advances {
  const loader = new DataLoader<Advance, boolean>(makeOrExplain, {
    cache: false,
    maxBatchSize: mostTogether,
    batchScheduleFn: (dispatch) => setImmediate(dispatch),
  });
  return { make: (advance) => loader.load(advance) };

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

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a change failed', { cause: error });
}
