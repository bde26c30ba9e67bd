import { correctButton } from './batch-offers.ts';
import { pageOf } from './batch-pages.ts';
import { rowsSection } from './batch-rows.ts';
import type { BatchCardView } from './batch-view.ts';
import { countsText } from './batch-words.ts';
import { type AdaptiveCard, card, type Element, heading, panel, text } from './elements.ts';

/** Told to whoever made the list once everything in it has come to an end: what became of it, what did not first. */
export function batchOutcomeCard(view: BatchCardView): AdaptiveCard {
  const { words } = view;
  const { bulk } = words;
  const { batch, entries } = view.view;
  const counts = countsText(words, view.view);
  const isAllWell = entries.every(({ request }) => request?.state === 'confirmed');
  const title = bulk.outcomeTitle(batch.id);
  return card(words, {
    fallbackText: bulk.sentence(title, counts),
    body: [
      heading(title),
      panel(isAllWell ? 'good' : 'warning', [text(counts, { weight: 'bolder' })]),
      ...(isAllWell ? [] : linesOf(view)),
    ],
    actions: correctButton(view),
  });
}

/** What did not go well is on the first page. */
function linesOf(view: BatchCardView): readonly Element[] {
  const { openOne } = view.words.bulk;
  const canOpen = pageOf(view).shown.some(({ request }) => request !== undefined);
  return [
    ...rowsSection({ ...view, isOutcome: true }),
    ...(canOpen ? [text(openOne, { isSubtle: true, size: 'small', spacing: 'medium' })] : []),
  ];
}
