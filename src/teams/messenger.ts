import type { RequestId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Clock, ConversationReference, ConversationStore } from '../domain/ports.ts';
import type { CardStore, PostedCard } from '../domain/posted-card.ts';
import type { Request } from '../domain/request.ts';
import type { RequestStore } from '../domain/request-store.ts';
import type { UseCases } from '../setup/use-cases.ts';
import { audienceOf, type CardPlace } from './cards/audience.ts';
import { newsOccasion, newsPlaces } from './cards/late-places.ts';
import { firstOccasion, occasionOf } from './cards/occasion.ts';
import { pointerCard } from './cards/pointer-card.ts';
import { ConnectorError } from './connector.ts';
import type { Delivery } from './delivery.ts';
import type { GroupCards } from './group-cards.ts';
import { postCard } from './post-card.ts';
import { postedView } from './posted-view.ts';
import { retireReplaced } from './replaced-card.ts';
import { statusPlaces } from './status-cards.ts';
import type { Submissions } from './submissions.ts';
import { wordsForReader } from './words/choose.ts';

export interface MessengerDeps {
  readonly delivery: Delivery;
  readonly cards: CardStore;
  readonly conversations: ConversationStore;
  readonly requests: Pick<RequestStore, 'get'>;
  readonly useCases: Pick<UseCases, 'rolesOf' | 'administrators'>;
  readonly submissions: Submissions;
  readonly clock: Clock;
  readonly log: Log;
  /** Absent where nothing of a request is shown to a group. */
  readonly groupCards?: GroupCards | undefined;
  /** Where somebody adds the app, to be passed on to people who cannot be reached. */
  readonly appLink?: string | undefined;
  /** For people of whom no language is known. */
  readonly defaultLanguage?: string | undefined;
}

export interface Messenger {
  /**
   * Brings every card of the request up to date with its stored state; the same call again changes nothing. Somebody
   * who cannot be reached is put on record and does not keep the others from their cards. Throws `ConnectorError`
   * when a card could not be brought up to date for now: call again. Whoever is asked anew, sees a request come back
   * or is reminded gets a new message, once for each of these, and the older one points to it.
   */
  refreshCards(request: Pick<Request, 'id'>): Promise<void>;
}

/** Who holds this lock draws the cards of the request; two at once would leave the older state on them. */
export function cardsLockOf(id: RequestId): string {
  return `cards:${id}`;
}

/** A request that changes while its cards are drawn is drawn again, so that the newest state is the one that stays. */
const rounds = 3;

export function createMessenger(deps: MessengerDeps): Messenger {
  return {
    async refreshCards({ id }) {
      let drawn = await deps.requests.get(id);
      for (let round = 0; round < rounds; round += 1) {
        await drawAll(deps, drawn);
        const newest = await deps.requests.get(id);
        if (newest.version === drawn.version) {
          return;
        }
        drawn = newest;
      }
    },
  };
}

async function placesOf(
  { cards, useCases }: MessengerDeps,
  request: Request,
): Promise<readonly CardPlace[]> {
  const { administrators } = useCases;
  const posted = await cards.list(request.id);
  const own = [...statusPlaces(useCases, request, posted), ...audienceOf(request, administrators)];
  return request.batch === undefined
    ? [...newsPlaces(request, administrators, posted), ...own]
    : own;
}

async function drawAll(deps: MessengerDeps, request: Request): Promise<void> {
  const failures: ConnectorError[] = [];
  for (const place of await placesOf(deps, request)) {
    const { kind } = place;
    failures.push(
      ...(await failureOf(deps, { request, kind }, bringUpToDate(deps, request, place))),
    );
  }
  const shared = deps.groupCards?.bringUpToDate(deps.delivery, request);
  failures.push(...(await failureOf(deps, { request, kind: 'group' }, shared)));
  const [first] = failures;
  if (first !== undefined) {
    throw first;
  }
}

async function failureOf(
  { log }: MessengerDeps,
  { request, kind }: { readonly request: Request; readonly kind: CardPlace['kind'] | 'group' },
  drawing: Promise<void> | undefined,
): Promise<readonly ConnectorError[]> {
  try {
    await drawing;
    return [];
  } catch (error) {
    if (!(error instanceof ConnectorError)) {
      throw error;
    }
    const { status, code } = error;
    log.warn({ requestId: request.id, kind, status, code }, 'a card is not up to date');
    return [error];
  }
}

async function bringUpToDate(
  deps: MessengerDeps,
  request: Request,
  place: CardPlace,
): Promise<void> {
  const posted = await listPosted(deps, request, place);
  const mine = posted.find(
    (card) => card.kind === place.kind && card.recipientId === place.recipient.id,
  );
  const { id: userId, preferredLanguage } = place.recipient;
  const recipient = { tenantId: request.tenantId, userId, preferredLanguage };
  const reference = await deps.conversations.find(recipient.tenantId, recipient.userId);
  const occasion =
    place.kind === 'approval'
      ? occasionOf(request, recipient.userId)
      : newsOccasion(place.kind, request);
  const isPosted = mine?.activityId !== undefined;
  if (isInVain(mine, reference, occasion) || (place.duty === 'update' && !isPosted)) {
    return;
  }
  const words = wordsForReader(reference, place.recipient, deps.defaultLanguage);
  const view = postedView(deps.useCases, {
    words,
    request,
    place,
    posted,
    reference,
    appLink: deps.appLink,
  });
  const row = await postCard(deps, {
    request,
    place,
    recipient,
    posted: mine,
    occasion,
    ...view,
  });
  await retireReplaced(deps, row, pointerCard(words, request));
}

/** Somebody who could not be reached is tried again when they are heard of, and once for each new occasion. */
function isInVain(
  mine: PostedCard | undefined,
  reference: ConversationReference | undefined,
  occasion: string | undefined,
): boolean {
  const isNew = occasion !== undefined && occasion !== (mine?.occasion ?? firstOccasion);
  return mine?.undeliverable !== undefined && reference === undefined && !isNew;
}

/** A form that was sent just now becomes the requester's card in a moment; until then there seems to be none. */
async function listPosted(
  { cards, submissions, clock }: MessengerDeps,
  { id, requester, createdAt }: Request,
  { kind }: CardPlace,
): Promise<readonly PostedCard[]> {
  if (kind !== 'request') {
    return cards.list(id);
  }
  await submissions.settled(requester.id);
  const posted = await cards.list(id);
  const isFresh = clock.now().getTime() - createdAt.getTime() < 10_000;
  if (!isFresh || posted.some((card) => card.kind === kind)) {
    return posted;
  }
  await clock.sleep(2000);
  return cards.list(id);
}
