import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CauseCode, Certainty, Diagnosis } from '../../src/domain/cause.ts';
import { diagnose, withoutDetails } from '../../src/domain/diagnosis.ts';
import type { Facts, Seen } from '../../src/domain/facts.ts';
import type { Group, WritebackTenant } from '../../src/domain/group.ts';
import type { MembershipVerdict, SyncStatus } from '../../src/domain/membership.ts';
import type { DirectoryUser } from '../../src/domain/person.ts';
import { refuseGroup, refuseTenant, refuseUser } from '../../src/domain/prerequisites.ts';
import type { ProvisioningJob } from '../../src/domain/provisioning.ts';
import type { Request } from '../../src/domain/request.ts';
import { at, requestIn, rita } from '../support/requests.ts';

const now = at(10);

function seen<T>(value: T): Seen<T> {
  return { value, at: at(9) };
}

const user: DirectoryUser = {
  id: rita.id,
  displayName: 'Rita',
  userPrincipalName: 'rita@contoso.test',
  userType: 'Member',
  accountEnabled: true,
  onPremises: {
    securityIdentifier: 'S-1-5-21-1-2-3-1101',
    distinguishedName: 'CN=Rita,OU=Staff,DC=corp,DC=contoso,DC=test',
  },
};

const waiting = requestIn('awaiting-sync');

const group: Group = {
  id: waiting.setUp.groupId,
  displayName: 'Finance',
  kind: 'microsoft-365',
  isDynamic: false,
  isSynced: false,
  isRoleAssignable: false,
  writeback: { isEnabled: true, onPremisesGroupType: 'universalSecurityGroup' },
};

const tenant: WritebackTenant = {
  isHybrid: true,
  engines: ['connect-v2'],
  organizationalUnit: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
};

const idle: SyncStatus = {
  enabled: true,
  staging: false,
  suspended: false,
  inProgress: false,
  intervalMs: 30 * 60_000,
  lastCycle: { startedAt: at(-20), finishedAt: at(-18) },
  nextStartAt: at(12),
};

const job: ProvisioningJob = {
  servicePrincipalId: 'sp',
  jobId: 'AAD2ADGroupProvisioning.1',
  templateId: 'AAD2ADGroupProvisioning',
  status: { state: 'active' },
  scope: { kind: 'all' },
};

function verdict(state: MembershipVerdict['state']): Seen<MembershipVerdict> {
  const where = { server: 'dc1', checkedAt: at(9), groupDn: 'CN=G', userDn: 'CN=U' };
  switch (state) {
    case 'member':
      return seen({ ...where, state, attribute: 'member', groupType: 8 });
    case 'not-verifiable':
      return seen({ state });
    case 'not-member':
      return seen({ ...where, state });
    case 'group-missing':
    case 'user-missing':
    case 'group-ambiguous':
    case 'user-ambiguous':
      return seen({ ...where, state });
  }
}

/** A request that waits for its cycle in a world in which all is well. */
const healthy: Facts = {
  now,
  request: waiting,
  user: seen(user),
  group: seen(group),
  tenant: seen(tenant),
  isMember: seen(true),
  isAssigned: seen(true),
  sync: seen(idle),
  verdict: verdict('group-missing'),
  unanswered: [],
};

const cycle = { startedAt: at(5), finishedAt: at(7) };
const exported = requestIn('awaiting-sync', { ...waiting, cycle });
const cloudRequest = requestIn('awaiting-sync', {
  ...waiting,
  plan: { ...waiting.plan, writeback: { ...waiting.plan.writeback, engine: 'cloud-sync' } },
});
const cloud: Facts = {
  ...healthy,
  request: cloudRequest,
  group: seen({ ...group, kind: 'security' }),
  tenant: seen({ ...tenant, engines: ['cloud-sync'] }),
  sync: undefined,
  job: seen(job),
};

function onPremises(change: Partial<NonNullable<DirectoryUser['onPremises']>>): DirectoryUser {
  return { ...user, onPremises: { ...user.onPremises, ...change } };
}

function sync(change: Partial<SyncStatus>): Facts {
  return { ...healthy, sync: seen({ ...idle, ...change }) };
}

function jobIn(change: Partial<ProvisioningJob>): Facts {
  return { ...cloud, job: seen({ ...job, ...change }) };
}

