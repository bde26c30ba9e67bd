import type { Words } from '../words/words.ts';
import { type AdaptiveCard, card, type Element, heading, panel, text } from './elements.ts';
import { said, saidPlain } from './escape.ts';
import { explainFailure } from './notices.ts';
import { refreshOf, requestActions } from './request-actions.ts';
import { detailsFolded, legsSection, noticePanel, stepsFolded } from './request-parts.ts';
import type { RequestView } from './view.ts';

/** A request that has stopped, for administrators, who are often the ones to mend the reason. */
export function failedCard(view: RequestView): AdaptiveCard {
  const { words, request, notice } = view;
  const { displayName } = request.beneficiary;
  const { displayName: groupName } = request.plan.group;
  const title = words.stopped[titleOf(view)];
  return card(words, {
    fallbackText: title(saidPlain(displayName, 60), saidPlain(groupName, 60)),
    refresh: refreshOf(view),
    body: [
      heading(title(said(displayName), said(groupName))),
      text(words.request.number(request.id), { isSubtle: true, spacing: 'none' }),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      ...passages(words, request),
    ],
    actions: request.state === 'failed' ? requestActions(view) : [],
  });
}

function titleOf({ request }: RequestView): 'title' | 'again' | 'mended' {
  if (request.state === 'failed') {
    return 'title';
  }
  return request.state === 'confirmed' ? 'mended' : 'again';
}

function passages(words: Words, request: RequestView['request']): readonly Element[] {
  if (request.state === 'confirmed') {
    return [panel('good', [text(words.late.ended(words.listStates[request.state]))])];
  }
  if (request.state !== 'failed') {
    return [text(words.stopped.againBody)];
  }
  const { stoppedAt, stoppedWaiting } = words.states;
  const { failedStep } = request;
  const where = failedStep === undefined ? stoppedWaiting : stoppedAt(words.stepNames[failedStep]);
  return [
    panel('attention', [
      text(where, { weight: 'bolder' }),
      text(explainFailure(words, request), { spacing: 'small' }),
    ]),
    text(words.stopped.next(request.id), { spacing: 'medium' }),
    legsSection(words, request),
    ...stepsFolded(words, request),
    ...detailsFolded(words, request),
  ];
}
