import type { ConversationStore } from '../domain/ports.ts';
import { ConnectorError } from './connector-error.ts';
import type { Recipient } from './delivery.ts';

/** The first words to everybody, said once per person by whoever comes first: the turn, or a card that must be sent. */
export interface Welcomes {
  /**
   * Says it unless it was said before. Resolves when it has been said, also by another caller in this process, so
   * that what comes next really comes next. Throws what `say` throws; the next caller says it then, unless it may have
   * arrived all the same.
   */
  once(
    recipient: Pick<Recipient, 'tenantId' | 'userId'>,
    say: () => Promise<unknown>,
  ): Promise<void>;
}

export function createWelcomes(
  conversations: Pick<ConversationStore, 'claimWelcome' | 'settleWelcome'>,
): Welcomes {
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
        if (!(await conversations.claimWelcome(tenantId, userId))) {
          return;
        }
        const person = { tenantId, userId };
        try {
          await say();
        } catch (error) {
          await conversations.settleWelcome(person, mayHaveArrived(error) ? 'said' : 'unsaid');
          throw error;
        }
        await conversations.settleWelcome(person, 'said');
      }
    },
  };
}

/** No answer in time, or one that does not tell whether anything was done. */
function mayHaveArrived(error: unknown): boolean {
  return error instanceof ConnectorError && (error.status === undefined || error.status === 500);
}
