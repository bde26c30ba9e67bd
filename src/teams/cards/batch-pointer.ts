import type { BatchView } from '../../domain/batch-view.ts';
import type { Words } from '../words/words.ts';
import { batchData } from './batch-view.ts';
import { batchAsksSentence } from './batch-words.ts';
import { type AdaptiveCard, card, execute, heading, text } from './elements.ts';
import { said } from './escape.ts';

/** What is left of an approver's card when a newer message about the same list was sent: where to look instead. */
export function batchPointerCard(words: Words, view: BatchView): AdaptiveCard {
  const { id, requester } = view.batch;
  const { bulk, approval } = words;
  return card(words, {
    fallbackText: batchAsksSentence(words, view),
    body: [
      heading(bulk.headingFrom(id, said(requester.displayName))),
      text(bulk.newerBelow, { spacing: 'medium' }),
    ],
    actions: [execute(approval.showHere, 'list-view', { data: batchData(view) })],
  });
}
