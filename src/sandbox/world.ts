import path from 'node:path';
import { type ActiveDirectory, startActiveDirectory } from './active-directory/server.ts';
import type { SandboxClock } from './clock.ts';
import { type CloudSync, startCloudSync } from './cloud-sync/server.ts';
import { cloudTenantOf } from './cloud-sync/tenant-of-graph.ts';
import { type Connect, startConnect } from './connect/server.ts';
import { type SandboxEngine, settingsOf, writesByConnect } from './engines.ts';
import type { FaultOptions, Lags } from './graph/options.ts';
import type { PersonalApps } from './graph/personal-apps.ts';
import { type SandboxGraph, startGraph } from './graph/server.ts';
import { Journal } from './journal.ts';
import { people } from './seed.ts';
import { type ClockStrip, type SandboxTeams, startTeams } from './teams/server.ts';

export interface WorldOptions {
  readonly clock: SandboxClock;
  /** Absent: everything is forgotten when the process ends. */
  readonly directory?: string;
  /** Which parts of the world are made up; the others are real or run elsewhere. */
  readonly parts: readonly ('graph' | 'active-directory' | 'connect' | 'teams')[];
  readonly botEndpoint: () => string;
  readonly pagePort?: number;
  readonly faults?: FaultOptions | undefined;
  readonly lags?: Partial<Lags>;
  readonly syncIntervalMs?: number;
  /** The engines that write groups back; the tenant's own settings stay as they are when absent. */
  readonly engines?: readonly SandboxEngine[] | undefined;
  /** Milliseconds of sandbox time that importing and exporting take. */
  readonly syncStageMs?: number;
}

/** The parts of the made-up world that run in this process. */
export interface World {
  readonly graph: SandboxGraph | undefined;
  readonly activeDirectory: ActiveDirectory | undefined;
  readonly connect: Connect | undefined;
  /** Its job is in Graph, and works there as soon as it is switched on. */
  readonly cloudSync: CloudSync | undefined;
  readonly teams: SandboxTeams | undefined;
  close(): Promise<void>;
}

const recordEveryMs = 5_000;

/** The journal that keeps the sandbox's own time. */
export function clockJournal(directory: string | undefined): Journal {
  return journalIn(directory, 'clock');
}

/**
 * A small real world: Microsoft Graph over HTTP, a domain controller over LDAPS, a sync cycle between the two, and
 * Teams in the browser. Each part keeps its state in a journal of its own, so that a kill loses nothing.
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { directory, clock } = options;
  const parts = new Set(options.parts);
  const graph = parts.has('graph') ? await graphOf(options) : undefined;
  const activeDirectory = parts.has('active-directory')
    ? await startActiveDirectory({ journal: journalIn(directory, 'active-directory') })
    : undefined;
  const engines = parts.has('connect')
    ? await enginesOf(options, graph, activeDirectory)
    : { close: async () => {} };
  const teams = parts.has('teams')
    ? await startTeams({
        journal: journalIn(directory, 'teams'),
        clock,
        botEndpoint: options.botEndpoint,
        port: options.pagePort ?? 0,
        clockStrip: clockStripOf(clock, engines.connect),
      })
    : undefined;
  if (teams !== undefined) {
    graph?.useApps(appsIn(teams));
  }
  const keepTime = keepClock(clock, clockJournal(directory));
  return {
    graph,
    activeDirectory,
    connect: engines.connect,
    cloudSync: engines.cloudSync,
    teams,
    close: async () => {
      keepTime.stop();
      await teams?.close();
      await engines.close();
      await activeDirectory?.close();
      await graph?.close();
    },
  };
}

/** What is installed through Graph is in Teams at once, and Teams tells the bot. */
function appsIn(teams: SandboxTeams): PersonalApps {
  const keys = new Map(people.map(({ objectId, key }) => [objectId, key]));
  return {
    has: (userId) => teams.hasApp(keys.get(userId) ?? ''),
    install: (userId) => teams.setInstalled(keys.get(userId) ?? '', true),
  };
}

