import type { Approver, Vote } from '../../src/domain/approval.ts';
import type { Cause, Diagnosis } from '../../src/domain/cause.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request, RequestIn, RequestState } from '../../src/domain/request.ts';
import { driftReportCard } from '../../src/teams/cards/drift-card.ts';
import { said } from '../../src/teams/cards/escape.ts';
import { failedCard } from '../../src/teams/cards/failed-card.ts';
import { favouriteChoice } from '../../src/teams/cards/favourite-label.ts';
import { favouritesCard } from '../../src/teams/cards/favourites-card.ts';
import { lateCard } from '../../src/teams/cards/late-card.ts';
import { explain } from '../../src/teams/cards/notices.ts';
import { outcomeCard } from '../../src/teams/cards/outcome-card.ts';
import { requestCard } from '../../src/teams/cards/request-card.ts';
import { type FormView, requestForm } from '../../src/teams/cards/request-form.ts';
import { requestListCard } from '../../src/teams/cards/request-list.ts';
import type { RequestView } from '../../src/teams/cards/view.ts';
import { waitingCard } from '../../src/teams/cards/waiting-card.ts';
import { whyCard } from '../../src/teams/cards/why-card.ts';
import type { Words } from '../../src/teams/words/words.ts';
import { stagedApproval } from './card-samples/approval.ts';
import { driftRows } from './card-samples/drift.ts';
import { favourite } from './card-samples/favourites.ts';
import type { Samples } from './card-samples/samples.ts';
import { fixedIds, fixedRequest } from './fixed-request.ts';
import { ada, at, rita } from './requests.ts';

/** As long as Entra allows, in letters of three bytes each. */
const longName = '家'.repeat(256);
const longText = '理由'.repeat(1500);
const longDn = `CN=${longName},${'OU=組織単位,'.repeat(40)}DC=contoso,DC=test`;

const people: readonly Person[] = Array.from({ length: 20 }, (_unused, index) => ({
  ...ada,
  id: `aaaaaaaa-0000-4000-8000-0000000001${String(index).padStart(2, '0')}` as Person['id'],
  displayName: `${index}${longName}`,
  userPrincipalName: `${'x'.repeat(100)}${index}@contoso.test`,
}));
const seats: readonly Approver[] = people.map((person) => ({
  person,
  because: { kind: 'deputy', of: { ...rita, displayName: longName }, until: at(9000) },
}));

/** Two stages of twenty people each, all of whom have something to say. */
function largestApproval(stage: number): Request['approval'] {
  const stages = Array.from({ length: 2 }, () => ({
    name: longName,
    approvers: seats,
    need: 20,
    escalation: { afterMs: 1, approvers: seats },
  }));
  const votes: readonly Vote[] = Array.from({ length: stage + 1 }, (_unused, index) =>
    people
      .slice(stage)
      .map((by) => ({ stage: index, by, at: at(1), comment: longText, planHash: 'x' })),
  ).flat();
  const fields = [
    'group',
    'writeback',
    'writtenType',
    'engine',
    'organizationalUnit',
    'catalog',
    'accessPackage',
  ] as const;
  return stagedApproval({
    route: { rule: longName, stages, distinctApprovers: true },
    stage,
    votes,
    escalatedAt: at(1),
    reminders: { sent: 9 },
    returned: {
      at: at(1),
      differences: fields.map((field) => ({ field, before: longName, after: longName })),
    },
  });
}

const evidence = Array.from({ length: 12 }, () => ({
  source: 'active-directory' as const,
  what: longName,
  seen: longDn,
  at: at(5),
}));
const diagnosis: Diagnosis = {
  at: at(5),
  causes: Array.from({ length: 12 }, () => ({
    code: 'group-writeback-undecided' as const satisfies Cause['code'],
    certainty: 'certain',
    owner: 'administrator',
    fix: 'enable-writeback-of-group',
    evidence,
    deepLink: `https://entra.microsoft.com/#view/${'x'.repeat(300)}`,
  })),
  unanswered: Array.from({ length: 8 }, () => ({
    source: 'active-directory',
    code: 'directory-unreachable',
    at: at(5),
  })),
};

/** A request of which everything is as long as it can be. */
function largestRequest<S extends RequestState>(state: S): RequestIn<S> {
  const plain = fixedRequest(state);
  const changes = {
    requester: people[0],
    beneficiary: people[1],
    approvers: people,
    approval: largestApproval(1),
    reason: longText.slice(0, 500),
    ticket: '票'.repeat(100),
    duration: { kind: 'days', days: 365 },
    group: { kind: 'new', displayName: longName, mailNickname: 'x'.repeat(64) },
    plan: {
      group: {
        action: 'create',
        displayName: longName,
        mailNickname: 'x'.repeat(64),
        owner: people[0],
      },
      writeback: { ...plain.plan.writeback, organizationalUnit: longDn },
      catalog: { action: 'create', displayName: longName },
      accessPackage: { action: 'create', displayName: longName },
    },
    steps: Array.from({ length: state === 'awaiting-approval' ? 0 : 40 }, () => ({
      name: 'access-package',
      changed: true,
      summary: longText,
      subject: longName,
      at: at(2),
    })),
    decision: { by: people[2], at: at(1), comment: longText },
    detail: longText,
    diagnosis,
    lateness: { grade: 'overdue', since: at(5) },
    proof: {
      kind: 'ldap',
      groupDn: longDn,
      userDn: longDn,
      attribute: 'member and memberOf',
      groupType: -2_147_483_640,
      server: `${'x'.repeat(240)}.contoso.test`,
      checkedAt: at(31),
    },
  };
  return { ...plain, ...(changes as unknown as Partial<RequestIn<S>>) };
}

