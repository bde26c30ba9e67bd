import { correctButton } from './batch-offers.ts';
import { rowsSection, rowsShown } from './batch-rows.ts';
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

/** The other pages are on the list's own card. */
function linesOf(view: BatchCardView): readonly Element[] {
  const { openOne } = view.words.bulk;
  const canOpen = rowsShown(view).some(({ request }) => request !== undefined);
  return [
    ...rowsSection(view).slice(0, 1),
    ...(canOpen ? [text(openOne, { isSubtle: true, size: 'small', spacing: 'medium' })] : []),
  ];
}
