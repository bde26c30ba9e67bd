import type { Batch, BatchRow } from './batch.ts';
import type { BatchOption } from './batch-authority.ts';
import type { Request, RequestState } from './request.ts';

/** A line, and the request that was made of it. */
export interface BatchEntry {
  readonly row: BatchRow;
  readonly request?: Request | undefined;
}

/** A list among others, with how many of its requests are in which state. */
export interface BatchSummary {
  readonly batch: Batch;
  readonly counts: StateCounts;
}

/** No state without a request in it. */
export type StateCounts = Readonly<Partial<Record<RequestState, number>>>;

/** A list as one person may see it. */
export interface BatchView {
  readonly batch: Batch;
  /** Of an approver's view only the lines that they are asked about. */
  readonly entries: readonly BatchEntry[];
  readonly options: readonly BatchOption[];
  /** How many of the requests this person could approve at this moment. */
  readonly approvable: number;
  /** How many they have not decided and could deny: with those that a later stage needs them for. */
  readonly decidable: number;
  /** When it was looked up; goes along with a click, so that nobody decides what they have not seen. */
  readonly seenAt: Date;
  /** Hash of all that the list would change; goes along as well, so that nobody approves another plan. */
  readonly plansHash: string;
}
