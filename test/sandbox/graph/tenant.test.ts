import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filtered, startBench } from './support.ts';

const template = '1a4721b3-e57f-4451-ae87-ef078703ec94';

describe('the tenant', () => {
  it('shows when the last sync ended', async (t) => {
    const { graph, send } = await startBench(t);

    graph.recordSync(new Date('2026-03-02T08:30:00Z'));

    const { body } = await send('GET', '/v1.0/organization?$select=onPremisesLastSyncDateTime');
    assert.deepEqual(body.value, [{ onPremisesLastSyncDateTime: '2026-03-02T08:30:00.000Z' }]);
  });

  it('can be one without hybrid identity, without OU and without writeback', async (t) => {
    const { graph, send } = await startBench(t);

    graph.setTenant({
      onPremisesSyncEnabled: false,
      unifiedGroupContainer: null,
      unifiedGroupWritebackEnabled: false,
      synchronizationInterval: 'PT1H',
    });

    const organization = await send('GET', '/v1.0/organization');
    const sync = await send('GET', '/beta/directory/onPremisesSynchronization');
    assert.equal(organization.body.value[0].onPremisesSyncEnabled, null);
    assert.equal(sync.body.value[0].features.unifiedGroupWritebackEnabled, false);
    assert.equal(sync.body.value[0].features.groupWriteBackEnabled, true);
    assert.equal(sync.body.value[0].configuration.synchronizationInterval, 'PT1H');
    assert.equal(
      sync.body.value[0].configuration.writebackConfiguration.unifiedGroupContainer,
      null,
    );
  });

  it('can keep applications from reading how it syncs', async (t) => {
    const { graph, send } = await startBench(t);
    graph.setTenant({ appOnlyOnPremSyncAllowed: false });

    const { status, body } = await send('GET', '/beta/directory/onPremisesSynchronization');

    assert.deepEqual([status, body.error.code], [403, 'Authorization_RequestDenied']);
  });

  it('names the default for new groups only where it is set', async (t) => {
    const { graph, send } = await startBench(t);
    async function read(): Promise<unknown> {
      const { body } = await send('GET', '/v1.0/groupSettings');
      return body.value[0].values.find((item) => item.name === 'NewUnifiedGroupWritebackDefault');
    }

    const before = await read();
    graph.setTenant({ newUnifiedGroupWritebackDefault: false });

    assert.equal(before, undefined);
    assert.deepEqual(await read(), { name: 'NewUnifiedGroupWritebackDefault', value: 'false' });
  });

  it('has the service plans that its licence brings', async (t) => {
    const { graph, send } = await startBench(t);
    const counts: number[] = [];
    for (const licence of ['none', 'P1', 'P2', 'Governance'] as const) {
      graph.setTenant({ licence });
      counts.push((await send('GET', '/v1.0/subscribedSkus')).body.value.length);
    }

    assert.deepEqual(counts, [0, 1, 2, 3]);
  });

  it('has a Cloud Sync job only where one is configured', async (t) => {
    const { graph, send } = await startBench(t);
    const url = filtered('/v1.0/servicePrincipals', `applicationTemplateId eq '${template}'`);

    const none = await send('GET', url);
    graph.setTenant({ cloudSyncJob: { present: true, status: 'Quarantine' } });
    const found = await send('GET', url);
    const jobs = await send(
      'GET',
      `/v1.0/servicePrincipals/${found.body.value[0].id}/synchronization/jobs`,
    );
    const [job] = jobs.body.value;
    const one = await send(
      'GET',
      `/v1.0/servicePrincipals/${found.body.value[0].id}/synchronization/jobs/${job.id}`,
    );

    assert.deepEqual(none.body.value, []);
    assert.match(job.id, /^AAD2ADGroupProvisioning\./);
    assert.equal(one.body.status.code, 'Quarantine');
    assert.equal(one.body.status.quarantine.error.code, 'HybridIdentityServiceNoActiveAgents');
  });
});
