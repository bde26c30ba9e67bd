import type { BatchView } from '../domain/batch-view.ts';
import { batchCard } from './cards/batch-card.ts';
import type { BatchCardView } from './cards/batch-view.ts';
import type { Turn } from './turn.ts';

/** One person's own view of a list. */
export function personalBatchCard(
  { words, actor }: Pick<Turn, 'words' | 'actor'>,
  view: BatchView,
  extra: Pick<
    BatchCardView,
    'page' | 'plansPage' | 'notice' | 'typed' | 'missing' | 'unreachable' | 'appLink'
  > = {},
): ReturnType<typeof batchCard> {
  const isRequesters = view.batch.requester.id === actor.id;
  return batchCard({ words, view, audience: { kind: 'personal' }, isRequesters, ...extra });
}
