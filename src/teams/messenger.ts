import type { Log } from '../domain/log.ts';
import type {
  CardStore,
  Clock,
  ConversationReference,
  ConversationStore,
  PostedCard,
  RequestStore,
} from '../domain/ports.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import type { UseCases } from '../setup/use-cases.ts';
import { audienceOf, type CardPlace, hasOutcome } from './cards/audience.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { ConnectorError, cardActivity } from './connector.ts';
import type { Delivery, Recipient } from './delivery.ts';
import { postedView } from './posted-view.ts';
import type { Submissions } from './submissions.ts';
import { wordsFor } from './words/choose.ts';
import type { Words } from './words/words.ts';

export interface MessengerDeps {
  readonly delivery: Delivery;
  readonly cards: CardStore;
  readonly conversations: ConversationStore;
  readonly requests: Pick<RequestStore, 'get'>;
  readonly useCases: Pick<UseCases, 'rolesOf'>;
  readonly submissions: Submissions;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Messenger {
  /**
   * Brings every card of the request up to date with its stored state; the same call again changes nothing. Somebody
   * who cannot be reached is put on record and does not keep the others from their cards. Throws `ConnectorError`
   * when a card could not be brought up to date for now: call again.
   */
  refreshCards(request: Pick<Request, 'id'>): Promise<void>;
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

async function drawAll(deps: MessengerDeps, request: Request): Promise<void> {
  const failures: ConnectorError[] = [];
  for (const place of audienceOf(request)) {
    try {
      await bringUpToDate(deps, request, place);
    } catch (error) {
      if (!(error instanceof ConnectorError)) {
        throw error;
      }
      const { status, code } = error;
      deps.log.warn(
        { requestId: request.id, kind: place.kind, status, code },
        'a card is not up to date',
      );
      failures.push(error);
    }
  }
  const [first] = failures;
  if (first !== undefined) {
    throw first;
  }
}

interface Drawing {
  readonly request: Request;
  readonly place: CardPlace;
  readonly recipient: Recipient;
  readonly posted: PostedCard | undefined;
  readonly card: AdaptiveCard;
  readonly hash: string;
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
  const recipient = { tenantId: request.tenantId, userId: place.recipient.id };
  const reference = await deps.conversations.find(recipient.tenantId, recipient.userId);
  const isPosted = mine?.activityId !== undefined;
  const isOutOfReach = mine?.undeliverable !== undefined && reference === undefined;
  if (isOutOfReach || (place.duty === 'update' && !isPosted)) {
    return;
  }
  const view = postedView(deps.useCases, {
    words: lastKnownWords(reference),
    request,
    place,
    posted,
    reference,
  });
  const drawing = { request, place, recipient, posted: mine, ...view };
  if (!isPosted || isNewOutcome(drawing)) {
    await send(deps, drawing);
  } else if (mine.contentHash !== drawing.hash) {
    await update(deps, drawing);
  }
}

/** In the language in which they last wrote or clicked. */
function lastKnownWords(reference: ConversationReference | undefined): Words {
  return wordsFor(reference?.locale);
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

/** The outcome after another try is told by a new message; an edited one would alert nobody. */
function isNewOutcome({ request, place, posted, hash }: Drawing): boolean {
  return place.kind === 'outcome' && hasOutcome(request) && posted?.contentHash !== hash;
}

async function send(deps: MessengerDeps, { recipient, ...drawing }: Drawing): Promise<void> {
  const { request, place, card, hash: contentHash } = drawing;
  const row = { requestId: request.id, recipientId: recipient.userId, kind: place.kind };
  const address = await deps.delivery.reach(recipient);
  if (address === undefined) {
    return giveUp(deps, row);
  }
  const { conversationId, serviceUrl } = address;
  const claim: PostedCard = { ...row, conversationId, serviceUrl };
  await deps.cards.save(claim);
  const activity = cardActivity(card, { alert: place.kind !== 'request' });
  const activityId = await deps.delivery.post(recipient, address, activity);
  if (activityId === undefined) {
    return giveUp(deps, row);
  }
  await deps.cards.save({ ...claim, activityId, contentHash });
}

async function update(deps: MessengerDeps, drawing: Drawing): Promise<void> {
  const { posted, card, hash: contentHash } = drawing;
  const { activityId, conversationId, serviceUrl } = posted ?? {};
  if (
    posted === undefined ||
    activityId === undefined ||
    conversationId === undefined ||
    serviceUrl === undefined
  ) {
    return send(deps, drawing);
  }
  const message = { address: { conversationId, serviceUrl }, activityId };
  const result = await deps.delivery.update(message, cardActivity(card));
  switch (result) {
    case 'updated': {
      const { undeliverable: _reachedAgain, ...row } = posted;
      return deps.cards.save({ ...row, contentHash });
    }
    case 'gone':
      return send(deps, drawing);
    case 'unreachable':
      return giveUp(deps, posted);
  }
}

async function giveUp({ cards, log }: MessengerDeps, card: PostedCard): Promise<void> {
  const undeliverable = 'person-not-reachable' satisfies ProblemCode;
  const { requestId, recipientId, kind } = card;
  log.info({ requestId, recipientId, kind }, 'a person cannot be reached');
  await cards.save({ ...card, undeliverable });
}
