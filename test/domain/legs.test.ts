import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hasLegs, legsOf } from '../../src/domain/legs.ts';
import { LastLook, type Request } from '../../src/domain/request.ts';
import { amir, at, requestIn } from '../support/requests.ts';

function statuses(request: Request): string {
  return legsOf(request)
    .map(({ status }) => status)
    .join(' ');
}

const minutes = fc.integer({ min: 5, max: 60 }).map(at);
const findings = fc.constantFrom(...LastLook.shape.finding.options);
const cycles = fc
  .tuple(minutes, minutes)
  .chain(([one, other]) =>
    fc.constantFrom(
      undefined,
      { startedAt: one },
      { startedAt: one < other ? one : other, finishedAt: one < other ? other : one },
    ),
  );
const looks = fc.record({
  at: minutes,
  finding: findings,
  expectedAt: fc.constantFrom(undefined, at(61)),
});
const waiting = fc
  .tuple(cycles, fc.constantFrom('look', 'none'), looks)
  .map(([cycle, kind, lastLook]) =>
    requestIn('awaiting-sync', { cycle, lastLook: kind === 'look' ? lastLook : undefined }),
  );

describe('the export', () => {
  it('is under way only where a cycle is seen that began after the membership, and done only with its end', () => {
    fc.assert(
      fc.property(waiting, (request) => {
        const [, , exported] = legsOf(request);
        const { cycle } = request;

        assert.equal(exported.status === 'working', cycle !== undefined && !cycle.finishedAt);
        assert.equal(exported.status === 'done', cycle?.finishedAt !== undefined);
        assert.equal(exported.status === 'pending', exported.startedAt === undefined);
      }),
    );
  });

  it('cannot be seen only where Active Directory was looked at and no schedule was found', () => {
    fc.assert(
      fc.property(waiting, (request) => {
        const [, , exported] = legsOf(request);
        const { finding, expectedAt } = request.lastLook ?? {};
        const isHeldUp =
          finding === undefined || /^sync-|^waiting|unreachable$/.test(finding) || expectedAt;

        assert.ok(!(exported.status === 'unknown' && (isHeldUp || request.cycle)));
      }),
    );
  });
});

describe('the four legs', () => {
  const cases: readonly [Request, string][] = [
    [requestIn('awaiting-approval'), 'pending pending pending pending'],
    [requestIn('denied'), 'pending pending pending pending'],
    [requestIn('cancelled'), 'pending pending pending pending'],
    [requestIn('setting-up'), 'working pending pending pending'],
    [requestIn('delivering'), 'working pending pending pending'],
    [requestIn('awaiting-membership'), 'done working pending pending'],
    [requestIn('awaiting-sync'), 'done done pending pending'],
    [
      requestIn('awaiting-sync', { lastLook: { at: at(30), finding: 'waiting-for-cycle' } }),
      'done done pending pending',
    ],
    [
      requestIn('awaiting-sync', { lastLook: { at: at(30), finding: 'sync-disabled' } }),
      'done done pending pending',
    ],
    [
      requestIn('awaiting-sync', { lastLook: { at: at(30), finding: 'directory-unreachable' } }),
      'done done pending pending',
    ],
    [
      requestIn('awaiting-sync', { lastLook: { at: at(30), finding: 'not-member' } }),
      'done done unknown pending',
    ],
    [
      requestIn('awaiting-sync', {
        lastLook: { at: at(30), finding: 'not-verifiable', expectedAt: at(45) },
      }),
      'done done pending unknown',
    ],
    [requestIn('awaiting-sync', { cycle: { startedAt: at(20) } }), 'done done working pending'],
    [
      requestIn('awaiting-sync', { cycle: { startedAt: at(20), finishedAt: at(22) } }),
      'done done done working',
    ],
    [
      requestIn('awaiting-sync', { lastLook: { at: at(30), finding: 'not-verifiable' } }),
      'done done unknown unknown',
    ],
    [
      requestIn('confirmed', { proof: { kind: 'attested', by: amir, checkedAt: at(40) } }),
      'done done unknown done',
    ],
    [requestIn('confirmed'), 'done done done done'],
    [requestIn('failed'), 'failed pending pending pending'],
    [requestIn('failed', { deliveredAt: at(3) }), 'done failed pending pending'],
    [requestIn('failed', { deliveredAt: at(3), memberAt: at(4) }), 'done done failed pending'],
  ];

  for (const [request, expected] of cases) {
    it(`are ${expected} while ${request.state}`, () => {
      assert.equal(statuses(request), expected);
    });
  }

  it('are there for what was approved', () => {
    const states = ['awaiting-approval', 'denied', 'cancelled', 'expired'] as const;

    assert.ok(states.every((state) => !hasLegs(requestIn(state))));
    assert.ok(hasLegs(requestIn('setting-up')) && hasLegs(requestIn('failed')));
  });

  it('tell how long each took', () => {
    const cycle = { startedAt: at(28), finishedAt: at(30) };
    const legs = legsOf(requestIn('confirmed', { cycle }));

    assert.deepEqual(
      legs.map(({ startedAt, doneAt }) => [startedAt, doneAt]),
      [
        [at(1), at(3)],
        [at(3), at(4)],
        [at(4), at(30)],
        [at(30), at(31)],
      ],
    );
  });
});
