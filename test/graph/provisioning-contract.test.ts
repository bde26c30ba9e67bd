import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type CloudSyncWorld,
  serversId,
  startCloudSyncWorld,
  userIdOf,
} from '../support/cloud-sync-world.ts';
import { isConformanceThere } from '../support/conformance.ts';
import { type JudgedGraph, judgedGraph } from '../support/judged-graph.ts';

const skip = isConformanceThere ? false : 'the conformance proxy is not beside the project';

async function startJudged(
  t: TestContext,
): Promise<{ readonly world: CloudSyncWorld; readonly judge: JudgedGraph }> {
  let judge: JudgedGraph | undefined;
  const world = await startCloudSyncWorld(t, {
    origin: async (origin) => {
      judge = await judgedGraph(origin);
      return judge.origin;
    },
  });
  const started = judge ?? assert.fail('no judge');
  t.after(() => started.close());
  return { world, judge: started };
}

describe("Microsoft's description of Graph and Cloud Sync", { skip }, () => {
  it('allows every request and every answer about the job, on demand and in the log', async (t) => {
    const { world, judge } = await startJudged(t);
    await world.changeMember('add', 'rita');
    await world.changeMember('add', 'cleo');
    const { provisioning, directory } = world.graph;

    for (const status of ['Active', 'Quarantine', 'Paused'] as const) {
      world.setJob({ status });
      await world.cloudSync.run();
      assert.ok((await provisioning.findJob()) !== undefined);
    }
    world.setJob({ scope: [serversId] });
    const asked = await provisioning.provisionOnDemand(serversId, [
      userIdOf('rita'),
      userIdOf('cleo'),
    ]);
    const events = await provisioning.listEvents(new Date(0));
    const tenant = await directory.getWritebackTenant();

    assert.equal(asked.kind, 'asked');
    assert.equal(events.filter(({ groupId }) => groupId === serversId).length, 2);
    assert.ok(tenant.engines.includes('cloud-sync'));
    assert.ok(judge.count() >= 12, `only ${judge.count()} exchanges were judged`);
    assert.deepEqual(judge.errors(), []);
  });

  it('allows the pages of a long log', async (t) => {
    const { world, judge } = await startJudged(t);
    const entry = { groupName: 'Finance Servers', memberIds: [userIdOf('rita')] };
    for (let line = 0; line < 250; line += 1) {
      const of = { ...entry, groupId: serversId, action: 'update', status: 'success' } as const;
      world.sandbox.provisioning.log(of);
    }

    const events = await world.graph.provisioning.listEvents(new Date(0));

    assert.equal(events.length, 250);
    const pages = world.sandbox.exchanges.filter(({ path }) => path.includes('/auditLogs/'));
    assert.equal(pages.length, 3);
    assert.deepEqual(judge.errors(), []);
  });
});
