import { CsvError, type CsvErrorCode } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { mostRows } from '../domain/batch.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { ReadRow } from '../setup/batches/batch-use-cases.ts';
import type { Words } from './words/words.ts';

export type ListReading =
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }
  /** It could not be read as a whole. */
  | { readonly kind: 'complaint'; readonly complaint: Complaint };

type Languages = readonly Pick<Words, 'bulk'>[];

const longestCell = 320;
const longestLine = 1000;

/**
 * What csv-parse gives with `info` and `raw`: the cells, where they stood, and the text they were read from.
 * https://csv.js.org/parse/options/info/ https://csv.js.org/parse/options/raw/
 */
const Parsed = z.array(
  z.object({
    record: z.array(z.string()),
    info: z.object({ lines: z.number() }),
    raw: z.string(),
  }),
);
type Line = z.infer<typeof Parsed>[number];

/**
 * Reads a list as it was pasted or attached: person, group and duration, separated by commas, semicolons or tabs
 * alike in all lines. The first line may name the columns, in any order and any language of the product. A line that
 * makes no sense is kept with its complaint, so that the others can be sent without it.
 */
export function readList(text: string, languages: Languages): ListReading {
  const lines = parseLines(text);
  if (lines === undefined) {
    return { kind: 'complaint', complaint: 'list-not-readable' };
  }
  const columns = columnsOf(lines[0], languages);
  const rows = columns === undefined ? lines : lines.slice(1);
  if (rows.length === 0) {
    return { kind: 'complaint', complaint: 'list-empty' };
  }
  return rows.length > mostRows
    ? { kind: 'complaint', complaint: 'list-too-long' }
    : { kind: 'rows', rows: rows.map((line) => readRow(line, columns ?? usualColumns)) };
}

/** One group for several people, as the form asks for it. */
export function rowsFor(
  people: readonly string[],
  group: string,
  days: number | undefined,
): readonly ReadRow[] {
  const duration = days === undefined ? '' : String(days);
  return people.map((who, index) => ({ row: index + 1, who, group, duration, days }));
}

function parseLines(text: string): readonly Line[] | undefined {
  // A NUL tells a file that is no text; csv-parse would take it for a character like others.
  if (text.includes('\0') || text.includes('\uFFFD')) {
    return undefined;
  }
  try {
    const records: unknown = parse(text, {
      bom: true,
      info: true,
      raw: true,
      trim: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    return Parsed.parse(records);
  } catch (error) {
    if (error instanceof CsvError && quoteCodes.some((code) => code === error.code)) {
      return undefined;
    }
    throw error;
  }
}

const quoteCodes = [
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'INVALID_OPENING_QUOTE',
] as const satisfies readonly CsvErrorCode[];

/** The one that the first line with any of them has most of; in pasted tables that is the tab. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n|\r|\n/).find((line) => /[\t;,]/.test(line.trim())) ?? '';
  const bare = first.replaceAll(/"[^"]*"/g, '');
  const delimiters = ['\t', ';', ','] as const;
  return (
    delimiters.toSorted((one, other) => bare.split(other).length - bare.split(one).length)[0] ?? ','
  );
}

type Column = 'who' | 'group' | 'duration';
type Columns = Readonly<Partial<Record<Column, number>>>;

const usualColumns: Columns = { who: 0, group: 1, duration: 2 };

/** Undefined when the first line is a line like the others. */
function columnsOf(line: Line | undefined, languages: Languages): Columns | undefined {
  const names = line?.record.map((cell) => cell.normalize('NFKC').toLowerCase()) ?? [];
  const columns: Partial<Record<Column, number>> = {};
  for (const column of ['who', 'group', 'duration'] as const) {
    const known = languages.flatMap(({ bulk }) => bulk.columns[column]);
    const place = names.findIndex((name) => known.some((word) => word.toLowerCase() === name));
    if (place >= 0) {
      columns[column] = place;
    }
  }
  return columns.who === undefined || columns.group === undefined ? undefined : columns;
}

function readRow(line: Line, columns: Columns): ReadRow {
  const { record } = line;
  const cells = readCells(line, columns);
  const isTooLong = record.some((cell) => cell.length > longestCell);
  const isWide = columns === usualColumns && record.slice(3).some((cell) => cell !== '');
  if (cells.who === '' || cells.group === '' || isTooLong || isWide) {
    return { ...cells, complaint: 'row-not-readable' satisfies Complaint };
  }
  const days = readDays(cells.duration);
  return days === 'not-valid'
    ? { ...cells, complaint: 'row-duration-not-valid' satisfies Complaint }
    : { ...cells, days };
}

function readCells(
  { record, info, raw }: Line,
  columns: Columns,
): Pick<ReadRow, 'row' | 'who' | 'group' | 'duration' | 'text'> {
  function cell(column: Column): string {
    const place = columns[column];
    return cellOf(place === undefined ? undefined : record[place]);
  }
  return {
    row: info.lines,
    who: cell('who'),
    group: cell('group'),
    duration: cell('duration'),
    ...(columns === usualColumns ? { text: textOf(raw) } : {}),
  };
}

/** Without the ends of lines around it; a tab at its beginning is an empty cell. */
function textOf(raw: string): string {
  const line = raw.replaceAll(/^[\uFEFF\r\n]+|[\r\n]+$/g, '');
  return line.toWellFormed().slice(0, longestLine);
}

function cellOf(text: string | undefined): string {
  return (text ?? '').toWellFormed().slice(0, longestCell);
}

/** "30", "P30D" or "P2W" (ISO 8601); nothing or a dash is no end. */
function readDays(text: string): number | undefined | 'not-valid' {
  if (text === '' || text === '-') {
    return undefined;
  }
  const [, plain, iso, weeks] = /^(?:(\d{1,4})|P(\d{1,4})D|P(\d{1,3})W)$/i.exec(text) ?? [];
  const days = weeks === undefined ? Number(plain ?? iso) : Number(weeks) * 7;
  return Number.isInteger(days) && days >= 1 ? days : 'not-valid';
}
