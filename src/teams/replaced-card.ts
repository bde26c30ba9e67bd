import type { CardStore, PostedCard } from '../domain/posted-card.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { cardActivity } from './connector.ts';
import type { Delivery } from './delivery.ts';

interface Deps {
  readonly delivery: Pick<Delivery, 'update'>;
  readonly cards: Pick<CardStore, 'save'>;
}

/** What a new message takes the place of, to be kept with it until the old one says so. */
export function placeOf(posted: PostedCard | undefined): PostedCard['replaces'] {
  const { activityId, conversationId, serviceUrl, replaces } = posted ?? {};
  return activityId === undefined || conversationId === undefined || serviceUrl === undefined
    ? replaces
    : { activityId, conversationId, serviceUrl };
}

/** Makes the older message point to the newer one. One that is gone or out of reach is let be. */
export async function retireReplaced(
  { delivery, cards }: Deps,
  posted: PostedCard | undefined,
  pointer: AdaptiveCard,
): Promise<void> {
  if (posted?.replaces === undefined || posted.activityId === undefined) {
    return;
  }
  const { replaces, ...row } = posted;
  const { activityId, conversationId, serviceUrl } = replaces;
  const message = { address: { conversationId, serviceUrl }, activityId };
  await delivery.update(message, cardActivity(pointer));
  await cards.save(row);
}
