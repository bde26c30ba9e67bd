import { Temporal } from 'temporal-polyfill';
import type { Approval, WorkingHours } from '../domain/approval.ts';

/**
 * When the approvers of the current stage are to be reminded next: after the first silence, then each time `backOff`
 * times as long after the last reminder, moved into the working hours of whoever of them works first. `timeZones` are
 * those known of the approvers; without any the policy's own counts. Undefined when there were enough reminders.
 */
export function nextReminderAt(
  { route, stageSince, reminders: { sent, lastAt } }: Approval,
  timeZones: readonly string[] = [],
): Date | undefined {
  const rules = route.reminders;
  if (rules === undefined || sent >= rules.atMost) {
    return undefined;
  }
  const pause = rules.firstAfterMs * rules.backOff ** sent;
  const wanted = new Date((lastAt ?? stageSince).getTime() + pause);
  const { workingHours } = rules;
  if (workingHours === undefined) {
    return wanted;
  }
  const known = timeZones.filter(isTimeZone);
  const zones = known.length === 0 ? [workingHours.timeZone] : known;
  const moments = zones.map((zone) => intoWorkingHours(wanted, workingHours, zone).getTime());
  return new Date(Math.min(...moments));
}

/** The moment itself when it lies in the working hours of that zone, else the next beginning of work. */
export function intoWorkingHours(moment: Date, hours: WorkingHours, timeZone: string): Date {
  const wanted = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  for (let days = 0; days <= 7; days += 1) {
    const midnight = wanted.startOfDay().add({ days });
    const begin = atMinute(midnight, hours.from);
    const end = atMinute(midnight, hours.to);
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

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    // Clients send what they like; an unknown zone counts as not known.
    return false;
  }
}
