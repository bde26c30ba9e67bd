import { rowsSection } from './batch-rows.ts';
import type { BatchCardView } from './batch-view.ts';
import { countsText } from './batch-words.ts';
import { type AdaptiveCard, card, heading, panel, text } from './elements.ts';

/** Told to whoever made the list once everything in it has come to an end: what became of it, what did not first. */
export function batchOutcomeCard(view: BatchCardView): AdaptiveCard {
  const { words } = view;
  const { bulk } = words;
  const { batch, entries } = view.view;
  const counts = countsText(words, view.view);
  const isAllWell = entries.every(({ request }) => request?.state === 'confirmed');
  const title = bulk.outcomeTitle(batch.id);
  const ended = entries.filter(({ request }) => request?.state !== 'confirmed');
  return card(words, {
    fallbackText: bulk.sentence(title, counts),
    body: [
      heading(title),
      panel(isAllWell ? 'good' : 'warning', [text(counts, { weight: 'bolder' })]),
      ...rowsSection({ ...view, view: { ...view.view, entries: ended } }).slice(0, 1),
      text(bulk.openOne, { isSubtle: true, size: 'small', spacing: 'medium' }),
    ],
  });
}
