import { createHash } from 'node:crypto';
import type { GroupCard, GroupCardStore } from '../domain/group-card.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Clock, ConversationStore, RequestStore } from '../domain/ports.ts';
import type { Request } from '../domain/request.ts';
import type { UseCases } from '../setup/use-cases.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { groupCard } from './cards/group-card.ts';
import { cardActivity, channelOf } from './connector.ts';
import type { Delivery } from './delivery.ts';
import type { ChatDeps } from './deps.ts';
import { groupViewers } from './group-viewers.ts';
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

async function bringUpToDate(
  deps: GroupCardDeps & { readonly rosters: Rosters },
  delivery: Delivery,
  request: Request,
): Promise<void> {
  const known = await deps.store.findFor(request.id);
  if (known === undefined) {
    return;
  }
  const viewerIds = await groupViewers(deps, delivery, { request, place: known });
  const card = groupCard({ words: wordsFor(known.locale), request, viewerIds });
  const contentHash = createHash('sha256').update(JSON.stringify(card)).digest('base64url');
  if (known.contentHash === contentHash) {
    return;
  }
  const activityId = await send(delivery, { known, request, card });
  await (activityId === undefined
    ? deps.store.forget(known)
    : deps.store.save({ ...known, activityId, contentHash }));
}

interface Sending {
  readonly known: GroupCard;
  readonly request: Request;
  readonly card: AdaptiveCard;
}

/** Undefined where there is no such place, or no such message, any more: whoever took it away does not get it back. */
async function send(
  delivery: Delivery,
  { known, request, card }: Sending,
): Promise<string | undefined> {
  const { conversationId, serviceUrl, activityId, tenantId } = known;
  const address = { conversationId, serviceUrl };
  if (activityId === undefined) {
    const asker = { tenantId, userId: request.requester.id };
    return delivery.post(asker, address, cardActivity(card));
  }
  const result = await delivery.update({ address, activityId }, cardActivity(card));
  return result === 'updated' ? activityId : undefined;
}

async function viewFor(
  deps: GroupCardDeps,
  { actor, address, replyToId, words }: Turn,
  requestId: RequestId,
): Promise<AdaptiveCard | undefined> {
  const known = await deps.store.findFor(requestId);
  const isIt =
    known?.tenantId === actor.tenantId &&
    known.activityId === replyToId &&
    known.activityId !== undefined &&
    channelOf(known.conversationId) === channelOf(address.conversationId);
  if (!isIt) {
    return undefined;
  }
  const request = await deps.requests.get(requestId);
  return groupCard({ words, request, viewerIds: [], isBystanders: true });
}
