import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncStatus } from '../../src/domain/membership.ts';
import type { RequestIn } from '../../src/domain/request.ts';
import { confirmWaiting } from '../../src/setup/confirmation.ts';
import { setUpWriteback } from '../../src/setup/procedure.ts';
import { ada } from '../support/requests.ts';
import {
  actorOf,
  runAtOnce,
  type SetupWorld,
  setupWorld,
  submitted,
} from '../support/setup-world.ts';

async function approved(world: SetupWorld): Promise<RequestIn<'awaiting-approval'>['id']> {
  const { id: requestId, version } = await submitted(world, { days: 30 });
  await world.useCases.approve(actorOf(ada), { requestId, version });
  return requestId;
}

function schedule(changes: Partial<SyncStatus> = {}): SyncStatus {
  return {
    enabled: true,
    staging: false,
    suspended: false,
    inProgress: false,
    intervalMs: 1_800_000,
    ...changes,
  };
}

describe('the procedure', () => {
  it('does each step once and hands over to the wait', async () => {
    await using world = await setupWorld();
    const id = await approved(world);

    await setUpWriteback(runAtOnce, world.deps, id);

    const request = await world.requests.get(id);
    assert.equal(request.state, 'delivering');
    assert.deepEqual(
      request.steps.map(({ name, changed }) => `${name} ${changed}`),
      [
        'prerequisites false',
        'group true',
        'writeback true',
        'catalog true',
        'catalog-resource true',
        'access-package true',
        'role-scope true',
        'policy true',
        'assignment true',
      ],
    );
    const path = '/v1.0/identityGovernance/entitlementManagement';
    assert.deepEqual(world.graph.writes(), [
      `PATCH /v1.0/groups(uniqueName='writeback-${id.toLowerCase()}')`,
      'PATCH /beta/groups/{id}',
      `POST ${path}/catalogs`,
      `POST ${path}/resourceRequests`,
      `POST ${path}/accessPackages`,
      `POST ${path}/accessPackages/{id}/resourceRoleScopes`,
      `POST ${path}/assignmentPolicies`,
      `POST ${path}/assignmentRequests`,
    ]);
  });

  it('changes nothing when it runs again after it was forgotten in the middle', async () => {
    await using world = await setupWorld();
    const id = await approved(world);
    const before = await world.requests.get(id);
    await setUpWriteback(runAtOnce, world.deps, id);
    const writes = world.graph.writes().length;
    const after = await world.requests.get(id);
    await world.requests.advance(after, { ...before, version: after.version }, 'writeback');

    await setUpWriteback(runAtOnce, world.deps, id);

    assert.equal((await world.requests.get(id)).state, 'delivering');
    assert.equal(world.graph.writes().length, writes);
  });

  it('waits for what Microsoft needs minutes to copy', async () => {
    const lags = { directoryReplica: 8000, entitlementGroup: 60_000, resourceRoles: 2000 };
    await using world = await setupWorld({ lags, speed: 600 });
    const id = await approved(world);

    await setUpWriteback(runAtOnce, world.deps, id);

    assert.equal((await world.requests.get(id)).state, 'delivering');
  });

  it('stops at a refusal, says at which step, and goes on from there when tried again', async () => {
    await using world = await setupWorld();
    const id = await approved(world);
    world.graph.sandbox.setTenant({ missingPermissions: ['EntitlementManagement.ReadWrite.All'] });

    await setUpWriteback(runAtOnce, world.deps, id);
    const failed = await world.requests.get(id);
    world.graph.sandbox.setTenant({ missingPermissions: [] });
    await world.useCases.retry(actorOf(ada), { requestId: id, version: failed.version });
    await setUpWriteback(runAtOnce, world.deps, id);

    assert.equal(failed.state === 'failed' && failed.failedStep, 'catalog');
    assert.equal(failed.state === 'failed' && failed.code, 'graph-permission-missing');
    assert.equal((await world.requests.get(id)).state, 'delivering');
    assert.equal(world.graph.sandbox.groupsForSync().filter(isTreasury).length, 1);
  });

  it('changes nothing when the tenant has switched writeback off in between', async () => {
    await using world = await setupWorld();
    const id = await approved(world);
    world.graph.sandbox.setTenant({
      unifiedGroupWritebackEnabled: false,
      groupWriteBackEnabled: false,
    });

    await setUpWriteback(runAtOnce, world.deps, id);

    const request = await world.requests.get(id);
    assert.equal(request.state === 'failed' && request.code, 'writeback-off');
    assert.deepEqual(world.graph.writes(), []);
  });

  it('marks the request when something unexpected happens, and says so to the engine', async () => {
    await using world = await setupWorld();
    const id = await approved(world);
    const locks = { exclusively: () => Promise.reject(new TypeError('a defect')) };

    await assert.rejects(setUpWriteback(runAtOnce, { ...world.deps, locks }, id), TypeError);

    const request = await world.requests.get(id);
    assert.equal(request.state === 'failed' && request.code, 'defect');
  });
});

