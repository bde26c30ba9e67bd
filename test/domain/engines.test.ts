import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unitOf, type WritebackTenant } from '../../src/domain/group.ts';
import { GroupId } from '../../src/domain/ids.ts';
import { agentHealth, isInScope, type ProvisioningJob } from '../../src/domain/provisioning.ts';

const job: ProvisioningJob = {
  servicePrincipalId: '11111111-0000-4000-8000-000000000001',
  jobId: 'AAD2ADGroupProvisioning.contoso.1',
  templateId: 'AAD2ADGroupProvisioning',
  status: { state: 'active' },
  scope: { kind: 'all' },
  organizationalUnit: 'OU=Cloud',
};
const tenant: WritebackTenant = {
  isHybrid: true,
  engines: ['connect-v1', 'cloud-sync'],
  cloudSync: job,
  organizationalUnit: 'OU=Connect',
};
const groupId = GroupId.parse('bbbbbbbb-0000-4000-8000-00000000000a');

describe('the organizational unit', () => {
  it('is that of the engine', () => {
    assert.equal(unitOf(tenant, 'connect-v1'), 'OU=Connect');
    assert.equal(unitOf(tenant, 'cloud-sync'), 'OU=Cloud');
  });

  it('is that of the tenant where an expression of Cloud Sync chooses it', () => {
    const cloudSync = { ...job, organizationalUnit: undefined };

    assert.equal(unitOf({ ...tenant, cloudSync }, 'cloud-sync'), 'OU=Connect');
  });
});

describe('the scope of Cloud Sync', () => {
  for (const [scope, covers] of [
    [{ kind: 'all' }, true],
    [{ kind: 'groups', groupIds: [GroupId.parse(groupId.toUpperCase())] }, true],
    [{ kind: 'groups', groupIds: [] }, false],
    [{ kind: 'filtered', attributes: ['displayName'] }, undefined],
    [{ kind: 'unknown' }, undefined],
  ] as const) {
    it(`says ${String(covers)} with ${JSON.stringify(scope)}`, () => {
      assert.equal(isInScope({ scope }, groupId), covers);
    });
  }
});

describe('the health of the agents', () => {
  const failed = { succeeded: false, error: { code: 'HybridIdentityServiceNoActiveAgents' } };
  for (const [change, health] of [
    [{ lastRun: { succeeded: true } }, 'answering'],
    [{}, 'unknown'],
    [{ lastRun: failed }, 'not-answering'],
    [{ lastRun: { succeeded: false, error: { code: 'TimeOut' } } }, 'unknown'],
    [
      {
        status: {
          state: 'quarantined',
          reason: { code: 'HybridIdentityServiceNoAgentsAssigned' },
        },
      },
      'not-answering',
    ],
    [{ status: { state: 'paused' }, lastRun: { succeeded: true } }, 'unknown'],
  ] as const) {
    it(`is ${health} with ${JSON.stringify(change)}`, () => {
      assert.equal(agentHealth({ ...job, ...change }), health);
    });
  }
});
