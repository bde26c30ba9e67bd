import { randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import type { ApprovalPolicy } from '../domain/approval-policy.ts';
import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import { workQueue } from '../engine/work-queue.ts';
import type { Graph } from '../graph/create-graph.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { createInTurn } from '../setup/in-turn.ts';
import { createConversationStore } from '../store/conversation-store.ts';
import type { Database } from '../store/database.ts';
import { createDelegationStore } from '../store/delegation-store.ts';
import { createDriftStore } from '../store/drift-store.ts';
import { createFavouriteStore } from '../store/favourite-store.ts';
import { createLocks } from '../store/locks.ts';
import { createRequestStore } from '../store/request-store.ts';
import { createSyncRuns } from '../store/sync-runs.ts';
import type { Endpoint } from '../teams/endpoint.ts';
import { startServer } from '../teams/server.ts';
import { type ComposedAgent, composeAgent } from './agent.ts';
import { composeDatabase } from './database.ts';
import { composeEngine } from './engine.ts';
import { composeGraph } from './graph.ts';
import { composeDirectory, composeSync, composeSyncTrigger } from './onprem.ts';
import { composePolicy } from './policy.ts';
import { checkPorts } from './ports.ts';
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

export interface StartOptions {
  /** Given by whoever runs a compressed world around the product. */
  readonly clock?: Clock;
  /** Aborted: the start gives up at the next stage, puts away what it began, and rejects with the reason. */
  readonly signal?: AbortSignal;
  /** What the start is busy with from now on. */
  readonly onPhase?: (phase: 'database' | 'parts' | 'engine') => void;
}

/**
 * Builds the whole product from its settings and starts it. Wrong settings, a wrong policy and a port in use are
 * told before anything runs. Throws ConfigError and CannotListenError.
 */
export async function startApp(config: Config, log: Log, options: StartOptions = {}): Promise<App> {
  const started = new AsyncDisposableStack();
  try {
    return await startAll(config, { ...options, log }, started);
  } catch (error) {
    await started.disposeAsync();
    throw error;
  }
}

async function startAll(
  config: Config,
  { log, clock, signal, onPhase }: StartOptions & { readonly log: Log },
  started: AsyncDisposableStack,
): Promise<App> {
  const { HOST: host, PORT } = config.settings;
  const bound = { port: PORT };
  const policy = await composePolicy(config);
  await checkPorts(config);
  signal?.throwIfAborted();
  onPhase?.('database');
  const [storing, making] = await Promise.allSettled([
    composeDatabase(config.settings, log),
    composeWorld(config, () => botUrlOf(host, bound.port)),
  ]);
  const { database, note } = started.adopt(valueOf(storing), (stored) => stored.close());
  const made = started.adopt(valueOf(making), ({ world }) => world?.close());
  signal?.throwIfAborted();
  onPhase?.('parts');
  const around = clock === undefined ? made : { ...made, clock };
  const agent = composeAgent(config, { database, log });
  started.defer(() => agent.close());
  const graph = composeGraph(config.graph, around.clock, made.world);
  const parts = { log, database, made: around, agent, graph, policy };
  const deps = await composeSetup(config, parts);
  const teams = await composeTeams(config, { deps, database, graph, world: made.world });
  signal?.throwIfAborted();
  onPhase?.('engine');
  const engine = await composeEngine(config, { deps, database, teams, world: made.world });
  started.defer(() => engine.stop());
  bound.port = await serve(config, { endpoint: teams.endpoint, mounted: agent.endpoint }, started);
  return {
    pageUrl: made.world?.teams?.url,
    botUrl: botUrlOf(host, bound.port),
    note,
    close: () => started.disposeAsync(),
  };
}

/** Listens for Teams and for agents; resolves to the port. */
async function serve(
  { settings }: Config,
  {
    endpoint,
    mounted,
  }: { readonly endpoint: Endpoint; readonly mounted: ComposedAgent['endpoint'] },
  started: AsyncDisposableStack,
): Promise<number> {
  const server = await startServer({
    host: settings.HOST,
    port: settings.PORT,
    endpoint,
    mounted,
  });
  started.defer(() => server.close());
  started.defer(() => mounted?.close());
  return server.port;
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
  readonly policy: ApprovalPolicy;
}

async function composeSetup(config: Config, parts: SetupParts): Promise<SetupDeps> {
  const { log, database, agent, graph, policy } = parts;
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
    inTurn: createInTurn(),
    clock,
    log,
    settings: await composeSettings(config),
    policy,
    approverDirectory: graph.approverDirectory,
    delegations: createDelegationStore(database),
    favourites: createFavouriteStore(database),
    drift: createDriftStore(database),
    timeZoneOf: async (tenantId, userId) => (await people.find(tenantId, userId))?.timeZone,
    random: () => randomBytes(5),
  };
}
