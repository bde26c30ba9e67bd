import { isFinished } from '../domain/batch.ts';
import type { BatchView } from '../domain/batch-view.ts';
import { batchCard } from './cards/batch-card.ts';
import { batchOutcomeCard } from './cards/batch-outcome.ts';
import type { BatchCardView } from './cards/batch-view.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import type { Turn } from './turn.ts';

type Extra = Pick<
  BatchCardView,
  'page' | 'plansPage' | 'isOutcome' | 'notice' | 'typed' | 'missing' | 'unreachable' | 'appLink'
>;

/** One person's own view of a list; of how it ended only for whoever made it, and until something of it begins again. */
export function personalBatchCard(
  reader: Pick<Turn, 'words' | 'actor'>,
  view: BatchView,
  extra: Extra = {},
): AdaptiveCard {
  return draw(reader, view, { ...extra, audience: { kind: 'personal' } });
}

/** The same as a message, which fetches what its reader may do. */
export function postedBatchCard(
  reader: Pick<Turn, 'words' | 'actor' | 'channelUserId'>,
  view: BatchView,
  extra: Extra = {},
): AdaptiveCard {
  const viewerIds = [reader.channelUserId];
  return draw(reader, view, { ...extra, audience: { kind: 'base', viewerIds } });
}

function draw(
  { words, actor }: Pick<Turn, 'words' | 'actor'>,
  view: BatchView,
  extra: Extra & Pick<BatchCardView, 'audience'>,
): AdaptiveCard {
  const isRequesters = view.batch.requester.id === actor.id;
  const card = { words, view, isRequesters, ...extra };
  const requests = view.entries.flatMap(({ request }) => request ?? []);
  const isOutcome = extra.isOutcome === true && isRequesters && isFinished(view.batch, requests);
  return isOutcome ? batchOutcomeCard(card) : batchCard(card);
}
