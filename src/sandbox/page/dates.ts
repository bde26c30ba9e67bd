/** How a person has dates and times: their language, such as `de-DE`, and their zone, such as `Europe/Berlin`. */
export interface Region {
  readonly locale: string;
  readonly timeZone: string;
}

type Json = Readonly<Record<string, unknown>>;

const call =
  /\{\{(DATE|TIME)\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))(?:, ?(COMPACT|LONG|SHORT))?\)\}\}/g;

/**
 * Fills in what a card leaves to the client, `{{DATE(…)}}` and `{{TIME(…)}}`, as Teams does: by the region of the
 * reader and not of the browser. What a card sends back stays as it is.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-formatting-and-localization
 */
export function withDates(card: Json, region: Region): Json {
  return Object.fromEntries(
    Object.entries(card).map(([name, value]) => [
      name,
      name === 'data' ? value : filledIn(value, region),
    ]),
  );
}

export function timeText({ locale, timeZone }: Region, at: Date): string {
  return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(at);
}

export function dayText({ locale, timeZone }: Region, at: Date): string {
  const format = { timeZone, weekday: 'long', day: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(locale, format).format(at);
}

function filledIn(value: unknown, region: Region): unknown {
  if (typeof value === 'string') {
    // oxlint-disable-next-line max-params -- the signature is that of replaceAll
    return value.replaceAll(call, (_, kind: string, instant: string, style?: string) => {
      const at = new Date(instant);
      return kind === 'TIME' ? timeText(region, at) : dateText(region, at, style);
    });
  }
  if (Array.isArray(value)) {
    return value.map((one) => filledIn(one, region));
  }
  return isRecord(value) ? withDates(value, region) : value;
}

function dateText({ locale, timeZone }: Region, at: Date, style = 'COMPACT'): string {
  if (style === 'COMPACT') {
    return new Intl.DateTimeFormat(locale, { timeZone }).format(at);
  }
  const length = style === 'LONG' ? 'long' : 'short';
  const format = {
    timeZone,
    weekday: length,
    day: 'numeric',
    month: length,
    year: 'numeric',
  } as const;
  return new Intl.DateTimeFormat(locale, format).format(at);
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
