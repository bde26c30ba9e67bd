import { Temporal } from 'temporal-polyfill';
import type { Approval, WorkingHours } from '../domain/approval.ts';
import type { UserId } from '../domain/ids.ts';
import { remindersTo } from '../domain/reminders.ts';

/** Somebody who is reminded until they decide. */
export interface Reminded {
  readonly id: UserId;
  /** When they were asked. */
  readonly since: Date;
  /** Time zones that may be theirs, the best known first; the first that exists counts, UTC without any. */
  readonly zones?: readonly (string | undefined)[];
}

/**
 * When this person is to be reminded next: after the first silence, then each time `backOff` times as long after the
 * last reminder to them, moved into their working hours. What nobody sent while it was due is due now, in their working
 * hours as well. Undefined when they had enough reminders.
 */
export function nextReminderFor(
  approval: Approval,
  { id, since, zones = [] }: Reminded,
  now: Date,
): Date | undefined {
  const rules = approval.route.reminders;
  const { sent, lastAt } = remindersTo(approval, id);
  if (rules === undefined || sent >= rules.atMost) {
    return undefined;
  }
  const pause = rules.firstAfterMs * rules.backOff ** sent;
  const wanted = new Date(Math.max((lastAt ?? since).getTime() + pause, now.getTime()));
  const { workingHours } = rules;
  return workingHours === undefined
    ? wanted
    : intoWorkingHours(wanted, workingHours, zones.find(isTimeZone) ?? 'UTC');
}

/** When the first of them is to be reminded next; each of the others has a moment of their own. */
export function nextReminderAt(
  approval: Approval,
  people: readonly Reminded[],
  now: Date,
): Date | undefined {
  return people
    .flatMap((each) => nextReminderFor(approval, each, now) ?? [])
    .toSorted((one, other) => one.getTime() - other.getTime())[0];
}

/**
 * The moment itself when it lies in the working hours of that zone, else the next beginning of work. Hours that end
 * before they begin go on past midnight, and belong to the day on which they begin.
 */
export function intoWorkingHours(moment: Date, hours: WorkingHours, timeZone: string): Date {
  const wanted = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  const isOverMidnight = hours.to <= hours.from;
  for (let days = isOverMidnight ? -1 : 0; days <= 7; days += 1) {
    const midnight = wanted.startOfDay().add({ days });
    const begin = atMinute(midnight, hours.from);
    const end = atMinute(isOverMidnight ? midnight.add({ days: 1 }) : midnight, hours.to);
    const found = Temporal.ZonedDateTime.compare(wanted, begin) > 0 ? wanted : begin;
    const isWorking =
      hours.days.includes(midnight.dayOfWeek) && Temporal.ZonedDateTime.compare(found, end) < 0;
    if (isWorking) {
      return new Date(found.epochMilliseconds);
    }
  }
  // Hours in which nobody ever works silence nothing.
  return moment;
}

/** By the clock on the wall, also on days when it is changed. */
function atMinute(midnight: Temporal.ZonedDateTime, minute: number): Temporal.ZonedDateTime {
  return minute >= 1440
    ? midnight.add({ days: 1 })
    : midnight.withPlainTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
}

function isTimeZone(name: string | undefined): name is string {
  if (name === undefined) {
    return false;
  }
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    // Clients send what they like; an unknown zone counts as not known.
    return false;
  }
}
