import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { etaOf, expectedAtOf, latenessOf, toldOfLateness } from '../../src/domain/lateness.ts';
import type { SyncStatus } from '../../src/domain/membership.ts';
import { amir, at, requestIn, rita } from '../support/requests.ts';

/** Cycles begin at -20, 10, 40 … and take two minutes. */
const schedule: SyncStatus = {
  enabled: true,
  staging: false,
  suspended: false,
  inProgress: false,
  intervalMs: 30 * 60_000,
  lastCycle: { startedAt: at(-20), finishedAt: at(-18) },
  nextStartAt: at(10),
};
/** Since minute 4. */
const waiting = requestIn('awaiting-sync');

describe('the time at which the proof is expected', () => {
  const running = { inProgress: true, nextStartAt: at(10) } as const;
  const cases: readonly [string, Partial<SyncStatus>, Date | undefined][] = [
    ['the end of the next cycle', {}, at(12)],
    [
      'the end of the running one that began after the membership',
      { ...running, currentCycleStartedAt: at(10) },
      at(12),
    ],
    [
      'the end of the one after a running one that began before',
      { ...running, nextStartAt: at(3), currentCycleStartedAt: at(3) },
      at(35),
    ],
    [
      'reckoned from the last end where no next start is told',
      { nextStartAt: undefined, lastCycle: { finishedAt: at(-18) } },
      at(15),
    ],
    ['a guess at the length of a cycle that was never seen', { lastCycle: undefined }, at(13)],
    ['unknown in staging mode', { staging: true }, undefined],
    ['unknown while suspended', { suspended: true }, undefined],
    ['unknown while nothing is scheduled', { enabled: false }, undefined],
  ];
  for (const [what, change, expected] of cases) {
    it(`is ${what}`, () => {
      assert.deepEqual(etaOf(waiting, { ...schedule, ...change }), expected);
    });
  }

  it('counts what comes before the sync', () => {
    // Delivered in five minutes, a member two minutes later: minute 9, just in time for the cycle of minute 10.
    assert.deepEqual(etaOf(requestIn('delivering'), schedule), at(12));
    // A delivery that begins at minute 3 misses it.
    const setUp = { ...requestIn('delivering').setUp, submittedAt: at(4) };
    assert.deepEqual(etaOf(requestIn('delivering', { setUp }), schedule), at(42));
    assert.deepEqual(etaOf(requestIn('awaiting-membership'), schedule), at(12));
    assert.deepEqual(etaOf(requestIn('setting-up'), schedule), at(42));
  });

  it('is nothing without a schedule, and for what leads to no cycle', () => {
    assert.equal(etaOf(waiting, undefined), undefined);
    assert.equal(etaOf(requestIn('awaiting-approval'), schedule), undefined);
    assert.equal(etaOf(requestIn('confirmed'), schedule), undefined);
  });

  it('is read from what was stored', () => {
    const lastLook = { at: at(5), finding: 'not-member' as const, expectedAt: at(12) };

    assert.deepEqual(expectedAtOf(requestIn('awaiting-sync', { lastLook })), at(12));
    assert.deepEqual(expectedAtOf(requestIn('delivering', { expectedAt: at(12) })), at(12));
    assert.equal(expectedAtOf(requestIn('confirmed')), undefined);
  });
});

describe('lateness', () => {
  it('begins when a whole cycle and its run have passed, and doubles one cycle later', () => {
    assert.equal(latenessOf(waiting, schedule, at(35)), undefined);
    assert.deepEqual(latenessOf(waiting, schedule, at(36)), { grade: 'late', since: at(36) });
    assert.deepEqual(latenessOf(waiting, schedule, at(65)), { grade: 'late', since: at(36) });
    assert.deepEqual(latenessOf(waiting, schedule, at(66)), { grade: 'overdue', since: at(66) });
  });

  it('takes thirty minutes where the engine does not tell, and forty for Cloud Sync', () => {
    const { plan } = waiting;
    const writeback = { ...plan.writeback, engine: 'cloud-sync' as const };
    const cloud = requestIn('awaiting-sync', { plan: { ...plan, writeback } });

    assert.deepEqual(latenessOf(waiting, undefined, at(37))?.since, at(37));
    assert.equal(latenessOf(cloud, undefined, at(46)), undefined);
    assert.deepEqual(latenessOf(cloud, undefined, at(47))?.since, at(47));
  });

  it('begins after a quarter of an hour where minutes are usual', () => {
    assert.equal(latenessOf(requestIn('delivering'), schedule, at(16)), undefined);
    assert.equal(latenessOf(requestIn('delivering'), schedule, at(17))?.grade, 'late');
    assert.equal(latenessOf(requestIn('awaiting-membership'), schedule, at(33))?.grade, 'overdue');
  });

  it('is told to the requester and the administrators, each once', () => {
    assert.deepEqual(toldOfLateness(waiting, [amir.id, rita.id]), [rita.id, amir.id]);
  });
});