function writeback(isEnabled: boolean | undefined): Seen<Group> {
  return seen({ ...group, writeback: { isEnabled } });
}

function silence(code: string): Facts {
  const unanswered = [{ source: 'active-directory' as const, code, at: at(9) }];
  return { ...healthy, verdict: undefined, unanswered };
}

function event(status: 'success' | 'failure' | 'skipped', minute: number) {
  const { groupId } = cloudRequest.setUp;
  const reason = { code: 'HybridSynchronizationActiveDirectoryInternalServerError' };
  const base = { id: `line-${minute}`, groupId, action: 'update', jobId: job.jobId } as const;
  return { ...base, at: at(minute), status, reason };
}

const early = requestIn('delivering');

const cases: readonly [string, Facts, string][] = [
  ['nothing but the time', healthy, 'sync-not-begun certain'],
  [
    'a decision',
    { ...healthy, request: requestIn('awaiting-approval') },
    'awaiting-decision certain',
  ],
  ['a failure', { ...healthy, request: requestIn('failed') }, 'procedure-failed certain'],
  ['a person who is gone', { ...healthy, user: seen(undefined) }, 'user-not-found certain'],
  ['a guest', { ...healthy, user: seen({ ...user, userType: 'Guest' }) }, 'user-is-guest certain'],
  ['no SID', { ...healthy, user: seen({ ...user, onPremises: {} }) }, 'user-is-cloud-only certain'],
  ['a group that is gone', { ...healthy, group: seen(undefined) }, 'group-not-found certain'],
  [
    'a group from AD',
    { ...healthy, group: seen({ ...group, isSynced: true }) },
    'group-is-synced certain',
  ],
  [
    'a rule',
    { ...healthy, group: seen({ ...group, isDynamic: true }) },
    'group-is-dynamic certain',
  ],
  ['the flag off', { ...healthy, group: writeback(false) }, 'group-writeback-off certain'],
  [
    'a Microsoft 365 group where only Cloud Sync writes',
    { ...healthy, tenant: seen({ ...tenant, engines: ['cloud-sync'] }) },
    'group-kind-not-writable certain',
  ],
  ['too many members', { ...healthy, memberCount: seen(250_001) }, 'group-too-large certain'],
  [
    'writeback off',
    { ...healthy, tenant: seen({ ...tenant, engines: [] }) },
    'writeback-off certain',
  ],
  [
    'no organizational unit',
    { ...healthy, tenant: seen({ ...tenant, organizationalUnit: undefined }) },
    'organizational-unit-missing certain',
  ],
  ['a staging server', sync({ staging: true }), 'sync-staging certain'],
  ['a wizard', sync({ suspended: true }), 'sync-suspended certain'],
  ['a scheduler that is off', sync({ enabled: false }), 'sync-disabled certain'],
  ['a cycle', sync({ inProgress: true, currentCycleStartedAt: at(9) }), 'sync-running certain'],
  ['a server that fell silent', { ...sync({}), now: at(60) }, 'sync-stopped likely'],
  ['a removed member', { ...healthy, isMember: seen(false) }, 'membership-removed certain'],
  [
    'an ended assignment',
    { ...healthy, isAssigned: seen(false), isMember: seen(false) },
    'assignment-ended certain',
  ],
  ['delivery', { ...healthy, request: early, now: at(5) }, 'assignment-under-way certain'],
  ['a stuck delivery', { ...healthy, request: early, now: at(18) }, 'assignment-stuck certain'],
  [
    'Entra',
    { ...healthy, request: requestIn('awaiting-membership'), isMember: seen(false) },
    'membership-not-yet certain',
  ],
  ['an account nowhere', { ...healthy, verdict: verdict('user-missing') }, 'user-missing certain'],
  ['two groups', { ...healthy, verdict: verdict('group-ambiguous') }, 'group-ambiguous certain'],
  ['two accounts', { ...healthy, verdict: verdict('user-ambiguous') }, 'user-ambiguous certain'],
  ['no way in', { ...healthy, verdict: verdict('not-verifiable') }, 'not-verifiable certain'],
  ['no answer of AD', silence('directory-unreachable'), 'directory-unreachable certain'],
  [
    'a refused account',
    silence('directory-refused-credentials'),
    'directory-refused-credentials certain',
  ],
  ['no licence', silence('licence-missing'), 'licence-missing certain'],
  ['a group that was not written', { ...healthy, request: exported }, 'group-missing likely'],
  [
    'a member who was not written',
    { ...healthy, request: exported, verdict: verdict('not-member') },
    'member-missing likely',
  ],
  ['Cloud Sync', cloud, 'sync-not-begun certain'],
  ['no job', { ...cloud, job: seen(undefined) }, 'job-missing certain'],
  ['a paused job', jobIn({ status: { state: 'paused' } }), 'job-paused certain'],
  ['a job at rest', jobIn({ status: { state: 'not-started' } }), 'job-not-started certain'],
  [
    'quarantine',
    jobIn({
      status: { state: 'quarantined', reason: { code: 'HybridIdentityServiceNoActiveAgents' } },
    }),
    'job-quarantined certain',
  ],
  ['the scope', jobIn({ scope: { kind: 'groups', groupIds: [] } }), 'group-out-of-scope certain'],
  [
    'a failed write',
    { ...cloud, events: seen([event('failure', 6)]) },
    'provisioning-failed certain',
  ],
  [
    'a skipped member',
    { ...cloud, events: seen([event('skipped', 6)]) },
    'provisioning-skipped certain',
  ],
  [
    'a write that failed before it succeeded',
    { ...cloud, events: seen([event('failure', 6), event('success', 8)]) },
    'sync-not-begun certain',
  ],
];

