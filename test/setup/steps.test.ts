import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CatalogId } from '../../src/domain/ids.ts';
import { AccessPackageId, GroupId, RequestId } from '../../src/domain/ids.ts';
import type { CloudSyncJob } from '../../src/sandbox/graph/options.ts';
import { ensureAccessPackage } from '../../src/setup/steps/ensure-access-package.ts';
import { ensureAssignment } from '../../src/setup/steps/ensure-assignment.ts';
import { ensureCatalog } from '../../src/setup/steps/ensure-catalog.ts';
import { ensureCatalogResource } from '../../src/setup/steps/ensure-catalog-resource.ts';
import { ensureGroup } from '../../src/setup/steps/ensure-group.ts';
import { ensurePolicy } from '../../src/setup/steps/ensure-policy.ts';
import { ensureRoleScope } from '../../src/setup/steps/ensure-role-scope.ts';
import { ensureWriteback } from '../../src/setup/steps/ensure-writeback.ts';
import { addRole } from '../support/add-role.ts';
import { type GraphWorld, graphWorld } from '../support/graph-world.ts';
import { rita } from '../support/requests.ts';

const systems = {
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000002'),
  displayName: 'Finance Systems',
};
const otherGroup = {
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001'),
  displayName: 'Reports',
};
const randomId = AccessPackageId.parse('00000000-0000-4000-8000-00000000beef');
const missing = GroupId.parse('00000000-0000-4000-8000-00000000dead');
const requestId = RequestId.parse('WB-7K3F2Q9X');
const chosenByBot = { kind: 'chosen-by-bot' } as const;

describe('ensuring the group', () => {
  const choice = { kind: 'new', displayName: 'Treasury', mailNickname: 'treasury' } as const;
  const wish = { requestId, choice, reason: 'Month-end', ownerId: rita.id };

  it('creates a new one', async () => {
    await using world = await graphWorld();

    const result = await ensureGroup(world.directory, wish);

    assert.equal(result.changed, true);
    assert.equal(result.value.kind, 'microsoft-365');
    assert.equal(result.value.displayName, 'Treasury');
  });

  it('changes nothing the second time', async () => {
    await using world = await graphWorld();
    const first = await ensureGroup(world.directory, wish);
    const writes = world.writes().length;

    const second = await ensureGroup(world.directory, wish);

    assert.deepEqual([second.changed, second.value.id], [false, first.value.id]);
    assert.equal(world.writes().length, writes);
  });

  it('explains that the address is taken', async () => {
    await using world = await graphWorld();
    const taken = { ...choice, mailNickname: 'finance-systems' };

    await assert.rejects(ensureGroup(world.directory, { ...wish, choice: taken }), {
      code: 'group-name-taken',
    });
  });

  it('explains that a picked group is gone', async () => {
    await using world = await graphWorld();
    const gone = { kind: 'existing', id: missing, displayName: 'Gone' } as const;

    await assert.rejects(ensureGroup(world.directory, { ...wish, choice: gone }), {
      code: 'group-not-found',
    });
  });
});

const byConnect = {
  engine: 'connect-v2',
  onPremisesGroupType: 'universalSecurityGroup',
} as const;

describe('ensuring writeback', () => {
  it('sets it explicitly to true, with a type', async () => {
    await using world = await graphWorld();

    const result = await ensureWriteback(world.directory, systems, byConnect);

    assert.equal(result.changed, true);
    assert.deepEqual((await world.directory.findGroup(systems.id))?.writeback, {
      isEnabled: true,
      onPremisesGroupType: 'universalSecurityGroup',
    });
  });

  it('changes nothing the second time', async () => {
    await using world = await graphWorld();
    await ensureWriteback(world.directory, systems, byConnect);

    const again = await ensureWriteback(world.directory, systems, byConnect);

    assert.equal(again.changed, false);
    assert.deepEqual(world.writes(), ['PATCH /beta/groups/{id}']);
  });

  it('keeps the type that a group has', async () => {
    await using world = await graphWorld();
    const reports = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');

    await ensureWriteback(world.directory, { ...systems, id: reports }, byConnect);

    const group = await world.directory.findGroup(reports);
    assert.equal(group?.writeback.onPremisesGroupType, 'universalDistributionGroup');
  });

  it('explains a missing permission', async () => {
    await using world = await graphWorld();
    world.sandbox.setTenant({ missingPermissions: ['Group.ReadWrite.All'] });

    await assert.rejects(ensureWriteback(world.directory, systems, byConnect), (error: Error) =>
      /Group\.ReadWrite\.All/.test(error.message),
    );
  });
});

