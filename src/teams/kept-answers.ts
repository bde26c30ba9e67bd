import type { CardAnswer } from './card-actions.ts';
import { cardActivity } from './connector.ts';
import type { ChatDeps } from './deps.ts';
import { keepAsStatus } from './status-cards.ts';
import type { Turn } from './turn.ts';

/**
 * The answer to a click changes what one person sees at this moment; the message itself stays as it was and comes
 * back when the chat is opened anew. In somebody's own chat it is therefore changed as well, after the answer. A
 * request's own cards are the messenger's.
 */
export async function keepAnswer(deps: ChatDeps, turn: Turn, answer: CardAnswer): Promise<void> {
  const { replyToId, address } = turn;
  if (answer.kind !== 'card' || !turn.isPersonal || replyToId === undefined) {
    return;
  }
  try {
    if (answer.isForm === true) {
      const message = { address, activityId: replyToId };
      await deps.deliveryFrom(address.serviceUrl).update(message, cardActivity(answer.card));
    } else if (answer.shows !== undefined) {
      await keepAsStatus(deps, { ...turn, replyToId }, answer.shows);
    }
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    deps.log.warn({ userId: turn.actor.id, error: name }, 'an answer could not be kept');
  }
}
