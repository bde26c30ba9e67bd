import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { GroupCard, GroupCardStore } from '../domain/group-card.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Clock, ConversationStore } from '../domain/ports.ts';
import type { Request } from '../domain/request.ts';
import type { RequestStore } from '../domain/request-store.ts';
import type { UseCases } from '../setup/use-cases.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { groupCard } from './cards/group-card.ts';
import { pointerCard } from './cards/pointer-card.ts';
import { ConnectorError, cardActivity } from './connector.ts';
import type { Delivery } from './delivery.ts';
import type { ChatDeps } from './deps.ts';
import { groupViewers } from './group-viewers.ts';
import { adoptLostGroupCard } from './lost-cards.ts';
import { lostBefore, placeOf } from './replaced-card.ts';
import { type Place, Rosters } from './rosters.ts';
import type { Turn } from './turn.ts';
import { wordsFor } from './words/choose.ts';

export interface GroupCardDeps {
  readonly store: GroupCardStore;
  readonly requests: Pick<RequestStore, 'get'>;
  readonly conversations: Pick<ConversationStore, 'find'>;
  readonly useCases: Pick<UseCases, 'rolesOf'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** How long a card waits for the roster of its place, in real milliseconds. */
  readonly rosterWithinMs?: number | undefined;
}

/** The one card of a request for everybody in the group chat or channel where it was begun. */
export interface GroupCards {
  /** Notes that this form was asked for there. */
  begin(turn: Turn, formId: string): Promise<void>;
  /**
   * Posts the card, or brings it up to date in place. Where it is gone, or the bot is no longer there, it is
   * forgotten. Throws `ConnectorError` when that did not work for now: call again.
   */
  bringUpToDate(delivery: Delivery, request: Request): Promise<void>;
  /**
   * A click on a message of this request that got no answer when it was posted, so that nothing was known of it: it is
   * the card from now on, or points to the one that is.
   */
  adopt(deliveryFrom: ChatDeps['deliveryFrom'], turn: Turn, request: Request): Promise<void>;
  /** What everybody sees, for somebody who clicked that card and has no view of their own; undefined elsewhere. */
  viewFor(turn: Turn, requestId: RequestId): Promise<AdaptiveCard | undefined>;
  /**
   * Somebody came or went, so that the roster is read anew. Resolves to the newest open requests with a card there, of
   * which somebody who came may have a view of their own now.
   */
  changeMembers(place: Place): Promise<readonly RequestId[]>;
  forgetConversation(turn: Turn): Promise<void>;
}

export function createGroupCards(deps: GroupCardDeps): GroupCards {
  const { store } = deps;
  const rosters = new Rosters(deps);
  return {
    begin: async ({ actor, address, teamId, locale }, formId) => {
      const card = {
        tenantId: actor.tenantId,
        formId: `${actor.id}/${formId}`,
        ...address,
        teamId,
        locale,
      };
      await store.begin(card, deps.clock.now());
    },
    bringUpToDate: (delivery, request) => bringUpToDate({ ...deps, rosters }, delivery, request),
    adopt: (deliveryFrom, turn, request) => adopt({ ...deps, deliveryFrom }, turn, request),
    viewFor: (turn, requestId) => viewFor(deps, turn, requestId),
    changeMembers: (place) => {
      rosters.forget(place);
      return store.listOpenIn(place, mostOpen);
    },
    forgetConversation: ({ actor, address }) =>
      store.forgetConversation(actor.tenantId, address.conversationId),
  };
}

/** A form's id that is noted where others saw it asked for; in the private chat there is nothing to note. */
export async function formFromHere(deps: ChatDeps, turn: Turn): Promise<ChatDeps> {
  if (turn.isPersonal || deps.groupCards === undefined) {
    return deps;
  }
  const formId = deps.newFormId();
  await deps.groupCards.begin(turn, formId);
  return { ...deps, newFormId: () => formId };
}

/** So many cards of one place are brought up to date for somebody who joins it. */
const mostOpen = 50;

/** A card that somebody's click changes meanwhile is drawn again; one that is forgotten is not found any more. */
const rounds = 3;

async function bringUpToDate(deps: DrawDeps, delivery: Delivery, request: Request): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const known = await deps.store.findFor(request.id);
    if (known === undefined || (await draw(deps, delivery, { known, request }))) {
      return;
    }
  }
}

type DrawDeps = GroupCardDeps & { readonly rosters: Rosters };