const byCloudSync = {
  engine: 'cloud-sync',
  onPremisesGroupType: 'universalSecurityGroup',
} as const;
const servers = {
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000008'),
  displayName: 'Finance Servers',
};

describe('ensuring writeback by Cloud Sync', () => {
  function withScope(world: GraphWorld, scope?: CloudSyncJob['scope']): void {
    const job = { present: true, status: 'Active' } as const;
    world.sandbox.setTenant({ cloudSyncJob: scope === undefined ? job : { ...job, scope } });
  }

  for (const scope of [undefined, [servers.id]]) {
    it(`sets nothing, because the scope ${JSON.stringify(scope ?? 'of all groups')} covers it`, async () => {
      await using world = await graphWorld();
      withScope(world, scope);

      const result = await ensureWriteback(world.directory, servers, byCloudSync);

      assert.equal(result.changed, false);
      assert.match(result.summary, /in the scope of Cloud Sync/);
      assert.deepEqual(world.writes(), []);
    });
  }

  it('explains that the group is out of scope', async () => {
    await using world = await graphWorld();
    withScope(world, [systems.id]);

    await assert.rejects(ensureWriteback(world.directory, servers, byCloudSync), {
      code: 'group-out-of-scope',
    });
    assert.deepEqual(world.writes(), []);
  });

  it('sets the flag where the scope is filtered by it, and only once', async () => {
    await using world = await graphWorld();
    withScope(world, { attribute: 'isWritebackEnabled' });

    const first = await ensureWriteback(world.directory, servers, byCloudSync);
    const second = await ensureWriteback(world.directory, servers, byCloudSync);

    assert.deepEqual([first.changed, second.changed], [true, false]);
    assert.equal((await world.directory.findGroup(servers.id))?.writeback.isEnabled, true);
  });

  it('leaves the group to Cloud Sync where the scope cannot be read', async () => {
    await using world = await graphWorld();
    withScope(world);
    world.sandbox.setTenant({ missingPermissions: ['Synchronization.Read.All'] });

    const result = await ensureWriteback(world.directory, servers, byCloudSync);

    assert.match(result.summary, /left to Cloud Sync/);
  });
});

describe('ensuring the catalog', () => {
  it('creates it, and picks it the second time', async () => {
    await using world = await graphWorld();
    const wish = { action: 'create', displayName: 'Writeback' } as const;

    const first = await ensureCatalog(world.entitlement, wish);
    const second = await ensureCatalog(world.entitlement, wish);

    assert.deepEqual([first.changed, second.changed], [true, false]);
    assert.equal(second.value.id, first.value.id);
  });

  it('explains that the licence is missing', async () => {
    await using world = await graphWorld();
    world.sandbox.setTenant({ licence: 'none' });

    await assert.rejects(
      ensureCatalog(world.entitlement, { action: 'create', displayName: 'Writeback' }),
      { code: 'licence-missing' },
    );
  });
});

describe('ensuring the catalog resource', () => {
  it('adds the group, and changes nothing the second time', async () => {
    await using world = await graphWorld();
    const catalog = await makeCatalog(world);

    const first = await ensureCatalogResource(world.entitlement, catalog, systems);
    const second = await ensureCatalogResource(world.entitlement, catalog, systems);

    assert.deepEqual([first.changed, second.changed], [true, false]);
    assert.notEqual(first.value.memberRoleId, undefined);
    assert.equal(second.value.id, first.value.id);
  });

  it('asks for patience while entitlement management does not know the group', async () => {
    await using world = await graphWorld({ lags: { entitlementGroup: 60_000 } });
    const choice = { kind: 'new', displayName: 'Fresh', mailNickname: 'fresh' } as const;
    const { value: group } = await ensureGroup(world.directory, {
      requestId,
      choice,
      reason: 'x',
      ownerId: rita.id,
    });

    await assert.rejects(
      ensureCatalogResource(world.entitlement, await makeCatalog(world), group),
      { code: 'not-visible-yet' },
    );
  });

  it('explains that the bot may not add the group', async () => {
    await using world = await graphWorld();
    const catalog = await makeCatalog(world);
    world.sandbox.setTenant({ missingPermissions: ['Group.ReadWrite.All'] });

    await assert.rejects(ensureCatalogResource(world.entitlement, catalog, systems), {
      code: 'not-resource-owner',
    });
  });
});

