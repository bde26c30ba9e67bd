import type { RequestId } from '../domain/ids.ts';
import type { CardKind, PostedCard } from '../domain/posted-card.ts';
import type { Request } from '../domain/request.ts';
import type { UseCases } from '../setup/use-cases.ts';
import type { CardPlace } from './cards/audience.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { cardActivity } from './connector.ts';
import type { ChatDeps } from './deps.ts';
import { drawUntilNewest } from './draw-until-newest.ts';
import { postedView } from './posted-view.ts';
import { baseView } from './request-views.ts';
import { type Turn, toReference } from './turn.ts';

/** The cards that people have asked for, as long as the request is theirs to see. */
export function statusPlaces(
  useCases: Pick<UseCases, 'rolesOf'>,
  request: Request,
  posted: readonly PostedCard[],
): readonly CardPlace[] {
  const { tenantId } = request;
  return posted
    .filter(({ kind, activityId }) => kind === 'status' && activityId !== undefined)
    .filter(({ recipientId: id }) => useCases.rolesOf({ tenantId, id }, request).length > 0)
    .map(({ recipientId: id }) => ({ recipient: { id }, kind: 'status', duty: 'update' }));
}

/** From now on this message is kept up to date; of each person and request only the newest is. */
export async function rememberStatus(
  { cards }: Pick<ChatDeps, 'cards'>,
  { actor, address }: Pick<Turn, 'actor' | 'address'>,
  { requestId, activityId }: { readonly requestId: RequestId; readonly activityId: string },
): Promise<void> {
  const { conversationId, serviceUrl } = address;
  const place = { conversationId, serviceUrl, activityId };
  await cards.save({ requestId, recipientId: actor.id, kind: 'status', ...place });
}

type Clicked = Turn & { readonly replyToId: string };

/**
 * A message that showed something else, such as a list of requests, shows this request from now on, also after the
 * chat is opened anew. Nothing happens to a message that is kept up to date already.
 */
export async function keepAsStatus(deps: ChatDeps, turn: Clicked, request: Request): Promise<void> {
  if ((await findKept(deps, turn, request)) === undefined) {
    await becomeStatus(deps, turn, request);
  }
}

/**
 * The same for somebody who opened the request and was told that it takes long: a card of this request is drawn once
 * more, since its reader may look at something else in its place. Where the message is not theirs, or is the card of a
 * list, resolves to what is said in their private chat instead.
 */
export async function showLate(
  deps: ChatDeps,
  turn: Turn,
  request: Request,
): Promise<AdaptiveCard | undefined> {
  const { replyToId } = turn;
  if (!turn.isPersonal || replyToId === undefined) {
    return baseView(deps, turn, { request });
  }
  const clicked = { ...turn, replyToId };
  const kept = await findKept(deps, clicked, request);
  if (kept === 'of-list') {
    return baseView(deps, turn, { request });
  }
  await (kept === undefined
    ? becomeStatus(deps, clicked, request)
    : drawOnMessage(deps, clicked, { request, kind: kept }));
  return undefined;
}

async function becomeStatus(deps: ChatDeps, turn: Clicked, request: Request): Promise<void> {
  await rememberStatus(deps, turn, { requestId: request.id, activityId: turn.replyToId });
  await drawOnMessage(deps, turn, { request, kind: 'status' });
}

/** As what the clicked message is kept up to date already. */
async function findKept(
  { cards, batchCards }: ChatDeps,
  { replyToId }: Clicked,
  { id, batch }: Request,
): Promise<CardKind | 'of-list' | undefined> {
  const [own, ofList] = await Promise.all([
    cards.list(id),
    batch === undefined ? [] : batchCards.list(batch.id),
  ]);
  return ofList.some(({ activityId }) => activityId === replyToId)
    ? 'of-list'
    : own.find(({ activityId }) => activityId === replyToId)?.kind;
}

interface Showing {
  readonly request: Request;
  readonly kind: CardKind;
}

async function drawOnMessage(
  deps: ChatDeps,
  turn: Clicked,
  { request: first, kind }: Showing,
): Promise<void> {
  const delivery = deps.deliveryFrom(turn.address.serviceUrl);
  const message = { address: turn.address, activityId: turn.replyToId };
  await drawUntilNewest(first, {
    show: async (request) =>
      delivery.update(message, cardActivity(await draw(deps, turn, { request, kind }))),
    read: () => deps.useCases.find(turn.actor, first.id),
    isSame: (one, other) => one.version === other.version,
  });
}

async function draw(
  { useCases, cards, appLink }: ChatDeps,
  turn: Turn,
  { request, kind }: Showing,
): Promise<AdaptiveCard> {
  const { card } = postedView(useCases, {
    words: turn.words,
    request,
    place: { recipient: turn.actor, kind, duty: 'update' },
    posted: await cards.list(request.id),
    reference: toReference(turn),
    appLink,
  });
  return card;
}
