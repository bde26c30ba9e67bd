import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { legsOf } from '../../src/domain/legs.ts';
import type { Request } from '../../src/domain/request.ts';
import { amir, at, requestIn } from '../support/requests.ts';

function statuses(request: Request): string {
  return legsOf(request)
    .map(({ status }) => status)
    .join(' ');
}

describe('the four legs', () => {
  const cases: readonly [Request, string][] = [
    [requestIn('awaiting-approval'), 'pending pending pending pending'],
    [requestIn('denied'), 'pending pending pending pending'],
    [requestIn('cancelled'), 'pending pending pending pending'],
    [requestIn('setting-up'), 'working pending pending pending'],
    [requestIn('delivering'), 'working pending pending pending'],
    [requestIn('awaiting-membership'), 'done working pending pending'],
    [requestIn('awaiting-sync'), 'done done working pending'],
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
