import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AssignmentWish } from '../../src/domain/entitlement.ts';
import { em, packageId, policyId, requestId, userId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const collection = `${em}/assignmentRequests`;
const wish: AssignmentWish = {
  userId,
  accessPackageId: packageId,
  policyId,
  justification: 'WB-7K3F2Q9X',
  startsAt: new Date('2026-03-02T09:00:00Z'),
};

function numbered(number: number): string {
  return requestId.replace(/1$/, String(number));
}

function listed(number: number, state: string, more: object = {}): object {
  const createdDateTime = `2026-03-0${number}T09:00:00Z`;
  return {
    id: numbered(number),
    state,
    requestType: 'adminAdd',
    createdDateTime,
    assignment: null,
    ...more,
  };
}

describe('requesting an assignment', () => {
  for (const status of [200, 201]) {
    it(`is answered with ${status} and a state`, async () => {
      await using server = await ScriptedGraph.start();
      const json = {
        id: requestId,
        state: 'submitted',
        status: 'Accepted',
        completedDateTime: null,
      };
      server.on(`POST ${collection}`, { status, json });
      const { entitlement } = server.connect();

      const request = await entitlement.requestAssignment(wish);

      assert.deepEqual(request, {
        id: requestId,
        state: 'submitted',
        status: 'Accepted',
        completedAt: undefined,
      });
      assert.deepEqual(server.received[0]?.body, {
        requestType: 'adminAdd',
        justification: 'WB-7K3F2Q9X',
        assignment: {
          targetId: userId,
          assignmentPolicyId: policyId,
          accessPackageId: packageId,
          schedule: {
            startDateTime: '2026-03-02T09:00:00.000Z',
            expiration: { type: 'noExpiration' },
          },
        },
      });
    });
  }

  it('says when it shall end', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`POST ${collection}`, { status: 201, json: { id: requestId, state: 'submitted' } });
    const { entitlement } = server.connect();

    await entitlement.requestAssignment({ ...wish, endsAt: new Date('2026-06-02T09:00:00Z') });

    assert.match(
      JSON.stringify(server.received[0]?.body),
      /"expiration":\{"type":"afterDateTime","endDateTime":"2026-06-02T09:00:00.000Z"\}/,
    );
  });

  it('adopts the request that is open already', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`POST ${collection}`, refusal(400, 'SomethingUndocumented'));
    server.on(`GET ${collection}`, ok({ value: [listed(1, 'delivering')] }));
    const { entitlement } = server.connect();

    const request = await entitlement.requestAssignment(wish);

    assert.equal(request.state, 'delivering');
  });

  it('stays refused when nothing is under way', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      `POST ${collection}`,
      refusal(400, 'SomethingUndocumented'),
      refusal(404, 'TargetNotFound'),
    );
    server.on(`GET ${collection}`, ok({ value: [listed(1, 'denied')] }));
    const { entitlement } = server.connect();

    await assertProblem(entitlement.requestAssignment(wish), 'graph-refused');
    await assertProblem(entitlement.requestAssignment(wish), 'not-visible-yet');
  });

  it('is looked for again when Graph says that there is one, and shows none', async () => {
    await using server = await ScriptedGraph.start();
    const message = 'There is already an existing open request for this access package.';
    server.on(`POST ${collection}`, refusal(400, 'SomethingUndocumented', { message }));
    server.on(`GET ${collection}`, ok({ value: [] }));
    const { entitlement } = server.connect();

    await assertProblem(entitlement.requestAssignment(wish), 'not-visible-yet');
  });

  it('is never repeated by itself', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`POST ${collection}`, refusal(504, 'UnknownError'));
    const { entitlement } = server.connect();

    await assertProblem(entitlement.requestAssignment(wish), 'graph-outcome-unknown');

    assert.equal(server.received.length, 1);
  });
});

describe('an assignment request', () => {
  it('is understood in both spellings', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      `GET ${collection}/${requestId}`,
      ok({ id: requestId, requestState: 'PartiallyDelivered', requestStatus: 'Odd' }),
      ok({ id: requestId, state: 'Accepted' }),
      ok({ id: requestId, state: 'delivered', completedDateTime: '2026-03-02T09:05:00.123Z' }),
    );
    const { entitlement } = server.connect();

    const odd = await entitlement.getAssignmentRequest(requestId);
    const young = await entitlement.getAssignmentRequest(requestId);
    const done = await entitlement.getAssignmentRequest(requestId);

    assert.deepEqual([odd.state, odd.status], ['partiallyDelivered', 'Odd']);
    assert.equal(young.state, 'submitted');
    assert.deepEqual(done.completedAt, new Date('2026-03-02T09:05:00.123Z'));
  });

  it('in an unknown state is refused rather than guessed', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`GET ${collection}/${requestId}`, ok({ id: requestId, state: 'levitating' }));
    const { entitlement } = server.connect();

    const problem = await assertProblem(
      entitlement.getAssignmentRequest(requestId),
      'graph-refused',
    );

    assert.match(problem.detail, /levitating/);
  });

  it('that a lagging copy does not know is not visible yet', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      `GET ${collection}/${requestId}`,
      refusal(404, 'AccessPackageAssignmentRequestNotFound'),
    );
    const { entitlement } = server.connect();

    await assertProblem(entitlement.getAssignmentRequest(requestId), 'not-visible-yet');
  });

  const cases: readonly (readonly [string, readonly object[], string | undefined])[] = [
    [
      'the newest',
      [listed(1, 'delivered'), listed(3, 'Delivering'), listed(2, 'submitted')],
      numbered(3),
    ],
    [
      'one without a date, as it was just made',
      [listed(2, 'submitted'), listed(3, 'submitted', { createdDateTime: null, id: numbered(4) })],
      numbered(4),
    ],
    [
      'none that ended badly',
      [listed(3, 'Denied'), listed(2, 'canceled'), listed(1, 'deliveryFailed')],
      undefined,
    ],
    [
      'the one before a failed one',
      [listed(2, 'deliveryFailed'), listed(1, 'delivered')],
      numbered(1),
    ],
    [
      'none that was removed since',
      [listed(1, 'delivered'), listed(2, 'delivered', { requestType: 'AdminRemove' })],
      undefined,
    ],
    [
      'none that has expired',
      [listed(1, 'delivered', { assignment: { state: 'Expired' } })],
      undefined,
    ],
    [
      'the add, not its later update',
      [listed(1, 'delivered'), listed(2, 'delivered', { requestType: 'adminUpdate' })],
      numbered(1),
    ],
    ['nothing', [], undefined],
  ];
  for (const [name, value, expected] of cases) {
    it(`is looked for among many: ${name}`, async () => {
      await using server = await ScriptedGraph.start();
      server.on(`GET ${collection}`, ok({ value }));
      const { entitlement } = server.connect();

      const found = await entitlement.findAssignmentRequest(userId, packageId);

      assert.equal(found?.id, expected);
    });
  }
});

describe('an assignment', () => {
  it('counts when it is delivered, not when it is on its way or over', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      `GET ${em}/assignments`,
      ok({ value: [{ state: 'expired' }, { state: 'delivering' }] }),
      ok({ value: [{ state: 'expired' }, { assignmentState: 'Delivered' }] }),
    );
    const { entitlement } = server.connect();

    assert.equal(await entitlement.isAssigned(userId, packageId), false);
    assert.equal(await entitlement.isAssigned(userId, packageId), true);
  });
});