describe('the confirmation', () => {
  it('follows the assignment, the membership, the cycle and Active Directory in this order', async () => {
    await using world = await setupWorld({ lags: { delivered: 150, membership: 150 } });
    const id = await approved(world);
    await setUpWriteback(runAtOnce, world.deps, id);
    world.onPrem.status = schedule();
    const states: string[] = [];

    for (let look = 0; look < 200 && states.at(-1) !== 'awaiting-sync'; look += 1) {
      await confirmWaiting(world.deps);
      const { state } = await world.requests.get(id);
      if (states.at(-1) !== state) {
        states.push(state);
      }
      await world.graph.clock.sleep(10);
    }

    assert.deepEqual(states, ['delivering', 'awaiting-membership', 'awaiting-sync']);
  });

  it('does not believe Active Directory before a cycle has begun after the membership', async () => {
    await using world = await setupWorld();
    const id = await waiting(world);
    const { memberAt } = await inSync(world, id);
    world.onPrem.verdict = member(memberAt);
    const earlier = new Date(memberAt.getTime() - 60_000);
    world.onPrem.status = schedule({ lastCycle: { startedAt: earlier, finishedAt: new Date() } });

    await confirmWaiting(world.deps);

    const request = await inSync(world, id);
    assert.equal(request.lastLook?.finding, 'waiting-for-cycle');
  });

  it('confirms with the proof once such a cycle has run', async () => {
    await using world = await setupWorld();
    const id = await waiting(world);
    const { memberAt } = await inSync(world, id);
    const startedAt = new Date(memberAt.getTime() + 1000);
    const finishedAt = new Date(memberAt.getTime() + 2000);
    world.onPrem.status = schedule({ lastCycle: { startedAt, finishedAt } });
    world.onPrem.verdict = member(finishedAt);

    await confirmWaiting(world.deps);

    const request = await world.requests.get(id);
    assert.equal(request.state, 'confirmed');
    assert.deepEqual(request.cycle, { startedAt, finishedAt });
    assert.equal(request.proof.kind === 'ldap' && request.proof.attribute, 'member and memberOf');
  });

  it('says what it saw, once, while the answer is no', async () => {
    await using world = await setupWorld();
    const id = await waiting(world);
    const { memberAt } = await inSync(world, id);
    const cycle = { startedAt: new Date(memberAt.getTime() + 1), finishedAt: new Date() };
    world.onPrem.status = schedule({ lastCycle: cycle });

    await confirmWaiting(world.deps);
    const first = await inSync(world, id);
    await confirmWaiting(world.deps);
    const second = await inSync(world, id);

    assert.equal(first.lastLook?.finding, 'group-missing');
    assert.equal(second.version, first.version);
  });

  it('fails a request whose assignment could not be delivered', async () => {
    await using world = await setupWorld();
    world.graph.sandbox.setTenant({ deliveryOutcome: 'deliveryFailed' });
    const id = await approved(world);
    await setUpWriteback(runAtOnce, world.deps, id);

    await confirmWaiting(world.deps);

    const request = await world.requests.get(id);
    assert.equal(request.state === 'failed' && request.code, 'assignment-failed');
  });
});

async function waiting(world: SetupWorld): Promise<RequestIn<'awaiting-sync'>['id']> {
  const id = await approved(world);
  await setUpWriteback(runAtOnce, world.deps, id);
  world.onPrem.status = schedule();
  await confirmWaiting(world.deps);
  await confirmWaiting(world.deps);
  return id;
}

async function inSync(
  world: SetupWorld,
  id: RequestIn<'awaiting-sync'>['id'],
): Promise<RequestIn<'awaiting-sync'>> {
  const request = await world.requests.get(id);
  assert.ok(request.state === 'awaiting-sync', request.state);
  return request;
}

function member(checkedAt: Date) {
  return {
    state: 'member',
    groupDn: 'CN=Group_1,OU=Writeback,DC=corp,DC=contoso,DC=test',
    userDn: 'CN=Rita Requester,OU=Staff,DC=corp,DC=contoso,DC=test',
    attribute: 'member and memberOf',
    groupType: -2_147_483_640,
    server: 'dc1.corp.contoso.test',
    checkedAt,
  } as const;
}

function isTreasury({ displayName }: { readonly displayName: string }): boolean {
  return displayName === 'Treasury Payments';
}
