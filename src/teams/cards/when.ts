import type { Duration } from '../../domain/plan.ts';
import { counted, together, type Unit } from '../words/counting.ts';
import type { Words } from '../words/words.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A moment, in the time zone and the manner of the device that shows the card. For TextBlocks only. */
export function moment(at: Date): string {
  const instant = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return `{{DATE(${instant}, SHORT)}} {{TIME(${instant})}}`;
}

/** The calendar day of a moment in a time zone: the same day for every reader, wherever they are. */
export function dayOf({ habits }: Pick<Words, 'habits'>, at: Date, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(habits, { dateStyle: 'long', timeZone }).format(at);
}

/** The last day of a period that ends with the beginning of the day after. */
export function lastDayOf(
  words: Pick<Words, 'habits'>,
  { until, zone }: { readonly until: Date; readonly zone?: string | undefined },
): string {
  return dayOf(words, new Date(until.getTime() - 1000), zone);
}

/** How long something took, in words, by its two largest units. */
export function span(words: Words, from: Date, to: Date): string {
  const length = Math.max(0, to.getTime() - from.getTime());
  if (length < second) {
    return words.counts.lessThanASecond;
  }
  if (length < minute) {
    return counted(words, Math.floor(length / second), 'second');
  }
  const [large, small] = unitsFor(length);
  const parts = [counted(words, Math.floor(length / large[0]), large[1])];
  const rest = Math.floor((length % large[0]) / small[0]);
  return together(words, rest === 0 ? parts : [...parts, counted(words, rest, small[1])]);
}

type Measure = readonly [length: number, unit: Unit];

function unitsFor(length: number): readonly [large: Measure, small: Measure] {
  if (length < hour) {
    return [
      [minute, 'minute'],
      [second, 'second'],
    ];
  }
  return length < day
    ? [
        [hour, 'hour'],
        [minute, 'minute'],
      ]
    : [
        [day, 'day'],
        [hour, 'hour'],
      ];
}

/** For how long a membership is asked. */
export function durationWords(words: Words, duration: Duration): string {
  switch (duration.kind) {
    case 'no-expiration':
      return words.counts.noEnd;
    case 'days':
      return counted(words, duration.days, 'day');
    case 'hours':
      return counted(words, duration.hours, 'hour');
  }
}
