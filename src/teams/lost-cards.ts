import type { PostedCard } from '../domain/posted-card.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

/** Longer than any client takes to ask for its view of a message that has arrived. */
const lostForMs = 3_600_000;

/**
 * A bot cannot ask whether a message has arrived that got no answer. Once its card asks for a view, it has: from then
 * on that message is the card, or, where another has been posted meanwhile, gives way to that one. Undefined for a
 * click on anything else.
 */
export async function adoptLost(
  { cards, clock }: Pick<ChatDeps, 'cards' | 'clock'>,
  { actor, address, replyToId: activityId }: Turn,
  posted: readonly PostedCard[],
): Promise<PostedCard | undefined> {
  const since = clock.now().getTime() - lostForMs;
  const lost = posted.find(
    ({ recipientId, conversationId, attemptedAt }) =>
      recipientId === actor.id &&
      conversationId === address.conversationId &&
      attemptedAt !== undefined &&
      attemptedAt.getTime() >= since,
  );
  if (lost === undefined || activityId === undefined) {
    return undefined;
  }
  const found =
    lost.activityId === undefined
      ? { ...lost, activityId }
      : { ...lost, replaces: { activityId, ...address } };
  await cards.save(found);
  return found;
}
