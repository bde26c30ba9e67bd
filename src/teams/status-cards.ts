import type { RequestId } from '../domain/ids.ts';
import type { PostedCard } from '../domain/posted-card.ts';
import type { Request } from '../domain/request.ts';
import type { UseCases } from '../setup/use-cases.ts';
import type { CardPlace } from './cards/audience.ts';
import { cardActivity } from './connector.ts';
import type { ChatDeps } from './deps.ts';
import { postedView } from './posted-view.ts';
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
  const activityId = turn.replyToId;
  if (await isKept(deps, request, activityId)) {
    return;
  }
  await rememberStatus(deps, turn, { requestId: request.id, activityId });
  await drawUntilNewest(deps, turn, request);
}

async function isKept(
  { cards, batchCards }: ChatDeps,
  { id, batch }: Request,
  activityId: string,
): Promise<boolean> {
  const [own, ofList] = await Promise.all([
    cards.list(id),
    batch === undefined ? [] : batchCards.list(batch.id),
  ]);
  return [...own, ...ofList].some((card) => card.activityId === activityId);
}

/** Whatever changed before this message was written down as the request's, the messenger could not tell here. */
async function drawUntilNewest(deps: ChatDeps, turn: Clicked, first: Request): Promise<void> {
  const delivery = deps.deliveryFrom(turn.address.serviceUrl);
  const message = { address: turn.address, activityId: turn.replyToId };
  let request = first;
  for (let round = 0; round < 3; round += 1) {
    await delivery.update(message, cardActivity(await draw(deps, turn, request)));
    const newest = await deps.useCases.find(turn.actor, request.id);
    if (newest.version === request.version) {
      return;
    }
    request = newest;
  }
}

async function draw(
  { useCases, cards, appLink }: ChatDeps,
  turn: Turn,
  request: Request,
): Promise<ReturnType<typeof postedView>['card']> {
  const { card } = postedView(useCases, {
    words: turn.words,
    request,
    place: { recipient: turn.actor, kind: 'status', duty: 'update' },
    posted: await cards.list(request.id),
    reference: toReference(turn),
    appLink,
  });
  return card;
}
