import path from 'node:path';
import { type ActiveDirectory, startActiveDirectory } from './active-directory/server.ts';
import type { SandboxClock } from './clock.ts';
import { type Connect, startConnect } from './connect/server.ts';
import type { FaultOptions, Lags } from './graph/options.ts';
import { type SandboxGraph, startGraph } from './graph/server.ts';
import { Journal } from './journal.ts';
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
  /** Milliseconds of sandbox time that importing and exporting take. */
  readonly syncStageMs?: number;
}

/** The parts of the made-up world that run in this process. */
export interface World {
  readonly graph: SandboxGraph | undefined;
  readonly activeDirectory: ActiveDirectory | undefined;
  readonly connect: Connect | undefined;
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
  const connect =
    parts.has('connect') && graph !== undefined && activeDirectory !== undefined
      ? await connectOf(options, graph, activeDirectory)
      : undefined;
  const teams = parts.has('teams')
    ? await startTeams({
        journal: journalIn(directory, 'teams'),
        clock,
        botEndpoint: options.botEndpoint,
        port: options.pagePort ?? 0,
        clockStrip: clockStripOf(clock, connect),
      })
    : undefined;
  const keepTime = keepClock(clock, clockJournal(directory));
  return {
    graph,
    activeDirectory,
    connect,
    teams,
    close: async () => {
      keepTime.stop();
      await teams?.close();
      await connect?.close();
      await activeDirectory?.close();
      await graph?.close();
    },
  };
}

function graphOf({ directory, clock, faults, lags }: WorldOptions): Promise<SandboxGraph> {
  return startGraph({
    journal: journalIn(directory, 'graph'),
    clock,
    ...(faults === undefined ? {} : { faults }),
    ...(lags === undefined ? {} : { lags }),
  });
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
      groups: () => graph.groupsForSync(),
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
