import { mostRows } from '../domain/batch.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { ReadRow } from '../setup/batches/batch-use-cases.ts';
import {
  delimiters,
  type ParsedLine,
  type ParsedLines,
  parseLines,
  writtenLine,
} from './parse-lines.ts';
import { readDays } from './read-days.ts';
import type { NamedPerson } from './several-people.ts';
import type { Words } from './words/words.ts';

export type ListReading =
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }
  /** It could not be read as a whole. */
  | { readonly kind: 'complaint'; readonly complaint: Complaint };

type Languages = readonly Pick<Words, 'bulk'>[];

const longestCell = 320;
const longestLine = 1000;

/**
 * Reads a list as it was pasted or attached: person, group and duration, separated by commas, semicolons or tabs
 * alike in all lines. The first line may name the columns, in any order and any language of the product. A line that
 * makes no sense is kept with its complaint, so that the others can be sent without it.
 */
export function readList(text: string, languages: Languages): ListReading {
  const parsed = parseLines(text);
  if (parsed === undefined) {
    return { kind: 'complaint', complaint: 'list-not-readable' };
  }
  const { lines } = parsed;
  const columns = columnsOf(lines[0], languages);
  const rows = columns === undefined ? lines : lines.slice(1);
  if (rows.length === 0) {
    return { kind: 'complaint', complaint: 'list-empty' };
  }
  const list = { ...parsed, columns: columns ?? usualColumns, languages };
  return rows.length > mostRows
    ? { kind: 'complaint', complaint: 'list-too-long' }
    : { kind: 'rows', rows: rows.map((line) => readRow(line, list)) };
}

/** The same for what was typed or pasted: where no line has a person and a group it is no list, and goes back. */
export function readTypedList(text: string, languages: Languages): ListReading {
  const reading = readList(text, languages);
  const isUnreadable =
    reading.kind === 'rows' &&
    reading.rows.every(({ complaint }) => complaint === ('row-not-readable' satisfies Complaint));
  return isUnreadable ? { kind: 'complaint', complaint: 'rows-not-readable' } : reading;
}

/** One group for several people, as the form asks for it. */
export function rowsFor(
  people: readonly NamedPerson[],
  group: string,
  days: number | undefined,
): readonly ReadRow[] {
  const duration = days === undefined ? '' : String(days);
  return people.map(({ row, who }) => ({ row, who, group, duration, days }));
}

type Column = 'who' | 'group' | 'duration';
type Columns = Readonly<Partial<Record<Column, number>>>;

const usualColumns: Columns = { who: 0, group: 1, duration: 2 };

/** Undefined when the first line is a line like the others. */
function columnsOf(line: ParsedLine | undefined, languages: Languages): Columns | undefined {
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

interface List extends Omit<ParsedLines, 'lines'> {
  readonly columns: Columns;
  readonly languages: Languages;
}

function readRow(line: ParsedLine, list: List): ReadRow {
  const cells = readCells(line, list);
  const complaint = complaintAbout(line, cells, list);
  if (complaint !== undefined) {
    return { ...cells, complaint };
  }
  const days = readDays(cells.duration, list.languages);
  return days === 'not-valid'
    ? { ...cells, complaint: 'row-duration-not-valid' satisfies Complaint }
    : { ...cells, days };
}

function complaintAbout(
  { record, isQuoteOpen }: ParsedLine,
  { who, group }: ReadRow,
  { columns, delimiter }: List,
): Complaint | undefined {
  if (isQuoteOpen) {
    return 'row-quote-not-closed';
  }
  const [first = '', ...others] = record;
  const between = delimiters.filter((each) => each !== delimiter);
  if (others.every((cell) => cell === '') && between.some((each) => first.includes(each))) {
    return 'row-separated-otherwise';
  }
  const isTooLong = record.some((cell) => cell.length > longestCell);
  const isWide = columns === usualColumns && record.slice(3).some((cell) => cell !== '');
  return who === '' || group === '' || isTooLong || isWide ? 'row-not-readable' : undefined;
}

function readCells(
  line: ParsedLine,
  list: List,
): Pick<ReadRow, 'row' | 'who' | 'group' | 'duration' | 'text'> {
  const { record, number, isQuoteOpen = false } = line;
  const { columns } = list;
  function cell(column: Column): string {
    const place = columns[column];
    return isQuoteOpen || place === undefined ? '' : cellOf(record[place]);
  }
  const isAsUsual = columns === usualColumns || isQuoteOpen;
  const text = isAsUsual ? writtenLine(line, list).toWellFormed().slice(0, longestLine) : undefined;
  return {
    row: number,
    who: cell('who'),
    group: cell('group'),
    duration: cell('duration'),
    ...(text === undefined ? {} : { text }),
  };
}

function cellOf(text: string | undefined): string {
  return (text ?? '').toWellFormed().slice(0, longestCell);
}
