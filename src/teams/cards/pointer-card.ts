import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { type AdaptiveCard, card, execute, heading, text } from './elements.ts';
import { said } from './escape.ts';
import { requestData } from './request-actions.ts';
import { requestSentence } from './sentences.ts';

/** What is left of a card when a newer message about the same request was sent: where to look instead. */
export function pointerCard(words: Words, request: Request): AdaptiveCard {
  const { beneficiary, plan, id } = request;
  const title = words.request.forWhom(said(beneficiary.displayName), said(plan.group.displayName));
  return card(words, {
    fallbackText: requestSentence(words, request),
    body: [
      heading(title),
      text(words.request.number(id), { isSubtle: true, spacing: 'none' }),
      text(words.approval.newerBelow, { spacing: 'medium' }),
    ],
    actions: [execute(words.approval.showHere, 'view', { data: requestData(request) })],
  });
}
