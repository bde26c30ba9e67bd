import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SandboxClock } from '../../../src/sandbox/clock.ts';
import { SyncIsRunning } from '../../../src/sandbox/connect/sync-server.ts';
import { Journal } from '../../../src/sandbox/journal.ts';
import { bindAs, startDomain } from '../../support/active-directory.ts';
import { Cloud, memberKeys, runCycle, startHybrid, startSync } from '../../support/connect.ts';
import { becomesTrue } from '../../support/eventually.ts';

const id = '3a5c3221-c465-48c0-95b8-e9305786a271';
const minute = 60_000;

function promiseOfCycle(): {
  readonly onCycle: (finishedAt: Date) => void;
  readonly finished: Promise<Date>;
} {
  const { promise, resolve } = Promise.withResolvers<Date>();
  return { onCycle: resolve, finished: promise };
}

describe('the schedule of sync cycles', () => {
  it('starts a cycle when it is due, and tells of it', async (t) => {
    const { onCycle, finished } = promiseOfCycle();
    const clock = new SandboxClock({ speed: 6000 });
    const hybrid = await startHybrid(t, { clock, intervalMs: 30 * minute, onCycle });
    hybrid.cloud.put({ id }, 'rita');
    const due = Date.parse(hybrid.connect.scheduler().NextSyncCycleStartTimeInUTC);

    const finishedAt = await finished;
    const { LastCycleStartedAt, LastCycleFinishedAt } = hybrid.connect.scheduler();

    assert.deepEqual(await memberKeys(hybrid, id), ['rita']);
    assert.equal(LastCycleFinishedAt, finishedAt.toISOString());
    assert.ok(Date.parse(LastCycleStartedAt ?? '') >= due);
    assert.ok(Date.parse(LastCycleStartedAt ?? '') <= Date.parse(LastCycleFinishedAt ?? ''));
  });

  it('goes on and on', async (t) => {
    let cycles = 0;
    const clock = new SandboxClock({ speed: 20_000 });
    await startHybrid(t, {
      clock,
      intervalMs: 30 * minute,
      onCycle: () => {
        cycles += 1;
      },
    });

    await becomesTrue(() => cycles >= 3);

    assert.ok(cycles >= 3);
  });

  it('stands still while it is paused, but a cycle can be started by hand', async (t) => {
    const clock = new SandboxClock({ speed: 6000 });
    const hybrid = await startHybrid(t, { clock, intervalMs: minute });
    hybrid.connect.pause();
    await hybrid.connect.idle();
    const before = hybrid.connect.scheduler().LastCycleFinishedAt;

    await clock.sleep(10 * minute);
    const after = hybrid.connect.scheduler();
    await runCycle(hybrid.connect);
    const byHand = hybrid.connect.scheduler().LastCycleFinishedAt;

    assert.equal(after.LastCycleFinishedAt, before);
    assert.equal(after.SyncCycleEnabled, false);
    assert.notEqual(byHand, before);
  });

  it('catches up at once when it is resumed', async (t) => {
    const { onCycle, finished } = promiseOfCycle();
    const clock = new SandboxClock({ speed: 6000 });
    const hybrid = await startHybrid(t, { clock, intervalMs: 20 * minute, onCycle });
    hybrid.connect.pause();
    await clock.sleep(25 * minute);
    const resumedAt = clock.now().getTime();

    hybrid.connect.resume();
    const finishedAt = (await finished).getTime();

    assert.ok(finishedAt - resumedAt < 20 * minute);
  });

  it('runs one cycle at a time', async (t) => {
    const hybrid = await startHybrid(t);

    hybrid.connect.startCycle();

    assert.equal(hybrid.connect.scheduler().SyncCycleInProgress, true);
    assert.throws(() => hybrid.connect.startCycle(), SyncIsRunning);
    await hybrid.connect.idle();
    assert.equal(hybrid.connect.scheduler().SyncCycleInProgress, false);
  });

  it('does not move the next start before the running cycle has ended', async (t) => {
    const hybrid = await startHybrid(t);
    const before = hybrid.connect.scheduler().NextSyncCycleStartTimeInUTC;

    hybrid.connect.startCycle();
    const during = hybrid.connect.scheduler();
    await hybrid.connect.idle();
    const after = hybrid.connect.scheduler();

    assert.equal(during.NextSyncCycleStartTimeInUTC, before);
    const interval = 60 * minute;
    const startedAt = Date.parse(during.CurrentCycleStartedAt ?? '');
    assert.equal(Date.parse(after.NextSyncCycleStartTimeInUTC), startedAt + interval);
  });
});

describe('a sync server that starts again', () => {
  it('keeps its schedule, its pause and its last cycle', async (t) => {
    const journal = new Journal();
    const hybrid = await startHybrid(t, { journal });
    await runCycle(hybrid.connect);
    hybrid.connect.pause();
    hybrid.connect.setStaging(true);
    const before = hybrid.connect.scheduler();
    await hybrid.connect.close();

    const again = await startSync(t, { ...hybrid, options: { journal } });

    assert.deepEqual(again.scheduler(), before);
  });

  it('runs the cycle that was missed or cut off', async (t) => {
    const journal = new Journal();
    const cloud = new Cloud();
    const domain = await startDomain(t);
    const { onCycle, finished } = promiseOfCycle();
    const clock = new SandboxClock({ speed: 6000 });
    const first = await startSync(t, {
      cloud,
      domain,
      options: { journal, clock, intervalMs: 20 * minute, importMs: 60 * minute },
    });
    cloud.put({ id }, 'rita');
    await becomesTrue(() => first.scheduler().SyncCycleInProgress);
    await first.close();

    await startSync(t, {
      cloud,
      domain,
      options: { journal, clock, intervalMs: 20 * minute, onCycle },
    });
    await finished;

    const client = await bindAs(t, domain, 'reader');
    assert.deepEqual(await memberKeys({ client, domain }, id), ['rita']);
  });
});
