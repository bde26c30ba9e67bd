import type { RequestId, UserId } from './ids.ts';

/**
 * `late` and `overdue` are news of their own; `failed` is the administrators' card of a request that has stopped;
 * `status` is the newest card that somebody has asked for.
 */
export type CardKind =
  | 'request'
  | 'approval'
  | 'outcome'
  | 'review'
  | 'late'
  | 'overdue'
  | 'failed'
  | 'status';

/** Why somebody could not be written to, as far as Teams tells. */
export type Unreachable =
  | 'no-app'
  /** They have taken the app away, so nothing is tried until they have it again. */
  | 'removed-app'
  /** They have blocked the bot, or Teams refuses their messages. */
  | 'blocked'
  /** The chat that was known is no longer there. */
  | 'chat-gone'
  /** An app permission policy keeps them from having the app, or an administrator has switched it off. */
  | 'not-permitted';

/** One card that a request has put into somebody's chat. */
export interface PostedCard {
  readonly requestId: RequestId;
  readonly recipientId: UserId;
  readonly kind: CardKind;
  readonly conversationId?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly activityId?: string | undefined;
  /** When it was sent without an answer, so that it may be there under an id that is not known. */
  readonly attemptedAt?: Date | undefined;
  /** Hash of what was last sent, so that nothing is sent twice for nothing. */
  readonly contentHash?: string | undefined;
  /** Why it could not be delivered; a Problem code. */
  readonly undeliverable?: string | undefined;
  /** Since when it could not, without a delivery in between. */
  readonly undeliverableSince?: Date | undefined;
  /** What stood in the way at the last try. */
  readonly undeliverableBecause?: Unreachable | undefined;
  /** What an approver was told by this message; another occasion takes another message. */
  readonly occasion?: string | undefined;
  /** The older message of the same kind, until it says that there is a newer one. */
  readonly replaces?:
    | Readonly<Record<'activityId' | 'conversationId' | 'serviceUrl', string>>
    | undefined;
}

export interface CardStore {
  list(requestId: RequestId): Promise<readonly PostedCard[]>;
  /** Inserts or replaces the row of (request, recipient, kind). */
  save(card: PostedCard): Promise<void>;
}

/** Cards that somebody did not get. */
export interface MissedCards {
  /**
   * Those of people who have a conversation again count as missed no longer, and the cards of their requests are
   * brought up to date soon, also when the process ends in between. So many requests at most, the oldest first; each
   * comes once, so that none keeps others from their turn.
   */
  retry(limit: number): Promise<void>;
}
