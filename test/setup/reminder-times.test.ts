import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Approval, Reminders, WorkingHours } from '../../src/domain/approval.ts';
import { intoWorkingHours, nextReminderAt } from '../../src/setup/reminder-times.ts';
import { requestIn } from '../support/requests.ts';

const hourMs = 3_600_000;
const office: WorkingHours = {
  from: 8 * 60,
  to: 17 * 60,
  days: [1, 2, 3, 4, 5],
  timeZone: 'Europe/Berlin',
};

function moment(text: string): Date {
  return new Date(text);
}

function approvalWith(reminders: Partial<Reminders>, sent: number, lastAt?: Date): Approval {
  const { approval } = requestIn('awaiting-approval');
  const rules = { firstAfterMs: 2 * hourMs, backOff: 2, atMost: 3, ...reminders };
  return {
    ...approval,
    route: { ...approval.route, reminders: rules },
    // A Wednesday, ten in the morning in Berlin.
    stageSince: moment('2026-11-25T09:00:00Z'),
    reminders: { sent, lastAt },
  };
}

describe('the moment of a reminder', () => {
  it('comes after the first silence, and each further one twice as late', () => {
    const first = nextReminderAt(approvalWith({}, 0));
    const second = nextReminderAt(approvalWith({}, 1, moment('2026-11-25T11:00:00Z')));
    const third = nextReminderAt(approvalWith({}, 2, moment('2026-11-25T15:00:00Z')));

    assert.deepEqual(first, moment('2026-11-25T11:00:00Z'));
    assert.deepEqual(second, moment('2026-11-25T15:00:00Z'));
    assert.deepEqual(third, moment('2026-11-25T23:00:00Z'));
  });

  it('comes no more often than the policy says, and never without reminders', () => {
    assert.equal(nextReminderAt(approvalWith({}, 3, new Date(0))), undefined);
    assert.equal(nextReminderAt(approvalWith({ atMost: 0 }, 0)), undefined);
    assert.equal(nextReminderAt(requestIn('awaiting-approval').approval), undefined);
  });

  const cases = [
    ['in the morning before work', '2026-11-25T05:00:00Z', '2026-11-25T07:00:00Z'],
    ['at work', '2026-11-25T12:34:56Z', '2026-11-25T12:34:56Z'],
    ['in the very moment that work ends', '2026-11-25T16:00:00Z', '2026-11-26T07:00:00Z'],
    ['on Friday evening', '2026-11-27T18:00:00Z', '2026-11-30T07:00:00Z'],
    ['over the change to summer time', '2026-03-28T12:00:00Z', '2026-03-30T06:00:00Z'],
  ] as const;
  for (const [when, wanted, expected] of cases) {
    it(`waits for working hours ${when}`, () => {
      const found = intoWorkingHours(moment(wanted), office, 'Europe/Berlin');

      assert.equal(found.toISOString(), moment(expected).toISOString());
    });
  }

  it("counts in the approver's own zone where it is known, of several the one that works first", () => {
    const approval = approvalWith({ workingHours: office, firstAfterMs: 11 * hourMs }, 0);

    assert.deepEqual(nextReminderAt(approval), moment('2026-11-26T07:00:00Z'));
    assert.deepEqual(
      nextReminderAt(approval, ['Europe/Berlin', 'America/New_York']),
      moment('2026-11-25T20:00:00Z'),
    );
    assert.deepEqual(nextReminderAt(approval, ['no such zone']), moment('2026-11-26T07:00:00Z'));
  });

  it('is never earlier than wanted, and in working hours wherever there are any', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/Sao_Paulo', 'UTC');
    const when = fc.date({
      min: moment('2026-01-01T00:00:00Z'),
      max: moment('2027-12-31T00:00:00Z'),
      noInvalidDate: true,
    });

    fc.assert(
      fc.property(when, zones, (wanted, zone) => {
        const found = intoWorkingHours(wanted, office, zone);
        const local = found.toLocaleString('en-GB', {
          timeZone: zone,
          hour: '2-digit',
          weekday: 'short',
        });

        assert.ok(found >= wanted);
        assert.match(local, /^(?:Mon|Tue|Wed|Thu|Fri),? (?:0[89]|1[0-6])/);
      }),
      { numRuns: 300 },
    );
  });

  it('silences nothing when nobody ever works', () => {
    const never = { ...office, days: [] };

    assert.deepEqual(
      intoWorkingHours(moment('2026-11-25T05:00:00Z'), never, 'UTC'),
      moment('2026-11-25T05:00:00Z'),
    );
  });
});
