import type { Words } from '../words/words.ts';
import { verdictWords } from './break-glass-section.ts';
import { type AdaptiveCard, card, execute, heading, panel, text } from './elements.ts';
import { said } from './escape.ts';
import { requestData } from './request-actions.ts';
import type { RequestView } from './view.ts';

/** What an approver said afterwards of access that was taken first, for the person who took it. */
export function reviewCard({ words, request }: RequestView): AdaptiveCard {
  const { beneficiary, plan, id, approval } = request;
  const title = titleOf(words, approval.breakGlass?.review?.verdict ?? 'justified');
  const about = words.request.forWhom(said(beneficiary.displayName), said(plan.group.displayName));
  const verdict = approval.breakGlass && verdictWords(words, approval.breakGlass);
  return card(words, {
    fallbackText: title,
    body: [
      heading(title),
      text(words.request.number(id), { isSubtle: true, spacing: 'none' }),
      text(about, { spacing: 'medium' }),
      ...(verdict === undefined ? [] : [panel('emphasis', [text(verdict)])]),
    ],
    actions: [execute(words.approval.showHere, 'view', { data: requestData(request) })],
  });
}

function titleOf({ breakGlass }: Words, verdict: 'justified' | 'not-justified'): string {
  return breakGlass.reviewedTitle[verdict];
}
