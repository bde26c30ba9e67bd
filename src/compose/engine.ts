import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { RequestId } from '../domain/ids.ts';
import { type Engine, startEngine } from '../engine/engine.ts';
import type { Loop } from '../engine/loops.ts';
import { workQueue } from '../engine/work-queue.ts';
import { defaultLimits } from '../engine/workflows.ts';
import type { World } from '../sandbox/world.ts';
import { moveDueApprovals } from '../setup/approval-timers.ts';
import { beginDelegations } from '../setup/delegations.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { setUpWriteback } from '../setup/procedure.ts';
import type { Database } from '../store/database.ts';
import { createReachedCards } from '../store/reached-cards.ts';
import { cardsLockOf } from '../teams/messenger.ts';
import type { Teams } from '../teams/teams-bot.ts';
import { batchLoops, touchListOf, withBatches } from './batches.ts';
import { confirmationLoop } from './confirmation-loop.ts';
import { composeDriftLoops } from './drift.ts';

interface EngineParts {
  readonly deps: SetupDeps;
  readonly database: Database;
  readonly teams: Teams;
  readonly world: World | undefined;
}

/** Real milliseconds: in the sandbox somebody sits there and watches. */
const watchedPollMs = 400;

/** Requests whose cards somebody missed, taken at once; the queue draws few of them at a time. */
const mostReached = 50;

/** Starts the durable engine with everything that happens by itself. */
export async function composeEngine(
  config: Config,
  { deps, database, teams, world }: EngineParts,
): Promise<Engine> {
  const { settings, channel } = config;
  const isAlone = settings.DATABASE_URL === undefined;
  const isSandbox = channel.CHANNEL_MODE === 'sandbox';
  const sweepSeconds = settings.SWEEP_SECONDS ?? (isSandbox ? 1 : 30);
  const pollMs = isSandbox ? watchedPollMs : defaultLimits.pollMs;
  const lists = withBatches(deps, database);
  // The queue runs one refresh of a request at a time; the lock holds for those that come from elsewhere too.
  async function refreshCards(id: RequestId): Promise<void> {
    await touchListOf(lists, id);
    await deps.locks.exclusively(cardsLockOf(id), () => teams.messenger.refreshCards({ id }));
  }
  return startEngine({
    database,
    executorId: settings.INSTANCE_ID ?? (isAlone ? 'sandbox' : randomUUID()),
    handlers: {
      setUp: (run, requestId) => setUpWriteback(run, deps, requestId),
      refreshCards,
    },
    loops: [
      confirmationLoop(deps, sweepSeconds * 1000),
      {
        name: 'approvals',
        everyMs: sweepSeconds * 1000,
        run: async (signal) => {
          await beginDelegations(deps);
          await moveDueApprovals(deps, signal);
        },
      },
      reachLoop(database, sweepSeconds * 1000),
      { name: 'notices', everyMs: sweepSeconds * 1000, run: teams.sendNotices },
      ...batchLoops(lists, teams.batchMessenger, pollMs),
      ...(await composeDriftLoops(config, { ...deps, database, world, tell: teams.tellDrift })),
    ],
    limits: { pollMs },
    log: deps.log,
  });
}

/** Cards of people who could not be written to and can be now. */
function reachLoop(database: Database, everyMs: number): Loop {
  const missed = createReachedCards(database, workQueue);
  return {
    name: 'people who can be reached again',
    everyMs,
    run: () => missed.retry(mostReached),
  };
}
