import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import type { CardStore, PostedCard } from '../domain/posted-card.ts';
import type { Request } from '../domain/request.ts';
import { type CardPlace, hasOutcome } from './cards/audience.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { firstOccasion } from './cards/occasion.ts';
import { cardActivity } from './connector.ts';
import type { Delivery, Recipient } from './delivery.ts';
import { asReached, noteIn, type Obstacle, undeliverableBy } from './obstacle.ts';
import { lostBefore, placeOf } from './replaced-card.ts';

export interface PostDeps {
  readonly delivery: Delivery;
  readonly cards: CardStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** A card as it is to be, and as it was last. */
export interface Drawing {
  readonly request: Request;
  readonly place: CardPlace;
  readonly recipient: Recipient;
  readonly posted: PostedCard | undefined;
  readonly card: AdaptiveCard;
  readonly hash: string;
  /** What an approver is to be told by a message; undefined for nothing. */
  readonly occasion: string | undefined;
}

/** Sends or updates the card where it is not as it was last sent; resolves to it as it is on record then. */
export async function postCard(deps: PostDeps, drawing: Drawing): Promise<PostedCard | undefined> {
  const { posted } = drawing;
  if (posted?.activityId === undefined || isNewOutcome(drawing) || isNewOccasion(drawing)) {
    return send(deps, drawing);
  }
  return posted.contentHash === drawing.hash ? posted : update(deps, drawing);
}

/** An approver is asked something that their last message was not about. */
function isNewOccasion({ posted, occasion }: Drawing): boolean {
  return occasion !== undefined && (posted?.occasion ?? firstOccasion) !== occasion;
}

/** The outcome after another try is told by a new message; an edited one would alert nobody. */
function isNewOutcome({ request, place, posted, hash }: Drawing): boolean {
  return place.kind === 'outcome' && hasOutcome(request) && posted?.contentHash !== hash;
}

async function send(
  deps: PostDeps,
  { recipient, posted, ...drawing }: Drawing,
): Promise<PostedCard> {
  const { request, place, card, hash: contentHash } = drawing;
  const { kind } = place;
  const occasion = drawing.occasion ?? posted?.occasion;
  const replaces = kind === 'approval' ? placeOf(posted) : undefined;
  const row = {
    requestId: request.id,
    recipientId: recipient.userId,
    kind,
    ...(occasion === undefined ? {} : { occasion }),
    ...(replaces === undefined ? {} : { replaces }),
  };
  const obstacle: Obstacle = { since: posted?.undeliverableSince };
  const told = { ...recipient, tell: noteIn(obstacle) };
  const address = await deps.delivery.reach(told);
  if (address === undefined) {
    return giveUp(deps, row, obstacle);
  }
  const { conversationId, serviceUrl } = address;
  const there = { ...row, conversationId, serviceUrl };
  await deps.cards.save({ ...there, attemptedAt: deps.clock.now() });
  const activity = cardActivity(card, { alert: kind !== 'request' });
  const activityId = await deps.delivery.post(told, address, activity);
  if (activityId === undefined) {
    return giveUp(deps, row, obstacle);
  }
  return saved(deps, { ...there, ...lostBefore(posted), activityId, contentHash });
}

async function update(deps: PostDeps, drawing: Drawing): Promise<PostedCard> {
  const { posted, recipient, card, hash: contentHash } = drawing;
  const { activityId, conversationId, serviceUrl } = posted ?? {};
  if (
    posted === undefined ||
    activityId === undefined ||
    conversationId === undefined ||
    serviceUrl === undefined
  ) {
    return send(deps, drawing);
  }
  const obstacle: Obstacle = { since: posted.undeliverableSince };
  const to = { ...recipient, tell: noteIn(obstacle) };
  const message = { address: { conversationId, serviceUrl }, activityId, to };
  const result = await deps.delivery.update(message, cardActivity(card));
  if (result === 'updated') {
    return saved(deps, { ...asReached(posted), contentHash });
  }
  return isAskedFor(drawing)
    ? saved(deps, withoutMessage(posted))
    : sendInstead(deps, { ...drawing, posted }, { result, obstacle });
}

async function sendInstead(
  deps: PostDeps,
  drawing: Drawing & { readonly posted: PostedCard },
  why: { readonly result: 'gone' | 'unreachable'; readonly obstacle: Obstacle },
): Promise<PostedCard> {
  const { posted } = drawing;
  return why.result === 'gone'
    ? send(deps, { ...drawing, posted: withoutMessage(posted) })
    : giveUp(deps, posted, why.obstacle);
}

/** Nobody misses the card that they have asked for and removed. */
function isAskedFor({ place }: Drawing): boolean {
  return place.kind === 'status';
}

function withoutMessage({ activityId: _gone, ...row }: PostedCard): PostedCard {
  return row;
}

async function giveUp(deps: PostDeps, card: PostedCard, obstacle: Obstacle): Promise<PostedCard> {
  const { requestId, recipientId, kind } = card;
  deps.log.info({ requestId, recipientId, kind }, 'a person cannot be reached');
  return saved(deps, { ...card, ...undeliverableBy(obstacle, deps.clock.now()) });
}

async function saved({ cards }: PostDeps, card: PostedCard): Promise<PostedCard> {
  await cards.save(card);
  return card;
}
