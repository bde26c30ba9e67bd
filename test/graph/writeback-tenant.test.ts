import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WritebackTenant } from '../../src/domain/group.ts';
import { resourceId, tenantId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const organizationRoute = 'GET /v1.0/organization';
const synchronizationRoute = `GET /beta/directory/onPremisesSynchronization/${tenantId}`;
const principalsRoute = 'GET /v1.0/servicePrincipals';
const jobsRoute = `GET /v1.0/servicePrincipals/${resourceId}/synchronization/jobs`;
const ou = 'OU=Writeback,DC=corp,DC=contoso,DC=test';
const hybrid = ok({
  value: [
    {
      id: tenantId,
      onPremisesSyncEnabled: true,
      onPremisesLastSyncDateTime: '2026-03-02T08:50:00Z',
    },
  ],
});
const denied = refusal(403, 'Authorization_RequestDenied');
const noPrincipals = ok({ value: [] });

function synchronization(features: object): object {
  return {
    id: tenantId,
    configuration: {
      synchronizationInterval: 'PT30M',
      writebackConfiguration: { unifiedGroupContainer: ou },
    },
    features,
  };
}

function foundBy({ findings = [] }: WritebackTenant): readonly (readonly unknown[])[] {
  return findings.map(({ evidence, isWriting }) => [evidence.kind, isWriting]);
}

describe('the writeback tenant', () => {
  it('has the engines that Connect reports, and its organizational unit', async () => {
    await using server = await ScriptedGraph.start();
    const features = { unifiedGroupWritebackEnabled: true, groupWriteBackEnabled: true };
    server.on(organizationRoute, hybrid).on(principalsRoute, noPrincipals);
    server.on(synchronizationRoute, ok(synchronization(features)));
    const { directory } = server.connect();

    const found = { isWriting: true, organizationalUnit: ou } as const;
    assert.deepEqual(await directory.getWritebackTenant(), {
      isHybrid: true,
      engines: ['connect-v2', 'connect-v1'],
      findings: [
        {
          ...found,
          engine: 'connect-v2',
          isSupported: false,
          evidence: { kind: 'feature', name: 'groupWriteBackEnabled' },
        },
        {
          ...found,
          engine: 'connect-v1',
          isSupported: true,
          evidence: { kind: 'feature', name: 'unifiedGroupWritebackEnabled' },
        },
      ],
      cloudSync: undefined,
      organizationalUnit: ou,
      syncIntervalMs: 1_800_000,
      lastSyncAt: new Date('2026-03-02T08:50:00Z'),
    });
  });

  it('is understood when Graph answers with a collection of one', async () => {
    await using server = await ScriptedGraph.start();
    const value = [synchronization({ unifiedGroupWritebackEnabled: true })];
    server.on(organizationRoute, hybrid).on(principalsRoute, noPrincipals);
    server.on(synchronizationRoute, ok({ value }));
    const { directory } = server.connect();

    const tenant = await directory.getWritebackTenant();

    assert.deepEqual(tenant.engines, ['connect-v1']);
    assert.equal(tenant.organizationalUnit, ou);
  });

  it('is taken from the attestation where an application may not look', async () => {
    await using server = await ScriptedGraph.start();
    server.on(organizationRoute, hybrid, hybrid);
    server.on(synchronizationRoute, denied, denied).on(principalsRoute, denied, denied);
    const attested = server.connect({ attestation: { organizationalUnit: ou } });
    const unknown = server.connect();

    const tenant = await attested.directory.getWritebackTenant();
    const nothing = await unknown.directory.getWritebackTenant();

    assert.deepEqual([tenant.engines, tenant.organizationalUnit], [['connect-v1'], ou]);
    assert.deepEqual(foundBy(tenant), [['attested', true]]);
    assert.deepEqual([nothing.engines, nothing.organizationalUnit], [[], undefined]);
  });

  for (const [id, code, engines, found] of [
    ['AAD2ADGroupProvisioning.x', 'Active', ['cloud-sync'], [['job', true]]],
    ['AAD2ADGroupProvisioning.x', 'Quarantine', ['cloud-sync'], [['job', true]]],
    ['AAD2ADGroupProvisioning.x', 'Paused', [], [['job', false]]],
    ['AD2AADProvisioning.x', 'Active', [], []],
  ] as const) {
    it(`has ${engines.length} engines with the Cloud Sync job ${id} ${code}`, async () => {
      await using server = await ScriptedGraph.start();
      server.on(organizationRoute, hybrid).on(synchronizationRoute, ok(synchronization({})));
      server.on(principalsRoute, ok({ value: [{ id: resourceId }] }));
      server.on(jobsRoute, ok({ value: [{ id, status: { code } }] }));
      const rules = { synchronizationRules: [] };
      server.on(`${jobsRoute}/${id}/schema`, ...found.map(() => ok(rules)));
      const { directory } = server.connect();

      const tenant = await directory.getWritebackTenant();

      assert.deepEqual(tenant.engines, engines);
      assert.deepEqual(foundBy(tenant), found);
      assert.equal(tenant.cloudSync?.jobId, found.length === 0 ? undefined : id);
    });
  }

  it('is asked once by many at the same moment, and again when it has grown old', async () => {
    await using server = await ScriptedGraph.start();
    const cloudOnly = ok({ value: [{ id: tenantId, onPremisesSyncEnabled: null }] });
    server.on(organizationRoute, cloudOnly, cloudOnly);
    const { directory } = server.connect({ keepTenantForMs: 60_000 });

    await Promise.all([directory.getWritebackTenant(), directory.getWritebackTenant()]);
    server.clock.advance(59_000);
    await directory.getWritebackTenant();
    const before = server.received.length;
    server.clock.advance(2000);
    await directory.getWritebackTenant();

    assert.deepEqual([before, server.received.length], [1, 2]);
  });

  it('is not remembered as unreachable', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      organizationRoute,
      refusal(401, 'InvalidAuthenticationToken'),
      ok({ value: [{ id: tenantId }] }),
    );
    const { directory } = server.connect();

    await assertProblem(directory.getWritebackTenant(), 'graph-credentials-refused');
    const tenant = await directory.getWritebackTenant();

    assert.equal(tenant.isHybrid, false);
  });
});

describe('the sync status that Graph knows', () => {
  it('is when the last cycle ended, and nothing more', async () => {
    await using server = await ScriptedGraph.start();
    server.on(organizationRoute, hybrid, hybrid).on(principalsRoute, noPrincipals);
    server.on(synchronizationRoute, ok(synchronization({})));
    const { syncControl } = server.connect();

    assert.deepEqual(await syncControl.status(), {
      enabled: true,
      staging: false,
      suspended: false,
      inProgress: false,
      intervalMs: 1_800_000,
      lastCycle: { finishedAt: new Date('2026-03-02T08:50:00Z') },
    });
  });

  it('is undefined in a tenant without directory synchronization', async () => {
    await using server = await ScriptedGraph.start();
    server.on(organizationRoute, ok({ value: [{ id: tenantId, onPremisesSyncEnabled: null }] }));
    const { syncControl } = server.connect();

    assert.equal(await syncControl.status(), undefined);
  });

  it('is unreachable when Graph is', async () => {
    await using server = await ScriptedGraph.start();
    server.on(organizationRoute, denied);
    const { syncControl } = server.connect();

    const problem = await assertProblem(syncControl.status(), 'sync-unreachable');

    assert.match(problem.detail, /Organization\.Read\.All/);
  });
});