describe('ensuring the access package', () => {
  it('creates one of its own, and picks it the second time', async () => {
    await using world = await graphWorld();
    const wish = { catalog: await makeCatalog(world), group: systems, displayName: 'Systems' };

    const first = await ensureAccessPackage(world.entitlement, { ...wish, choice: chosenByBot });
    const second = await ensureAccessPackage(world.entitlement, { ...wish, choice: chosenByBot });

    assert.deepEqual([first.changed, second.changed], [true, false]);
    assert.equal(second.value.id, first.value.id);
    assert.deepEqual([first.subject, second.subject], ['Systems', 'Systems']);
  });

  it('never takes one of the same name that gives another group', async () => {
    await using world = await graphWorld();
    const other = await makePackage(world, 'Systems');

    const result = await ensureAccessPackage(world.entitlement, {
      catalog: other.catalog,
      group: { id: missing, displayName: 'Another' },
      choice: chosenByBot,
      displayName: 'Systems',
    });

    assert.notEqual(result.value.id, other.id);
    assert.equal(result.value.displayName, 'Systems 00000000dead');
  });

  it('explains that somebody has put more into its own', async () => {
    await using world = await graphWorld();
    const own = await makePackage(world, 'Systems');
    await addRole(world, own, { group: otherGroup.id, role: 'Member' });

    await assert.rejects(
      ensureAccessPackage(world.entitlement, {
        catalog: own.catalog,
        group: systems,
        choice: chosenByBot,
        displayName: 'Systems',
      }),
      { code: 'access-package-holds-more' },
    );
  });

  it('explains that the chosen one gives more than this group by now', async () => {
    await using world = await graphWorld();
    const own = await makePackage(world, 'Systems');
    await addRole(world, own, { group: systems.id, role: 'Owner' });

    await assert.rejects(
      ensureAccessPackage(world.entitlement, {
        catalog: own.catalog,
        group: systems,
        choice: { kind: 'existing', id: own.id, displayName: 'Systems' },
        displayName: 'x',
      }),
      { code: 'access-package-does-not-fit' },
    );
  });

  it('explains that the chosen one is gone', async () => {
    await using world = await graphWorld();
    const { id } = await makePackage(world, 'Systems');
    const choice = { kind: 'existing', id, displayName: 'x' } as const;
    const gone = { ...world.entitlement, findAccessPackage: async () => undefined };

    await assert.rejects(
      ensureAccessPackage(gone, {
        catalog: await makeCatalog(world),
        group: systems,
        choice,
        displayName: 'x',
      }),
      { code: 'access-package-not-found' },
    );
  });
});

describe('ensuring the resource role', () => {
  it('adds the Member role, and changes nothing the second time', async () => {
    await using world = await graphWorld();
    const { id, catalog } = await makePackage(world, 'Systems', { withRole: false });
    const { value } = await ensureCatalogResource(world.entitlement, catalog, systems);
    const accessPackage = { id, displayName: 'Systems' };

    const first = await ensureRoleScope(world.entitlement, accessPackage, value);
    const second = await ensureRoleScope(world.entitlement, accessPackage, value);

    assert.deepEqual([first.changed, second.changed], [true, false]);
    const found = await world.entitlement.findAccessPackage(id);
    assert.deepEqual(found?.memberOf, [systems.id]);
  });
});

describe('ensuring the policy', () => {
  it('creates one that permits direct assignment, and picks it the second time', async () => {
    await using world = await graphWorld();
    const accessPackage = await makePackage(world, 'Systems');

    const first = await ensurePolicy(world.entitlement, accessPackage);
    const second = await ensurePolicy(world.entitlement, accessPackage);

    assert.deepEqual([first.changed, second.changed], [true, false]);
    assert.equal(second.value, first.value);
  });
});

