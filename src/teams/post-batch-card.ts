import type { BatchCardStore, PostedBatchCard } from '../domain/batch-store.ts';
import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import { isLaterOccasion } from './cards/batch-occasion.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { cardActivity } from './connector.ts';
import type { Delivery, Recipient } from './delivery.ts';
import { asReached, noteIn, type Obstacle, undeliverableBy } from './obstacle.ts';
import { lostBefore, placeOf } from './replaced-card.ts';

export interface PostBatchDeps {
  readonly delivery: Delivery;
  readonly batchCards: BatchCardStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** A card of a list as it is to be, and as it was last. */
export interface BatchDrawing {
  readonly row: Pick<PostedBatchCard, 'batchId' | 'recipientId' | 'kind'>;
  readonly to: Recipient;
  readonly card: AdaptiveCard;
  readonly hash: string;
  readonly mine: PostedBatchCard | undefined;
  /** What an approver is to be told by a message; undefined for nothing. */
  readonly occasion: string | undefined;
  /** Whether it takes a new message, because an edited one would alert nobody. */
  readonly isNews: boolean;
}

/** Sends or updates the card where it is not as it was last sent; resolves to it as it is on record then. */
export async function postBatchCard(
  deps: PostBatchDeps,
  drawing: BatchDrawing,
): Promise<PostedBatchCard> {
  const { mine, hash, isNews } = drawing;
  if (mine?.activityId === undefined || isNews) {
    return send(deps, drawing);
  }
  return mine.contentHash === hash ? mine : update(deps, drawing);
}

async function send(deps: PostBatchDeps, drawing: BatchDrawing): Promise<PostedBatchCard> {
  const { row, to, card, mine, hash: contentHash, occasion } = drawing;
  const replaces = olderOf(drawing);
  const told = {
    ...row,
    ...(occasion === undefined ? {} : { occasion }),
    ...(replaces === undefined ? {} : { replaces }),
  };
  const obstacle: Obstacle = { since: mine?.undeliverableSince };
  const recipient = { ...to, tell: noteIn(obstacle) };
  const address = await deps.delivery.reach(recipient);
  if (address === undefined) {
    return giveUp(deps, told, obstacle);
  }
  const { conversationId, serviceUrl } = address;
  const there = { ...told, conversationId, serviceUrl };
  await deps.batchCards.save({ ...there, attemptedAt: deps.clock.now() });
  const activity = cardActivity(card, { alert: row.kind !== 'list' });
  const activityId = await deps.delivery.post(recipient, address, activity);
  return activityId === undefined
    ? giveUp(deps, told, obstacle)
    : saved(deps, { ...there, ...lostBefore(mine), activityId, contentHash });
}

async function update(deps: PostBatchDeps, drawing: BatchDrawing): Promise<PostedBatchCard> {
  const { card, hash: contentHash } = drawing;
  const mine: PostedBatchCard = drawing.mine ?? drawing.row;
  const { activityId, conversationId, serviceUrl, ...row } = mine;
  if (activityId === undefined || conversationId === undefined || serviceUrl === undefined) {
    return send(deps, drawing);
  }
  const obstacle: Obstacle = { since: mine.undeliverableSince };
  const address = { conversationId, serviceUrl };
  const message = { address, activityId, to: { ...drawing.to, tell: noteIn(obstacle) } };
  switch (await deps.delivery.update(message, cardActivity(card))) {
    case 'updated':
      return saved(deps, { ...asReached(mine), ...toldOf(drawing), contentHash });
    case 'gone':
      return send(deps, { ...drawing, mine: row });
    case 'unreachable':
      return giveUp(deps, { ...row, replaces: olderOf(drawing) }, obstacle);
  }
}

/** Only what asks for a decision has one that counts. */
function olderOf({ row, mine }: BatchDrawing): PostedBatchCard['replaces'] {
  return row.kind === 'approval' ? placeOf(mine) : undefined;
}

/** What is asked may have become less; what comes next is to be told against that. */
function toldOf({ mine, occasion }: BatchDrawing): Pick<PostedBatchCard, 'occasion'> {
  const isLess = occasion !== undefined && isLaterOccasion(mine?.occasion ?? '', occasion);
  return isLess ? { occasion } : {};
}

async function giveUp(
  deps: PostBatchDeps,
  card: PostedBatchCard,
  obstacle: Obstacle,
): Promise<PostedBatchCard> {
  const { batchId, recipientId, kind } = card;
  deps.log.info({ batchId, recipientId, kind }, 'a person cannot be reached');
  return saved(deps, { ...card, ...undeliverableBy(obstacle, deps.clock.now()) });
}

async function saved(
  { batchCards }: PostBatchDeps,
  card: PostedBatchCard,
): Promise<PostedBatchCard> {
  await batchCards.save(card);
  return card;
}
