import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApprovalTemplate } from '../../src/domain/approval-policy.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { moveDueApprovals } from '../../src/setup/approval-timers.ts';
import type { Click } from '../../src/setup/use-cases.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { ada, amir, ben, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, submitted } from '../support/setup-world.ts';

function worldWith(template: ApprovalTemplate): Promise<SetupWorld> {
  return setupWorld({ policy: policyOf(template) });
}

function clickOn({ id: requestId, version }: Request, more: Partial<Click> = {}): Click {
  return { requestId, version, ...more };
}

function approve(world: SetupWorld, by: Person, click: Request | Click): Promise<Request> {
  return world.useCases.approve(actorOf(by), 'requestId' in click ? click : clickOn(click));
}

function votersOf({ approval }: Request): readonly (readonly [number, string])[] {
  return approval.votes.map(({ stage, by }) => [stage, by.id] as const);
}

const twoOfThree = templateOf([stageOf([ada, paul, amir], { need: 2 })]);
const twoStages = templateOf([stageOf([ada]), stageOf([paul, ada], { name: 'Security' })]);

describe('approving in stages', () => {
  it('waits for as many people as the stage needs, and tells who has approved', async () => {
    await using world = await worldWith(twoOfThree);
    const request = await submitted(world);

    const first = await approve(world, ada, clickOn(request, { comment: 'Fine.' }));
    const second = await approve(world, amir, first);

    assert.equal(first.state, 'awaiting-approval');
    assert.deepEqual(votersOf(second), [
      [0, ada.id],
      [0, amir.id],
    ]);
    assert.equal(second.state, 'setting-up');
    assert.equal(second.decision.by.id, amir.id);
    assert.equal(first.approval.votes[0]?.planHash, request.approval.planHash);
  });

  it('wants as many approvals of a stage of all as it began with; who is asked in addition stands in', async () => {
    const escalation = { afterMs: 3_600_000, to: [{ kind: 'user' as const, id: amir.id }] };
    await using world = await worldWith(
      templateOf([stageOf([ada, paul], { need: 'all', escalation })]),
    );
    const request = await submitted(world);
    const first = await approve(world, ada, request);

    world.pass(2);
    await moveDueApprovals(world.deps);

    assert.equal(first.state, 'awaiting-approval');
    assert.equal(
      (await approve(world, amir, await world.requests.get(request.id))).state,
      'setting-up',
    );
  });

  it('goes on to the next stage and asks its people, who were not asked before', async () => {
    await using world = await worldWith(twoStages);
    const request = await submitted(world);
    await assert.rejects(approve(world, paul, request), { code: 'request-not-found' });

    const claimed = await world.useCases.claim(actorOf(ada), clickOn(request));
    const next = await approve(world, ada, claimed);

    assert.equal(next.state, 'awaiting-approval');
    assert.equal(next.approval.stage, 1);
    assert.equal(next.approval.claim, undefined);
    assert.deepEqual(
      next.approvers.map(({ id }) => id),
      [ada.id, paul.id],
    );
    assert.equal((await approve(world, paul, next)).state, 'setting-up');
  });

  it('lets nobody approve twice, in one stage or where stages need different people', async () => {
    await using world = await worldWith(twoOfThree);
    const once = await approve(world, ada, await submitted(world));
    await assert.rejects(approve(world, ada, once), { code: 'already-approved' });

    await using other = await worldWith({ ...twoStages, distinctApprovers: true });
    const next = await approve(other, ada, await submitted(other));
    await assert.rejects(approve(other, ada, next), { code: 'approved-earlier-stage' });
  });

  it('does not take the second half of a double click for the next stage', async () => {
    await using world = await worldWith(twoStages);
    const request = await submitted(world);

    await approve(world, ada, request);

    await assert.rejects(approve(world, ada, request), { code: 'request-changed' });
  });

  it('asks nobody of an earlier stage any more', async () => {
    await using world = await worldWith(templateOf([stageOf([ada]), stageOf([paul])]));
    const next = await approve(world, ada, await submitted(world));

    await assert.rejects(approve(world, ada, next), { code: 'not-asked-now' });
    await assert.rejects(world.useCases.deny(actorOf(ada), clickOn(next, { comment: 'No.' })), {
      code: 'not-asked-now',
    });
  });

  it('ends with one denial, whoever has approved before', async () => {
    await using world = await worldWith(twoOfThree);
    const once = await approve(world, ada, await submitted(world));

    const denied = await world.useCases.deny(actorOf(paul), clickOn(once, { comment: 'No.' }));

    assert.equal(denied.state, 'denied');
    assert.equal(denied.decision.by.id, paul.id);
  });
});

