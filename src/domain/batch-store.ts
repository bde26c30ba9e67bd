import type { Batch } from './batch.ts';
import type { StateCounts } from './batch-view.ts';
import type { BatchId, TenantId, UserId } from './ids.ts';
import type { PostedCard, Unreachable } from './posted-card.ts';
import type { Request } from './request.ts';

/** A request that is open: for whom, and for which group (`groupKey`). */
export interface OpenPair {
  readonly beneficiaryId: UserId;
  readonly groupKey: string;
}

/** A list whose cards are not as things stand; `mark` says which news they must show. */
export interface StaleBatch {
  readonly id: BatchId;
  readonly mark: number;
}

/** Lists of requests, in PostgreSQL. Every change is a compare-and-swap. */
export interface BatchStore {
  /** Stores a new list. The same `formId` again resolves to the list stored the first time. */
  create(batch: Batch, formId: string): Promise<Batch>;
  find(tenantId: TenantId, id: BatchId): Promise<Batch | undefined>;
  /** For work that the store itself told of. Throws `request-not-found`. */
  get(id: BatchId): Promise<Batch>;
  /**
   * Stores `next` if nobody changed the list since `current` was read, and resolves to it with the version counted
   * up; resolves to undefined when somebody was faster.
   */
  advance(current: Batch, next: Batch): Promise<Batch | undefined>;
  /** Newest first: those this person made. */
  listFor(tenantId: TenantId, requesterId: UserId, limit: number): Promise<readonly Batch[]>;
  /** How many requests of each of these lists are in which state; a list without requests is left out. */
  countStates(
    tenantId: TenantId,
    ids: readonly BatchId[],
  ): Promise<ReadonlyMap<BatchId, StateCounts>>;
  /** The requests that were made of it, in the order of their lines. */
  listRequests(tenantId: TenantId, id: BatchId): Promise<readonly Request[]>;
  /** Open requests for any of these people. */
  listOpenPairs(
    tenantId: TenantId,
    beneficiaryIds: readonly UserId[],
  ): Promise<readonly OpenPair[]>;
  /** Lists that are to be checked or sent, or on which an order is to be carried out; the oldest first. */
  listToWork(limit: number): Promise<readonly BatchId[]>;
  /** Something about its requests is news for its cards. */
  touch(id: BatchId): Promise<void>;
  /** Cards that could not be delivered and can be by now are due again: their lists have news. */
  touchReachable(): Promise<void>;
  /** Lists with news, whose cards were not drawn within the last `restMs` of real time. */
  listStale(limit: number, restMs: number): Promise<readonly StaleBatch[]>;
  /** The cards show the news up to this mark. */
  markDrawn(stale: StaleBatch): Promise<void>;
}

/** `list`: the requester's. `approval`: an approver's. `outcome`: told once everything has come to an end. */
export type BatchCardKind = 'list' | 'approval' | 'outcome';

/** One card that a list has put into somebody's chat. */
export interface PostedBatchCard {
  readonly batchId: BatchId;
  readonly recipientId: UserId;
  readonly kind: BatchCardKind;
  readonly conversationId?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly activityId?: string | undefined;
  /** When it was sent without an answer, so that it may be there under an id that is not known. */
  readonly attemptedAt?: Date | undefined;
  /** Hash of what was last sent, so that nothing is sent twice for nothing. */
  readonly contentHash?: string | undefined;
  /** What an approver was last told by a message of its own: a stage, or a reminder in it. */
  readonly occasion?: string | undefined;
  /** Why it could not be delivered; a Problem code. */
  readonly undeliverable?: string | undefined;
  /** Since when it could not, without a delivery in between. */
  readonly undeliverableSince?: Date | undefined;
  /** What stood in the way at the last try. */
  readonly undeliverableBecause?: Unreachable | undefined;
  /** The older message of the same kind, until it says that there is a newer one. */
  readonly replaces?: PostedCard['replaces'];
}

export interface BatchCardStore {
  list(batchId: BatchId): Promise<readonly PostedBatchCard[]>;
  /** Inserts or replaces the row of (list, recipient, kind). */
  save(card: PostedBatchCard): Promise<void>;
}
