import { GroupId, RequestId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { RequestIn, RequestState, StepRecord } from '../../src/domain/request.ts';
import type { AdaptiveCard } from '../../src/teams/cards/elements.ts';
import { helpCard, messageCard, welcomeCard } from '../../src/teams/cards/help-card.ts';
import { explain } from '../../src/teams/cards/notices.ts';
import { outcomeCard } from '../../src/teams/cards/outcome-card.ts';
import { requestCard } from '../../src/teams/cards/request-card.ts';
import { type FormView, requestForm } from '../../src/teams/cards/request-form.ts';
import { requestListCard } from '../../src/teams/cards/request-list.ts';
import { tenantCard } from '../../src/teams/cards/tenant-card.ts';
import type { Option, RequestView } from '../../src/teams/cards/view.ts';
import { moment } from '../../src/teams/cards/when.ts';
import { unknownGroupHint } from '../../src/teams/form.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import type { Words } from '../../src/teams/words/words.ts';
import { ada, at, ben, paul, requestIn, rita } from './requests.ts';

const ids = {
  groupId: 'bbbbbbbb-0000-4000-8000-000000000001',
  catalogId: 'cccccccc-0000-4000-8000-000000000001',
  accessPackageId: 'cccccccc-0000-4000-8000-000000000002',
  policyId: 'cccccccc-0000-4000-8000-000000000003',
  assignmentRequestId: 'cccccccc-0000-4000-8000-000000000004',
};

/** A request with fixed ids, so that golden files stay the same. */
export function fixedRequest<S extends RequestState>(
  state: S,
  changes: Partial<RequestIn<S>> = {},
): RequestIn<S> {
  const isSetUp = state !== 'failed';
  const fixed = {
    id: RequestId.parse('WB-7K3F2Q9X'),
    version: 4,
    ...(isSetUp ? { setUp: { ...ids, submittedAt: at(2) } } : {}),
  };
  return requestIn(state, { ...(fixed as unknown as Partial<RequestIn<S>>), ...changes });
}

const steps: readonly StepRecord[] = [
  step('prerequisites', false, 'The prerequisites are met.'),
  step('group', false, 'Picked the group Finance Reports.'),
  step('writeback', true, 'Set Finance Reports to be written back.'),
  step('catalog', true, 'Created the catalog Writeback.'),
  step('catalog-resource', true, 'Added Finance Reports to the catalog Writeback.'),
  step('access-package', false, 'Picked the access package Finance Reports (written back).'),
  step('role-scope', true, 'Added the Member role to Finance Reports (written back).'),
  step('policy', true, 'Created a policy for direct assignment.'),
  step('assignment', true, 'Asked entitlement management to assign the user.'),
];

function step(name: StepRecord['name'], changed: boolean, summary: string): StepRecord {
  return { name, changed, summary, at: at(2) };
}

const hostile = '[click](http://evil.test) *_`~#|<b>![x](y)';
export const strangePeople: readonly Person[] = [
  { ...ada, displayName: `Ada ${'Verylongname'.repeat(20)}` },
  { ...paul, displayName: 'ليلى الأحمد 🌙 \u202Eevil' },
];

/** Long, right-to-left, emoji, and names that look like markup or templates. */
export function strangeRequest<S extends RequestState>(state: S): RequestIn<S> {
  const displayName = `{{DATE(2026-01-01T00:00:00Z)}} \${secret} ${hostile}`;
  const beneficiary = {
    ...rita,
    displayName: '👩‍👩‍👧‍👦'.repeat(30),
    userPrincipalName: `${'x'.repeat(300)}@contoso.test`,
  };
  const plain = fixedRequest(state);
  const changes = {
    beneficiary,
    requester: { ...ben, displayName: 'مُقدِّم الطلب' },
    approvers: strangePeople,
    reason: `${hostile}\n\n- ${'🌙 reason '.repeat(60)}`.slice(0, 500),
    group: { kind: 'existing', id: GroupId.parse(ids.groupId), displayName },
    plan: {
      ...plain.plan,
      group: { action: 'create', displayName, mailNickname: 'x'.repeat(60) },
      writeback: {
        ...plain.plan.writeback,
        organizationalUnit: `OU=${'long'.repeat(100)},DC=contoso`,
      },
      accessPackage: { action: 'use', displayName: 'x'.repeat(250) },
    },
    steps: Array.from({ length: 9 }, (_unused, index) => ({
      name: 'access-package',
      changed: true,
      summary: 'Done.',
      subject: `${index} ${displayName}`,
      at: at(2),
    })),
    detail: `${hostile} ${'x'.repeat(3000)}`,
  };
  return { ...plain, ...(changes as unknown as Partial<RequestIn<S>>) };
}

type Extra = Partial<Omit<RequestView, 'words'>>;

/** Draws cards in one language. */
function drawerIn(words: Words) {
  function personal(
    request: RequestView['request'],
    options: readonly Option[],
    extra: Extra = {},
  ): AdaptiveCard {
    return requestCard({ words, request, audience: { kind: 'personal', options }, ...extra });
  }

  function base(
    request: RequestView['request'],
    options: readonly Option[] = [],
    extra: Extra = {},
  ): AdaptiveCard {
    const viewerIds = options.length === 0 ? [] : ['29:1ada'];
    return requestCard({
      words,
      request,
      audience: { kind: 'base', options, viewerIds },
      ...extra,
    });
  }

  function outcome(request: RequestView['request'], options: readonly Option[] = []): AdaptiveCard {
    const viewerIds = options.length === 0 ? [] : ['29:1ada'];
    return outcomeCard({ words, request, audience: { kind: 'base', options, viewerIds } });
  }

  function form(extra: Partial<Omit<FormView, 'words'>> = {}): AdaptiveCard {
    return requestForm({
      words,
      formId: 'ffffffff-0000-4000-8000-000000000001',
      values: { person: rita.id },
      errors: [],
      canChooseAccessPackage: true,
      maximumDays: 365,
      titles: new Map([[rita.id, 'Rita Requester']]),
      ...extra,
    });
  }
  return { personal, base, outcome, form };
}

const awaitingSync = fixedRequest('awaiting-sync', {
  steps,
  lastLook: { at: at(12), finding: 'waiting-for-cycle', expectedAt: at(40) },
});
const withType = fixedRequest('awaiting-approval').plan;
const forBen = fixedRequest('awaiting-approval', {
  beneficiary: { ...ben, userPrincipalName: 'ben@contoso.test' },
  duration: { kind: 'days', days: 90 },
  plan: {
    ...withType,
    group: { action: 'create', displayName: 'Quarter Close', mailNickname: 'quarter-close' },
    writeback: {
      ...withType.writeback,
      from: 'off',
      engine: 'connect-v1',
      writtenType: 'universalDistributionGroup',
    },
  },
});
const confirmed = fixedRequest('confirmed', {
  steps,
  cycle: { startedAt: at(28), finishedAt: at(30) },
});
const failed = fixedRequest('failed', {
  steps: steps.slice(0, 2),
  failedStep: 'writeback',
  code: 'graph-permission-missing',
  detail:
    'PATCH /beta/groups/bbbbbbbb-0000-4000-8000-000000000001 answered 403 Authorization_RequestDenied',
});

/** Every card in every state worth looking at, by the name of its golden file. */
export function cardsIn(words: Words): Readonly<Record<string, AdaptiveCard>> {
  const { personal, base, outcome, form } = drawerIn(words);
  return {
    'help-personal': helpCard({
      words,
      isPersonal: true,
      isAdministrator: false,
      wasNotUnderstood: false,
    }),
    'help-group-administrator': helpCard({
      words,
      isPersonal: false,
      isAdministrator: true,
      wasNotUnderstood: true,
    }),
    welcome: welcomeCard(words),
    message: messageCard(words, explain(words, 'request-not-found', 'WB-7K3F2Q9X'), 'WB-7K3F2Q9X'),
    'form-empty': form(),
    'form-without-package': form({
      canChooseAccessPackage: false,
      maximumDays: 30,
      hint: unknownGroupHint(words, 'Quarter Close'),
    }),
    'form-refused': form({
      values: {
        group: ids.groupId,
        personName: 'gina@fabrikam.test',
        accessPackage: ids.accessPackageId,
        reason: 'Audit',
        duration: '90',
      },
      titles: new Map([
        [ids.groupId, 'Finance Dynamic · finance-dynamic@contoso.test · Microsoft 365, dynamic'],
      ]),
      errors: [
        {
          field: 'group',
          text: explain(words, 'group-is-dynamic', 'Finance Dynamic'),
        },
        {
          field: 'personName',
          text: explain(words, 'user-is-guest', 'Gina Guest'),
        },
        {
          text: explain(words, 'graph-unreachable', ''),
        },
      ],
    }),
    'request-awaiting-approval-requester': personal(fixedRequest('awaiting-approval'), ['cancel']),
    'request-awaiting-approval-base': base(fixedRequest('awaiting-approval'), ['cancel'], {
      unreachable: [paul],
    }),
    'request-awaiting-approval-reader': base(forBen),
    'approval-base': base(forBen, ['approve', 'deny']),
    'approval-personal': personal(forBen, ['approve', 'deny']),
    'approval-deny-without-comment': personal(forBen, ['approve', 'deny'], {
      notice: {
        style: 'attention',
        text: words.request.commentMissing,
      },
      comment: 'Typed before',
    }),
    'request-stale': personal(fixedRequest('setting-up', { steps }), [], {
      notice: { style: 'warning', text: words.notices.approvedBefore('Ada', moment(at(3))) },
    }),
    'request-setting-up': base(fixedRequest('setting-up', { steps: steps.slice(0, 2) })),
    'request-delivering': base(fixedRequest('delivering', { steps })),
    'request-awaiting-membership': base(fixedRequest('awaiting-membership', { steps })),
    'request-awaiting-sync': base(awaitingSync),
    'request-awaiting-sync-unverifiable': personal(
      fixedRequest('awaiting-sync', { steps, lastLook: { at: at(12), finding: 'not-verifiable' } }),
      ['attest'],
    ),
    'request-confirmed': base(confirmed),
    'request-confirmed-by-person': base(
      fixedRequest('confirmed', { steps, proof: { kind: 'attested', by: ada, checkedAt: at(50) } }),
    ),
    'request-denied': base(
      fixedRequest('denied', {
        decision: { by: ada, at: at(3), comment: 'Please ask your manager first.' },
      }),
    ),
    'request-expired': base(fixedRequest('expired')),
    'outcome-expired': outcome(fixedRequest('expired')),
    'request-cancelled': base(fixedRequest('cancelled')),
    'request-failed-administrator': personal(failed, ['retry']),
    'request-failed-base': base(failed, ['retry']),
    'outcome-confirmed': outcome(confirmed),
    'outcome-confirmed-by-person': outcome(
      fixedRequest('confirmed', { steps, proof: { kind: 'attested', by: ada, checkedAt: at(50) } }),
    ),
    'outcome-denied': outcome(
      fixedRequest('denied', {
        decision: { by: ada, at: at(3), comment: 'Please ask your manager first.' },
      }),
    ),
    'outcome-failed': outcome(failed),
    'outcome-tried-again': outcome(fixedRequest('setting-up')),
    'list-empty': requestListCard(words, []),
    'list-full': requestListCard(words, [awaitingSync, forBen, confirmed, failed]),
    'tenant-ready': tenantCard(words, {
      isHybrid: true,
      engines: ['connect-v2', 'cloud-sync'],
      organizationalUnit: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
      lastSyncAt: at(0),
    }),
    'tenant-not-ready': tenantCard(words, { isHybrid: true, engines: ['connect-v1'] }),
    'strange-approval': personal(strangeRequest('awaiting-approval'), ['approve', 'deny']),
    'strange-request': base(strangeRequest('failed'), ['retry'], { unreachable: strangePeople }),
    'strange-outcome': outcome(strangeRequest('confirmed')),
    'strange-list': requestListCard(
      words,
      Array.from({ length: 12 }, () => strangeRequest('awaiting-sync')),
    ),
    'strange-form': form({
      values: {
        group: ids.groupId,
        newGroupName: hostile,
        person: rita.id,
        reason: `${hostile} ليلى 🌙`,
      },
      titles: new Map([
        [ids.groupId, hostile.repeat(5)],
        [rita.id, '👩‍👩‍👧‍👦'.repeat(30)],
      ]),
    }),
  };
}

/** The same in English. */
export const allCards = cardsIn(wordsFor('en'));