describe('the best reason why somebody is not there yet', () => {
  for (const [what, facts, best] of cases) {
    it(`is ${best} for ${what}`, () => {
      const { causes } = diagnose(facts);

      const [first] = causes;
      assert.equal(`${first?.code} ${first?.certainty}`, best);
    });
  }

  it('tells undecided from off, and takes the default of the tenant into account', () => {
    const byDefault = [true, false, undefined].map((value) => {
      const facts = { ...healthy, group: writeback(undefined), writebackDefault: seen(value) };
      return codes(facts).find((code) => code.startsWith('group-writeback'));
    });
    const unknown = codes({ ...healthy, group: writeback(undefined) });

    assert.deepEqual(byDefault, [
      'group-writeback-undecided possible',
      'group-writeback-undecided likely',
      'group-writeback-undecided possible',
    ]);
    assert.ok(unknown.includes('group-writeback-undecided possible'));
  });

  it('is not contradicted by what it rules out', () => {
    const halts = [{ enabled: false }, { suspended: true }, { staging: true, inProgress: true }];
    const found = halts.map((halt) => codes(sync(halt))).join();

    assert.equal(found, 'sync-disabled certain,sync-suspended certain,sync-staging certain');
    assert.ok(!JSON.stringify(diagnose(sync({ enabled: false }))).includes('next cycle'));
  });

  it('shows null where nobody decided', () => {
    const { causes } = diagnose({ ...healthy, group: writeback(undefined) });

    const cause = causes.find(({ code }) => code === 'group-writeback-undecided');
    assert.deepEqual(cause?.evidence, [
      { source: 'entra-group', what: 'writebackConfiguration.isEnabled', seen: 'null', at: at(9) },
    ]);
  });

  it('names another domain as possible, and as likely once the account is not found', () => {
    const elsewhere = onPremises({ distinguishedName: 'CN=Rita,OU=Staff,DC=partner,DC=test' });
    const facts = { ...healthy, user: seen(elsewhere) };

    assert.ok(codes(facts).includes('user-in-other-domain possible'));
    const lost = codes({ ...facts, verdict: verdict('user-missing') });
    assert.deepEqual(lost, [
      'user-missing certain',
      'sync-not-begun certain',
      'user-in-other-domain likely',
    ]);
  });

  it('leads an administrator to the page where it is mended, by ids alone', () => {
    const [flag] = diagnose({ ...healthy, group: writeback(false) }).causes;
    const [ended] = diagnose({ ...healthy, isAssigned: seen(false) }).causes;

    assert.match(flag?.deepLink ?? '', new RegExp(`/groupId/${waiting.setUp.groupId}$`));
    assert.match(
      ended?.deepLink ?? '',
      new RegExp(`/entitlementId/${waiting.setUp.accessPackageId}$`),
    );
  });

  it('explains nothing where nothing is left to explain', () => {
    for (const state of ['confirmed', 'denied', 'cancelled'] as const) {
      assert.deepEqual(diagnose({ ...healthy, request: requestIn(state) }).causes, []);
    }
  });

  it('is refused at intake under the same code', () => {
    const guest: DirectoryUser = { ...user, userType: 'Guest' };
    const dynamic: Group = { ...group, isDynamic: true };
    const off: WritebackTenant = { ...tenant, isHybrid: false };

    const found = codes({ ...healthy, user: seen(guest), group: seen(dynamic), tenant: seen(off) });

    for (const { code } of [
      ...refuseUser(guest),
      ...refuseGroup(dynamic, off),
      ...refuseTenant(off),
    ]) {
      assert.ok(found.includes(`${code} certain`), code);
    }
  });

  it('keeps inner names and portal links from those who are no administrators', () => {
    const diagnosis = diagnose({ ...healthy, verdict: verdict('user-missing') });

    const { causes } = withoutDetails(diagnosis);

    assert.equal(causes.length, diagnosis.causes.length);
    assert.ok(!JSON.stringify(causes).includes('dc1'));
    assert.ok(causes.every(({ deepLink }) => deepLink === undefined));
  });
});

