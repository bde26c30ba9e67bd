import type { Words } from './words/words.ts';

type Units = Words['bulk']['units'];
type Languages = readonly { readonly bulk: { readonly units: Units } }[];

/** A month and a year as so many days: a list has durations in days, and the card shows them before anything is sent. */
const daysIn: Readonly<Record<keyof Units, number>> = { days: 1, weeks: 7, months: 30, years: 365 };

const kinds = ['days', 'weeks', 'months', 'years'] as const;
const isoKinds: Readonly<Record<string, keyof Units>> = {
  d: 'days',
  w: 'weeks',
  m: 'months',
  y: 'years',
};

/**
 * "30", "30 days" in any language of the product, and "P30D", "P2W", "P1M" (ISO 8601), in digits of any width and in
 * those of Arabic; nothing or a dash is no end.
 */
export function readDays(text: string, languages: Languages): number | undefined | 'not-valid' {
  const plain = plainText(text);
  if (plain === '' || /^[-–—]$/.test(plain)) {
    return undefined;
  }
  const days = daysOf(readIso(plain) ?? readWords(plain, languages));
  return days >= 1 && days <= mostDays ? days : 'not-valid';
}

const mostDays = 9999;

interface Span {
  readonly count: string | undefined;
  readonly kind: keyof Units | undefined;
}

function readIso(plain: string): Span | undefined {
  const [whole, count, unit = ''] = /^p(\d{1,4})([dwmy])$/.exec(plain) ?? [];
  return whole === undefined ? undefined : { count, kind: isoKinds[unit] };
}

function readWords(plain: string, languages: Languages): Span {
  const [, count, unit = ''] = /^(\d{1,4}) ?([^\d\s]+)?$/.exec(plain) ?? [];
  return { count, kind: kindOf(unit, languages) };
}

/** Not a number where a part is missing. */
function daysOf({ count, kind }: Span): number {
  return kind === undefined ? Number.NaN : Number(count) * daysIn[kind];
}

function kindOf(unit: string, languages: Languages): keyof Units | undefined {
  return unit === ''
    ? 'days'
    : kinds.find((kind) =>
        languages.some(({ bulk }) => bulk.units[kind].some((word) => plainText(word) === unit)),
      );
}

/** The low four bits of Arabic-Indic and of Persian digits are their values. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