/** Every card that grows, with more in it than anybody will ever put there. */
export function largestCardsIn(words: Words): Samples {
  function viewOf(
    request: Request,
    options: readonly RequestView['audience']['options'][number][],
  ) {
    const audience = { kind: 'personal', options } as const;
    const notice = { style: 'attention', text: words.request.commentMissing } as const;
    const comment = longText.slice(0, 1000);
    const base = { words, request, audience, notice, comment, maximumDays: 365 };
    return { ...base, readerId: people[3]?.id, unreachable: people, isAdministrator: true };
  }
  const states = [
    'awaiting-approval',
    'setting-up',
    'awaiting-sync',
    'confirmed',
    'failed',
  ] as const;
  const cards: Record<string, Samples[string]> = {};
  for (const state of states) {
    const view = viewOf(largestRequest(state), ['approve', 'deny', 'claim', 'sync-now']);
    cards[`request-${state}`] = requestCard(view);
  }
  const waiting = largestRequest('awaiting-sync');
  const failed = largestRequest('failed');
  const requests = Array.from({ length: 200 }, () => largestRequest('awaiting-approval'));
  const drift = Array.from({ length: 200 }, (_unused, index) => ({
    ...driftRows[index % 2],
    groupName: `${index}${longName}`,
    finding: { kind: 'member-added', groupDn: longDn, dn: longDn, securityIdentifier: longDn },
    fix: { runOn: 'active-directory', command: `Remove-ADGroupMember ${longDn}` },
  }));
  return {
    ...cards,
    'outcome-confirmed': outcomeCard(viewOf(largestRequest('confirmed'), [])),
    'outcome-failed': outcomeCard(viewOf(failed, ['retry'])),
    failed: failedCard(viewOf(failed, ['retry'])),
    late: lateCard(viewOf(waiting, ['sync-now']), 'late'),
    why: whyCard({ words, request: waiting, diagnosis, options: ['sync-now'] }),
    drift: driftReportCard(words, {
      rows: drift as unknown as typeof driftRows,
      lastLook: { at: drift[0]?.lastSeenAt ?? new Date(0), groups: 200, unread: 20, findings: 200 },
      watch: 'daily',
    }),
    list: requestListCard(words, requests),
    waiting: waitingCard(words, requests),
    form: largestForm(words),
    'form-empty': requestForm({
      ...frameOfForm(words),
      values: { reason: longText.slice(0, 500) },
      recent: favourites.slice(0, 15).map((each) => ({
        title: favouriteChoice(words, each, favourites),
        value: each.id,
      })),
    }),
    favourites: favouritesCard({
      words,
      favourites,
      notice: { style: 'good', text: words.favourites.kept(said(longName)) },
    }),
  };
}

const favourites = Array.from({ length: 20 }, (_unused, index) =>
  favourite(index, {
    displayName: longName,
    mail: `${'x'.repeat(100)}@contoso.test`,
    kind: 'mail-enabled-security',
  }),
);

function frameOfForm(words: Words): FormView {
  return {
    words,
    formId: 'ffffffff-0000-4000-8000-000000000001',
    values: {},
    errors: [],
    canChooseAccessPackage: true,
    durations: { maximumDays: 365, canHaveNoEnd: true },
    asksForTicket: true,
    titles: new Map([
      [fixedIds.groupId, longName],
      [rita.id, longName],
      [fixedIds.accessPackageId, longName],
    ]),
  };
}

function largestForm(words: Words): Samples[string] {
  const { route } = largestApproval(0);
  return requestForm({
    ...frameOfForm(words),
    values: {
      group: fixedIds.groupId,
      newGroupName: longName.slice(0, 120),
      person: rita.id,
      personName: longName,
      accessPackage: fixedIds.accessPackageId,
      reason: longText.slice(0, 500),
      ticket: '票'.repeat(100),
    },
    errors: ['group', 'person', 'accessPackage', 'reason', 'ticket'].map((field) => ({
      field: field as 'group',
      text: explain(words, 'group-is-dynamic', longName),
    })),
    route: {
      route,
      plan: largestRequest('awaiting-approval').plan,
      reasonRule: longText.slice(0, 300),
      ticketRule: longText.slice(0, 300),
      maximumDays: 90,
      breakGlassHours: 8,
    },
  });
}
