import type { Clock } from '../../domain/ports.ts';
import type { Journal } from '../journal.ts';
import { Table } from './table.ts';

/** One line of the provisioning log; times are sandbox milliseconds since 1970. */
export interface ProvisioningEntry {
  readonly groupId: string;
  readonly groupName: string;
  /** Object ids of the people it is about. */
  readonly memberIds: readonly string[];
  readonly action: 'create' | 'update' | 'delete' | 'other';
  readonly status: 'success' | 'failure' | 'skipped';
  readonly error?: { readonly code: string; readonly message: string };
}

export interface ProvisioningRow extends ProvisioningEntry {
  readonly id: string;
  readonly at: number;
}

/** One run of the job. */
export interface ProvisioningRun {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly exported: number;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What became of a call on demand. */
export interface OnDemandOutcome {
  readonly result: 'Success' | 'Skipped' | 'Failure';
  readonly error?: { readonly code: string; readonly message: string };
  /** Those of the members who have no object on premises. */
  readonly skippedIds: readonly string[];
}

/** Who writes to Active Directory; without one no agent answers. */
export interface ProvisioningAgent {
  provision(groupId: string, memberIds: readonly string[]): Promise<OnDemandOutcome>;
}

const callsInWindow = 5;
const windowMs = 10_000;

/** The log of the provisioning service, its runs, and how often it was called. */
export class ProvisioningLedger {
  agent: ProvisioningAgent | undefined;
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #lagMs: number;
  readonly #rows: Table<ProvisioningRow>;
  readonly #calls = new Map<string, readonly number[]>();

  constructor(journal: Journal, clock: Clock, lagMs: number) {
    this.#journal = journal;
    this.#clock = clock;
    this.#lagMs = lagMs;
    this.#rows = new Table(journal, 'provisioning');
  }

  log(entry: ProvisioningEntry): void {
    const id = `provisioning ${this.#rows.size + 1}`;
    this.#rows.put({ ...entry, id, at: this.#clock.now().getTime() });
  }

  /** The lines that can be read already, newest first. */
  visible(): readonly ProvisioningRow[] {
    const now = this.#clock.now().getTime();
    return this.#rows
      .all()
      .filter(({ at }) => at + this.#lagMs <= now)
      .toReversed();
  }

  recordRun(run: ProvisioningRun): void {
    this.#journal.put('graph.provisioningRuns', 'last', run);
    if (run.error === undefined) {
      this.#journal.put('graph.provisioningRuns', 'lastSuccessful', run);
    }
  }

  findRun(which: 'last' | 'lastSuccessful'): ProvisioningRun | undefined {
    return this.#journal.get<ProvisioningRun>('graph.provisioningRuns', which);
  }

  /** Counts a call; false when there were five in the last ten seconds. */
  admit(kind: 'on-demand' | 'log'): boolean {
    const now = this.#clock.now().getTime();
    const recent = (this.#calls.get(kind) ?? []).filter((at) => now - at < windowMs);
    const isAdmitted = recent.length < callsInWindow;
    this.#calls.set(kind, isAdmitted ? [...recent, now] : recent);
    return isAdmitted;
  }
}
