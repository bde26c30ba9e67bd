import type { Batch, BatchRow } from './batch.ts';
import type { BatchOption } from './batch-authority.ts';
import type { Request } from './request.ts';

/** A line, and the request that was made of it. */
export interface BatchEntry {
  readonly row: BatchRow;
  readonly request?: Request | undefined;
}

/** A list as one person may see it. */
export interface BatchView {
  readonly batch: Batch;
  /** Of an approver's view only the lines that they are asked about. */
  readonly entries: readonly BatchEntry[];
  readonly options: readonly BatchOption[];
  /** How many of the requests this person could decide at this moment. */
  readonly decidable: number;
  /** When it was looked up; goes along with a click, so that nobody decides what they have not seen. */
  readonly seenAt: Date;
}
