import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askedNow } from '../../src/domain/approval.ts';
import { UserId } from '../../src/domain/ids.ts';
import { remindersTo } from '../../src/domain/reminders.ts';
import { moveDueApprovals } from '../../src/setup/approval-timers.ts';
import { beginDelegations } from '../../src/setup/delegations.ts';
import type { NamedDeputy } from '../../src/setup/use-cases.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { ada, amir, ben, paul, rita, tenantId } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, submitted } from '../support/setup-world.ts';

const hourMs = 3_600_000;
const cleo = UserId.parse('aaaaaaaa-0000-4000-8000-000000000007');

/** Two stages: Ada, then Paul. */
function world(): Promise<SetupWorld> {
  return setupWorld({ policy: policyOf(templateOf([stageOf([ada]), stageOf([paul])])) });
}

function hours(here: SetupWorld, from: number, until: number): { from: Date; until: Date } {
  const now = here.deps.clock.now().getTime();
  return { from: new Date(now + from * hourMs), until: new Date(now + until * hourMs) };
}

/** Time goes by in these steps, each with what falls due by it. */
async function later(here: SetupWorld, steps: readonly number[]): Promise<void> {
  for (const step of steps) {
    here.pass(step);
    await moveDueApprovals(here.deps);
  }
}

describe('a deputy', () => {
  it('is asked in open requests at once, and their vote tells for whom', async () => {
    await using here = await world();
    const { id: requestId } = await submitted(here);

    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 0, 24) });
    const asked = await here.requests.get(requestId);
    const { version } = asked;
    const next = await here.useCases.approve(actorOf(amir), { requestId, version });

    assert.deepEqual(
      asked.approvers.map(({ id }) => id),
      [ada.id, amir.id],
    );
    assert.equal(next.approval.votes[0]?.onBehalfOf?.id, ada.id);
    assert.equal(next.approval.stage, 1);
  });

  it('is asked for whole days of the approver, whose time zone stays with it', async () => {
    await using here = await world();
    const { id: requestId } = await submitted(here);

    const zone = 'Pacific/Auckland';
    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 0, 24), zone });

    const asked = askedNow((await here.requests.get(requestId)).approval);
    const { because } = asked.find(({ person }) => person.id === amir.id) ?? assert.fail();
    assert.equal(because.kind === 'deputy' && because.zone, zone);
  });

  it('is asked in requests that are made, or come to the stage, later', async () => {
    await using here = await world();
    await here.useCases.delegate(actorOf(paul), { deputy: amir.id, ...hours(here, 0, 24) });
    const { id: requestId, version } = await submitted(here);

    const next = await here.useCases.approve(actorOf(ada), { requestId, version });
    const approved = await here.useCases.approve(actorOf(amir), {
      requestId,
      version: next.version,
    });

    assert.equal(approved.state, 'setting-up');
  });

  it('has no say any more once the period is over or the delegation is ended', async () => {
    await using here = await world();
    const { id: requestId } = await submitted(here);
    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 0, 24) });

    assert.equal((await here.useCases.endDelegation(actorOf(ada))).length, 1);
    const { version } = await here.requests.get(requestId);

    await assert.rejects(here.useCases.approve(actorOf(amir), { requestId, version }), {
      code: 'not-allowed',
    });
    assert.deepEqual(await here.useCases.endDelegation(actorOf(ada)), []);
    const again = hours(here, 0, 1);
    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...again });
    here.pass(1.1);
    await assert.rejects(
      here.useCases.approve(actorOf(amir), {
        requestId,
        version: (await here.requests.get(requestId)).version,
      }),
      { code: 'not-allowed' },
    );
  });

  it('has no say when a stage began with them in the moment in which the delegation ended', async () => {
    await using here = await world();
    const { id: requestId } = await submitted(here);
    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 0, 24) });
    await here.deps.delegations.remove({ tenantId, approver: ada });
    const { version } = await here.requests.get(requestId);
    const click = { requestId, version, comment: 'Now.' };

    await assert.rejects(here.useCases.approve(actorOf(amir), click), { code: 'not-asked-now' });
    await assert.rejects(here.useCases.deny(actorOf(amir), click), { code: 'not-asked-now' });
    assert.equal((await here.useCases.approve(actorOf(ada), click)).approval.stage, 1);
  });

  it('of two denies for the one who has not approved', async () => {
    const policy = policyOf(templateOf([stageOf([ada, paul, ben], { need: 2 })]));
    await using here = await setupWorld({ policy });
    const { id: requestId } = await submitted(here);
    for (const approver of [ada, paul]) {
      await here.useCases.delegate(actorOf(approver), { deputy: amir.id, ...hours(here, 0, 24) });
    }
    const { version } = await here.requests.get(requestId);
    const next = await here.useCases.approve(actorOf(ada), { requestId, version });

    const denied = await here.useCases.deny(actorOf(amir), {
      requestId,
      version: next.version,
      comment: 'No.',
    });

    assert.equal(denied.state === 'denied' && denied.decision.onBehalfOf?.id, paul.id);
  });

  it('is replaced by the next one', async () => {
    await using here = await world();
    const { id: requestId } = await submitted(here);
    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 0, 24) });
    await here.useCases.delegate(actorOf(ada), { deputy: ben.id, ...hours(here, 0, 24) });
    const { version } = await here.requests.get(requestId);

    await assert.rejects(here.useCases.approve(actorOf(amir), { requestId, version }), {
      code: 'not-allowed',
    });
    const next = await here.useCases.approve(actorOf(ben), { requestId, version });

    assert.equal(next.approval.stage, 1);
    assert.deepEqual(
      (await here.useCases.listDelegations(actorOf(ada))).given.map(({ deputy }) => deputy.id),
      [ben.id],
    );
  });

  it('stands beside another one whose period is apart, and leaves one that it overlaps the other days', async () => {
    await using here = await world();
    const { id: requestId } = await submitted(here);
    function name(deputy: string, from: number, until: number): Promise<NamedDeputy> {
      return here.useCases.delegate(actorOf(ada), { deputy, ...hours(here, from, until) });
    }

    const now = await name(amir.id, 0, 24);
    const apart = await name(amir.id, 72, 96);
    const instead = await name(ben.id, 80, 90);
    const { version } = await here.requests.get(requestId);
    const next = await here.useCases.approve(actorOf(amir), { requestId, version });

    const [{ delegation: whole }, { delegation: middle }] = [apart, instead];
    const parts = [
      { ...whole, until: middle.from },
      { ...whole, from: middle.until },
    ];
    assert.deepEqual([now.replaced, apart.replaced, instead.replaced], [[], [], []]);
    assert.deepEqual([now.shortened, apart.shortened, instead.shortened], [[], [], parts]);
    assert.equal(next.approval.votes[0]?.onBehalfOf?.id, ada.id);
    const { given } = await here.useCases.listDelegations(actorOf(ada));
    assert.deepEqual(given, [now.delegation, parts[0], middle, parts[1]]);
  });

  it('gives way for the days of the next one while its time runs, and decides until then', async () => {
    await using here = await world();
    const { id: requestId } = await submitted(here);
    const day = 24;
    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 0, 5 * day) });
    const { replaced, shortened } = await here.useCases.delegate(actorOf(ada), {
      deputy: ben.id,
      ...hours(here, 3 * day, 8 * day),
    });
    const { version, approval } = await here.requests.get(requestId);

    assert.deepEqual([replaced, shortened.map(({ deputy }) => deputy.id)], [[], [amir.id]]);
    const seat = approval.route.stages[0]?.approvers.find(({ person }) => person.id === amir.id);
    assert.deepEqual(seat?.because.kind === 'deputy' && seat.because.until, shortened[0]?.until);
    assert.equal(
      (await here.useCases.approve(actorOf(amir), { requestId, version })).approval.stage,
      1,
    );
  });

  it('denies for whom they stand in', async () => {
    await using here = await world();
    const { id: requestId } = await submitted(here);
    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 0, 24) });
    const { version } = await here.requests.get(requestId);

    const denied = await here.useCases.deny(actorOf(amir), { requestId, version, comment: 'No.' });

    assert.ok(denied.state === 'denied');
    assert.deepEqual([denied.decision.by.id, denied.decision.onBehalfOf?.id], [amir.id, ada.id]);
  });

  it('begins when the period begins', async () => {
    await using here = await world();
    const { id } = await submitted(here);
    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 2, 24) });
    await beginDelegations(here.deps);
    const before = await here.requests.get(id);

    here.pass(2.1);
    await beginDelegations(here.deps);
    await beginDelegations(here.deps);
    const after = await here.requests.get(id);

    assert.deepEqual(
      before.approvers.map((each) => each.id),
      [ada.id],
    );
    assert.deepEqual(
      after.approvers.map((each) => each.id),
      [ada.id, amir.id],
    );
    assert.equal(after.version, before.version + 1);
    const { received } = await here.useCases.listDelegations(actorOf(amir));
    assert.equal(received[0]?.approver.id, ada.id);
  });

  it('is reminded as anybody who is asked, also when the approver has had all reminders', async () => {
    const reminders = { firstAfterMs: hourMs, backOff: 1, atMost: 2 };
    const policy = policyOf(templateOf([stageOf([ada])], { reminders }));
    await using here = await setupWorld({ policy });
    const { id } = await submitted(here);
    await later(here, [1.1, 1.1, 1.1]);
    const before = await here.requests.get(id);

    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 0, 240) });
    await later(here, [0.5, 0.6]);
    const once = await here.requests.get(id);
    await later(here, [1.1, 1.1]);
    const { approval } = await here.requests.get(id);

    assert.equal(before.approval.reminders.nextAt, undefined);
    assert.equal(approval.reminders.nextAt, undefined);
    assert.deepEqual(
      [before, once, { approval }].map((each) =>
        [ada, amir].map((person) => remindersTo(each.approval, person.id).sent),
      ),
      [
        [2, 0],
        [2, 1],
        [2, 2],
      ],
    );
  });

  it('is reminded after the first pause, whatever pause the approver has by then', async () => {
    const reminders = { firstAfterMs: hourMs, backOff: 50, atMost: 2 };
    const policy = policyOf(templateOf([stageOf([ada])], { reminders }));
    await using here = await setupWorld({ policy });
    const { id } = await submitted(here);
    await later(here, [1.1]);

    await here.useCases.delegate(actorOf(ada), { deputy: amir.id, ...hours(here, 2, 240) });
    here.pass(2.1);
    await beginDelegations(here.deps);
    await later(here, [1.1]);

    const { approval } = await here.requests.get(id);
    assert.deepEqual(
      [ada, amir].map((person) => remindersTo(approval, person.id).sent),
      [1, 1],
    );
  });

  it('is never a party of the request', async () => {
    await using here = await world();
    const { id, version } = await submitted(here);

    await here.useCases.delegate(actorOf(ada), { deputy: rita.id, ...hours(here, 0, 24) });

    const asked = await here.requests.get(id);
    assert.deepEqual(
      asked.approvers.map((each) => each.id),
      [ada.id],
    );
    await assert.rejects(
      here.useCases.approve(actorOf(rita), { requestId: id, version: asked.version }),
      { code: 'own-request' },
    );
    assert.ok(asked.version >= version);
  });

  const refused: readonly [string, string, readonly [number, number], string][] = [
    ['an unknown person', 'nobody@contoso.test', [0, 24], 'user-not-found'],
    ['a guest', 'aaaaaaaa-0000-4000-8000-000000000006', [0, 24], 'input-not-valid'],
    ['oneself', ada.id, [0, 24], 'input-not-valid'],
    ['somebody for a time that is over', amir.id, [-24, -1], 'input-not-valid'],
    ['somebody for a time that ends before it begins', amir.id, [5, 4], 'input-not-valid'],
    ['somebody for longer than a year', amir.id, [0, 24 * 400], 'input-not-valid'],
  ];
  for (const [what, deputy, [from, until], code] of refused) {
    it(`is not ${what}`, async () => {
      await using here = await world();

      await assert.rejects(
        here.useCases.delegate(actorOf(ada), { deputy, ...hours(here, from, until) }),
        { code },
      );
      assert.deepEqual((await here.useCases.listDelegations(actorOf(ada))).given, []);
    });
  }

  it('can be somebody whose account is in the cloud only', async () => {
    await using here = await world();

    const { delegation } = await here.useCases.delegate(actorOf(ada), {
      deputy: cleo,
      ...hours(here, 0, 24),
    });

    assert.equal(delegation.deputy.displayName, 'Cleo Cloud');
  });
});
