import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Group, WritebackEngine, WritebackTenant } from '../../src/domain/group.ts';
import { GroupId } from '../../src/domain/ids.ts';
import type { DirectoryUser } from '../../src/domain/person.ts';
import {
  chooseGroupType,
  refuseGroup,
  refuseTenant,
  refuseUser,
} from '../../src/domain/prerequisites.ts';
import type { ProvisioningJob } from '../../src/domain/provisioning.ts';
import { rita } from '../support/requests.ts';

const user: DirectoryUser = {
  id: rita.id,
  displayName: 'Rita',
  userPrincipalName: 'rita@contoso.test',
  userType: 'Member',
  accountEnabled: true,
  onPremises: { securityIdentifier: 'S-1-5-21-1-2-3-1101' },
};

const group: Group = {
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001'),
  displayName: 'Finance',
  kind: 'microsoft-365',
  isDynamic: false,
  isSynced: false,
  isRoleAssignable: false,
  writeback: {},
};

const tenant: WritebackTenant = {
  isHybrid: true,
  engines: ['connect-v1'],
  organizationalUnit: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
};

const job: ProvisioningJob = {
  servicePrincipalId: '11111111-0000-4000-8000-000000000001',
  jobId: 'AAD2ADGroupProvisioning.contoso.1',
  templateId: 'AAD2ADGroupProvisioning',
  status: { state: 'active' },
  scope: { kind: 'all' },
};

describe('the prerequisites of a person', () => {
  const cases: readonly [Partial<DirectoryUser>, string | undefined][] = [
    [{}, undefined],
    [{ userType: 'Guest' }, 'user-is-guest'],
    [{ onPremises: undefined }, 'user-is-cloud-only'],
    [{ onPremises: { immutableId: 'AAAA' } }, 'user-is-cloud-only'],
    [{ accountEnabled: false }, 'user-is-disabled'],
  ];
  for (const [change, code] of cases) {
    it(`are ${code ?? 'met'} for ${JSON.stringify(change)}`, () => {
      assert.equal(refuseUser({ ...user, ...change })[0]?.code, code);
    });
  }
});

describe('the prerequisites of a group', () => {
  const cases: readonly [Partial<Group>, string | undefined][] = [
    [{}, undefined],
    [{ isSynced: true }, 'group-is-synced'],
    [{ isDynamic: true }, 'group-is-dynamic'],
    [{ isRoleAssignable: true }, 'group-is-role-assignable'],
    [{ kind: 'distribution' }, 'group-is-distribution'],
    [{ kind: 'mail-enabled-security' }, 'group-is-distribution'],
    [{ kind: 'security' }, 'group-kind-not-writable'],
  ];
  for (const [change, code] of cases) {
    it(`are ${code ?? 'met'} for ${JSON.stringify(change)} with Connect v1`, () => {
      assert.equal(refuseGroup({ ...group, ...change }, tenant)[0]?.code, code);
    });
  }

  it('turn around with Cloud Sync, which writes security groups alone', () => {
    const cloud: WritebackTenant = { ...tenant, engines: ['cloud-sync'] };

    assert.equal(refuseGroup(group, cloud)[0]?.code, 'group-kind-not-writable');
    assert.deepEqual(refuseGroup({ ...group, kind: 'security' }, cloud), []);
  });

  const other = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000099');
  const jobs: readonly [Partial<ProvisioningJob>, string | undefined][] = [
    [{}, undefined],
    [{ scope: { kind: 'groups', groupIds: [other, group.id] } }, undefined],
    [{ scope: { kind: 'groups', groupIds: [other] } }, 'group-out-of-scope'],
    [{ scope: { kind: 'filtered', attributes: ['displayName'] } }, undefined],
    [{ scope: { kind: 'unknown' } }, undefined],
    [{ status: { state: 'quarantined', reason: { code: 'x' } } }, undefined],
    [{ status: { state: 'paused' } }, 'job-paused'],
    [{ status: { state: 'not-started' } }, 'job-not-started'],
  ];
  for (const [change, code] of jobs) {
    it(`are ${code ?? 'met'} for a security group and the job ${JSON.stringify(change)}`, () => {
      const cloudSync: ProvisioningJob = { ...job, ...change };
      const isIdle = code?.startsWith('job-') === true;
      const engines: readonly WritebackEngine[] = isIdle ? ['connect-v1'] : ['cloud-sync'];

      const refused = refuseGroup(
        { ...group, kind: 'security' },
        { ...tenant, engines, cloudSync },
      );

      assert.deepEqual(
        refused.map((refusal) => refusal.code),
        code === undefined ? [] : [code],
      );
    });
  }
});

describe('the prerequisites of the tenant', () => {
  it('are writeback switched on and an organizational unit', () => {
    assert.deepEqual(refuseTenant(tenant), []);
    assert.equal(refuseTenant({ ...tenant, engines: [] })[0]?.code, 'writeback-off');
    assert.equal(refuseTenant({ ...tenant, isHybrid: false })[0]?.code, 'writeback-off');
    assert.equal(
      refuseTenant({ ...tenant, organizationalUnit: undefined })[0]?.code,
      'organizational-unit-missing',
    );
  });
});

describe('the type of the group on premises', () => {
  it('stays what it is, because it can never be unset', () => {
    const writeback = { onPremisesGroupType: 'universalDistributionGroup' as const };

    const type = chooseGroupType({ ...group, writeback }, 'connect-v2', 'universalSecurityGroup');

    assert.equal(type, 'universalDistributionGroup');
  });

  it('is what the engine honours', () => {
    const honoured = (['connect-v1', 'connect-v2'] as const).map((engine) =>
      chooseGroupType(group, engine, 'universalSecurityGroup'),
    );

    assert.deepEqual(honoured, ['universalDistributionGroup', 'universalSecurityGroup']);
  });
});
