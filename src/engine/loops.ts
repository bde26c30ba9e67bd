import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../domain/log.ts';
import { tryWithLock } from '../store/advisory-lock.ts';

/** Something to do again and again, by one instance at a time. */
export interface Loop {
  readonly name: string;
  /** Real milliseconds between the end of one run and the next. */
  readonly everyMs: number | (() => number);
  /** Asked before each run, without keeping others from it; should be cheap. Absent: each run is needed. */
  isNeeded?(): Promise<boolean>;
  /** The signal is aborted when the process stops, and when another instance may begin. */
  run(signal: AbortSignal): Promise<void>;
}

/**
 * Starts each loop at once. Runs of one loop never overlap, in this process or between instances; an
 * instance that finds a run going on elsewhere lets this turn pass. A run that throws is logged and
 * the next turn comes as usual. `stop` aborts the runs and resolves when they have ended.
 */
export function startLoops(
  pool: pg.Pool,
  loops: readonly Loop[],
  log: Log,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = loops.map((loop) => repeat(loop, stopping.signal, { pool, log }));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function repeat(
  loop: Loop,
  stopping: AbortSignal,
  { pool, log }: { readonly pool: pg.Pool; readonly log: Log },
): Promise<void> {
  while (!stopping.aborted) {
    try {
      if ((await loop.isNeeded?.()) !== false) {
        await tryWithLock(pool, `writeback:loop:${loop.name}`, (lost) =>
          loop.run(AbortSignal.any([stopping, lost])),
        );
      }
    } catch (error) {
      if (!stopping.aborted) {
        log.error({ loop: loop.name, error }, 'a periodic run failed and will be repeated');
      }
    }
    await pause(typeof loop.everyMs === 'number' ? loop.everyMs : loop.everyMs(), stopping);
  }
}

/** Resolves after the time, or at once when stopping. */
export async function pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal: stopping });
  } catch (error) {
    if (!stopping.aborted) {
      throw error;
    }
  }
}
