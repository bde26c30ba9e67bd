import type { RequestId } from '../domain/ids.ts';
import type { Loop } from '../engine/loops.ts';
import type { BatchDeps } from '../setup/batches/deps.ts';
import { workOnBatches } from '../setup/batches/work.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { inParallel } from '../setup/in-parallel.ts';
import { createBatchStore } from '../store/batch-store.ts';
import type { Database } from '../store/database.ts';
import type { BatchMessenger } from '../teams/batch-messenger.ts';
import { ConnectorError } from '../teams/connector.ts';

/** Somebody has added the app and waits for nothing in particular. */
const reachEveryMs = 2000;

/** A card of a list is drawn once for all the news of so long. */
const restMs = 2000;

/** The mark of a list whose cards could not be drawn: the next try comes after the same rest. */
const nothingNew = 0;

export function withBatches(deps: SetupDeps, database: Database): BatchDeps {
  return { ...deps, batches: createBatchStore(database) };
}

/** Tells a request's list that there is news for its cards. */
export async function touchListOf(deps: BatchDeps, id: RequestId): Promise<void> {
  const { batch } = await deps.requests.get(id);
  if (batch !== undefined) {
    await deps.batches.touch(batch.id);
  }
}

/**
 * Checks and sends lists, carries out what was said to them, and brings their cards up to date. Looks so often for
 * work, in real milliseconds: somebody who has sent a list looks at its card.
 */
export function batchLoops(
  deps: BatchDeps,
  messenger: BatchMessenger,
  everyMs: number,
): readonly Loop[] {
  const { batches } = deps;
  return [
    {
      name: 'lists',
      everyMs,
      isNeeded: async () => (await batches.listToWork(1)).length > 0,
      run: (signal) => workOnBatches(deps, signal),
    },
    {
      name: 'people of lists who can be reached again',
      everyMs: reachEveryMs,
      run: () => batches.touchReachable(),
    },
    {
      name: 'cards of lists',
      everyMs,
      isNeeded: async () => (await batches.listStale(1, restMs)).length > 0,
      run: (signal) => drawStale(deps, messenger, signal),
    },
  ];
}

async function drawStale(
  { batches }: BatchDeps,
  messenger: BatchMessenger,
  signal: AbortSignal,
): Promise<void> {
  const stale = await batches.listStale(20, restMs);
  await inParallel(4, stale, async ({ id, mark }) => {
    if (signal.aborted) {
      return;
    }
    try {
      await messenger.refreshCards(id);
      await batches.markDrawn({ id, mark });
    } catch (error) {
      if (!(error instanceof ConnectorError)) {
        throw error;
      }
      await batches.markDrawn({ id, mark: nothingNew });
    }
  });
}
