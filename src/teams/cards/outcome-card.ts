import type { Proof, Request, RequestIn } from '../../domain/request.ts';
import { texts } from '../texts.ts';
import {
  type AdaptiveCard,
  card,
  type Element,
  heading,
  panel,
  refresh,
  row,
  section,
  text,
} from './elements.ts';
import { said } from './escape.ts';
import { explainFailure } from './notices.ts';
import { requestActions, requestData } from './request-actions.ts';
import {
  decisionRows,
  detailsFolded,
  legsSection,
  noticePanel,
  wholeSpan,
} from './request-parts.ts';
import { confirmedTitle, outcomeSentence } from './sentences.ts';
import type { RequestView } from './view.ts';
import { moment } from './when.ts';

/** How a request ended: the proof from Active Directory, or why not and who can do what next. */
export function outcomeCard(view: RequestView): AdaptiveCard {
  const { request, audience, notice } = view;
  const viewerIds = audience.kind === 'base' ? audience.viewerIds : [];
  return card({
    fallbackText: outcomeSentence(request),
    refresh: viewerIds.length === 0 ? undefined : refresh('view', requestData(request), viewerIds),
    body: [
      heading(title(request)),
      text(texts.request.number(request.id), { isSubtle: true, spacing: 'none' }),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      ...passages(request),
    ],
    actions: isEnd(request) ? requestActions(view) : [],
  });
}

function title(request: Request): string {
  const person = said(request.beneficiary.displayName);
  const group = said(request.plan.group.displayName);
  switch (request.state) {
    case 'confirmed':
      return confirmedTitle(request.proof)(person, group);
    case 'denied':
      return texts.outcome.denied(group);
    case 'failed':
      return texts.outcome.failed(group);
    case 'awaiting-approval':
    case 'cancelled':
    case 'setting-up':
    case 'delivering':
    case 'awaiting-membership':
    case 'awaiting-sync':
      return texts.outcome.retrying(group);
  }
}

function passages(request: Request): readonly Element[] {
  switch (request.state) {
    case 'confirmed':
      return [
        headline(request),
        ...proofSection(request.proof),
        legsSection(request),
        section(texts.outcome.originTitle, originRows(request)),
      ];
    case 'denied':
      return [...decisionRows(request), text(texts.outcome.again, { spacing: 'medium' })];
    case 'failed':
      return [
        panel('attention', [text(explainFailure(request))]),
        text(texts.outcome.kept(request.id), { spacing: 'medium' }),
        legsSection(request),
        ...detailsFolded(request),
      ];
    case 'awaiting-approval':
    case 'cancelled':
    case 'setting-up':
    case 'delivering':
    case 'awaiting-membership':
    case 'awaiting-sync':
      return [text(texts.outcome.retryingBody, { spacing: 'medium' })];
  }
}

/** The essential first: it is there, since when, and how long it took. */
function headline(request: RequestIn<'confirmed'>): Element {
  const { proof } = request;
  const words = texts.outcome;
  const at = moment(proof.checkedAt);
  const took = wholeSpan(request);
  const [first, second] =
    proof.kind === 'ldap'
      ? [words.seen, words.seenAt(at, took)]
      : [words.attestedBy(said(proof.by.displayName)), words.confirmedAt(at, took)];
  return panel('good', [text(first, { weight: 'bolder' }), text(second, { spacing: 'small' })]);
}

function proofSection(proof: Proof): readonly Element[] {
  if (proof.kind === 'attested') {
    return [];
  }
  const words = texts.outcome;
  const opensAccess = proof.groupType < 0;
  return [
    section(words.proofTitle, [
      ...named(words.groupDn, said(proof.groupDn, 400)),
      ...named(words.userDn, said(proof.userDn, 400)),
      row(words.attribute, words.attributes[proof.attribute], 'medium'),
      row(words.server, said(proof.server, 120)),
      row(words.groupType, typeWords(proof.groupType)),
      text(opensAccess ? words.signInAgain : texts.plan.mailOnly, { spacing: 'medium' }),
    ]),
  ];
}

/** A long value under its label, so that it has the whole width. */
function named(label: string, value: string): readonly Element[] {
  return [text(label, { isSubtle: true, spacing: 'small' }), text(value, { spacing: 'none' })];
}

/** Where the membership comes from, for a beneficiary who has asked for nothing. */
function originRows(request: RequestIn<'confirmed'>): readonly Element[] {
  const words = texts.request;
  const asked = words.asked(said(request.requester.displayName), moment(request.createdAt));
  return [
    row(words.requestedBy, asked),
    ...decisionRows(request),
    row(words.duration, texts.durations(request.duration)),
  ];
}

/** AD's groupType: bit 2 global, 4 domain local, 8 universal; the sign bit makes it a security group. */
function typeWords(groupType: number): string {
  const scope = scopes.find(([bit]) => (groupType & bit) !== 0)?.[1] ?? 'Unusual';
  return `${scope} ${groupType < 0 ? 'security' : 'distribution'} group (groupType ${groupType})`;
}

const scopes = [
  [8, 'Universal'],
  [4, 'Domain local'],
  [2, 'Global'],
] as const;

function isEnd({ state }: Request): boolean {
  return state === 'confirmed' || state === 'denied' || state === 'failed';
}
