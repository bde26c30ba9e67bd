import type { PostedCard } from '../domain/posted-card.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { cardActivity } from './connector.ts';
import type { Delivery } from './delivery.ts';

/** Where a card of a request or of a list stands. */
type Place = Pick<PostedCard, 'activityId' | 'conversationId' | 'serviceUrl' | 'replaces'>;

interface Deps<Card> {
  readonly delivery: Pick<Delivery, 'update'>;
  readonly cards: { save(card: Card): Promise<void> };
}

/** What a new message takes the place of, to be kept with it until the old one says so. */
export function placeOf(posted: Place | undefined): Place['replaces'] {
  const { activityId, conversationId, serviceUrl, replaces } = posted ?? {};
  return activityId === undefined || conversationId === undefined || serviceUrl === undefined
    ? replaces
    : { activityId, conversationId, serviceUrl };
}

/** An earlier try got no answer, so there may be two of it now. */
export function lostBefore(
  posted: Pick<PostedCard, 'activityId' | 'attemptedAt'> | undefined,
): Pick<PostedCard, 'attemptedAt'> {
  const { activityId, attemptedAt } = posted ?? {};
  return activityId === undefined && attemptedAt !== undefined ? { attemptedAt } : {};
}

/** Makes the older message point to the newer one. One that is gone or out of reach is let be. */
export async function retireReplaced<Card extends Place>(
  { delivery, cards }: Deps<Card>,
  posted: Card | undefined,
  pointer: AdaptiveCard,
): Promise<void> {
  if (posted?.replaces === undefined || posted.activityId === undefined) {
    return;
  }
  const { activityId, conversationId, serviceUrl } = posted.replaces;
  const message = { address: { conversationId, serviceUrl }, activityId };
  await delivery.update(message, cardActivity(pointer));
  await cards.save({ ...posted, replaces: undefined });
}
