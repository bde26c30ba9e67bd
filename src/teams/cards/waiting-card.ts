import { isToBeReviewed } from '../../domain/authority.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { namesOf } from './approval-people.ts';
import { type AdaptiveCard, card, type Element, heading, text } from './elements.ts';
import { saidList } from './escape.ts';
import { requestLine } from './request-list.ts';

export const listedWaiting = 10;

/** The oldest; what is reviewed makes room for the others. */
const listedUnreviewed = 5;

/**
 * What waits for an approver, the longest waiting first; each line opens its request. Administrators read below it of
 * reviews that others leave open.
 */
export function waitingCard(
  words: Words,
  requests: readonly Request[],
  unreviewed: readonly Request[] = [],
): AdaptiveCard {
  const { title, summary, empty, hint, more, review } = words.waiting;
  const shown = requests.slice(0, listedWaiting);
  const closing = requests.length > shown.length ? more : hint;
  return card(words, {
    fallbackText: summary,
    body: [
      heading(title),
      ...shown.map((request) =>
        requestLine(words, request, isToBeReviewed(request) ? review : undefined),
      ),
      text(shown.length === 0 ? empty : closing, { isSubtle: true, spacing: 'medium' }),
      ...unreviewedSection(words, unreviewed),
    ],
  });
}

function unreviewedSection(words: Words, requests: readonly Request[]): readonly Element[] {
  if (requests.length === 0) {
    return [];
  }
  const lines = requests.slice(0, listedUnreviewed).map((request) => {
    const names = saidList(words, namesOf(request.approvers), 'or');
    return requestLine(words, request, words.breakGlass.toReview(names));
  });
  return [text(words.waiting.unreviewed, { weight: 'bolder', spacing: 'large' }), ...lines];
}
