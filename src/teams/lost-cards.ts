import type { PostedBatchCard } from '../domain/batch-store.ts';
import type { GroupCard, GroupCardStore } from '../domain/group-card.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Clock } from '../domain/ports.ts';
import type { PostedCard } from '../domain/posted-card.ts';
import { channelOf } from './connector.ts';
import type { Turn } from './turn.ts';

/** Longer than any client takes to ask for its view of a message that has arrived. */
const lostForMs = 3_600_000;

type Posted = PostedCard | PostedBatchCard;

/**
 * A bot cannot ask whether a message has arrived that got no answer. Once its card asks for a view, it has: from then
 * on that message is the card, or, where another has been posted meanwhile, gives way to that one. Undefined for a
 * click on anything else.
 */
export async function adoptLost<Card extends Posted>(
  { cards, clock }: { readonly cards: Saving<Card>; readonly clock: Pick<Clock, 'now'> },
  { actor, address, replyToId: activityId }: Turn,
  posted: readonly Card[],
): Promise<Card | undefined> {
  const lost = posted.find(
    (card) =>
      card.recipientId === actor.id &&
      card.conversationId === address.conversationId &&
      isLost(card, clock),
  );
  if (lost === undefined || activityId === undefined) {
    return undefined;
  }
  const found = { ...lost, ...placeFor(lost, activityId, address) };
  await cards.save(found);
  return found;
}

interface Saving<Card> {
  save(card: Card): Promise<void>;
}

/**
 * The same for the card that everybody in a group chat or channel sees, whoever of them it was. Resolves to what is
 * known of the card once this message belongs to it. The message of another request never does.
 */
export async function adoptLostGroupCard(
  { store, clock }: { readonly store: GroupCardStore; readonly clock: Pick<Clock, 'now'> },
  turn: Turn,
  requestId: RequestId,
): Promise<GroupCard | undefined> {
  const { replyToId: activityId } = turn;
  const known = await store.findFor(requestId);
  if (known === undefined || activityId === undefined || !isHere(known, turn)) {
    return undefined;
  }
  if (known.activityId === activityId) {
    return known;
  }
  if (!isLost(known, clock) || (await store.isPosted(known, activityId))) {
    return undefined;
  }
  const { conversationId, serviceUrl } = known;
  const found = { ...known, ...placeFor(known, activityId, { conversationId, serviceUrl }) };
  return (await store.replace(known, found)) ? found : undefined;
}

function isHere({ tenantId, conversationId }: GroupCard, { actor, address }: Turn): boolean {
  return (
    tenantId === actor.tenantId && channelOf(conversationId) === channelOf(address.conversationId)
  );
}

function isLost(
  { attemptedAt }: { readonly attemptedAt?: Date | undefined },
  clock: Pick<Clock, 'now'>,
): boolean {
  return attemptedAt !== undefined && clock.now().getTime() - attemptedAt.getTime() <= lostForMs;
}

/** It is the card where none is known, else an older one that is to point to the one that is. */
function placeFor(
  known: { readonly activityId?: string | undefined },
  activityId: string,
  address: Turn['address'],
): Pick<Posted, 'activityId' | 'replaces'> {
  return known.activityId === undefined ? { activityId } : { replaces: { activityId, ...address } };
}
