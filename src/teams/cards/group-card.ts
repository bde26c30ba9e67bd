import { hasLegs } from '../../domain/legs.ts';
import { isOpen, type Request, type RequestState } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { type AdaptiveCard, card, execute, heading, panel, row, text } from './elements.ts';
import { said } from './escape.ts';
import { refreshOf, requestData } from './request-actions.ts';
import { legsSection } from './request-parts.ts';
import { requestSentence } from './sentences.ts';
import type { StateWords } from './view.ts';
import { moment } from './when.ts';

export interface GroupCardView {
  readonly words: Words;
  readonly request: Request;
  /** Teams ids of those who fetch a view of their own. */
  readonly viewerIds: readonly string[];
  /** Drawn for somebody who asked what they can do, which is nothing. */
  readonly isBystanders?: boolean | undefined;
}

/**
 * A request as everybody in a group chat or channel sees it: who asks for whom, which group, how far it is. No
 * reason, no comment, nothing that changes anything. The legs are there from the approval on.
 */
export function groupCard(view: GroupCardView): AdaptiveCard {
  const { words, request, viewerIds, isBystanders = false } = view;
  const { beneficiary, requester, plan, id, createdAt } = request;
  const own = words.group;
  const title = words.request.forWhom(said(beneficiary.displayName), said(plan.group.displayName));
  const { asked, number } = words.request;
  return card(words, {
    fallbackText: requestSentence(words, request),
    refresh: refreshOf({ words, request, audience: { kind: 'base', options: [], viewerIds } }),
    body: [
      heading(title),
      text(number(id), { isSubtle: true, spacing: 'none' }),
      ...(isBystanders ? [panel('emphasis', [text(own.onlyYou), text(own.nothingForYou)])] : []),
      panel(styles[request.state], [text(own.states[request.state], { weight: 'bolder' })]),
      row(own.forWhom, said(beneficiary.displayName), 'medium'),
      row(own.askedBy, asked(said(requester.displayName), moment(createdAt))),
      ...(hasLegs(request) ? [legsSection(words, request)] : []),
    ],
    actions:
      isOpen(request) && !isBystanders
        ? [execute(words.buttons.showOptions, 'view', { data: requestData(request) })]
        : [],
  });
}

const styles: Readonly<Record<RequestState, StateWords['style']>> = {
  'awaiting-approval': 'emphasis',
  denied: 'attention',
  cancelled: 'emphasis',
  expired: 'attention',
  'setting-up': 'accent',
  delivering: 'accent',
  'awaiting-membership': 'accent',
  'awaiting-sync': 'accent',
  confirmed: 'good',
  failed: 'attention',
};
