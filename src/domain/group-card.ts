import type { RequestId, TenantId } from './ids.ts';

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
  /** Hash of what was last sent. */
  readonly contentHash?: string | undefined;
}

export interface GroupCardStore {
  /** Notes where a form was asked for. Notes of forms that were not sent within 30 days are dropped. */
  begin(card: GroupCard, now: Date): Promise<void>;
  /** Undefined for a request that was not begun in front of others, or whose card is forgotten. */
  findFor(requestId: RequestId): Promise<GroupCard | undefined>;
  /** Replaces what is known of it; one that was forgotten meanwhile stays forgotten. */
  save(card: GroupCard): Promise<void>;
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
