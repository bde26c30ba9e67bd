import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from './cards/elements.ts';
import { cardActivity } from './connector.ts';
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

export function toActivity(content: AdaptiveCard | string): Partial<Activity> {
  return typeof content === 'string' ? { type: 'message', text: content } : cardActivity(content);
}
