import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isCostly } from './pattern-cost.ts';

const longest = Temporal.Duration.from('P366D').total('milliseconds');

/** An ISO 8601 duration in days, hours, minutes and seconds, read as milliseconds; months have no fixed length. */
export const DurationText = z
  .string()
  .regex(
    /^P(?=\d|T\d)(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,6}M)?(?:\d{1,7}S)?)?$/,
    'must be an ISO 8601 duration in days, hours and minutes, such as P2D or PT4H',
  )
  .transform((text) => Temporal.Duration.from(text).total('milliseconds'))
  .refine((ms) => ms > 0 && ms <= longest, 'must be more than nothing and at most P366D')
  .meta({ description: 'ISO 8601 duration, such as P2D or PT4H' });

/** `08:30`, read as minutes after midnight. */
const TimeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time of day such as '08:00'")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** ISO weekday, Monday is 1. */
const Weekday = z.enum(weekdays).transform((day) => weekdays.indexOf(day) + 1);

const TimeZone = z
  .string()
  .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
  .meta({ description: 'IANA time zone, such as Europe/Berlin' });

export const WorkingHoursText = z
  .strictObject({
    from: TimeOfDay,
    to: TimeOfDay,
    days: z.array(Weekday).min(1, 'must name at least one day'),
    timeZone: TimeZone.optional(),
  })
  // Earlier than `from` is on the next day, as a night shift ends.
  .refine(({ from, to }) => from !== to && from < 1440 && to > 0, {
    path: ['to'],
    error: 'must be another time than `from`',
  });

const longestPattern = 200;

/** A regular expression that cannot be kept busy by what somebody types. */
export const Pattern = z
  .string()
  .min(1, 'must not be empty')
  .max(longestPattern, `must be at most ${longestPattern} characters`)
  .superRefine((pattern, context) => {
    const complaint = findPatternComplaint(pattern);
    if (complaint !== undefined) {
      context.addIssue({ code: 'custom', message: complaint });
    }
  })
  .meta({ description: 'Regular expression; it must be found somewhere in the text' });

function findPatternComplaint(pattern: string): string | undefined {
  if (pattern.length > longestPattern) {
    return undefined;
  }
  try {
    // oxlint-disable-next-line no-new -- only the constructor can tell
    new RegExp(pattern, 'u');
  } catch (error) {
    if (error instanceof SyntaxError) {
      return `is not a regular expression: ${error.message}`;
    }
    throw error;
  }
  return isCostly(pattern)
    ? 'could take very long on some texts: do not repeat what is repeated already, and begin with ^'
    : undefined;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}
