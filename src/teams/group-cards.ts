import { createHash } from 'node:crypto';
import { askedNow } from '../domain/approval.ts';
import type { GroupCard, GroupCardStore } from '../domain/group-card.ts';
import type { RequestId, UserId } from '../domain/ids.ts';
import type { Clock, ConversationStore, RequestStore } from '../domain/ports.ts';
import type { Request } from '../domain/request.ts';
import type { UseCases } from '../setup/use-cases.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { groupCard } from './cards/group-card.ts';
import { optionsOf } from './cards/view.ts';
import { cardActivity } from './connector.ts';
import type { Delivery } from './delivery.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';
import { wordsFor } from './words/choose.ts';

export interface GroupCardDeps {
  readonly store: GroupCardStore;
  readonly requests: Pick<RequestStore, 'get'>;
  readonly conversations: Pick<ConversationStore, 'find'>;
  readonly useCases: Pick<UseCases, 'rolesOf' | 'administrators'>;
  readonly clock: Pick<Clock, 'now'>;
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
  forgetConversation(turn: Turn): Promise<void>;
}

export function createGroupCards(deps: GroupCardDeps): GroupCards {
  const { store } = deps;
  return {
    begin: async ({ actor, address, locale }, formId) => {
      const card = {
        tenantId: actor.tenantId,
        formId: `${actor.id}/${formId}`,
        ...address,
        locale,
      };
      await store.begin(card, deps.clock.now());
    },
    bringUpToDate: (delivery, request) => bringUpToDate(deps, delivery, request),
    viewFor: (turn, requestId) => viewFor(deps, turn, requestId),
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

async function bringUpToDate(
  deps: GroupCardDeps,
  delivery: Delivery,
  request: Request,
): Promise<void> {
  const known = await deps.store.findFor(request.id);
  if (known === undefined) {
    return;
  }
  const viewerIds = await viewersOf(deps, request);
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

/** As many as Teams lets fetch a view by themselves. https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#refresh-mechanism */
const mostViewers = 60;

/** Those who can do something now and whose Teams id is known, whoever is asked first. */
async function viewersOf(
  { conversations, useCases }: GroupCardDeps,
  request: Request,
): Promise<readonly string[]> {
  const { tenantId, requester, beneficiary, approvers, approval } = request;
  const asked = askedNow(approval).map(({ person }) => person.id);
  const parties = [requester.id, ...asked, beneficiary.id, ...approvers.map(({ id }) => id)];
  const able = [...new Set<UserId>([...parties, ...useCases.administrators])]
    .filter((id) => optionsOf(useCases.rolesOf({ tenantId, id }, request), request).length > 0)
    .slice(0, mostViewers);
  const known = await Promise.all(able.map((id) => conversations.find(tenantId, id)));
  return known.flatMap((reference) => (reference === undefined ? [] : [reference.channelUserId]));
}

async function viewFor(
  deps: GroupCardDeps,
  { actor, address, replyToId }: Turn,
  requestId: RequestId,
): Promise<AdaptiveCard | undefined> {
  const known = await deps.store.findFor(requestId);
  const isIt =
    known?.tenantId === actor.tenantId &&
    known.activityId === replyToId &&
    known.activityId !== undefined &&
    rootOf(known.conversationId) === rootOf(address.conversationId);
  if (!isIt) {
    return undefined;
  }
  const request = await deps.requests.get(requestId);
  return groupCard({ words: wordsFor(known.locale), request, viewerIds: [] });
}

/** A channel without the thread. */
function rootOf(conversationId: string): string {
  return conversationId.split(';', 1)[0] ?? conversationId;
}
