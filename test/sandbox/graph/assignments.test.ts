import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultLags, noLags } from '../../../src/sandbox/graph/options.ts';
import type { Existing, Items, Send } from './support.ts';
import {
  assignDirectly,
  directPolicy,
  em,
  filtered,
  findSeededPackage,
  gina,
  isMember,
  reports,
  rita,
  startBench,
} from './support.ts';

const nothing = '11111111-1111-4111-8111-111111111111';

async function stateOf(send: Send, requestId: string): Promise<string> {
  const { body } = await send('GET', `${em}/assignmentRequests/${requestId}`);
  return body.state;
}

async function assignmentsOf(send: Send, existing: Existing, more = ''): Promise<Items> {
  const filter = `accessPackage/id eq '${existing.packageId}' and target/objectId eq '${rita}'${more}`;
  const { body } = await send('GET', `${filtered(`${em}/assignments`, filter)}&$expand=target`);
  return body.value;
}

async function addPolicy(send: Send, packageId: string, change: object): Promise<string> {
  const body = { ...directPolicy, ...change, accessPackage: { id: packageId } };
  const made = await send('POST', `${em}/assignmentPolicies`, { body });
  return made.body.id;
}

describe('a direct assignment', () => {
  it('goes from submitted to delivered and into the group by time alone', async (t) => {
    const { clock, send } = await startBench(t, {
      lags: { ...noLags, delivering: 3000, delivered: 12_000, membership: 5000 },
    });
    const existing = await findSeededPackage(send);
    const { body } = await assignDirectly(send, existing);
    const seen: unknown[] = [];

    for (const step of [0, 2999, 1, 8999, 1, 4999, 1]) {
      clock.advance(step);
      seen.push([
        await stateOf(send, body.id),
        (await assignmentsOf(send, existing)).length,
        await isMember(send, reports),
      ]);
    }

    assert.deepEqual(seen, [
      ['submitted', 0, false],
      ['submitted', 0, false],
      ['delivering', 1, false],
      ['delivering', 1, false],
      ['delivered', 1, false],
      ['delivered', 1, false],
      ['delivered', 1, true],
    ]);
  });

  it('is done at once without lags, and answers 200 where the tenant does', async (t) => {
    const { graph, send } = await startBench(t);
    graph.setTenant({ assignmentRequestStatus: 200 });
    const existing = await findSeededPackage(send);

    const asked = await assignDirectly(send, existing);

    assert.deepEqual([asked.status, asked.body.state], [200, 'submitted']);
    assert.equal(await stateOf(send, asked.body.id), 'delivered');
    assert.equal((await assignmentsOf(send, existing, " and state eq 'Delivered'")).length, 1);
    assert.ok(await isMember(send, reports));
  });

  it('is refused while another is open and once it is there', async (t) => {
    const { clock, send } = await startBench(t, { lags: defaultLags });
    const existing = await findSeededPackage(send);
    await assignDirectly(send, existing);

    const open = await assignDirectly(send, existing);
    clock.advance(60_000);
    const there = await assignDirectly(send, existing);

    assert.equal(open.status, 400);
    assert.match(open.body.error.message, /already an existing open request/);
    assert.equal(there.status, 400);
    assert.match(there.body.error.message, /already (has|have).*assignment/);
  });

  it('waits for ever where the policy wants approval', async (t) => {
    const { clock, send } = await startBench(t);
    const existing = await findSeededPackage(send);
    const settings = { ...directPolicy.requestApprovalSettings, isApprovalRequiredForAdd: true };
    const policyId = await addPolicy(send, existing.packageId, {
      requestApprovalSettings: settings,
    });

    const asked = await assignDirectly(send, { ...existing, policyId });
    clock.advance(3_600_000);

    const open = await send(
      'GET',
      `${filtered(`${em}/assignmentRequests`, `assignment/target/objectId eq '${rita}'`)}&$expand=assignment($expand=target)`,
    );
    assert.equal(open.body.value[0].assignment.target.objectId, rita);
    assert.equal(asked.body.state, 'pendingApproval');
    assert.equal(await stateOf(send, asked.body.id), 'pendingApproval');
    assert.deepEqual(await assignmentsOf(send, existing), []);
  });

  it('is refused for unknown targets, policies and packages, and outside the scope', async (t) => {
    const { send } = await startBench(t);
    const existing = await findSeededPackage(send);
    const membersOnly = await addPolicy(send, existing.packageId, {
      allowedTargetScope: 'allMemberUsers',
    });

    const answers = [
      await assignDirectly(send, existing, nothing),
      await assignDirectly(send, { ...existing, policyId: nothing }),
      await assignDirectly(send, { ...existing, packageId: nothing }),
      await assignDirectly(send, { ...existing, policyId: membersOnly }, gina),
      await send('POST', `${em}/assignmentRequests`, {
        body: { requestType: 'adminAdd', assignment: { targetId: rita } },
      }),
      await send('POST', `${em}/assignmentRequests`, {
        body: { requestType: 'AdminAdd', accessPackageAssignment: {} },
      }),
    ];

    assert.deepEqual(
      answers.map(({ status, body }) => `${status} ${body.error.code}`),
      [
        '404 TargetNotFound',
        '404 PolicyNotFound',
        '404 AccessPackageNotFound',
        '400 PolicyRequirementsNotMet',
        '400 InvalidRequest',
        '400 InvalidModel',
      ],
    );
    assert.match(answers[3]?.body.error.message ?? '', /don't meet policy requirements/);
    assert.match(answers[4]?.body.error.message ?? '', /No valid policy was found in the request/);
  });

  it('can fail and be tried again', async (t) => {
    const { graph, send } = await startBench(t);
    const existing = await findSeededPackage(send);
    graph.setTenant({ deliveryOutcome: 'deliveryFailed' });
    const asked = await assignDirectly(send, existing);
    const url = `${em}/assignmentRequests/${asked.body.id}/reprocess`;
    assert.equal(await stateOf(send, asked.body.id), 'deliveryFailed');
    assert.equal(await isMember(send, reports), false);

    graph.setTenant({ deliveryOutcome: 'delivered' });
    const again = await send('POST', url);
    const needless = await send('POST', url);
    const unknown = await send('POST', `${em}/assignmentRequests/${nothing}/reprocess`);

    assert.deepEqual([again.status, again.text], [202, '']);
    assert.equal(await stateOf(send, asked.body.id), 'delivered');
    assert.ok(await isMember(send, reports));
    assert.deepEqual([needless.status, unknown.status], [400, 404]);
  });

  it('fails where the group is gone', async (t) => {
    const { send } = await startBench(t);
    const existing = await findSeededPackage(send);
    await send('DELETE', `/v1.0/groups/${reports}`);

    const asked = await assignDirectly(send, existing);

    assert.equal(await stateOf(send, asked.body.id), 'deliveryFailed');
  });

  it('is found by its request, with target, package and requestor', async (t) => {
    const { send } = await startBench(t);
    const existing = await findSeededPackage(send);
    await assignDirectly(send, existing);

    const filter = `accessPackage/id eq '${existing.packageId}' and state eq 'delivered'`;
    const { body } = await send(
      'GET',
      `${filtered(`${em}/assignmentRequests`, filter)}&$expand=assignment($expand=target),accessPackage,requestor`,
    );
    const unsupported = await send(
      'GET',
      filtered(`${em}/assignmentRequests`, "schedule/startDateTime eq 'x'"),
    );

    assert.equal(body.value.length, 1);
    assert.equal(body.value[0].justification, 'request 1');
    assert.equal(body.value[0].assignment.target.objectId, rita);
    assert.equal(body.value[0].accessPackage.displayName, 'Finance Reports access');
    assert.equal(body.value[0].requestor.subjectType, 'servicePrincipal');
    assert.deepEqual(
      [unsupported.status, unsupported.body.error.code],
      [400, 'Request_UnsupportedQuery'],
    );
  });
});

describe('the end of an assignment', () => {
  it('comes by adminRemove, and the person leaves the group a little later', async (t) => {
    const { clock, send } = await startBench(t, {
      lags: { ...noLags, delivered: 12_000, membership: 5000 },
    });
    const existing = await findSeededPackage(send);
    await assignDirectly(send, existing);
    clock.advance(20_000);
    const [assignment] = await assignmentsOf(send, existing);
    const body = { requestType: 'adminRemove', assignment: { id: assignment.id } };

    const asked = await send('POST', `${em}/assignmentRequests`, { body });
    const second = await send('POST', `${em}/assignmentRequests`, { body });
    clock.advance(12_000);
    const states = (await assignmentsOf(send, existing)).map((item) => item.state);
    const still = await isMember(send, reports);
    clock.advance(5000);

    assert.equal(asked.body.requestType, 'adminRemove');
    assert.match(second.body.error.message, /already an existing open request/);
    assert.deepEqual([states, still, await isMember(send, reports)], [['expired'], true, false]);
    assert.equal((await assignDirectly(send, existing)).status, 201);
  });

  it('comes by its expiration, which adminUpdate can move', async (t) => {
    const { clock, send } = await startBench(t);
    const existing = await findSeededPackage(send);
    const schedule = {
      startDateTime: clock.now().toISOString(),
      expiration: { type: 'afterDuration', duration: 'PT2H' },
    };
    const assignment = {
      targetId: rita,
      assignmentPolicyId: existing.policyId,
      accessPackageId: existing.packageId,
      schedule,
    };
    await send('POST', `${em}/assignmentRequests`, {
      body: { requestType: 'adminAdd', assignment },
    });
    const [made] = await assignmentsOf(send, existing);
    clock.advance(3_600_000);
    const longer = {
      startDateTime: clock.now().toISOString(),
      expiration: { type: 'afterDuration', duration: 'PT5H' },
    };

    const updated = await send('POST', `${em}/assignmentRequests`, {
      body: { requestType: 'adminUpdate', assignment: { id: made.id, schedule: longer } },
    });
    clock.advance(4 * 3_600_000);
    const inBetween = await isMember(send, reports);
    clock.advance(2 * 3_600_000);

    assert.equal(updated.status, 201);
    assert.deepEqual([inBetween, await isMember(send, reports)], [true, false]);
    assert.equal((await assignmentsOf(send, existing))[0].state, 'expired');
  });

  it('leaves a group that another package also gives', async (t) => {
    const { send } = await startBench(t);
    const existing = await findSeededPackage(send);
    const second = await send('POST', `${em}/accessPackages`, {
      body: { displayName: 'Second', catalog: { id: existing.catalogId } },
    });
    const packageId: string = second.body.id;
    const whole = await send(
      'GET',
      `${em}/accessPackages/${existing.packageId}?$expand=resourceRoleScopes($expand=role($expand=resource),scope)`,
    );
    const [{ role, scope }] = whole.body.resourceRoleScopes;
    await send('POST', `${em}/accessPackages/${packageId}/resourceRoleScopes`, {
      body: { role, scope },
    });
    await assignDirectly(send, existing);
    await assignDirectly(send, {
      ...existing,
      packageId,
      policyId: await addPolicy(send, packageId, {}),
    });
    const [assignment] = await assignmentsOf(send, existing);

    await send('POST', `${em}/assignmentRequests`, {
      body: { requestType: 'adminRemove', assignment: { id: assignment.id } },
    });

    assert.ok(await isMember(send, reports));
  });
});
