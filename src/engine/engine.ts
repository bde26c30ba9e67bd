import { setTimeout as delay } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Log } from '../domain/log.ts';
import { withLock } from '../store/advisory-lock.ts';
import type { Database } from '../store/database.ts';
import { toEngineLog } from './engine-log.ts';
import { applicationName, applicationVersion } from './identity.ts';
import { type Loop, startLoops } from './loops.ts';
import { retentionLoop } from './retention.ts';
import { beat, startTakeover } from './takeover.ts';
import {
  defaultLimits,
  type Handlers,
  type Limits,
  registerQueues,
  registerWorkflows,
} from './workflows.ts';

const drainMs = 3_000;

export interface EngineOptions {
  /** Its tables must be up to date already (`migrate`). Stays open when the engine stops. */
  readonly database: Database;
  /**
   * Unique among the instances that run at once. The same id after a restart recovers unfinished work
   * at once; under a new id somebody takes it over when the lease has passed.
   */
  readonly executorId: string;
  readonly handlers: Handlers;
  readonly loops: readonly Loop[];
  readonly log: Log;
  /** 15 seconds when not given. */
  readonly leaseMs?: number;
  /** How long the engine remembers finished work; 30 days when not given. */
  readonly retentionDays?: number;
  readonly limits?: Partial<Limits>;
}

export interface Engine {
  /**
   * Takes no more work, waits some three seconds for what runs, and lets go of the rest: the next start,
   * or another instance, goes on with it. Close the database and leave the process soon afterwards.
   */
  stop(): Promise<void>;
}

/** Starts the durable engine on the store's database. A process can run one at a time. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { database, log, leaseMs = 15_000, retentionDays = 30 } = options;
  if (DBOS.isInitialized()) {
    throw new Error('the durable engine runs already in this process');
  }
  const limits = { ...defaultLimits, ...options.limits };
  registerWorkflows(options.handlers, limits, log);
  const takeover = { database, executorId: options.executorId, leaseMs, log };
  await beat(takeover);
  // One at a time, because launching makes or changes the engine's tables, and two first starts break each other.
  await withLock(database.pool, 'writeback:engine-launch', () => launch(options));
  await registerQueues(limits);
  const caretaker = startTakeover(takeover);
  const loops = startLoops(
    database.pool,
    [...options.loops, retentionLoop(database.pool, retentionDays)],
    log,
  );
  return { stop: () => stop([loops, caretaker]) };
}

async function launch({ database, executorId, log }: EngineOptions): Promise<void> {
  DBOS.setConfig({
    name: applicationName,
    systemDatabaseUrl: database.url,
    systemDatabasePool: database.pool,
    applicationVersion,
    executorID: executorId,
    // Nothing waits for a message inside the engine, so no connection needs to listen.
    useListenNotify: false,
    logger: toEngineLog(log),
  });
  await DBOS.launch();
}

async function stop(parts: readonly { stop(): Promise<void> }[]): Promise<void> {
  const waiting = new AbortController();
  await Promise.race([
    Promise.all(parts.map((part) => part.stop())),
    delay(drainMs, undefined, { signal: waiting.signal }).catch(ignore),
  ]);
  waiting.abort();
  await DBOS.shutdown({ workflowCompletionTimeoutMS: drainMs, deregister: true });
}

function ignore(): void {
  // Aborted, because everything had stopped in time.
}
