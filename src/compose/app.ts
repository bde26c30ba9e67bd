import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import { type Engine, startEngine } from '../engine/engine.ts';
import { openWorkQueue } from '../engine/work-queue.ts';
import type { World } from '../sandbox/world.ts';
import { confirmWaiting } from '../setup/confirmation.ts';
import { createUseCases } from '../setup/create-use-cases.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { setUpWriteback } from '../setup/procedure.ts';
import { createCardStore } from '../store/card-store.ts';
import { createConversationStore } from '../store/conversation-store.ts';
import type { Database } from '../store/database.ts';
import { createLocks } from '../store/locks.ts';
import { createRequestStore } from '../store/request-store.ts';
import { startServer } from '../teams/server.ts';
import { createTeams, type Teams } from '../teams/teams-bot.ts';
import { composeChannel } from './channel.ts';
import { composeDatabase } from './database.ts';
import { composeGraph } from './graph.ts';
import { composeDirectory, composeSync } from './onprem.ts';
import { composeSettings } from './settings.ts';
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
  const deps = await composeSetup(config, { log, database, made: around });
  const teams = await composeTeams(config, { deps, database, world: made.world });
  const engine = await composeEngine(config, { deps, database, teams });
  started.defer(() => engine.stop());
  const server = await startServer({ host, port: PORT, endpoint: teams.endpoint });
  started.defer(() => server.close());
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

async function composeSetup(
  config: Config,
  parts: { readonly log: Log; readonly database: Database; readonly made: ComposedWorld },
): Promise<SetupDeps> {
  const { log, database } = parts;
  const { clock, world } = parts.made;
  const graph = composeGraph(config.graph, clock, world);
  return {
    directory: graph.directory,
    entitlement: graph.entitlement,
    onPrem: await composeDirectory(config.ad, clock, world),
    sync: composeSync(config.sync, graph.syncControl, world),
    requests: createRequestStore(database, await openWorkQueue(database, log)),
    locks: createLocks(database),
    clock,
    log,
    settings: await composeSettings(config),
    random: () => randomBytes(5),
  };
}

interface Parts {
  readonly deps: SetupDeps;
  readonly database: Database;
}

async function composeTeams(
  { channel }: Config,
  { deps, database, world }: Parts & { readonly world: World | undefined },
): Promise<Teams> {
  const isReal = channel.CHANNEL_MODE === 'teams';
  return createTeams({
    channel: await composeChannel(channel),
    useCases: createUseCases(deps),
    requests: deps.requests,
    conversations: createConversationStore(database),
    cards: createCardStore(database),
    clock: deps.clock,
    log: deps.log,
    newFormId: randomUUID,
    defaultServiceUrl: isReal
      ? undefined
      : (channel.SANDBOX_SERVICE_URL ?? world?.teams?.serviceUrl),
    allowedServiceUrls: isReal ? channel.ALLOWED_SERVICE_URLS : undefined,
    allowedTenants: isReal ? channel.ALLOWED_TENANTS : undefined,
  });
}

async function composeEngine(
  { settings, channel }: Config,
  { deps, database, teams }: Parts & { readonly teams: Teams },
): Promise<Engine> {
  const isAlone = settings.DATABASE_URL === undefined;
  const sweepSeconds = settings.SWEEP_SECONDS ?? (channel.CHANNEL_MODE === 'sandbox' ? 1 : 30);
  const cards = createCardStore(database);
  // The queue runs one refresh of a request at a time; the lock holds for those that come from elsewhere too.
  function refreshCards(id: RequestId): Promise<void> {
    return deps.locks.exclusively(`cards:${id}`, () => teams.messenger.refreshCards({ id }));
  }
  return startEngine({
    database,
    executorId: settings.INSTANCE_ID ?? (isAlone ? 'sandbox' : randomUUID()),
    handlers: {
      setUp: (run, requestId) => setUpWriteback(run, deps, requestId),
      refreshCards,
    },
    loops: [
      {
        name: 'confirmation',
        everyMs: sweepSeconds * 1000,
        run: (signal) => confirmWaiting(deps, signal),
      },
      {
        name: 'people who can be reached again',
        everyMs: sweepSeconds * 1000,
        run: async () => {
          const ids = await cards.listReachableAgain(50);
          await Promise.all(ids.map(refreshCards));
        },
      },
    ],
    log: deps.log,
  });
}
