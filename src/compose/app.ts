import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import { type Engine, startEngine } from '../engine/engine.ts';
import type { Loop } from '../engine/loops.ts';
import { workQueue } from '../engine/work-queue.ts';
import type { Graph } from '../graph/create-graph.ts';
import type { World } from '../sandbox/world.ts';
import { moveDueApprovals } from '../setup/approval-timers.ts';
import { beginDelegations } from '../setup/delegations.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { setUpWriteback } from '../setup/procedure.ts';
import { createCardStore } from '../store/card-store.ts';
import { createConversationStore } from '../store/conversation-store.ts';
import type { Database } from '../store/database.ts';
import { createDelegationStore } from '../store/delegation-store.ts';
import { createDriftStore } from '../store/drift-store.ts';
import { createLocks } from '../store/locks.ts';
import { createRequestStore } from '../store/request-store.ts';
import { createSyncRuns } from '../store/sync-runs.ts';
import { startServer } from '../teams/server.ts';
import type { Teams } from '../teams/teams-bot.ts';
import { type ComposedAgent, composeAgent } from './agent.ts';
import { batchLoops, touchListOf, withBatches } from './batches.ts';
import { confirmationLoop } from './confirmation-loop.ts';
import { composeDatabase } from './database.ts';
import { composeDriftLoops } from './drift.ts';
import { composeGraph } from './graph.ts';
import { composeDirectory, composeSync, composeSyncTrigger } from './onprem.ts';
import { composePolicy } from './policy.ts';
import { composeSettings } from './settings.ts';
import { composeTeams } from './teams.ts';
import { type ComposedWorld, composeWorld } from './world.ts';

export interface App {
  /** The page of the sandbox, or undefined where Teams is real. */
  readonly pageUrl: string | undefined;
  /** Where the channel posts to. */
  readonly botUrl: string;
  /** Something the person at the terminal should know. */
  readonly note: string | undefined;
  /** Lets what runs come to a stop; what does not is gone on with at the next start. */
  close(): Promise<void>;
}

/**
 * Builds the whole product from its settings and starts it. `clock` is given by whoever runs a compressed world
 * around it. Throws ConfigError and CannotListenError.
 */
export async function startApp(config: Config, log: Log, clock?: Clock): Promise<App> {
  const started = new AsyncDisposableStack();
  try {
    return await startAll(config, { log, clock }, started);
  } catch (error) {
    await started.disposeAsync();
    throw error;
  }
}

async function startAll(
  config: Config,
  { log, clock }: { readonly log: Log; readonly clock: Clock | undefined },
  started: AsyncDisposableStack,
): Promise<App> {
  const { HOST: host, PORT } = config.settings;
  const bound = { port: PORT };
  const [storing, making] = await Promise.allSettled([
    composeDatabase(config.settings, log),
    composeWorld(config, () => botUrlOf(host, bound.port)),
  ]);
  const stored = started.adopt(valueOf(storing), (database) => database.close());
  const made = started.adopt(valueOf(making), ({ world }) => world?.close());
  const { database } = stored;
  const around = clock === undefined ? made : { ...made, clock };
  const agent = composeAgent(config, { database, log });
  started.defer(() => agent.close());
  const graph = composeGraph(config.graph, around.clock, made.world);
  const deps = await composeSetup(config, { log, database, made: around, agent, graph });
  const teams = await composeTeams(config, { deps, database, graph, world: made.world });
  const engine = await composeEngine(config, { deps, database, teams, world: made.world });
  started.defer(() => engine.stop());
  const mounted = agent.endpoint;
  const server = await startServer({ host, port: PORT, endpoint: teams.endpoint, mounted });
  started.defer(() => server.close());
  started.defer(() => mounted?.close());
  bound.port = server.port;
  return {
    pageUrl: made.world?.teams?.url,
    botUrl: botUrlOf(host, bound.port),
    note: stored.note,
    close: () => started.disposeAsync(),
  };
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') {
    throw settled.reason;
  }
  return settled.value;
}

function botUrlOf(host: string, port: number): string {
  return `http://${host}:${port}/api/messages`;
}

interface SetupParts {
  readonly log: Log;
  readonly database: Database;
  readonly made: ComposedWorld;
  readonly agent: ComposedAgent;
  readonly graph: Graph;
}

async function composeSetup(config: Config, parts: SetupParts): Promise<SetupDeps> {
  const { log, database, agent, graph } = parts;
  const { clock, world } = parts.made;
  const people = createConversationStore(database);
  return {
    directory: graph.directory,
    details: graph.details,
    entitlement: graph.entitlement,
    onPrem: agent.directory ?? (await composeDirectory(config.ad, clock, world)),
    sync: agent.sync ?? composeSync(config.sync, graph.syncControl, world),
    syncTrigger: agent.sync ?? composeSyncTrigger(config.sync, world),
    syncRuns: createSyncRuns(database),
    provisioning: graph.provisioning,
    requests: createRequestStore(database, workQueue),
    locks: createLocks(database),
    clock,
    log,
    settings: await composeSettings(config),
    policy: await composePolicy(config),
    approverDirectory: graph.approverDirectory,
    delegations: createDelegationStore(database),
    drift: createDriftStore(database),
    timeZoneOf: async (tenantId, userId) => (await people.find(tenantId, userId))?.timeZone,
    random: () => randomBytes(5),
  };
}

interface Parts {
  readonly deps: SetupDeps;
  readonly database: Database;
}

interface EngineParts extends Parts {
  readonly teams: Teams;
  readonly world: World | undefined;
}

async function composeEngine(
  config: Config,
  { deps, database, teams, world }: EngineParts,
): Promise<Engine> {
  const { settings, channel } = config;
  const isAlone = settings.DATABASE_URL === undefined;
  const sweepSeconds = settings.SWEEP_SECONDS ?? (channel.CHANNEL_MODE === 'sandbox' ? 1 : 30);
  // The queue runs one refresh of a request at a time; the lock holds for those that come from elsewhere too.
  const lists = withBatches(deps, database);
  async function refreshCards(id: RequestId): Promise<void> {
    await touchListOf(lists, id);
    await deps.locks.exclusively(`cards:${id}`, () => teams.messenger.refreshCards({ id }));
  }
  return startEngine({
    database,
    executorId: settings.INSTANCE_ID ?? (isAlone ? 'sandbox' : randomUUID()),
    handlers: {
      setUp: (run, requestId) => setUpWriteback(run, deps, requestId),
      refreshCards,
      // The messenger sees from the number of reminders who is still to get a message, so that none comes twice.
      remind: refreshCards,
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
      reachLoop(database, refreshCards, sweepSeconds * 1000),
      ...batchLoops(lists, teams.batchMessenger),
      ...(await composeDriftLoops(config, { ...deps, database, world, tell: teams.tellDrift })),
    ],
    log: deps.log,
  });
}

/** Cards of people who could not be written to and can be now. */
function reachLoop(
  database: Database,
  refreshCards: (id: RequestId) => Promise<void>,
  everyMs: number,
): Loop {
  const cards = createCardStore(database);
  return {
    name: 'people who can be reached again',
    everyMs,
    run: async () => {
      const ids = await cards.listReachableAgain(50);
      await Promise.all(ids.map(refreshCards));
    },
  };
}
