import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AccessPackageId, GroupId, UserId } from '../../src/domain/ids.ts';
import type { TenantSettings } from '../../src/sandbox/graph/options.ts';
import { mailNicknameOf } from '../../src/setup/form-input.ts';
import { planHashOf } from '../../src/setup/plan-hash.ts';
import type { SubmitWish } from '../../src/setup/use-cases.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { ada, ben, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, submitted, wish } from '../support/setup-world.ts';

function group(number: number): SubmitWish['group'] {
  const id = GroupId.parse(`bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`);
  return { kind: 'existing', id };
}

async function codes(world: SetupWorld, changes: Partial<SubmitWish>): Promise<readonly string[]> {
  const result = await world.useCases.submit(actorOf(rita), wish(changes));
  return result.kind === 'refused' ? result.refusals.map(({ code }) => code) : [];
}

describe('submitting a request', () => {
  it('stores it with the plan and the approvers, and changes nothing outside', async () => {
    await using world = await setupWorld();

    const request = await submitted(world, { group: group(2), days: 30 });

    assert.equal(request.state, 'awaiting-approval');
    assert.deepEqual(
      request.approvers.map(({ id }) => id),
      [ada.id, paul.id],
    );
    assert.equal(request.plan.group.displayName, 'Finance Systems');
    assert.deepEqual(request.plan.writeback, {
      from: 'undetermined',
      engine: 'connect-v2',
      onPremisesGroupType: 'universalSecurityGroup',
      writtenType: 'universalSecurityGroup',
      organizationalUnit: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
    });
    assert.deepEqual(request.plan.catalog, { action: 'create', displayName: 'Writeback' });
    assert.deepEqual(world.graph.writes(), []);
  });

  it('makes one request of one form, however often it is sent', async () => {
    await using world = await setupWorld();
    const form = wish();

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.useCases.submit(actorOf(rita), form)),
    );

    const ids = answers.map((answer) => answer.kind === 'submitted' && answer.request.id);
    assert.equal(new Set(ids).size, 1);
    assert.notEqual(ids[0], false);
  });

  it("tells nobody of a request through somebody else's form", async () => {
    await using world = await setupWorld();
    const form = wish();
    await world.useCases.submit(actorOf(rita), form);

    const result = await world.useCases.submit(actorOf(ben), form);

    assert.equal(result.kind, 'refused');
  });

  it('uses a package that gives the group, and refuses one that does not', async () => {
    await using world = await setupWorld();
    const [offer] = await world.useCases.offerAccessPackages('Finance Rep');
    assert.ok(offer);

    const request = await submitted(world, { group: group(1), accessPackageId: offer.id });
    const refused = await codes(world, { group: group(2), accessPackageId: offer.id });

    assert.equal(request.plan.accessPackage.displayName, 'Finance Reports access');
    assert.deepEqual(refused, ['access-package-does-not-fit']);
  });

  it('shows who will own a new group, as part of what is approved', async () => {
    await using world = await setupWorld();

    const request = await submitted(world);
    const existing = await submitted(world, { group: group(2), beneficiary: ben.id });

    const { owner } = request.plan.group;
    assert.deepEqual(owner, { id: rita.id, displayName: rita.displayName });
    const plan = { ...request.plan, group: { ...request.plan.group, owner: ben } };
    assert.notEqual(planHashOf({ ...request, plan }), planHashOf(request));
    assert.equal(request.approval.planHash, planHashOf(request));
    assert.equal(existing.plan.group.owner, undefined);
  });

  it('takes nothing without an end where everything ends, and an emergency all the same', async () => {
    const policy = policyOf(templateOf([stageOf([ada])], { breakGlass: { hours: 4 } }));
    const settings = { maximumDays: 30, canHaveNoEnd: false };
    await using world = await setupWorld({ settings, policy });

    const without = await codes(world, { group: group(2) });
    const within = await codes(world, { group: group(2), days: 30 });
    const emergency = await world.useCases.breakGlass(actorOf(rita), {
      ...wish({ group: group(1) }),
      confirmed: true,
    });

    assert.deepEqual([without, within], [['input-not-valid'], []]);
    assert.equal(emergency.kind, 'submitted');
  });

  const refusals: readonly [string, Partial<SubmitWish>, readonly string[]][] = [
    ['a guest', { beneficiary: person(6) }, ['user-is-guest']],
    ['a cloud-only user', { beneficiary: person(7) }, ['user-is-cloud-only']],
    ['an unknown person', { beneficiary: 'nobody@contoso.test' }, ['user-not-found']],
    ['a dynamic group', { group: group(4) }, ['group-is-dynamic']],
    ['a synced group', { group: group(5) }, ['group-is-synced']],
    ['a role-assignable group', { group: group(6) }, ['group-is-role-assignable']],
    ['a distribution group', { group: group(7) }, ['group-is-distribution']],
    ['a group that does not exist', { group: group(99) }, ['group-not-found']],
    ['a member', { group: group(1), beneficiary: ben.id }, ['already-member']],
    [
      'a taken name',
      { group: { kind: 'new', displayName: 'finance SYSTEMS' } },
      ['group-name-taken'],
    ],
    [
      'an unknown package',
      { accessPackageId: AccessPackageId.parse('00000000-0000-4000-8000-00000000dead') },
      ['access-package-not-found'],
    ],
    ['an empty reason', { reason: '  ' }, ['input-not-valid']],
    ['a reason of 10,000 characters', { reason: 'x'.repeat(10_000) }, ['input-not-valid']],
    ['half a day', { days: 0.5 }, ['input-not-valid']],
    ['more days than permitted', { days: 366 }, ['input-not-valid']],
    [
      'a name of control characters',
      { group: { kind: 'new', displayName: 'a\u0007b' } },
      ['input-not-valid'],
    ],
    [
      'several things at once, naming each',
      { beneficiary: person(7), group: group(4) },
      ['user-is-cloud-only', 'group-is-dynamic'],
    ],
  ];
  for (const [what, changes, expected] of refusals) {
    it(`refuses ${what}`, async () => {
      await using world = await setupWorld();

      assert.deepEqual(await codes(world, changes), expected);
    });
  }

  const tenants: readonly [string, Partial<TenantSettings>, Partial<SubmitWish>, string][] = [
    [
      'while writeback is off in the tenant',
      { unifiedGroupWritebackEnabled: false, groupWriteBackEnabled: false },
      {},
      'writeback-off',
    ],
    [
      'without an organizational unit',
      { unifiedGroupContainer: null },
      {},
      'organizational-unit-missing',
    ],
    [
      'for a security group where only Connect v1 writes',
      { groupWriteBackEnabled: false },
      { group: group(8) },
      'group-kind-not-writable',
    ],
  ];
  for (const [what, tenant, changes, expected] of tenants) {
    it(`refuses ${what}`, async () => {
      await using world = await setupWorld();
      world.graph.sandbox.setTenant(tenant);

      assert.deepEqual(await codes(world, changes), [expected]);
    });
  }

  it('refuses a second open request for the same pair, also when both come at once', async () => {
    await using world = await setupWorld();

    const both = await Promise.all([
      codes(world, { group: group(2) }),
      codes(world, { group: group(2) }),
    ]);
    const later = await codes(world, { group: group(2) });

    assert.deepEqual(both.flat(), ['open-request-exists']);
    assert.deepEqual(later, ['open-request-exists']);
  });

  it('refuses when nobody is left who could approve', async () => {
    await using world = await setupWorld({ settings: { approvers: [rita.id, ben.id] } });

    assert.deepEqual(await codes(world, { beneficiary: ben.id }), ['nobody-can-approve']);
  });

  it('never counts requester and beneficiary among the approvers', async () => {
    await using world = await setupWorld({ settings: { approvers: [rita.id, ada.id, paul.id] } });

    const request = await submitted(world, { beneficiary: ada.id });

    assert.deepEqual(
      request.approvers.map(({ id }) => id),
      [paul.id],
    );
  });
});

describe('the mail nickname of a new group', () => {
  const cases = [
    ['Finance Reports', 'finance-reports'],
    ["  Ça va? O'Brien & Söhne  ", 'ca-va-o-brien-sohne'],
    ['مالية', 'group-645627644a629'],
    ['🌙', 'group-1f319'],
    ['a'.repeat(200), 'a'.repeat(60)],
  ] as const;
  for (const [name, expected] of cases) {
    it(`is ${expected} for ${name.slice(0, 30)}`, () => {
      const nickname = mailNicknameOf(name);

      assert.match(nickname, /^[a-z0-9-]{1,64}$/);
      if (!expected.startsWith('group-6')) {
        assert.equal(nickname, expected);
      }
    });
  }
});

function person(number: number): string {
  return UserId.parse(`aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`);
}