/** False where what is known of the card has changed meanwhile. */
async function draw(
  deps: DrawDeps,
  delivery: Delivery,
  { known, request }: Pick<Sending, 'known' | 'request'>,
): Promise<boolean> {
  const viewerIds = await groupViewers(deps, delivery, { request, place: known });
  const card = groupCard({ words: wordsFor(known.locale), request, viewerIds });
  const contentHash = createHash('sha256').update(JSON.stringify(card)).digest('base64url');
  const sending = { known, request, activity: cardActivity(card), contentHash };
  const drawn =
    known.contentHash === contentHash ? known : await send({ ...deps, delivery }, sending);
  await retire({ ...deps, delivery }, drawn, request);
  return drawn !== undefined;
}

interface Sending {
  readonly known: GroupCard;
  readonly request: Request;
  readonly activity: Partial<Activity>;
  readonly contentHash: string;
}

type SendDeps = Pick<GroupCardDeps, 'store' | 'clock'> & { readonly delivery: Delivery };

/** Resolves to what is known of the card then; undefined where it is forgotten, or has changed meanwhile. */
function send(deps: SendDeps, sending: Sending): Promise<GroupCard | undefined> {
  const { activityId } = sending.known;
  return activityId === undefined ? post(deps, sending) : update(deps, { ...sending, activityId });
}

/** Where there is no such place any more, the card is forgotten. */
async function post(
  { store, clock, delivery }: SendDeps,
  { known, request, activity, contentHash }: Sending,
): Promise<GroupCard | undefined> {
  const { conversationId, serviceUrl, tenantId } = known;
  const attempted = { ...known, attemptedAt: clock.now() };
  if (!(await store.replace(known, attempted))) {
    return undefined;
  }
  const asker = { tenantId, userId: request.requester.id };
  const activityId = await delivery.post(asker, { conversationId, serviceUrl }, activity);
  if (activityId === undefined) {
    return forget(store, known);
  }
  const { attemptedAt: _answered, ...answered } = attempted;
  const posted = { ...answered, ...lostBefore(known), activityId, contentHash };
  if (await store.replace(attempted, posted)) {
    return posted;
  }
  // In the meantime an earlier message of it has turned up, or somebody has seen this one before its answer was here.
  const adopted = await store.findFor(request.id);
  if (adopted === undefined) {
    return undefined;
  }
  const replaces = adopted.activityId === activityId ? adopted.replaces : placeOf(adopted);
  const both = { ...adopted, ...posted, replaces };
  return (await store.replace(adopted, both)) ? both : undefined;
}

/** Where there is no such message any more, the card is forgotten: whoever took it away does not get it back. */
async function update(
  { store, delivery }: SendDeps,
  { known, activity, activityId, contentHash }: Sending & { readonly activityId: string },
): Promise<GroupCard | undefined> {
  const { conversationId, serviceUrl } = known;
  const message = { address: { conversationId, serviceUrl }, activityId };
  if ((await delivery.update(message, activity)) !== 'updated') {
    return forget(store, known);
  }
  const drawn = { ...known, contentHash };
  return (await store.replace(known, drawn)) ? drawn : undefined;
}

async function forget(store: GroupCardStore, known: GroupCard): Promise<undefined> {
  await store.forget(known);
  return undefined;
}

/** A second message of the card is made to point to the first; one that is gone is let be. */
async function retire(
  { store, delivery }: Pick<SendDeps, 'store' | 'delivery'>,
  known: GroupCard | undefined,
  request: Request,
): Promise<void> {
  if (known?.replaces === undefined) {
    return;
  }
  const { activityId, conversationId, serviceUrl } = known.replaces;
  const pointer = cardActivity(pointerCard(wordsFor(known.locale), request));
  await delivery.update({ address: { conversationId, serviceUrl }, activityId }, pointer);
  await store.replace(known, { ...known, replaces: undefined });
}

/** Where the pointer cannot be drawn for now, the next change of the request does. */
async function adopt(
  deps: GroupCardDeps & Pick<ChatDeps, 'deliveryFrom'>,
  turn: Turn,
  request: Request,
): Promise<void> {
  const known = await adoptLostGroupCard(deps, turn, request.id);
  if (known?.replaces === undefined) {
    return;
  }
  const delivery = deps.deliveryFrom(known.serviceUrl);
  // Not waited for: somebody waits for the answer to a click.
  void retire({ ...deps, delivery }, known, request).catch((error: unknown) => {
    const { status } = error instanceof ConnectorError ? error : { status: undefined };
    deps.log.warn(
      { requestId: request.id, status },
      'a second card in a group does not say so yet',
    );
  });
}

async function viewFor(
  deps: GroupCardDeps,
  turn: Turn,
  requestId: RequestId,
): Promise<AdaptiveCard | undefined> {
  const known = await adoptLostGroupCard(deps, turn, requestId);
  if (known === undefined) {
    return undefined;
  }
  const request = await deps.requests.get(requestId);
  return groupCard({ words: turn.words, request, viewerIds: [], isBystanders: true });
}
