import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import type { CloudSyncJob } from '../../src/sandbox/graph/options.ts';
import { setUpWriteback } from '../../src/setup/procedure.ts';
import { ada, rita } from '../support/requests.ts';
import {
  actorOf,
  runAtOnce,
  type SetupWorld,
  setupWorld,
  submitted,
  wish,
} from '../support/setup-world.ts';

const serversId = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000008');
const otherId = 'bbbbbbbb-0000-4000-8000-000000000009';
const servers = { kind: 'existing', id: serversId } as const;
const cloudUnit = 'OU=Cloud,DC=corp,DC=contoso,DC=test';

function switchOn({ graph }: SetupWorld, change: Partial<CloudSyncJob> = {}): void {
  const job = { present: true, status: 'Active', organizationalUnit: cloudUnit } as const;
  graph.sandbox.setTenant({ groupWriteBackEnabled: false, cloudSyncJob: { ...job, ...change } });
}

describe('a request for a security group with Cloud Sync', () => {
  it('goes through the whole procedure, and the group itself is not changed', async () => {
    await using world = await setupWorld();
    switchOn(world);
    const { id: requestId, version, plan } = await submitted(world, { group: servers });
    await world.useCases.approve(actorOf(ada), { requestId, version });

    await setUpWriteback(runAtOnce, world.deps, requestId);

    const request = await world.requests.get(requestId);
    assert.equal(request.state, 'delivering');
    assert.equal(plan.writeback.engine, 'cloud-sync');
    assert.equal(plan.writeback.writtenType, 'universalSecurityGroup');
    assert.equal(plan.writeback.organizationalUnit, cloudUnit);
    assert.ok(world.graph.writes().every((write) => !write.includes('/groups')));
  });

  for (const [code, change] of [
    ['group-out-of-scope', { scope: [otherId] }],
    ['job-paused', { status: 'Paused' }],
    ['job-not-started', { status: 'NotRun' }],
  ] as const) {
    it(`is refused with ${code} when the job is ${JSON.stringify(change)}`, async () => {
      await using world = await setupWorld();
      switchOn(world, change);

      const result = await world.useCases.submit(actorOf(rita), wish({ group: servers }));

      assert.ok(result.kind === 'refused');
      assert.deepEqual(
        result.refusals.map((refusal) => refusal.code),
        [code],
      );
    });
  }

  it('stops with group-out-of-scope when the scope has changed since', async () => {
    await using world = await setupWorld();
    switchOn(world);
    const { id: requestId, version } = await submitted(world, { group: servers });
    await world.useCases.approve(actorOf(ada), { requestId, version });
    switchOn(world, { scope: [otherId] });

    await setUpWriteback(runAtOnce, world.deps, requestId);

    const request = await world.requests.get(requestId);
    assert.ok(request.state === 'failed');
    assert.equal(request.code, 'group-out-of-scope');
    assert.deepEqual(world.graph.writes(), []);
  });
});

describe('a request for a new group where Cloud Sync is the only engine', () => {
  it('makes a cloud security group, and the plan says so beforehand', async () => {
    await using world = await setupWorld();
    switchOn(world);
    world.graph.sandbox.setTenant({ unifiedGroupWritebackEnabled: false });
    const { id: requestId, version, plan } = await submitted(world);
    await world.useCases.approve(actorOf(ada), { requestId, version });

    await setUpWriteback(runAtOnce, world.deps, requestId);

    const request = await world.requests.get(requestId);
    assert.ok(request.state === 'delivering', request.state);
    const group = await world.deps.directory.findGroup(request.setUp.groupId);
    assert.equal(plan.group.kind, 'security');
    assert.equal(plan.writeback.engine, 'cloud-sync');
    assert.equal(group?.kind, 'security');
    assert.equal(group?.displayName, 'Treasury Payments');
  });

  it('is refused where the job writes named groups only, since a new one cannot be among them', async () => {
    await using world = await setupWorld();
    switchOn(world, { scope: [otherId] });
    world.graph.sandbox.setTenant({ unifiedGroupWritebackEnabled: false });

    const result = await world.useCases.submit(actorOf(rita), wish());

    assert.ok(result.kind === 'refused');
    assert.deepEqual(result.refusals, [
      { code: 'group-out-of-scope', subject: 'Treasury Payments' },
    ]);
  });

  it('stays a Microsoft 365 group where an engine writes those too', async () => {
    await using world = await setupWorld();
    world.graph.sandbox.setTenant({ cloudSyncJob: { present: true, status: 'Active' } });

    const { plan } = await submitted(world);

    assert.equal(plan.group.kind, undefined);
    assert.notEqual(plan.writeback.engine, 'cloud-sync');
  });
});
