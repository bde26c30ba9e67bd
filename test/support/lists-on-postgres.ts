import { randomBytes } from 'node:crypto';
import type { BatchUseCases } from '../../src/setup/batches/batch-use-cases.ts';
import { createBatchUseCases } from '../../src/setup/batches/create-batch-use-cases.ts';
import type { BatchDeps } from '../../src/setup/batches/deps.ts';
import { createBatchStore } from '../../src/store/batch-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { RecordingQueue } from './recording-queue.ts';
import { type SetupWorld, setupWorld } from './setup-world.ts';
import { storeDatabase } from './store-database.ts';

export interface ListsOnPostgres extends AsyncDisposable {
  readonly world: SetupWorld;
  readonly deps: BatchDeps;
  readonly lists: BatchUseCases;
}

/** Lists and their requests on a database of their own, over the simulated tenant. */
export async function startListsOnPostgres(): Promise<ListsOnPostgres> {
  const stored = await storeDatabase();
  const world = await setupWorld();
  const requests = createRequestStore(stored.database, new RecordingQueue());
  const batches = createBatchStore(stored.database);
  const deps: BatchDeps = { ...world.deps, requests, batches, random: () => randomBytes(5) };
  return {
    world,
    deps,
    lists: createBatchUseCases(deps),
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]();
      await stored.drop();
    },
  };
}
