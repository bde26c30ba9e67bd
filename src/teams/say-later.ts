import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import { isProblem } from '../domain/problem.ts';
import type { CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { explain } from './cards/notices.ts';
import { ConnectorError, cardActivity } from './connector.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

/** Of real time: longer than that, somebody who clicked wonders whether anything happens. */
const patienceMs = 900;

/** The card when it is there at once; else a word that it comes, and the card into the private chat when it is. */
export async function nowOrLater(
  deps: ChatDeps,
  turn: Turn,
  drawing: Promise<AdaptiveCard>,
): Promise<CardAnswer> {
  const timer = new AbortController();
  try {
    const card = await Promise.race([
      drawing,
      delay(patienceMs, undefined, { signal: timer.signal }),
    ]);
    if (card !== undefined) {
      return { kind: 'card', card };
    }
  } finally {
    timer.abort();
  }
  void follow(deps, turn, drawing);
  return { kind: 'message', text: turn.words.why.looking };
}

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

/** Nobody waits for this any more, so whatever goes wrong is for the log. */
async function follow(deps: ChatDeps, turn: Turn, drawing: Promise<AdaptiveCard>): Promise<void> {
  try {
    await sayPrivately(deps, turn, await contentOf(turn, drawing));
  } catch (error) {
    const status = error instanceof ConnectorError ? error.status : undefined;
    const name = error instanceof Error ? error.name : typeof error;
    deps.log.error({ userId: turn.actor.id, error: name, status }, 'a late answer was not given');
  }
}

async function contentOf(
  { words }: Turn,
  drawing: Promise<AdaptiveCard>,
): Promise<AdaptiveCard | string> {
  try {
    return await drawing;
  } catch (error) {
    if (isProblem(error)) {
      return explain(words, error.code, '');
    }
    throw error;
  }
}
