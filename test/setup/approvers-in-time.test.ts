import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApprovalPolicy, StageTemplate } from '../../src/domain/approval-policy.ts';
import type { ApproverSource } from '../../src/domain/approver-source.ts';
import { GroupId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { moveDueApprovals } from '../../src/setup/approval-timers.ts';
import { setUpWriteback } from '../../src/setup/procedure.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { userOf } from '../support/known-approvers.ts';
import { ada, amir, ben, paul, rita } from '../support/requests.ts';
import {
  actorOf,
  runAtOnce,
  type SetupWorld,
  setupWorld,
  submitted,
} from '../support/setup-world.ts';

const board = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000009');
const systems = {
  kind: 'existing',
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000002'),
} as const;
const ofBoard: ApproverSource = { kind: 'group', id: board };

function approve(world: SetupWorld, by: Person, request: Request): Promise<Request> {
  const { id: requestId, version } = request;
  return world.useCases.approve(actorOf(by), { requestId, version });
}

/** Whoever is in the board from now on, as a list of members and as a question. */
function boardIs(world: SetupWorld, ...members: readonly Person[]): void {
  const users = members.map((each) => userOf(each));
  world.approverDirectory.groups.set(board, { groupName: 'Board', users });
}

async function worldWith(policy: ApprovalPolicy): Promise<SetupWorld> {
  const world = await setupWorld({ policy });
  Object.assign(world.deps.directory, {
    isMember: async (userId: string, groupId: GroupId) =>
      world.approverDirectory.groups.get(groupId)?.users.some(({ id }) => id === userId) === true,
  });
  return world;
}

function askedIn({ approval }: Request, stage: number): readonly string[] {
  return (approval.route.stages[stage]?.approvers ?? []).map(({ person }) => person.id);
}

describe('an approver whom a later stage needs', () => {
  const distinct = templateOf([stageOf([ada, paul]), stageOf([ada], { name: 'Security' })], {
    distinctApprovers: true,
  });

  it('leaves the earlier stage to others, and the request is decided', async () => {
    await using world = await worldWith(policyOf(distinct));
    const request = await submitted(world);

    await assert.rejects(approve(world, ada, request), {
      code: 'needed-later',
      detail: 'Security',
    });
    const next = await approve(world, paul, await world.requests.get(request.id));

    assert.equal((await approve(world, ada, next)).state, 'setting-up');
  });

  it('may deny at once', async () => {
    await using world = await worldWith(policyOf(distinct));
    const { id: requestId, version } = await submitted(world);

    const denied = await world.useCases.deny(actorOf(ada), { requestId, version, comment: 'No.' });

    assert.equal(denied.state, 'denied');
  });

  it('approves as soon as the later stage has somebody else', async () => {
    const stages = [stageOf([ada, paul]), stageOf([], { name: 'Board', approvers: [ofBoard] })];
    await using world = await worldWith(policyOf(templateOf(stages, { distinctApprovers: true })));
    boardIs(world, ada);
    const request = await submitted(world);
    await assert.rejects(approve(world, ada, request), { code: 'needed-later' });

    boardIs(world, ada, amir);
    const next = await approve(world, ada, await world.requests.get(request.id));

    assert.deepEqual(askedIn(next, 1), [ada.id, amir.id]);
    assert.equal((await approve(world, amir, next)).state, 'setting-up');
  });
});

describe('the people of a stage', () => {
  const stages = [stageOf([ada]), stageOf([], { name: 'Board', approvers: [ofBoard] })];

  it('are looked up when it begins, not when the request was made', async () => {
    await using world = await worldWith(policyOf(templateOf(stages)));
    boardIs(world, paul);
    const request = await submitted(world);
    boardIs(world, amir);

    const next = await approve(world, ada, request);

    assert.deepEqual(askedIn(next, 1), [amir.id]);
    assert.deepEqual(
      next.approvers.map(({ id }) => id),
      [ada.id, amir.id],
    );
    await assert.rejects(approve(world, paul, next), { code: 'request-not-found' });
  });

  it('keep the stage before from ending while there are none, and nothing is lost', async () => {
    await using world = await worldWith(policyOf(templateOf(stages)));
    boardIs(world, paul);
    const request = await submitted(world);
    boardIs(world);

    await assert.rejects(approve(world, ada, request), {
      code: 'nobody-can-approve',
      detail: 'Board',
    });
    assert.deepEqual(await world.requests.get(request.id), request);
    boardIs(world, ben);

    assert.deepEqual(askedIn(await approve(world, ada, request), 1), [ben.id]);
  });

  it('have no say any more once they have left it', async () => {
    await using world = await worldWith(policyOf(templateOf(stages)));
    boardIs(world, paul, amir);
    const next = await approve(world, ada, await submitted(world));
    boardIs(world, amir);
    const { id: requestId, version } = next;

    await assert.rejects(approve(world, paul, next), { code: 'no-longer-approver' });
    await assert.rejects(
      world.useCases.deny(actorOf(paul), { requestId, version, comment: 'No.' }),
      { code: 'no-longer-approver' },
    );
    assert.equal((await approve(world, amir, next)).state, 'setting-up');
  });

  it('take the say of their deputies with them', async () => {
    await using world = await worldWith(policyOf(templateOf(stages)));
    boardIs(world, paul);
    const now = world.deps.clock.now();
    const until = new Date(now.getTime() + 3_600_000);
    await world.useCases.delegate(actorOf(paul), { deputy: ben.id, from: now, until });
    const next = await approve(world, ada, await submitted(world));
    boardIs(world, amir);

    await assert.rejects(approve(world, ben, next), { code: 'no-longer-approver' });
  });

  describe('who stand in for each other', () => {
    async function boardOf(
      need: StageTemplate['need'],
      deputies: readonly (readonly [Person, Person])[],
    ): Promise<SetupWorld & { readonly request: Request }> {
      const stage = stageOf([], { approvers: [ofBoard], need });
      const world = await worldWith(policyOf(templateOf([stage])));
      boardIs(world, ada, paul, ben);
      const { id } = await submitted(world);
      const from = world.deps.clock.now();
      const until = new Date(from.getTime() + 3_600_000);
      for (const [approver, deputy] of deputies) {
        await world.useCases.delegate(actorOf(approver), { deputy: deputy.id, from, until });
      }
      return { ...world, request: await world.requests.get(id) };
    }

    it('have no say for somebody who has left, though they could have spoken for another one', async () => {
      await using world = await boardOf(2, [
        [ada, amir],
        [paul, amir],
      ]);
      const next = await approve(world, ada, world.request);
      boardIs(world, ada, ben);

      await assert.rejects(approve(world, amir, next), { code: 'no-longer-approver' });
      assert.equal((await approve(world, ben, next)).state, 'setting-up');
    });

    it('approve for somebody who is there when they have left themselves', async () => {
      await using world = await boardOf('any', [[ada, paul]]);
      boardIs(world, ada);

      const approved = await approve(world, paul, world.request);

      const [vote] = approved.approval.votes;
      assert.deepEqual([vote?.by.id, vote?.onBehalfOf?.id], [paul.id, ada.id]);
    });

    it('deny for somebody who is there when they have left themselves', async () => {
      await using world = await boardOf('any', [[ada, paul]]);
      boardIs(world, ada);
      const { id: requestId, version } = world.request;

      const denied = await world.useCases.deny(actorOf(paul), {
        requestId,
        version,
        comment: 'No.',
      });

      assert.equal(denied.state === 'denied' && denied.decision.onBehalfOf?.id, ada.id);
    });

    it('have no say when those for whom they stand in have left too', async () => {
      await using world = await boardOf('any', [[ada, paul]]);
      boardIs(world, ben);

      await assert.rejects(approve(world, paul, world.request), { code: 'no-longer-approver' });
    });
  });

  it('are the manager and the holders of a role of today', async () => {
    const approvers: readonly ApproverSource[] = [
      { kind: 'manager', fallback: [] },
      { kind: 'catalog-role', role: 'catalog-owner' },
    ];
    await using world = await worldWith(policyOf(templateOf([stageOf([], { approvers })])));
    const { managers, roles } = world.approverDirectory;
    const [offer] = await world.useCases.offerAccessPackages('Finance Rep');
    const group = {
      kind: 'existing',
      id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001'),
    } as const;
    managers.set(rita.id, userOf(ada));
    roles.set('catalog-owner', [userOf(amir)]);
    const request = await submitted(world, { group, accessPackageId: offer?.id });

    managers.set(rita.id, userOf(ben));
    roles.set('catalog-owner', []);

    for (const former of [ada, amir]) {
      await assert.rejects(approve(world, former, request), {
        code: 'no-longer-approver',
      });
    }
  });

  it('are looked up for an escalation when it comes to it', async () => {
    const escalation = { afterMs: 3_600_000, to: [ofBoard] };
    await using world = await worldWith(policyOf(templateOf([stageOf([ada], { escalation })])));
    boardIs(world, paul);
    const { id } = await submitted(world);
    boardIs(world, ada, amir);

    world.pass(2);
    await moveDueApprovals(world.deps);

    const { approvers } = await world.requests.get(id);
    assert.deepEqual(
      approvers.map((each) => each.id),
      [ada.id, amir.id],
    );
  });
});

describe('a request that comes back', () => {
  /** A policy that knows the group by its name. */
  function byName(forOthers: ApprovalPolicy): ApprovalPolicy {
    const own = templateOf([stageOf([ada])], { rule: 'Systems' });
    return {
      routeFor: async (facts) =>
        facts.group.displayName === 'Finance Systems' ? own : forOthers.routeFor(facts),
    };
  }

  /** Approved by Ada as Finance Systems, and then carried out as Payroll EU. */
  async function renamed(world: SetupWorld): Promise<Request> {
    const request = await approve(world, ada, await submitted(world, { group: systems, days: 90 }));
    const { directory } = world.deps;
    const findGroup = directory.findGroup.bind(directory);
    Object.assign(directory, {
      findGroup: async (id: GroupId) => ({ ...(await findGroup(id)), displayName: 'Payroll EU' }),
    });
    await setUpWriteback(runAtOnce, world.deps, request.id);
    return world.requests.get(request.id);
  }

  it('asks the people of the rule that counts for it now', async () => {
    const payroll = templateOf([stageOf([paul])], { rule: 'Payroll', expiresAfterMs: 3_600_000 });
    await using world = await worldWith(byName(policyOf(payroll)));

    const back = await renamed(world);

    assert.equal(back.state, 'awaiting-approval');
    assert.equal(back.approval.route.rule, 'Payroll');
    assert.deepEqual(askedIn(back, 0), [paul.id]);
    assert.equal(
      back.approval.expiresAt?.getTime(),
      back.approval.stageSince.getTime() + 3_600_000,
    );
    await assert.rejects(approve(world, ada, back), { code: 'not-asked-now' });
    assert.deepEqual(world.graph.writes(), []);
  });

  const stopped: readonly (readonly [string, ApprovalPolicy, string])[] = [
    [
      'refuses it',
      policyOf({ kind: 'refused', rule: 'Payroll', message: 'Ask the payroll office.' }),
      'refused-by-policy',
    ],
    [
      'allows less time',
      policyOf(templateOf([stageOf([paul])], { maximumDays: 30 })),
      'duration-too-long',
    ],
    ['has nobody for it', policyOf(templateOf([stageOf([])])), 'nobody-can-approve'],
  ];
  for (const [what, policy, code] of stopped) {
    it(`stops where the policy ${what} now`, async () => {
      await using world = await worldWith(byName(policy));

      const back = await renamed(world);

      assert.deepEqual([back.state, back.state === 'failed' && back.code], ['failed', code]);
      assert.deepEqual(world.graph.writes(), []);
    });
  }
});

describe('more people than can be asked', () => {
  const crowd = Array.from({ length: 201 }, (_, number) => {
    const id = `aaaaaaaa-0000-4000-8000-${String(1000 + number).padStart(12, '0')}`;
    return { ...ada, id: id as typeof ada.id, displayName: `Member ${number}` };
  });

  it('are refused before anything is stored, and never cut', async () => {
    const approvers = [ofBoard];
    await using world = await worldWith(policyOf(templateOf([stageOf([], { approvers })])));
    boardIs(world, ...crowd);

    await assert.rejects(submitted(world), /too-many-approvers/);
    boardIs(world, ...crowd.slice(1));

    assert.equal((await submitted(world)).approvers.length, 200);
  });
});
