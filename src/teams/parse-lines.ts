import { isDeepStrictEqual } from 'node:util';
import { CsvError, type CsvErrorCode } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { mostRows } from '../domain/batch.ts';

/** One line of a list with its cells, trimmed. */
export interface ParsedLine {
  /** Its number in the text, from 1. */
  readonly number: number;
  readonly record: readonly string[];
  /** It has a quotation mark without its partner, so it is one cell. */
  readonly isQuoteOpen?: true;
}

export interface ParsedLines {
  readonly lines: readonly ParsedLine[];
  readonly delimiter: string;
  /** The lines as they were written. */
  readonly source: readonly string[];
}

/**
 * The lines of a list between commas, semicolons or tabs, or whatever its first line names as Excel does (`sep=;`).
 * Where a quotation mark is not closed the text is read line by line, so that it costs its own line alone. Undefined
 * for what is no text.
 */
export function parseLines(text: string): ParsedLines | undefined {
  // A NUL tells a file that is no text; csv-parse would take it for a character like others.
  if (text.includes('\0') || text.includes('\uFFFD')) {
    return undefined;
  }
  const { body, delimiter } = withoutSeparatorLine(text.replace(/^\uFEFF/, ''));
  const lines = parseAll(body, delimiter);
  const isWhole = lines !== undefined && !lines.some(hasBreak);
  const source = body.split(/\r\n|\r|\n/);
  return { lines: isWhole ? lines : parseEach(source, delimiter), delimiter, source };
}

/** The line as it was written; put together anew where its cells stand in more lines than one. */
export function writtenLine(
  { number, record }: ParsedLine,
  { delimiter, source }: Pick<ParsedLines, 'delimiter' | 'source'>,
): string {
  const line = source[number - 1] ?? '';
  const [alone] = parseAll(line, delimiter) ?? [{ record: [line.trim()] }];
  return isDeepStrictEqual(alone?.record, record)
    ? line
    : record.map((cell) => quoted(cell, delimiter)).join(delimiter);
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

/** The line stays, empty, so that the others keep their numbers. */
function withoutSeparatorLine(text: string): { readonly body: string; readonly delimiter: string } {
  const [line, named] = /^\s*sep=([^\r\n"])[^\S\t\r\n]*(?=[\r\n]|$)/i.exec(text) ?? [];
  return line === undefined || named === undefined
    ? { body: text, delimiter: delimiterOf(text) }
    : { body: line.replaceAll(/[^\r\n]/g, '') + text.slice(line.length), delimiter: named };
}

/** The one that the first line with any of them has most of; in pasted tables that is the tab. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n|\r|\n/).find((line) => /[\t;,]/.test(line.trim())) ?? '';
  const bare = first.replaceAll(/"[^"]*"/g, '');
  return (
    delimiters.toSorted((one, other) => bare.split(other).length - bare.split(one).length)[0] ?? ','
  );
}

export const delimiters: readonly string[] = ['\t', ';', ','];

/** A quotation mark that found its partner in another line; a note beside the list may have more lines than one. */
function hasBreak({ record }: ParsedLine): boolean {
  return record.slice(0, 3).some((cell) => /[\r\n]/.test(cell));
}

/** What csv-parse gives with `info`. https://csv.js.org/parse/options/info/ */
const Parsed = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }).transform(
    ({ record, info }): ParsedLine => ({
      number: info.lines,
      record: record.map((cell) => cell.trim()),
    }),
  ),
);

/** Undefined where a quotation mark is not closed. */
function parseAll(text: string, delimiter: string): readonly ParsedLine[] | undefined {
  try {
    const records: unknown = parse(text, {
      info: true,
      trim: true,
      delimiter,
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
  'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE',
  'INVALID_OPENING_QUOTE',
] as const satisfies readonly CsvErrorCode[];

/** Not further than it takes to see that they are too many: the title and one line too much. */
function parseEach(source: readonly string[], delimiter: string): readonly ParsedLine[] {
  const lines: ParsedLine[] = [];
  for (const [index, line] of source.entries()) {
    const number = index + 1;
    const parsed = parseAll(line, delimiter);
    if (parsed === undefined) {
      lines.push({ number, record: [line.trim()], isQuoteOpen: true });
    }
    lines.push(...(parsed ?? []).map(({ record }) => ({ number, record })));
    if (lines.length > mostRows + 1) {
      break;
    }
  }
  return lines;
}