interface Engines {
  readonly connect?: Connect;
  readonly cloudSync?: CloudSync;
  close(): Promise<void>;
}

/** Without a cloud and a domain there is nothing to sync between. */
async function enginesOf(
  options: WorldOptions,
  graph: SandboxGraph | undefined,
  activeDirectory: ActiveDirectory | undefined,
): Promise<Engines> {
  if (graph === undefined || activeDirectory === undefined) {
    return { close: async () => {} };
  }
  const connect = await connectOf(options, graph, activeDirectory);
  const cloudSync = cloudSyncOf(options, graph, activeDirectory);
  return {
    connect,
    cloudSync,
    close: async () => {
      await cloudSync.close();
      await connect.close();
    },
  };
}

async function graphOf(options: WorldOptions): Promise<SandboxGraph> {
  const { directory, clock, faults, lags, engines } = options;
  const graph = await startGraph({
    journal: journalIn(directory, 'graph'),
    clock,
    ...(faults === undefined ? {} : { faults }),
    ...(lags === undefined ? {} : { lags }),
  });
  if (engines !== undefined) {
    graph.setTenant(settingsOf(engines));
  }
  return graph;
}

/** The job itself says whether it runs, so the engine is always there, like an agent that waits for one. */
function cloudSyncOf(
  { directory, clock }: WorldOptions,
  graph: SandboxGraph,
  activeDirectory: ActiveDirectory,
): CloudSync {
  const { url, ca, writer, writebackOu, searchBase } = activeDirectory;
  const cloudSync = startCloudSync({
    clock,
    journal: journalIn(directory, 'cloud-sync'),
    tenant: cloudTenantOf(graph),
    directory: { url, ca, writebackOu, searchBase, ...writer },
  });
  graph.provisioning.agent = cloudSync;
  return cloudSync;
}

function connectOf(
  { directory, clock, syncIntervalMs, syncStageMs }: WorldOptions,
  graph: SandboxGraph,
  activeDirectory: ActiveDirectory,
): Promise<Connect> {
  const { url, ca, writer, writebackOu, searchBase } = activeDirectory;
  return startConnect({
    clock,
    journal: journalIn(directory, 'connect'),
    source: {
      groups: () => writesByConnect(graph.groupsForSync(), graph.tenant()),
      members: (groupId) => graph.membersForSync(groupId),
    },
    directory: { url, ca, writebackOu, searchBase, ...writer },
    onCycle: (finishedAt) => graph.recordSync(finishedAt),
    ...(syncIntervalMs === undefined ? {} : { intervalMs: syncIntervalMs }),
    ...(syncStageMs === undefined ? {} : { importMs: syncStageMs, exportMs: syncStageMs }),
  });
}

function clockStripOf(clock: SandboxClock, connect: Connect | undefined): ClockStrip {
  return {
    state: () => {
      const scheduler = connect?.scheduler();
      return {
        now: clock.now(),
        speed: clock.speed,
        nextSyncAt: toDate(scheduler?.NextSyncCycleStartTimeInUTC),
        lastSyncAt: toDate(scheduler?.LastCycleFinishedAt),
        inProgress: scheduler?.SyncCycleInProgress ?? false,
        paused: scheduler?.SyncCycleEnabled === false,
      };
    },
    runCycle: () => connect?.startCycle(),
    skip: () => clock.skip(30 * 60_000),
    pause: () => connect?.pause(),
    resume: () => connect?.resume(),
  };
}

function toDate(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

function keepClock(clock: SandboxClock, journal: Journal): { stop(): void } {
  const timer = setInterval(() => clock.record(journal), recordEveryMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      clock.record(journal);
    },
  };
}

function journalIn(directory: string | undefined, name: string): Journal {
  return directory === undefined
    ? new Journal()
    : new Journal(path.join(directory, `${name}.jsonl`));
}
