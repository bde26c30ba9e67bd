import { createHash } from 'node:crypto';
import type { Batch } from '../domain/batch.ts';
import type { BatchStore, PostedBatchCard } from '../domain/batch-store.ts';
import type { BatchView } from '../domain/batch-view.ts';
import type { BatchId } from '../domain/ids.ts';
import type { ConversationReference, ConversationStore } from '../domain/ports.ts';
import type { Request } from '../domain/request.ts';
import type { BatchUseCases } from '../setup/batches/batch-use-cases.ts';
import { type BatchPlace, batchAudienceOf } from './cards/batch-audience.ts';
import { batchCard } from './cards/batch-card.ts';
import { batchOccasionOf, isLaterOccasion } from './cards/batch-occasion.ts';
import { batchOutcomeCard } from './cards/batch-outcome.ts';
import { batchPointerCard } from './cards/batch-pointer.ts';
import { unreachableIn } from './cards/batch-unreachable.ts';
import type { BatchCardView } from './cards/batch-view.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { ConnectorError } from './connector.ts';
import { type BatchDrawing, type PostBatchDeps, postBatchCard } from './post-batch-card.ts';
import { retireReplaced } from './replaced-card.ts';
import type { Submissions } from './submissions.ts';
import { wordsFor, wordsForReader } from './words/choose.ts';

export interface BatchMessengerDeps extends PostBatchDeps {
  readonly batches: Pick<BatchStore, 'get' | 'listRequests'>;
  readonly useCases: Pick<BatchUseCases, 'viewsFor'>;
  readonly conversations: ConversationStore;
  readonly submissions: Submissions;
  /** Where somebody adds the app, to be passed on to people who cannot be reached. */
  readonly appLink?: string | undefined;
  /** For people of whom no language is known. */
  readonly defaultLanguage?: string | undefined;
}

export interface BatchMessenger {
  /**
   * Brings every card of the list up to date with what is stored of it and its requests; the same call again changes
   * nothing. Whoever gets a new message about it has the older one point to that. Throws `ConnectorError` when a card could not be brought up to date for now: call again.
   */
  refreshCards(id: BatchId): Promise<void>;
}

export function createBatchMessenger(deps: BatchMessengerDeps): BatchMessenger {
  return {
    async refreshCards(id) {
      const first = await deps.batches.get(id);
      // A form that is being sent becomes the requester's card in a moment.
      await deps.submissions.settled(first.requester.id);
      await drawAll(deps, first);
    },
  };
}

async function drawAll(deps: BatchMessengerDeps, batch: Batch): Promise<void> {
  const requests = await deps.batches.listRequests(batch.tenantId, batch.id);
  const places = batchAudienceOf(batch, requests);
  const people = places.map(({ recipient }) => recipient);
  const views = deps.useCases.viewsFor(batch, requests, people);
  const failures: ConnectorError[] = [];
  for (const place of places) {
    const view = views.get(place.recipient.id);
    try {
      if (view !== undefined) {
        // Read anew for each: the requester's card tells who of the approvers could not be reached.
        const posted = await deps.batchCards.list(batch.id);
        await bringUpToDate(deps, { place, view, requests, posted });
      }
    } catch (error) {
      if (!(error instanceof ConnectorError)) {
        throw error;
      }
      const { status, code } = error;
      deps.log.warn({ batchId: batch.id, status, code }, 'a card of a list is not up to date');
      failures.push(error);
    }
  }
  const [first] = failures;
  if (first !== undefined) {
    throw first;
  }
}

interface Draft {
  readonly place: BatchPlace;
  readonly view: BatchView;
  readonly requests: readonly Request[];
  readonly posted: readonly PostedBatchCard[];
}

async function bringUpToDate(deps: BatchMessengerDeps, draft: Draft): Promise<void> {
  const { place, view, requests } = draft;
  const { kind, recipient } = place;
  const mine = draft.posted.find((card) => card.kind === kind && card.recipientId === recipient.id);
  const { tenantId, id: batchId } = view.batch;
  const { preferredLanguage } = recipient;
  const to = { tenantId, userId: recipient.id, preferredLanguage };
  const reference = await deps.conversations.find(tenantId, recipient.id);
  const occasion = kind === 'approval' ? batchOccasionOf(requests, recipient.id) : undefined;
  if (!isWanted(place, { mine, reference, occasion })) {
    return;
  }
  const shown: Shown = {
    view,
    unreachable: unreachableIn(view, draft.posted),
    appLink: deps.appLink,
  };
  const words = wordsForReader(reference, recipient, deps.defaultLanguage);
  const hash = hashOf(draw(place, { ...shown, words: wordsFor(undefined) }, undefined));
  const row = await postBatchCard(deps, {
    row: { batchId, recipientId: recipient.id, kind },
    to,
    card: draw(place, { ...shown, words }, reference),
    hash,
    mine,
    occasion,
    isNews: isNews(place, { mine, hash, occasion }),
  });
  const pointer = batchPointerCard(words, view);
  await retireReplaced({ ...deps, cards: deps.batchCards }, row, pointer);
}

/** Not in vain for somebody out of reach, and no late card for somebody who is not asked any more. */
function isWanted(
  { duty }: BatchPlace,
  {
    mine,
    reference,
    occasion,
  }: Pick<BatchDrawing, 'mine' | 'occasion'> & {
    readonly reference: ConversationReference | undefined;
  },
): boolean {
  const isNew = occasion !== undefined && isLaterOccasion(occasion, mine?.occasion);
  const isInVain = mine?.undeliverable !== undefined && reference === undefined && !isNew;
  return !isInVain && (duty === 'send' || mine?.activityId !== undefined);
}

/** Another end after another try, another stage, a reminder: an edited message would alert nobody. */
function isNews(
  { kind, duty }: BatchPlace,
  { mine, hash, occasion }: Pick<BatchDrawing, 'mine' | 'hash' | 'occasion'>,
): boolean {
  if (kind === 'outcome') {
    return duty === 'send' && mine?.contentHash !== hash;
  }
  return occasion !== undefined && isLaterOccasion(occasion, mine?.occasion);
}

type Shown = Pick<BatchCardView, 'view' | 'unreachable' | 'appLink'>;

/** The hash is of the English, the same in every language. */
function draw(
  { kind, recipient }: BatchPlace,
  shown: Shown & Pick<BatchCardView, 'words'>,
  reference: ConversationReference | undefined,
): AdaptiveCard {
  const viewerIds = reference === undefined ? [] : [reference.channelUserId];
  const cardView = {
    ...shown,
    audience: { kind: 'base' as const, viewerIds },
    isRequesters: kind !== 'approval' && shown.view.batch.requester.id === recipient.id,
  };
  return kind === 'outcome' ? batchOutcomeCard(cardView) : batchCard(cardView);
}

/** Without the moment of looking, which says nothing about the list. */
function hashOf(card: AdaptiveCard): string {
  const text = JSON.stringify(card, (key, value: unknown) => (key === 'seenAt' ? 0 : value));
  return createHash('sha256').update(text).digest('base64url');
}