describe('ensuring the assignment', () => {
  const approved = { groupId: systems.id, choice: chosenByBot };

  it('asks once, adopts what is under way, and finds what is delivered', async () => {
    await using world = await graphWorld({ lags: { delivered: 400 } });
    const wish = await assignmentWish(world);

    const asked = await ensureAssignment(world.entitlement, wish, approved);
    const adopted = await ensureAssignment(world.entitlement, wish, approved);
    await world.clock.sleep(500);
    const found = await ensureAssignment(world.entitlement, wish, approved);

    assert.deepEqual([asked.changed, adopted.changed, found.changed], [true, false, false]);
    assert.equal(adopted.value, asked.value);
    assert.equal(found.value, undefined);
  });

  for (const [choice, code] of [
    [chosenByBot, 'access-package-holds-more'],
    [
      { kind: 'existing', id: randomId, displayName: 'Systems' } as const,
      'access-package-does-not-fit',
    ],
  ] as const) {
    it(`assigns nobody to a package that gives more, ${choice.kind}`, async () => {
      await using world = await graphWorld();
      const wish = await assignmentWish(world);
      await addRole(world, { id: wish.accessPackageId }, { group: systems.id, role: 'Owner' });
      const before = world.writes().length;

      await assert.rejects(
        ensureAssignment(world.entitlement, wish, { groupId: systems.id, choice }),
        { code },
      );

      assert.equal(world.writes().length, before);
    });
  }

  it('explains that an administrator has asked for another approval in between', async () => {
    await using world = await graphWorld();
    const wish = await assignmentWish(world);
    await requireApproval(world, wish);

    await ensureAssignment(world.entitlement, wish, approved);

    await assert.rejects(ensureAssignment(world.entitlement, wish, approved), {
      code: 'policy-needs-approval',
    });
  });
});

/** What an administrator may do in the admin centre between two of our steps. */
async function requireApproval(
  world: GraphWorld,
  { policyId, accessPackageId }: { readonly policyId: string; readonly accessPackageId: string },
): Promise<void> {
  const path = `/v1.0/identityGovernance/entitlementManagement/assignmentPolicies/${policyId}`;
  const headers = { authorization: 'Bearer admin', 'content-type': 'application/json' };
  const found = await fetch(`${world.sandbox.origin}${path}`, { headers });
  const policy = (await found.json()) as Record<string, object>;
  const { '@odata.context': _, createdDateTime: __, modifiedDateTime: ___, ...rest } = policy;
  const body = {
    ...rest,
    requestApprovalSettings: { ...rest['requestApprovalSettings'], isApprovalRequiredForAdd: true },
    accessPackage: { id: accessPackageId },
  };
  const answer = await fetch(`${world.sandbox.origin}${path}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, await answer.text());
}

async function makeCatalog(
  world: GraphWorld,
): Promise<{ readonly id: CatalogId; readonly displayName: string }> {
  const wish = { action: 'create', displayName: 'Writeback' } as const;
  return (await ensureCatalog(world.entitlement, wish)).value;
}

async function makePackage(
  world: GraphWorld,
  displayName: string,
  { withRole = true }: { readonly withRole?: boolean } = {},
) {
  const catalog = await makeCatalog(world);
  const { value } = await ensureAccessPackage(world.entitlement, {
    catalog,
    group: systems,
    choice: chosenByBot,
    displayName,
  });
  if (withRole) {
    const resource = await ensureCatalogResource(world.entitlement, catalog, systems);
    await ensureRoleScope(world.entitlement, value, resource.value);
  }
  return { id: value.id, displayName, catalog };
}

async function assignmentWish(world: GraphWorld) {
  const accessPackage = await makePackage(world, 'Systems');
  const { value: policyId } = await ensurePolicy(world.entitlement, accessPackage);
  const now = world.clock.now();
  return {
    userId: rita.id,
    accessPackageId: accessPackage.id,
    policyId,
    justification: `Writeback request ${requestId}: test`,
    startsAt: now,
    endsAt: new Date(now.getTime() + 86_400_000),
  };
}
