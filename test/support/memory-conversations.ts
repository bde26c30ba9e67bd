import type { TenantId, UserId } from '../../src/domain/ids.ts';
import type { ConversationReference, ConversationStore } from '../../src/domain/ports.ts';

export class MemoryConversations implements ConversationStore {
  readonly known = new Map<UserId, ConversationReference>();
  readonly removed = new Map<UserId, Date>();
  readonly #welcomed = new Set<UserId>();

  async remember(reference: ConversationReference): Promise<void> {
    this.removed.delete(reference.userId);
    this.known.set(reference.userId, reference);
  }

  async find(_tenantId: TenantId, userId: UserId): Promise<ConversationReference | undefined> {
    return this.known.get(userId);
  }

  async forget(_tenantId: TenantId, userId: UserId): Promise<void> {
    this.known.delete(userId);
  }

  async noteRemoval(_tenantId: TenantId, userId: UserId, moment: Date): Promise<void> {
    this.known.delete(userId);
    this.removed.set(userId, moment);
  }

  async hasRemovedApp(_tenantId: TenantId, userId: UserId): Promise<boolean> {
    return this.removed.has(userId);
  }

  async claimWelcome(_tenantId: TenantId, userId: UserId): Promise<boolean> {
    const isFirst = !this.#welcomed.has(userId);
    this.#welcomed.add(userId);
    return isFirst;
  }

  async settleWelcome(
    ...[{ userId }, outcome]: Parameters<ConversationStore['settleWelcome']>
  ): Promise<void> {
    if (outcome === 'unsaid') {
      this.#welcomed.delete(userId);
    }
  }
}
