import type { Proof, Request } from '../../domain/request.ts';
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
import { decisionRows, detailsFolded, legsSection, noticePanel } from './request-parts.ts';
import { outcomeSentence } from './sentences.ts';
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
      return texts.outcome.confirmed(person, group);
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
        panel('good', [text(proofHeadline(request.proof), { weight: 'bolder' })]),
        ...proofSection(request.proof),
        legsSection(request),
      ];
    case 'denied':
      return [...decisionRows(request), text(texts.outcome.again, { spacing: 'medium' })];
    case 'failed':
      return [
        panel('attention', [text(explainFailure(request))]),
        text(texts.outcome.kept, { spacing: 'medium' }),
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

function proofHeadline(proof: Proof): string {
  return proof.kind === 'ldap'
    ? texts.states.confirmed
    : texts.outcome.attestedBy(said(proof.by.displayName));
}

function proofSection(proof: Proof): readonly Element[] {
  const words = texts.outcome;
  const checked = row(words.checked, moment(proof.checkedAt));
  if (proof.kind === 'attested') {
    return [checked];
  }
  return [
    section(words.proofTitle, [
      row(words.groupDn, said(proof.groupDn, 400)),
      row(words.userDn, said(proof.userDn, 400)),
      row(words.attribute, proof.attribute),
      row(words.groupType, typeWords(proof.groupType)),
      row(words.server, said(proof.server, 120)),
      checked,
    ]),
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
