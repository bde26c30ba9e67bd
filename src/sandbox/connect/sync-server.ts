import type { Clock } from '../../domain/ports.ts';
import type { Journal } from '../journal.ts';
import type { CloudSource } from './cloud-source.ts';
import type { ExportStatistics } from './sync-cycle.ts';
import { exportSnapshot, importSnapshot } from './sync-cycle.ts';
import type { SyncState } from './sync-state.ts';
import { loadState, saveState } from './sync-state.ts';
import type { TargetDirectoryOptions } from './target-directory.ts';
import type { Naming } from './written-group.ts';

export interface SyncServerOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  /** Sandbox milliseconds from the start of one cycle to the next. */
  readonly intervalMs: number;
  /** Sandbox milliseconds between the import and the export. */
  readonly importMs: number;
  /** Sandbox milliseconds that the export takes at least. */
  readonly exportMs: number;
  readonly naming: Naming;
  readonly source: CloudSource;
  readonly directory: TargetDirectoryOptions;
  /** Told after every cycle that exported to its end. */
  readonly onCycle: (finishedAt: Date) => void;
}

/** What Start-ADSyncSyncCycle answers while a cycle runs. */
export class SyncIsRunning extends Error {
  override readonly name = 'SyncIsRunning';

  constructor() {
    super(
      'System.InvalidOperationException: Sync is already running. Cannot start a new run till this one completes.',
    );
  }
}

/** The state of the scheduler as `scheduler()` tells it. */
export interface SchedulerSnapshot extends SyncState {
  readonly currentCycleStartedAt: string | undefined;
}

/** Runs sync cycles on a schedule and on demand, one at a time. */
export class SyncServer {
  readonly #options: SyncServerOptions;
  readonly #closing = new AbortController();
  #wake = new AbortController();
  #state: SyncState;
  #startedAt: Date | undefined;
  #running: Promise<void> = Promise.resolve();
  #schedule: Promise<void> = Promise.resolve();
  #lastExport: ExportStatistics | undefined;

  constructor(options: SyncServerOptions) {
    this.#options = options;
    this.#state = loadState(options.journal) ?? {
      enabled: true,
      staging: false,
      nextStartAt: this.#after(options.clock.now()),
    };
    saveState(options.journal, this.#state);
  }

  /** What the last export changed, for who wants to see it. */
  get lastExport(): ExportStatistics | undefined {
    return this.#lastExport;
  }

  /** Begins to follow the schedule; a cycle that was due while the server was off starts at once. */
  begin(): void {
    this.#schedule = this.#followSchedule();
  }

  snapshot(): SchedulerSnapshot {
    return { ...this.#state, currentCycleStartedAt: this.#startedAt?.toISOString() };
  }

  /** Starts a cycle and returns at once. Throws SyncIsRunning. */
  startCycle(): void {
    if (this.#startedAt !== undefined) {
      throw new SyncIsRunning();
    }
    this.#startedAt = this.#options.clock.now();
    this.#running = this.#runCycle(this.#startedAt);
  }

  /** Resolves when no cycle runs. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** Scheduled cycles only; a cycle can still be started by hand, as with Set-ADSyncScheduler -SyncCycleEnabled $false. */
  setEnabled(enabled: boolean): void {
    this.#change({ enabled });
  }

  /** A staging server imports and exports nothing. */
  setStaging(staging: boolean): void {
    this.#change({ staging });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#wake.abort();
    await this.#running;
    await this.#schedule;
  }

  async #runCycle(startedAt: Date): Promise<void> {
    const nextStartAt = this.#after(startedAt);
    try {
      const exported = await this.#importAndExport();
      const finishedAt = this.#options.clock.now();
      this.#startedAt = undefined;
      const lastCycle = {
        startedAt: startedAt.toISOString(),
        finishedAt: finishedAt.toISOString(),
      };
      this.#change({ nextStartAt, lastError: undefined, ...(exported ? { lastCycle } : {}) });
      if (exported) {
        this.#options.onCycle(finishedAt);
      }
    } catch (error) {
      this.#startedAt = undefined;
      if (!this.#closing.signal.aborted) {
        this.#change({ nextStartAt, lastError: String(error) });
      }
    }
  }

  async #importAndExport(): Promise<boolean> {
    const { source, naming, clock, importMs, exportMs, directory } = this.#options;
    const snapshot = await importSnapshot(source, naming);
    await clock.sleep(importMs, this.#closing.signal);
    if (this.#state.staging) {
      return false;
    }
    await clock.sleep(exportMs, this.#closing.signal);
    this.#lastExport = await exportSnapshot(snapshot, directory);
    return true;
  }

  async #followSchedule(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      await this.#sleepUntilNextStart();
      if (this.#isDue()) {
        this.startCycle();
      }
      await this.#running;
    }
  }

  #isDue(): boolean {
    const isTime = Date.parse(this.#state.nextStartAt) <= this.#options.clock.now().getTime();
    const isFree = this.#startedAt === undefined && !this.#closing.signal.aborted;
    return isTime && isFree && this.#state.enabled;
  }

  /** Wakes when the schedule changes too. While it is paused only a change can wake it. */
  async #sleepUntilNextStart(): Promise<void> {
    this.#wake = new AbortController();
    const { clock, intervalMs } = this.#options;
    const wait = Date.parse(this.#state.nextStartAt) - clock.now().getTime();
    const milliseconds = this.#state.enabled ? Math.max(0, wait) : intervalMs;
    try {
      await clock.sleep(milliseconds, this.#wake.signal);
    } catch (error) {
      if (!this.#wake.signal.aborted) {
        throw error;
      }
    }
  }

  #after(start: Date): string {
    return new Date(start.getTime() + this.#options.intervalMs).toISOString();
  }

  #change(change: Partial<SyncState>): void {
    this.#state = { ...this.#state, ...change };
    saveState(this.#options.journal, this.#state);
    this.#wake.abort();
  }
}
