import type { Proof, Request, RequestIn } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { approvalSection } from './approval-section.ts';
import { hasOutcome } from './audience.ts';
import { endOf, grantedWords } from './duration-words.ts';
import {
  type AdaptiveCard,
  card,
  type Element,
  heading,
  panel,
  row,
  section,
  text,
} from './elements.ts';
import { said } from './escape.ts';
import { explainFailure } from './notices.ts';
import { refreshOf, requestActions } from './request-actions.ts';
import {
  decisionRows,
  detailsFolded,
  legsSection,
  noticePanel,
  wholeSpan,
} from './request-parts.ts';
import { outcomeSentence, outcomeTitle } from './sentences.ts';
import type { RequestView } from './view.ts';
import { moment } from './when.ts';

/** How a request ended: the proof from Active Directory, or why not and who can do what next. */
export function outcomeCard(view: RequestView): AdaptiveCard {
  const { words, request, notice } = view;
  return card(words, {
    fallbackText: outcomeSentence(words, request),
    refresh: refreshOf(view),
    body: [
      heading(title(words, request)),
      text(words.request.number(request.id), { isSubtle: true, spacing: 'none' }),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      ...passages(words, request),
    ],
    actions: hasOutcome(request) ? requestActions(view) : [],
  });
}

function title(words: Words, request: Request): string {
  const person = said(request.beneficiary.displayName);
  const group = said(request.plan.group.displayName);
  return outcomeTitle(words, request, { person, group });
}

function passages(words: Words, request: Request): readonly Element[] {
  const { originTitle, kept, expiredBody, retryingBody } = words.outcome;
  if (request.state === 'confirmed') {
    return [
      headline(words, request),
      ...proofSection(words, request.proof),
      legsSection(words, request),
      section(originTitle, originRows(words, request)),
    ];
  }
  if (request.state === 'failed') {
    return [
      panel('attention', [text(explainFailure(words, request))]),
      text(kept(request.id), { spacing: 'medium' }),
      legsSection(words, request),
      ...detailsFolded(words, request),
    ];
  }
  if (request.state === 'denied') {
    return decisionRows(words, request);
  }
  return request.state === 'expired'
    ? [text(expiredBody), ...approvalSection(words, request)]
    : [text(retryingBody, { spacing: 'medium' })];
}

/** The essential first: it is there, since when, and how long it took. */
function headline(words: Words, request: RequestIn<'confirmed'>): Element {
  const { proof } = request;
  const { outcome } = words;
  const at = moment(proof.checkedAt);
  const took = wholeSpan(words, request);
  const { seenAt } = request.approval.breakGlass === undefined ? outcome : words.breakGlass;
  const [first, second] =
    proof.kind === 'ldap'
      ? [outcome.seen, seenAt(at, took)]
      : [outcome.attestedBy(said(proof.by.displayName)), outcome.confirmedAt(at, took)];
  return panel('good', [text(first, { weight: 'bolder' }), text(second, { spacing: 'small' })]);
}

function proofSection(words: Words, proof: Proof): readonly Element[] {
  if (proof.kind === 'attested') {
    return [];
  }
  const { outcome } = words;
  const opensAccess = proof.groupType < 0;
  return [
    section(outcome.proofTitle, [
      ...named(outcome.groupDn, said(proof.groupDn, 400)),
      ...named(outcome.userDn, said(proof.userDn, 400)),
      row(outcome.attribute, outcome.attributes[proof.attribute], 'medium'),
      row(outcome.server, said(proof.server, 120)),
      row(outcome.groupType, typeWords(words, proof.groupType)),
      text(opensAccess ? outcome.signInAgain : words.plan.mailOnly, { spacing: 'medium' }),
    ]),
  ];
}

/** A long value under its label, so that it has the whole width. */
function named(label: string, value: string): readonly Element[] {
  return [text(label, { isSubtle: true, spacing: 'small' }), text(value, { spacing: 'none' })];
}

/** Where the membership comes from, for a beneficiary who has asked for nothing. */
function originRows(words: Words, request: RequestIn<'confirmed'>): readonly Element[] {
  const labels = words.request;
  const asked = labels.asked(said(request.requester.displayName), moment(request.createdAt));
  return [
    row(labels.requestedBy, asked),
    ...decisionRows(words, request),
    row(labels.duration, grantedWords(words, request)),
    ...endRow(words, request),
  ];
}

/** What was there already ends as it would have without this request. */
function endRow(
  { outcome }: Words,
  { setUp, duration }: RequestIn<'confirmed'>,
): readonly Element[] {
  const end = setUp.assignmentRequestId && endOf(duration, setUp.submittedAt);
  return end === undefined ? [] : [row(outcome.accessEnds, moment(end))];
}

/** AD's groupType: bit 2 global, 4 domain local, 8 universal; the sign bit makes it a security group. */
function typeWords({ outcome }: Words, groupType: number): string {
  const scope = scopes.find(([bit]) => (groupType & bit) !== 0)?.[1] ?? 'unusual';
  const { adGroupType, adScopes, adKinds } = outcome;
  const kind = adKinds[groupType < 0 ? 'security' : 'distribution'];
  return adGroupType(adScopes[scope], kind, groupType);
}

const scopes = [
  [8, 'universal'],
  [4, 'domain-local'],
  [2, 'global'],
] as const;
