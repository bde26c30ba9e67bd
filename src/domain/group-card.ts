import type { RequestId, TenantId } from './ids.ts';
import type { PostedCard } from './posted-card.ts';

/** Where a request was begun in front of others, and its one card there for everybody. */
export interface GroupCard {
  readonly tenantId: TenantId;
  /** The form that was asked for there, as it is stored with the request. */
  readonly formId: string;
  /** In a channel with the thread. */
  readonly conversationId: string;
  readonly serviceUrl: string;
  /** Of a channel. */
  readonly teamId?: string | undefined;
  /** Of whoever asked: the card for everybody keeps to it. */
  readonly locale?: string | undefined;
  readonly activityId?: string | undefined;
  /** When it was sent without an answer, so that it may be there under an id that is not known. */
  readonly attemptedAt?: Date | undefined;
  /** Hash of what was last sent. */
  readonly contentHash?: string | undefined;
  /** A second message of it that has turned up, until it points to the one that counts. */
  readonly replaces?: PostedCard['replaces'];
}

export interface GroupCardStore {
  /** Notes where a form was asked for. Notes of forms that were not sent within 30 days are dropped. */
  begin(card: GroupCard, now: Date): Promise<void>;
  /** Undefined for a request that was not begun in front of others, or whose card is forgotten. */
  findFor(requestId: RequestId): Promise<GroupCard | undefined>;
  /** Stores `next` if what is known of it is still `current`; false when it has changed or was forgotten since. */
  replace(current: GroupCard, next: GroupCard): Promise<boolean>;
  /** Whether a message is known as the card of some request in this place. */
  isPosted(
    place: Pick<GroupCard, 'tenantId' | 'conversationId'>,
    activityId: string,
  ): Promise<boolean>;
  forget(card: Pick<GroupCard, 'tenantId' | 'formId'>): Promise<void>;
  /**
   * Open requests whose card stands in this chat, in this channel with its threads, or in any channel of this team;
   * the newest first.
   */
  listOpenIn(
    place: Pick<GroupCard, 'tenantId' | 'conversationId' | 'teamId'>,
    limit: number,
  ): Promise<readonly RequestId[]>;
  /** The bot is no longer there: everything of this chat, or of this channel with its threads. */
  forgetConversation(tenantId: TenantId, conversationId: string): Promise<void>;
}
