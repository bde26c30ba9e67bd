import type { ConversationStore } from '../domain/ports.ts';
import type { Recipient } from './delivery.ts';

/** The first words to everybody, said once per person by whoever comes first: the turn, or a card that must be sent. */
export interface Welcomes {
  /**
   * Says it unless it was said before. Resolves when it has been said, also by another caller in this process, so
   * that what comes next really comes next.
   */
  once(
    recipient: Pick<Recipient, 'tenantId' | 'userId'>,
    say: () => Promise<unknown>,
  ): Promise<void>;
}

export function createWelcomes(conversations: Pick<ConversationStore, 'claimWelcome'>): Welcomes {
  const underWay = new Map<string, Promise<void>>();
  return {
    async once({ tenantId, userId }, say) {
      const key = `${tenantId}:${userId}`;
      const running = underWay.get(key) ?? welcome();
      underWay.set(key, running);
      try {
        await running;
      } finally {
        underWay.delete(key);
      }

      async function welcome(): Promise<void> {
        if (await conversations.claimWelcome(tenantId, userId)) {
          await say();
        }
      }
    },
  };
}
