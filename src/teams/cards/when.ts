const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A moment, in the time zone and the manner of the device that shows the card. For TextBlocks only. */
export function moment(at: Date): string {
  const instant = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return `{{DATE(${instant}, SHORT)}} {{TIME(${instant})}}`;
}

/** How long something took, in words, by its two largest units. */
export function span(from: Date, to: Date): string {
  const length = Math.max(0, to.getTime() - from.getTime());
  if (length < second) {
    return 'less than a second';
  }
  if (length < minute) {
    return count(length, second, 'second');
  }
  if (length < hour) {
    return joined(length, [minute, 'minute'], [second, 'second']);
  }
  return length < day
    ? joined(length, [hour, 'hour'], [minute, 'minute'])
    : joined(length, [day, 'day'], [hour, 'hour']);
}

type Unit = readonly [length: number, word: string];

function joined(length: number, large: Unit, small: Unit): string {
  const rest = length % large[0];
  const first = count(length, ...large);
  return rest < small[0] ? first : `${first} ${count(rest, ...small)}`;
}

function count(length: number, unit: number, word: string): string {
  const number = Math.floor(length / unit);
  return number === 1 ? `1 ${word}` : `${number} ${word}s`;
}
