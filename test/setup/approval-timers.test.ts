import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApprovalTemplate } from '../../src/domain/approval-policy.ts';
import { moveDueApprovals } from '../../src/setup/approval-timers.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { ada, amir, ben, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, submitted } from '../support/setup-world.ts';

const hourMs = 3_600_000;

function worldWith(changes: Partial<ApprovalTemplate>): Promise<SetupWorld> {
  const escalation = { afterMs: 8 * hourMs, to: [{ kind: 'user' as const, id: amir.id }] };
  return setupWorld({
    policy: policyOf(templateOf([stageOf([ada], { escalation }), stageOf([paul])], changes)),
  });
}

/** So many hours later, with the loop run. */
async function later(world: SetupWorld, hours: number): Promise<void> {
  world.pass(hours);
  await moveDueApprovals(world.deps);
}

describe('the time of an approval', () => {
  it('changes nothing before anything is due', async () => {
    await using world = await worldWith({ expiresAfterMs: 24 * hourMs });
    const { id, version } = await submitted(world);

    await later(world, 7);

    assert.equal((await world.requests.get(id)).version, version);
  });

  it('asks further people after silence, once, and they can decide', async () => {
    await using world = await worldWith({});
    const { id } = await submitted(world);

    await later(world, 8.1);
    await later(world, 8.1);
    const escalated = await world.requests.get(id);
    const { approval, version } = escalated;
    const next = await world.useCases.approve(actorOf(amir), { requestId: id, version });

    assert.equal(version, 2);
    assert.ok(approval.escalatedAt);
    assert.deepEqual(
      escalated.approvers.map(({ id: asked }) => asked),
      [ada.id, amir.id],
    );
    assert.deepEqual([next.approval.stage, next.approval.escalatedAt], [1, undefined]);
  });

  it('lets the request expire, and nobody decides on it any more', async () => {
    await using world = await worldWith({ expiresAfterMs: 6 * hourMs });
    const { id, version } = await submitted(world);

    await later(world, 6.1);

    assert.equal((await world.requests.get(id)).state, 'expired');
    await assert.rejects(world.useCases.approve(actorOf(ada), { requestId: id, version }), {
      code: 'already-decided',
    });
    assert.equal((await submitted(world)).state, 'awaiting-approval');
  });

  it('lets nobody decide after it, although nothing has looked at the request since', async () => {
    await using world = await worldWith({ expiresAfterMs: 6 * hourMs });
    const { id: requestId, version } = await submitted(world);

    world.pass(6);

    await assert.rejects(world.useCases.approve(actorOf(ada), { requestId, version }), {
      code: 'approval-expired',
    });
    assert.deepEqual(await world.useCases.listWaiting(actorOf(ada)), []);
  });

  it('reminds with longer and longer pauses, and no more often than it may', async () => {
    const reminders = { firstAfterMs: hourMs, backOff: 2, atMost: 2 };
    await using world = await worldWith({ reminders });
    const { id } = await submitted(world);
    const before = world.requests.work.length;
    const sent: number[] = [];

    for (const hours of [0.5, 0.6, 1, 1.1, 3]) {
      await later(world, hours);
      sent.push((await world.requests.get(id)).approval.reminders.sent);
    }

    const followed = world.requests.work.slice(before);
    assert.deepEqual(sent, [0, 1, 1, 2, 2]);
    assert.deepEqual(
      followed.map(({ kind, requestId }) => [kind, requestId]),
      [
        ['refresh-cards', id],
        ['refresh-cards', id],
      ],
    );
  });

  it('begins the reminders anew with each stage', async () => {
    const reminders = { firstAfterMs: hourMs, backOff: 2, atMost: 1 };
    await using world = await worldWith({ reminders });
    const { id } = await submitted(world);
    await later(world, 1.1);

    const { version } = await world.requests.get(id);
    await world.useCases.approve(actorOf(ada), { requestId: id, version });
    const entered = (await world.requests.get(id)).approval.reminders.sent;
    await later(world, 1.1);

    assert.equal(entered, 0);
    assert.equal((await world.requests.get(id)).approval.reminders.sent, 1);
  });

  it('moves everything on that is due, page by page', async () => {
    await using world = await worldWith({ expiresAfterMs: hourMs });
    const { approval, ...first } = await submitted(world, { beneficiary: ben.id });
    for (let number = 0; number < 230; number += 1) {
      const id = first.id.replace(/.{3}$/, String(number).padStart(3, '0'));
      const mailNickname = `group-${number}`;
      const group = { kind: 'new' as const, displayName: mailNickname, mailNickname };
      const request = { ...first, approval, id: id as typeof first.id, group };
      await world.requests.create(request, `form ${number}`);
    }

    await later(world, 1.1);

    assert.equal((await world.requests.listIn(['awaiting-approval'], 1000)).length, 0);
    assert.ok((await world.requests.listIn(['expired'], 1000)).length >= 230);
  });

  it('leaves a request alone that somebody decides in the same moment', async () => {
    await using world = await worldWith({ expiresAfterMs: hourMs });
    const { id } = await submitted(world);
    world.pass(1.1);

    const [, cancelled] = await Promise.allSettled([
      moveDueApprovals(world.deps),
      world.useCases.cancel(actorOf(rita), { requestId: id }),
    ]);

    const { state } = await world.requests.get(id);
    assert.equal(state, cancelled?.status === 'fulfilled' ? 'cancelled' : 'expired');
  });
});
