import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { type AdaptiveCard, card, heading, text } from './elements.ts';
import { requestLine } from './request-list.ts';

export const listedWaiting = 10;

/** What waits for an approver, the longest waiting first; each line opens its request. */
export function waitingCard(words: Words, requests: readonly Request[]): AdaptiveCard {
  const { title, summary, empty, hint, more } = words.waiting;
  const shown = requests.slice(0, listedWaiting);
  const closing = requests.length > shown.length ? more : hint;
  return card(words, {
    fallbackText: summary,
    body: [
      heading(title),
      ...shown.map((request) => requestLine(words, request)),
      text(shown.length === 0 ? empty : closing, { isSubtle: true, spacing: 'medium' }),
    ],
  });
}
