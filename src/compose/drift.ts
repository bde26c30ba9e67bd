import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../config.ts';
import type { DriftRecord, DriftRow } from '../domain/drift-store.ts';
import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import type { Loop } from '../engine/loops.ts';
import type { World } from '../sandbox/world.ts';
import { type DriftDeps, watchDriftDaily, withFix } from '../setup/drift.ts';
import type { Database } from '../store/database.ts';
import { createDriftStore } from '../store/drift-store.ts';
import { composeDatabase } from './database.ts';
import { composeGraph } from './graph.ts';
import { composeInventory } from './onprem.ts';
import { composeWorld } from './world.ts';

/** How often the clock is asked whether it is time; the sandbox's runs faster. */
const fiveMinutesMs = 300_000;
const halfMinuteMs = 30_000;

interface Parts {
  readonly log: Log;
  readonly database: Database;
  readonly clock: Clock;
  readonly world: World | undefined;
  /** News go to the log alone where there is nobody to tell them. */
  readonly tell?: ((news: readonly DriftRow[]) => Promise<void>) | undefined;
}

/** The drift watch over the configured Entra and Active Directory. News go to the log and to those who are told. */
export async function composeDrift(
  { graph, ad }: Config,
  { log, database, clock, world, tell }: Parts,
): Promise<DriftDeps> {
  const { directory, inventory: cloud } = composeGraph(graph, clock, world);
  return {
    directory,
    cloud,
    onPrem: await composeInventory(ad, world),
    drift: createDriftStore(database),
    clock,
    log,
    announce: async (news) => {
      announceInLog(log, news);
      await tell?.(news.map(withFix));
    },
  };
}

function announceInLog(log: Log, news: readonly DriftRecord[]): void {
  for (const { groupId, finding } of news) {
    log.warn({ groupId, finding: finding.kind }, 'Active Directory is not as Entra says');
  }
}

/** Looks once a day, unless that is off. */
export async function composeDriftLoops(config: Config, parts: Parts): Promise<readonly Loop[]> {
  const { DRIFT_WATCH, DRIFT_HOUR } = config.settings;
  if (DRIFT_WATCH === 'off') {
    return [];
  }
  const deps = await composeDrift(config, parts);
  return [
    {
      name: 'drift',
      everyMs: parts.world === undefined ? fiveMinutesMs : halfMinuteMs,
      run: (signal) => watchDriftDaily(deps, DRIFT_HOUR, signal),
    },
  ];
}

export interface ComposedDrift {
  readonly deps: Omit<DriftDeps, 'announce'>;
  close(): Promise<void>;
}

/**
 * The same for one look beside a bot that may be running: nothing listens for people, and of the sandbox's world a
 * copy is looked at, because its journals belong to the bot. Telling people is left to the bot.
 */
export async function composeDriftLook(config: Config, log: Log): Promise<ComposedDrift> {
  const opened = new AsyncDisposableStack();
  try {
    const composed = await composeDatabase(config.settings, log);
    const { database } = opened.adopt(composed, (kept) => kept.leave());
    const directory = opened.adopt(await copySandbox(config.settings.DATA_DIRECTORY), removeFolder);
    const own = aside(config, directory);
    const made = await composeWorld(own, () => '');
    const { clock, world } = opened.adopt(made, (started) => started.world?.close());
    const deps = await composeDrift(own, { log, database, clock, world });
    return { deps, close: () => opened.disposeAsync() };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** The configuration without a page for people and a sync server, on another folder. */
function aside(config: Config, directory: string): Config {
  return {
    ...config,
    settings: { ...config.settings, DATA_DIRECTORY: directory },
    channel: { CHANNEL_MODE: 'sandbox', SANDBOX_SERVICE_URL: 'http://127.0.0.1' },
    sync: { SYNC_MODE: 'none' },
  };
}

async function copySandbox(dataDirectory: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'writeback-drift-'));
  const journals = path.join(dataDirectory, 'sandbox');
  if (existsSync(journals)) {
    await cp(journals, path.join(folder, 'sandbox'), { recursive: true });
  }
  return folder;
}

async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
