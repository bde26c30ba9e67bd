import type { TenantId, UserId } from '../domain/ids.ts';
import type { Clock, ConversationReference, ConversationStore } from '../domain/ports.ts';

const keptMs = 3_600_000;
const most = 10_000;

interface Told {
  readonly reference: string;
  readonly until: number;
}

/**
 * The store of conversations for turns: what an activity tells a second time within an hour is not written again.
 *
 * When this process forgets a person it writes at the next activity. When another process does, this one may believe
 * for the rest of the hour that the person is still written down; yet nothing comes of it, since somebody who has
 * removed the app can say nothing before it is installed again, Teams tells that first (`installationUpdate`), and
 * `remember`, which is for such news, always writes. Whoever had blocked the bot gets what they missed that much later.
 */
export class RecentConversations implements ConversationStore {
  readonly #store: ConversationStore;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #told = new Map<string, Told>();

  constructor(store: ConversationStore, clock: Pick<Clock, 'now'>) {
    this.#store = store;
    this.#clock = clock;
  }

  /** For what people say and click. */
  async rememberUnlessRecent(reference: ConversationReference): Promise<void> {
    const told = this.#told.get(keyOf(reference));
    const isRecent = told !== undefined && this.#clock.now().getTime() < told.until;
    if (!isRecent || told.reference !== JSON.stringify(reference)) {
      await this.remember(reference);
    }
  }

  /** Not every activity tells the language and the time zone; what was told before is kept then. */
  async remember(reference: ConversationReference): Promise<void> {
    const { tenantId, userId, locale, timeZone } = reference;
    const isWhole = locale !== undefined && timeZone !== undefined;
    const before = isWhole ? undefined : await this.#store.find(tenantId, userId);
    this.#note(reference);
    try {
      await this.#store.remember({
        ...reference,
        locale: locale ?? before?.locale,
        timeZone: timeZone ?? before?.timeZone,
      });
    } catch (error) {
      this.#told.delete(keyOf(reference));
      throw error;
    }
  }

  find(tenantId: TenantId, userId: UserId): Promise<ConversationReference | undefined> {
    return this.#store.find(tenantId, userId);
  }

  async forget(tenantId: TenantId, userId: UserId): Promise<void> {
    try {
      await this.#store.forget(tenantId, userId);
    } finally {
      // Afterwards, so that whatever was written meanwhile is written again.
      this.#told.delete(keyOf({ tenantId, userId }));
    }
  }

  async noteRemoval(tenantId: TenantId, userId: UserId, at: Date): Promise<void> {
    try {
      await this.#store.noteRemoval(tenantId, userId, at);
    } finally {
      this.#told.delete(keyOf({ tenantId, userId }));
    }
  }

  hasRemovedApp(tenantId: TenantId, userId: UserId): Promise<boolean> {
    return this.#store.hasRemovedApp(tenantId, userId);
  }

  claimWelcome(tenantId: TenantId, userId: UserId): Promise<boolean> {
    return this.#store.claimWelcome(tenantId, userId);
  }

  settleWelcome(
    ...[person, outcome]: Parameters<ConversationStore['settleWelcome']>
  ): Promise<void> {
    return this.#store.settleWelcome(person, outcome);
  }

  #note(reference: ConversationReference): void {
    const [oldest] = this.#told.keys();
    if (this.#told.size >= most && oldest !== undefined) {
      this.#told.delete(oldest);
    }
    const until = this.#clock.now().getTime() + keptMs;
    this.#told.set(keyOf(reference), { reference: JSON.stringify(reference), until });
  }
}

function keyOf({ tenantId, userId }: Pick<ConversationReference, 'tenantId' | 'userId'>): string {
  return `${tenantId}:${userId}`;
}
