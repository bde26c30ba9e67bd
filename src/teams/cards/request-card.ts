import { hasLegs } from '../../domain/legs.ts';
import type { Request, RequestIn } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { approvalInputs } from './approval-inputs.ts';
import { approvalSection } from './approval-section.ts';
import { approvalState } from './approval-state.ts';
import { breakGlassPanel } from './break-glass-section.ts';
import { grantedWords } from './duration-words.ts';
import {
  type AdaptiveCard,
  card,
  type Element,
  folded,
  heading,
  panel,
  row,
  text,
} from './elements.ts';
import { said, saidList } from './escape.ts';
import { lateLines } from './late-lines.ts';
import { explainFailure } from './notices.ts';
import { planSection } from './plan-section.ts';
import { refreshOf, requestActions } from './request-actions.ts';
import {
  decisionRows,
  detailsFolded,
  legsSection,
  lookText,
  noticePanel,
  stepsFolded,
} from './request-parts.ts';
import { requestSentence } from './sentences.ts';
import type { RequestView, StateWords } from './view.ts';
import { moment } from './when.ts';

/** A request as its requester, approvers, beneficiary and administrators see it: one card from question to record. */
export function requestCard(view: RequestView): AdaptiveCard {
  const { words, request, notice, isAmongOthers = false } = view;
  const { beneficiary, plan, id } = request;
  const title = words.request.forWhom(said(beneficiary.displayName), said(plan.group.displayName));
  return card(words, {
    fallbackText: requestSentence(words, request),
    refresh: refreshOf(view),
    body: [
      heading(title),
      text(words.request.number(id), { isSubtle: true, spacing: 'none' }),
      ...(isAmongOthers ? [text(words.group.onlyYou, { isSubtle: true, spacing: 'none' })] : []),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      ...breakGlassPanel(view),
      statePanel(view),
      ...(hasLegs(request) ? [legsSection(words, request)] : []),
      ...facts(words, request),
      ...routeBeforePlan(view),
      planSection(words, request),
      ...routeFolded(view),
      ...stepsFolded(words, request),
      ...detailsFolded(words, request),
      ...approvalInputs(view),
    ],
    actions: requestActions(view),
  });
}

function routeBeforePlan(view: RequestView): readonly Element[] {
  return isRouteSecondary(view) ? [] : approvalSection(view.words, view.request);
}

function routeFolded(view: RequestView): readonly Element[] {
  const { words, request } = view;
  const route = isRouteSecondary(view) ? approvalSection(words, request) : [];
  return route.length === 0 ? [] : folded('route', words.form.decides, route);
}

/** Whoever is to decide sees first what about, and the buttons; what others have said on the way belongs to that. */
function isRouteSecondary({ audience, request: { approval } }: RequestView): boolean {
  const decides = audience.kind === 'personal' && audience.options.includes('approve');
  return decides && approval.votes.length === 0;
}

function statePanel(view: RequestView): Element {
  const { words, request } = view;
  const { style, headline, lines = [] } = stateWords(view);
  return panel(style, [
    text(headline, { weight: 'bolder' }),
    ...lines.map((line) => text(line, { spacing: 'small' })),
    ...(request.state === 'failed' ? [text(words.outcome.kept(request.id))] : []),
    ...unreachableWords(view),
  ]);
}

/** Who is missing, and the link with which the requester can help them. */
function unreachableWords({ words, unreachable = [], appLink }: RequestView): readonly Element[] {
  if (unreachable.length === 0) {
    return [];
  }
  const names = unreachable.map(({ displayName }) => displayName);
  return [
    text(words.notices.unreachable(saidList(words, names, 'and'))),
    ...(appLink === undefined ? [] : [text(words.notices.passOn(`[${appLink}](${appLink})`))]),
  ];
}

function stateWords(view: RequestView): StateWords {
  const { words, request } = view;
  if (request.state === 'failed') {
    const headline = stoppedWords(words, request);
    return { style: 'attention', headline, lines: [explainFailure(words, request)] };
  }
  if (request.state === 'awaiting-approval') {
    return approvalState(view, request);
  }
  return 'decision' in request ? decidedWords(words, request) : endedWords(words, request);
}

function endedWords(words: Words, request: RequestIn<'cancelled' | 'expired'>): StateWords {
  const { states, breakGlass } = words;
  if (request.state === 'expired') {
    return { style: 'attention', headline: states.expired };
  }
  const { by, replacedBy } = request;
  const headline = states.cancelled(said(by.displayName));
  const lines = replacedBy === undefined ? [] : [breakGlass.replaced(replacedBy)];
  return { style: 'emphasis', headline, lines };
}

type Decided = Exclude<
  Request,
  RequestIn<'awaiting-approval' | 'cancelled' | 'expired' | 'failed'>
>;

function decidedWords(words: Words, request: Decided): StateWords {
  const states = stateTexts(words, request);
  switch (request.state) {
    case 'setting-up':
      return { style: 'accent', headline: states.settingUp };
    case 'delivering':
      return { style: 'accent', headline: states.delivering, lines: lateLines(words, request) };
    case 'awaiting-membership':
      return {
        style: 'accent',
        headline: states.awaitingMembership,
        lines: lateLines(words, request),
      };
    case 'awaiting-sync':
      return syncWords(words, request);
    case 'confirmed':
      return confirmedWords(words, request);
    case 'denied':
      return { style: 'attention', headline: deniedWords(words, request) };
  }
}

function deniedWords({ states }: Words, { decision }: RequestIn<'denied'>): string {
  const who = said(decision.by.displayName);
  return decision.onBehalfOf === undefined
    ? states.denied(who)
    : states.deniedFor(who, said(decision.onBehalfOf.displayName));
}

/** Nobody approved what was taken first, so nothing says so. */
function stateTexts({ states, breakGlass }: Words, { approval }: Request): Words['states'] {
  const { settingUp, delivering } = breakGlass;
  return approval.breakGlass === undefined ? states : { ...states, settingUp, delivering };
}

function stoppedWords(words: Words, { failedStep }: RequestIn<'failed'>): string {
  const { stoppedAt, stoppedWaiting } = words.states;
  return failedStep === undefined ? stoppedWaiting : stoppedAt(words.stepNames[failedStep]);
}

function syncWords(words: Words, request: RequestIn<'awaiting-sync'>): StateWords {
  const { lastLook } = request;
  const look = lastLook === undefined ? [] : [lookText(words, lastLook)];
  const lines = [...look, ...lateLines(words, request)];
  return { style: 'accent', headline: words.states.awaitingSync, lines };
}

function confirmedWords(words: Words, { proof }: RequestIn<'confirmed'>): StateWords {
  const { confirmed, attested } = words.states;
  const headline = proof.kind === 'ldap' ? confirmed : attested(said(proof.by.displayName));
  return { style: 'good', headline };
}

function facts(words: Words, request: Request): readonly Element[] {
  const { beneficiary, requester, reason, ticket, createdAt } = request;
  const upn = beneficiary.userPrincipalName;
  const who = said(beneficiary.displayName);
  const labels = words.request;
  return [
    row(labels.for, upn === undefined ? who : `${who} · ${said(upn)}`, 'medium'),
    row(labels.requestedBy, labels.asked(said(requester.displayName), moment(createdAt))),
    row(labels.reason, labels.quoted(said(reason, 500))),
    ...(ticket === undefined ? [] : [row(words.approval.ticket, said(ticket, 100))]),
    row(labels.duration, grantedWords(words, request)),
    ...decisionRows(words, request),
  ];
}
