import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { confirmWaiting } from '../../src/setup/confirmation.ts';
import { awaitingSync, hybridWorld } from '../support/hybrid-world.ts';
import { MemoryRequestStore } from '../support/memory-request-store.ts';
import { requestIn, tenantId } from '../support/requests.ts';

describe('A request that takes longer than a sync cycle', () => {
  it('becomes late and then overdue by itself, once each, with the reasons that were found', async (t) => {
    const hybrid = await hybridWorld(t);
    const { id } = await awaitingSync(hybrid);
    hybrid.connect.setStaging(true);
    await confirmWaiting(hybrid.deps);
    const before = await hybrid.deps.requests.get(id);

    hybrid.world.pass(0.9);
    await confirmWaiting(hybrid.deps);
    const inTime = await hybrid.deps.requests.get(id);
    hybrid.world.pass(0.2);
    await confirmWaiting(hybrid.deps);
    await confirmWaiting(hybrid.deps);
    const late = await hybrid.deps.requests.get(id);
    hybrid.world.pass(1);
    await confirmWaiting(hybrid.deps);
    const overdue = await hybrid.deps.requests.get(id);

    assert.equal(inTime.version, before.version);
    assert.ok(late.state === 'awaiting-sync' && overdue.state === 'awaiting-sync');
    assert.equal(late.lateness?.grade, 'late');
    assert.equal(late.version, before.version + 1);
    assert.equal(late.diagnosis?.causes[0]?.code, 'sync-staging');
    assert.equal(overdue.lateness?.grade, 'overdue');
    assert.equal(overdue.version, late.version + 1);
    const { requests } = hybrid.deps;
    assert.ok(requests instanceof MemoryRequestStore);
    const cards = requests.work.filter(
      ({ kind, version }) => kind === 'refresh-cards' && (version ?? 0) > before.version,
    );
    assert.equal(cards.length, 2);
  });

  it('is confirmed as usual when the cycle comes at last', async (t) => {
    const hybrid = await hybridWorld(t);
    const { id } = await awaitingSync(hybrid);
    hybrid.world.pass(1.2);
    await confirmWaiting(hybrid.deps);

    hybrid.connect.startCycle();
    await hybrid.connect.idle();
    await confirmWaiting(hybrid.deps);

    const confirmed = await hybrid.deps.requests.get(id);
    assert.equal(confirmed.state, 'confirmed');
    assert.ok(!('lateness' in confirmed));
  });

  it('starts its next wait afresh', async (t) => {
    const hybrid = await hybridWorld(t);
    const waiting = requestIn('delivering', { tenantId });
    const lateness = { grade: 'late' as const, since: waiting.updatedAt };
    const setUp = { ...waiting.setUp, assignmentRequestId: undefined };
    await hybrid.deps.requests.create({ ...waiting, setUp, lateness }, 'form');

    await confirmWaiting(hybrid.deps);

    const moved = await hybrid.deps.requests.get(waiting.id);
    assert.ok(moved.state === 'awaiting-membership');
    assert.equal(moved.lateness, undefined);
  });
});

describe('The last look of a request that waits for a cycle', () => {
  it('says at once what an administrator has to mend', async (t) => {
    const hybrid = await hybridWorld(t);
    const { id } = await awaitingSync(hybrid);
    const found: (string | undefined)[] = [];

    for (const change of [
      () => hybrid.connect.pause(),
      () => hybrid.connect.setStaging(true),
      () => {
        hybrid.connect.resume();
        hybrid.connect.setStaging(false);
      },
    ]) {
      change();
      await confirmWaiting(hybrid.deps);
      const request = await hybrid.deps.requests.get(id);
      found.push(request.state === 'awaiting-sync' ? request.lastLook?.finding : undefined);
    }

    assert.deepEqual(found, ['sync-disabled', 'sync-staging', 'waiting-for-cycle']);
  });

  it('says when the proof is expected, and nothing while no cycle will run', async (t) => {
    const hybrid = await hybridWorld(t);
    const { id } = await awaitingSync(hybrid);
    await confirmWaiting(hybrid.deps);
    const expected = await hybrid.deps.requests.get(id);
    const nextStart = Date.parse(hybrid.connect.scheduler().NextSyncCycleStartTimeInUTC);

    hybrid.connect.pause();
    const { expected: outlook } = await confirmWaiting(hybrid.deps);

    assert.ok(expected.state === 'awaiting-sync');
    assert.ok((expected.lastLook?.expectedAt?.getTime() ?? 0) > nextStart);
    assert.deepEqual(outlook, []);
  });
});
