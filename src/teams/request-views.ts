import type { Person } from '../domain/person.ts';
import type { CardKind, PostedCard } from '../domain/posted-card.ts';
import type { Request } from '../domain/request.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { failedCard } from './cards/failed-card.ts';
import { lateCard } from './cards/late-card.ts';
import { outcomeCard } from './cards/outcome-card.ts';
import { requestCard } from './cards/request-card.ts';
import { reviewCard } from './cards/review-card.ts';
import { optionsOf, type RequestView } from './cards/view.ts';
import type { ChatDeps } from './deps.ts';
import { adoptLost } from './lost-cards.ts';
import type { Turn } from './turn.ts';

export type PersonalView = Pick<
  RequestView,
  'request' | 'notice' | 'comment' | 'isCommentMissing'
> & {
  /** The request's cards, where they are known already. */
  readonly posted?: readonly PostedCard[];
};

/** One person's own view of the card they clicked, drawn from the request as it is stored. */
export async function personalView(
  deps: Pick<ChatDeps, 'useCases' | 'cards' | 'clock' | 'appLink' | 'groupCards' | 'deliveryFrom'>,
  turn: Turn,
  { posted: known, ...view }: PersonalView,
): Promise<AdaptiveCard> {
  const { useCases, cards, appLink } = deps;
  const { request } = view;
  const posted = known ?? (await cards.list(request.id));
  const clicked =
    posted.find(({ activityId }) => activityId !== undefined && activityId === turn.replyToId) ??
    (await adoptLost(deps, turn, posted));
  if (!turn.isPersonal) {
    await deps.groupCards?.adopt(deps.deliveryFrom, turn, request);
  }
  const roles = useCases.rolesOf(turn.actor, request);
  const options = optionsOf(roles, request);
  return drawCard(clicked?.kind ?? 'request', {
    ...view,
    words: turn.words,
    audience: { kind: 'personal', options },
    isAmongOthers: !turn.isPersonal,
    readerId: turn.actor.id,
    isAdministrator: roles.includes('administrator'),
    maximumDays: useCases.maximumDays,
    unreachable: unreachableFor(turn.actor.id, request, posted),
    appLink,
  });
}

/** The card that anybody in the conversation may see; those who can do something fetch their own view of it. */
export function baseView(
  { useCases }: Pick<ChatDeps, 'useCases'>,
  { actor, channelUserId, words }: Pick<Turn, 'actor' | 'channelUserId' | 'words'>,
  view: Pick<RequestView, 'request' | 'notice'>,
): AdaptiveCard {
  const options = optionsOf(useCases.rolesOf(actor, view.request), view.request);
  const viewerIds = options.length === 0 ? [] : [channelUserId];
  return requestCard({
    ...view,
    words,
    audience: { kind: 'base', options, viewerIds },
    readerId: actor.id,
  });
}

export function drawCard(kind: CardKind, view: RequestView): AdaptiveCard {
  switch (kind) {
    case 'request':
    case 'approval':
    case 'status':
      return requestCard(view);
    case 'outcome':
      return outcomeCard(view);
    case 'late':
    case 'overdue':
      return lateCard(view, kind);
    case 'failed':
      return failedCard(view);
    case 'review':
      return reviewCard(view);
  }
}

/** Who of the approvers could not be written to; only the requester is told, and only while it matters. */
export function unreachableFor(
  readerId: Person['id'],
  request: Request,
  posted: readonly PostedCard[],
): readonly Person[] {
  if (readerId !== request.requester.id || request.state !== 'awaiting-approval') {
    return [];
  }
  const missing = posted.filter(({ undeliverable }) => undeliverable !== undefined);
  const ids = new Set(missing.map(({ recipientId }) => recipientId));
  return request.approvers.filter(({ id }) => ids.has(id));
}