function codes(facts: Facts): readonly string[] {
  return diagnose(facts).causes.map(({ code, certainty }) => `${code} ${certainty}`);
}

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  now: fc.constantFrom(at(5), at(10), at(30), at(90)),
  request: fc.constantFrom<Request>(
    waiting,
    exported,
    cloudRequest,
    early,
    requestIn('awaiting-membership'),
    requestIn('failed'),
  ),
  user: fc.constantFrom(
    undefined,
    seen(undefined),
    seen(user),
    seen(onPremises({ securityIdentifier: undefined })),
  ),
  group: fc.constantFrom(
    undefined,
    seen(undefined),
    seen(group),
    writeback(false),
    writeback(undefined),
  ),
  tenant: fc.constantFrom(undefined, seen(tenant), seen({ ...tenant, engines: [] })),
  isMember: fc.constantFrom(undefined, seen(true), seen(false)),
  isAssigned: fc.constantFrom(undefined, seen(true), seen(false)),
  memberCount: fc.constantFrom(undefined, seen(3), seen(60_000), seen(300_000)),
  sync: fc.constantFrom(
    undefined,
    seen(undefined),
    seen(idle),
    seen({ ...idle, staging: true, inProgress: true }),
  ),
  job: fc.constantFrom(
    undefined,
    seen(undefined),
    seen(job),
    seen({ ...job, scope: { kind: 'unknown' as const } }),
  ),
  events: fc.constantFrom(undefined, seen([event('failure', 6)])),
  verdict: fc.constantFrom(
    undefined,
    verdict('member'),
    verdict('user-missing'),
    verdict('not-member'),
  ),
  unanswered: fc.constantFrom([], silence('directory-unreachable').unanswered),
});

describe('every diagnosis', () => {
  it('has evidence for each cause, each cause once, and always the same order', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const diagnosis = diagnose(facts);
        const { causes } = diagnosis;

        assert.deepEqual(diagnose(facts), diagnosis);
        assert.equal(new Set(causes.map(({ code }) => code)).size, causes.length);
        assert.ok(causes.every(({ evidence }) => evidence.length > 0));
        const ranks = causes.map(
          ({ code, certainty }) =>
            Certainty.options.indexOf(certainty) * 100 + CauseCode.options.indexOf(code),
        );
        assert.deepEqual(
          ranks,
          ranks.toSorted((one, other) => one - other),
        );
        assert.deepEqual(Diagnosis.parse(JSON.parse(JSON.stringify(diagnosis))), diagnosis);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every cause that there is in one case of the table or another', () => {
    const found = new Set(
      cases.flatMap(([, facts]) => diagnose(facts).causes.map(({ code }) => code)),
    );
    const elsewhere: readonly CauseCode[] = [
      'group-writeback-undecided',
      'user-in-other-domain',
      'user-is-disabled',
      'group-is-role-assignable',
      'group-is-distribution',
      'organizational-unit-differs',
      'job-failing',
      'directory-not-secure',
    ];

    assert.deepEqual(
      CauseCode.options.filter((code) => !found.has(code) && !elsewhere.includes(code)),
      [],
    );
  });
});
