import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import type { SandboxEngine } from '../../src/sandbox/engines.ts';
import { type FaultOptions, type Lags, noLags } from '../../src/sandbox/graph/options.ts';
import { startWorld, type World } from '../../src/sandbox/world.ts';
import { freePort } from './free-port.ts';
import { type JudgedGraph, judgedGraph } from './judged-graph.ts';
import { testDatabase } from './postgres.ts';

type Parts = {
  readonly [K in 'graph' | 'activeDirectory' | 'connect' | 'teams']: NonNullable<World[K]>;
};

/** A world outside of the product, and the settings with which the product finds its way in it. */
export interface Outside extends Parts {
  readonly judge: JudgedGraph;
  /** To be shared with a product in this process when the world runs faster than the wall clock. */
  readonly clock: SandboxClock;
  /** What the product must be told; PORT is where the world expects the bot. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface OutsideOptions {
  readonly lags?: Partial<Lags>;
  /** Nothing is synced but on demand. */
  readonly syncIntervalMs?: number;
  /** 1 when absent: real time. */
  readonly speed?: number;
  readonly faults?: FaultOptions;
  /** The engines that write groups; those of the seed when absent. */
  readonly engines?: readonly SandboxEngine[];
}

/** Everything but the bot, in this process: Graph behind its judge, LDAPS, sync cycle, Teams, database. */
export async function startOutside(options: OutsideOptions = {}): Promise<Outside> {
  const clock = new SandboxClock({ speed: options.speed ?? 1 });
  const port = await freePort();
  const world = await startWorld({
    clock,
    parts: ['graph', 'active-directory', 'connect', 'teams'],
    botEndpoint: () => `http://127.0.0.1:${port}/api/messages`,
    lags: { ...noLags, ...options.lags },
    faults: options.faults,
    engines: options.engines,
    syncIntervalMs: options.syncIntervalMs ?? 3_600_000,
    syncStageMs: 50,
  });
  const parts = partsOf(world);
  const judge = await judgedGraph(parts.graph.origin);
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'writeback-journey-'));
  const caFile = path.join(folder, 'ca.pem');
  await writeFile(caFile, parts.activeDirectory.ca);
  return {
    ...parts,
    judge,
    clock,
    env: {
      ...environment(parts, caFile),
      PORT: String(port),
      DATABASE_URL: database.url,
      SANDBOX_GRAPH_ORIGIN: judge.origin,
    },
    close: async () => {
      await judge.close();
      await world.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

function environment(
  { activeDirectory, connect, teams }: Parts,
  caFile: string,
): Readonly<Record<string, string>> {
  return {
    LOG_LEVEL: 'error',
    INSTANCE_ID: `journey-${randomUUID()}`,
    SWEEP_SECONDS: '0.2',
    SANDBOX_SPEED: '1',
    // No answer of a journey comes later because the machine is slow.
    ANSWER_WITHIN_MS: '10000',
    DATA_DIRECTORY: path.dirname(caFile),
    SANDBOX_SERVICE_URL: teams.serviceUrl,
    AD_MODE: 'direct',
    AD_URLS: activeDirectory.url,
    AD_CA_FILE: caFile,
    AD_BIND_DN: activeDirectory.reader.bindDn,
    SECRET_AD_BIND_PASSWORD: activeDirectory.reader.password,
    AD_WRITEBACK_OU: activeDirectory.writebackOu,
    AD_SEARCH_BASE: activeDirectory.searchBase,
    SYNC_MODE: 'scheduler',
    SYNC_URL: connect.origin,
  };
}

function partsOf({ graph, activeDirectory, connect, teams }: World): Parts {
  if (
    graph === undefined ||
    activeDirectory === undefined ||
    connect === undefined ||
    teams === undefined
  ) {
    throw new Error('a part of the world is missing');
  }
  return { graph, activeDirectory, connect, teams };
}
