import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLookDue } from '../../src/domain/drift-schedule.ts';

function at(text: string): Date {
  return new Date(`2026-11-${text}Z`);
}

describe('the time for a look', () => {
  const cases = [
    { title: 'has come when nobody ever looked', now: '25T01:00', due: true },
    { title: 'has not come before the hour', last: '24T03:00', now: '25T02:59', due: false },
    { title: 'has come at the hour', last: '24T03:01', now: '25T03:00', due: true },
    { title: 'has passed for today', last: '25T03:00', now: '25T23:59', due: false },
    { title: 'has come after days of standstill', last: '20T03:00', now: '25T01:00', due: true },
    {
      title: 'has not come again while the sync may still mend what was found',
      last: '25T03:00',
      since: '25T03:00',
      now: '25T04:09',
      due: false,
    },
    {
      title: 'has come again when it had the time to',
      last: '25T03:00',
      since: '25T03:00',
      now: '25T04:10',
      due: true,
    },
    {
      title: 'does not come again and again when telling failed',
      last: '25T04:11',
      since: '25T03:00',
      now: '25T05:30',
      due: false,
    },
  ] as const;

  for (const { title, now, due, ...given } of cases) {
    it(title, () => {
      const lastAt = 'last' in given ? at(given.last) : undefined;
      const unsettledSince = 'since' in given ? at(given.since) : undefined;

      assert.equal(isLookDue({ lastAt, unsettledSince }, 3, at(now)), due);
    });
  }
});
