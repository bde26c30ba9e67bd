import { isFinished } from '../domain/batch.ts';
import type { BatchView } from '../domain/batch-view.ts';
import { batchCard } from './cards/batch-card.ts';
import { batchOutcomeCard } from './cards/batch-outcome.ts';
import type { BatchCardView } from './cards/batch-view.ts';
import type { Turn } from './turn.ts';

/** One person's own view of a list; of how it ended only for whoever made it, and until something of it begins again. */
export function personalBatchCard(
  { words, actor }: Pick<Turn, 'words' | 'actor'>,
  view: BatchView,
  extra: Pick<
    BatchCardView,
    'page' | 'plansPage' | 'isOutcome' | 'notice' | 'typed' | 'missing' | 'unreachable' | 'appLink'
  > = {},
): ReturnType<typeof batchCard> {
  const isRequesters = view.batch.requester.id === actor.id;
  const card = { words, view, audience: { kind: 'personal' }, isRequesters, ...extra } as const;
  const requests = view.entries.flatMap(({ request }) => request ?? []);
  const isOutcome = extra.isOutcome === true && isRequesters && isFinished(view.batch, requests);
  return isOutcome ? batchOutcomeCard(card) : batchCard(card);
}
