import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from './cards/elements.ts';
import { ConnectorError, cardActivity } from './connector.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

/** False when the person has not the app. Throws `ConnectorError`. */
export async function sayPrivately(
  { deliveryFrom }: Pick<ChatDeps, 'deliveryFrom'>,
  { actor, address }: Pick<Turn, 'actor' | 'address'>,
  content: AdaptiveCard | string,
): Promise<boolean> {
  const delivery = deliveryFrom(address.serviceUrl);
  const recipient = { tenantId: actor.tenantId, userId: actor.id };
  const place = await delivery.reach(recipient);
  const id = place && (await delivery.post(recipient, place, toActivity(content)));
  return id !== undefined;
}

/**
 * False when the person has not the app. True too where that cannot be told for now: what comes by itself is tried
 * again by itself.
 */
export async function hasPrivateChat(
  { deliveryFrom }: Pick<ChatDeps, 'deliveryFrom'>,
  { actor, address }: Pick<Turn, 'actor' | 'address'>,
): Promise<boolean> {
  const recipient = { tenantId: actor.tenantId, userId: actor.id };
  try {
    return (await deliveryFrom(address.serviceUrl).reach(recipient)) !== undefined;
  } catch (error) {
    if (error instanceof ConnectorError) {
      return true;
    }
    throw error;
  }
}

export function toActivity(content: AdaptiveCard | string): Partial<Activity> {
  return typeof content === 'string' ? { type: 'message', text: content } : cardActivity(content);
}