describe('clicks in the same moment', () => {
  it('count both when both are valid: two of three', async () => {
    await using world = await worldWith(twoOfThree);
    const request = await submitted(world);

    const clicks = await Promise.allSettled([ada, paul].map((by) => approve(world, by, request)));

    const stored = await world.requests.get(request.id);
    assert.ok(clicks.every(({ status }) => status === 'fulfilled'));
    assert.equal(stored.state, 'setting-up');
    assert.equal(votersOf(stored).length, 2);
  });

  it('count once for one person', async () => {
    await using world = await worldWith(twoOfThree);
    const request = await submitted(world);

    const clicks = await Promise.allSettled(
      Array.from({ length: 20 }, () => approve(world, ada, request)),
    );

    assert.equal(clicks.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.deepEqual(votersOf(await world.requests.get(request.id)), [[0, ada.id]]);
  });

  it('count although somebody has claimed it since', async () => {
    await using world = await worldWith(twoOfThree);
    const request = await submitted(world);
    await world.useCases.claim(actorOf(paul), clickOn(request));

    const approved = await approve(
      world,
      ada,
      clickOn(request, { planHash: request.approval.planHash }),
    );

    assert.equal(approved.approval.votes.length, 1);
  });

  it('do not count for another plan than the one that was shown', async () => {
    await using world = await worldWith(twoOfThree);
    const request = await submitted(world);

    await assert.rejects(approve(world, ada, clickOn(request, { planHash: 'another' })), {
      code: 'request-changed',
    });
  });
});

describe('a shorter duration', () => {
  it('is what is approved from then on, and is told', async () => {
    await using world = await worldWith(twoOfThree);
    const request = await submitted(world, { days: 90 });

    const shorter = await approve(world, ada, clickOn(request, { days: 7 }));

    assert.deepEqual(shorter.duration, { kind: 'days', days: 7 });
    assert.equal(shorter.approval.shortened?.askedDays, 90);
    assert.notEqual(shorter.approval.planHash, request.approval.planHash);
    assert.equal(shorter.approval.votes[0]?.planHash, shorter.approval.planHash);
    await assert.rejects(approve(world, paul, request), { code: 'request-changed' });
    assert.equal((await approve(world, paul, shorter)).state, 'setting-up');
  });

  it('can end what was asked for without an end', async () => {
    await using world = await worldWith(twoOfThree);

    const shorter = await approve(world, ada, clickOn(await submitted(world), { days: 30 }));

    assert.deepEqual(shorter.duration, { kind: 'days', days: 30 });
  });

  for (const days of [91, 0, 1.5, -1]) {
    it(`is not ${days} days of 90`, async () => {
      await using world = await worldWith(twoOfThree);
      const request = await submitted(world, { days: 90 });

      await assert.rejects(approve(world, ada, clickOn(request, { days })), {
        code: 'input-not-valid',
        detail: 'duration-not-shorter',
      });
      assert.equal((await world.requests.get(request.id)).version, request.version);
    });
  }
});

describe("I'm on it", () => {
  it('is said, taken over and taken back by those who are asked', async () => {
    await using world = await worldWith(twoOfThree);
    const { useCases } = world;
    const request = await submitted(world);

    const claimed = await useCases.claim(actorOf(ada), clickOn(request));
    const taken = await useCases.claim(actorOf(paul), clickOn(claimed));
    await assert.rejects(useCases.unclaim(actorOf(ada), clickOn(taken)), { code: 'not-allowed' });
    const free = await useCases.unclaim(actorOf(paul), clickOn(taken));

    assert.equal(claimed.approval.claim?.by.id, ada.id);
    assert.equal(taken.approval.claim?.by.id, paul.id);
    assert.equal(free.approval.claim, undefined);
    await assert.rejects(useCases.claim(actorOf(rita), clickOn(free)), { code: 'own-request' });
    await assert.rejects(useCases.claim(actorOf(ben), clickOn(free)), {
      code: 'request-not-found',
    });
  });
});
