import type { Request, RequestIn } from '../../domain/request.ts';
import { texts } from '../texts.ts';
import {
  type AdaptiveCard,
  type Color,
  card,
  type Element,
  heading,
  panel,
  refresh,
  row,
  text,
} from './elements.ts';
import { said, saidList } from './escape.ts';
import { explainFailure } from './notices.ts';
import { planSection } from './plan-section.ts';
import { commentInput, requestActions, requestData } from './request-actions.ts';
import {
  decisionRows,
  detailsFolded,
  legsSection,
  lookText,
  noticePanel,
  stepsFolded,
} from './request-parts.ts';
import { requestSentence } from './sentences.ts';
import type { RequestView } from './view.ts';
import { moment } from './when.ts';

/** A request as its requester, approvers, beneficiary and administrators see it: one card from question to record. */
export function requestCard(view: RequestView): AdaptiveCard {
  const { request, audience, notice } = view;
  const { beneficiary, plan, id } = request;
  const title = texts.request.forWhom(said(beneficiary.displayName), said(plan.group.displayName));
  const viewerIds = audience.kind === 'base' ? audience.viewerIds : [];
  return card({
    fallbackText: requestSentence(request),
    refresh: viewerIds.length === 0 ? undefined : refresh('view', requestData(request), viewerIds),
    body: [
      heading(title),
      text(texts.request.number(id), { isSubtle: true, spacing: 'none' }),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      statePanel(view),
      ...(isUnderWay(request) ? [legsSection(request)] : []),
      ...facts(request),
      planSection(request),
      ...stepsFolded(request),
      ...detailsFolded(request),
      ...commentInput(view),
    ],
    actions: requestActions(view),
  });
}

function statePanel({ request, unreachable = [] }: RequestView): Element {
  const [style, headline, explanation] = stateWords(request);
  const missing =
    unreachable.length === 0
      ? []
      : [
          text(
            texts.notices.unreachable(
              saidList(
                unreachable.map(({ displayName }) => displayName),
                'and',
              ),
            ),
          ),
        ];
  return panel(style, [
    text(headline, { weight: 'bolder' }),
    ...(explanation === undefined ? [] : [text(explanation, { spacing: 'small' })]),
    ...(request.state === 'failed' ? [text(texts.outcome.kept(request.id))] : []),
    ...missing,
  ]);
}

type StateWords = readonly [
  style: Color | 'emphasis',
  headline: string,
  explanation?: string | undefined,
];

function stateWords(request: Request): StateWords {
  const words = texts.states;
  switch (request.state) {
    case 'awaiting-approval':
      return ['emphasis', words.awaitingApproval(approverNames(request))];
    case 'setting-up':
      return ['accent', words.settingUp];
    case 'delivering':
      return ['accent', words.delivering];
    case 'awaiting-membership':
      return ['accent', words.awaitingMembership];
    case 'awaiting-sync':
      return syncWords(request);
    case 'confirmed':
      return confirmedWords(request);
    case 'denied':
      return ['attention', words.denied(said(request.decision.by.displayName))];
    case 'cancelled':
      return ['emphasis', words.cancelled(said(request.by.displayName))];
    case 'failed':
      return ['attention', stoppedWords(request), explainFailure(request)];
  }
}

function stoppedWords({ failedStep }: RequestIn<'failed'>): string {
  const { stoppedAt, stoppedWaiting } = texts.states;
  return failedStep === undefined ? stoppedWaiting : stoppedAt(texts.steps[failedStep]);
}

function syncWords({ lastLook }: RequestIn<'awaiting-sync'>): StateWords {
  const explanation = lastLook === undefined ? undefined : lookText(lastLook);
  return ['accent', texts.states.awaitingSync, explanation];
}

function confirmedWords({ proof }: RequestIn<'confirmed'>): StateWords {
  const { confirmed, attested } = texts.states;
  return ['good', proof.kind === 'ldap' ? confirmed : attested(said(proof.by.displayName))];
}

function approverNames({ approvers }: Request): string {
  return saidList(
    approvers.map(({ displayName }) => displayName),
    'or',
  );
}

function facts(request: Request): readonly Element[] {
  const { beneficiary, requester, reason, duration, createdAt } = request;
  const upn = beneficiary.userPrincipalName;
  const who = said(beneficiary.displayName);
  const words = texts.request;
  return [
    row(words.for, upn === undefined ? who : `${who} · ${said(upn)}`, 'medium'),
    row(words.requestedBy, words.asked(said(requester.displayName), moment(createdAt))),
    row(words.reason, `“${said(reason, 500)}”`),
    row(words.duration, texts.durations(duration)),
    ...decisionRows(request),
  ];
}

function isUnderWay({ state }: Request): boolean {
  return state !== 'awaiting-approval' && state !== 'denied' && state !== 'cancelled';
}
