import type { UserId } from '../domain/ids.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { ConnectorError } from './connector.ts';
import type { CatalogChatDeps } from './deps.ts';
import { toActivity } from './say-privately.ts';
import type { Turn } from './turn.ts';
import { wordsFor } from './words/choose.ts';
import type { Words } from './words/words.ts';

/**
 * Writes to somebody in their own chat, in the language in which they last wrote, in one try: who acts waits for it.
 * False when they could not be reached; oneself is not written to and counts as told.
 */
export async function tellPerson(
  deps: CatalogChatDeps,
  { actor, address }: Turn,
  news: {
    readonly userId: UserId;
    readonly draw: (words: Words) => AdaptiveCard | string;
  },
): Promise<boolean> {
  const { userId } = news;
  if (userId === actor.id) {
    return true;
  }
  const recipient = { tenantId: actor.tenantId, userId };
  const delivery = deps.deliveryFrom(address.serviceUrl);
  try {
    const place = await delivery.reach(recipient);
    const known = await deps.conversations.find(recipient.tenantId, userId);
    const activity = toActivity(news.draw(wordsFor(known?.locale)));
    return place !== undefined && (await delivery.post(recipient, place, activity)) !== undefined;
  } catch (error) {
    if (!(error instanceof ConnectorError)) {
      throw error;
    }
    deps.log.warn({ userId, status: error.status }, 'somebody was not told of their role');
    return false;
  }
}
