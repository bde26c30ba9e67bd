import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Approval, Reminders, WorkingHours } from '../../src/domain/approval.ts';
import { withReminderTo } from '../../src/domain/reminders.ts';
import {
  intoWorkingHours,
  nextReminderAt,
  nextReminderFor,
  type Reminded,
} from '../../src/setup/reminder-times.ts';
import { ada, ben, paul, requestIn } from '../support/requests.ts';

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

const nine = moment('2026-11-25T09:00:00Z');
const asked: Reminded = { id: ada.id, since: nine };

describe('the moment of a reminder', () => {
  it('comes after the first silence, and each further one twice as late', () => {
    const first = nextReminderFor(approvalWith({}, 0), asked, nine);
    const second = nextReminderFor(
      approvalWith({}, 1, moment('2026-11-25T11:00:00Z')),
      asked,
      nine,
    );
    const third = nextReminderFor(approvalWith({}, 2, moment('2026-11-25T15:00:00Z')), asked, nine);

    assert.deepEqual(first, moment('2026-11-25T11:00:00Z'));
    assert.deepEqual(second, moment('2026-11-25T15:00:00Z'));
    assert.deepEqual(third, moment('2026-11-25T23:00:00Z'));
  });

  it('comes no more often than the policy says, and never without reminders', () => {
    assert.equal(nextReminderFor(approvalWith({}, 3, new Date(0)), asked, nine), undefined);
    assert.equal(nextReminderFor(approvalWith({ atMost: 0 }, 0), asked, nine), undefined);
    assert.equal(nextReminderFor(requestIn('awaiting-approval').approval, asked, nine), undefined);
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

  it("is each approver's own, and the first of them is next", () => {
    const approval = approvalWith({ workingHours: office, firstAfterMs: 11 * hourMs }, 0);
    // Wanted at 20:00Z: in the evening in Berlin, in the night in Tokyo, at noon in Los Angeles.
    const berlin = { ...asked, zones: ['Europe/Berlin'] };
    const tokyo = { ...asked, id: paul.id, zones: ['Asia/Tokyo'] };
    const angeles = { ...asked, id: ben.id, zones: ['America/Los_Angeles'] };

    assert.deepEqual(nextReminderFor(approval, berlin, nine), moment('2026-11-26T07:00:00Z'));
    assert.deepEqual(nextReminderFor(approval, tokyo, nine), moment('2026-11-25T23:00:00Z'));
    assert.deepEqual(nextReminderFor(approval, angeles, nine), moment('2026-11-25T20:00:00Z'));
    assert.deepEqual(
      nextReminderAt(approval, [berlin, tokyo, angeles], nine),
      moment('2026-11-25T20:00:00Z'),
    );
  });

  it('is now where nobody sent it when it was due, in working hours as well', () => {
    const approval = approvalWith({ workingHours: office }, 0);
    const berlin = { ...asked, zones: ['Europe/Berlin'] };
    const [noon, saturday] = [moment('2026-11-26T11:00:00Z'), moment('2026-11-28T02:00:00Z')];

    assert.deepEqual(nextReminderFor(approval, berlin, noon), noon);
    assert.deepEqual(nextReminderFor(approval, berlin, saturday), moment('2026-11-30T07:00:00Z'));
  });

  it('counts in the first zone of somebody that there is', () => {
    const approval = approvalWith({ workingHours: office, firstAfterMs: 11 * hourMs }, 0);
    const zones = [undefined, 'no such zone', 'Europe/Berlin', 'Asia/Tokyo'];

    assert.deepEqual(
      nextReminderFor(approval, { ...asked, zones }, nine),
      moment('2026-11-26T07:00:00Z'),
    );
    assert.deepEqual(nextReminderFor(approval, asked, nine), moment('2026-11-26T08:00:00Z'));
  });

  it('counts from the last reminder to that person, whatever others have had', () => {
    const before = approvalWith({}, 0);
    const once = withReminderTo(before, [ada.id], moment('2026-11-25T11:00:00Z'));
    const twice = withReminderTo(once, [ada.id], moment('2026-11-25T15:00:00Z'));

    assert.deepEqual(nextReminderFor(twice, asked, nine), moment('2026-11-25T23:00:00Z'));
    assert.deepEqual(
      nextReminderFor(twice, { ...asked, id: paul.id }, nine),
      moment('2026-11-25T11:00:00Z'),
    );
    assert.equal(twice.reminders.sent, 2);
  });

  it('goes on from the reminders that a request from before has had', () => {
    const before = approvalWith({}, 1, moment('2026-11-25T11:00:00Z'));
    const next = withReminderTo(before, [ada.id], moment('2026-11-25T15:00:00Z'));

    assert.deepEqual(
      next.reminders.people?.map(({ id, sent }) => [id, sent]),
      [
        [ada.id, 2],
        [paul.id, 1],
      ],
    );
  });

  const night = { ...office, from: 22 * 60, to: 6 * 60 };
  const atNight = [
    ['before the shift', '2026-11-25T12:00:00Z', '2026-11-25T21:00:00Z'],
    ['before midnight', '2026-11-25T22:30:00Z', '2026-11-25T22:30:00Z'],
    ['after midnight', '2026-11-26T03:00:00Z', '2026-11-26T03:00:00Z'],
    ['when the shift ends', '2026-11-26T05:00:00Z', '2026-11-26T21:00:00Z'],
    ['on Saturday, in the shift of Friday', '2026-11-28T03:00:00Z', '2026-11-28T03:00:00Z'],
    ['on Saturday evening', '2026-11-28T22:00:00Z', '2026-11-30T21:00:00Z'],
    ['on Monday, after a Sunday that is free', '2026-11-30T03:00:00Z', '2026-11-30T21:00:00Z'],
  ] as const;
  for (const [when, wanted, expected] of atNight) {
    it(`waits for a shift over midnight ${when}`, () => {
      const found = intoWorkingHours(moment(wanted), night, 'Europe/Berlin');

      assert.equal(found.toISOString(), moment(expected).toISOString());
    });
  }

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
