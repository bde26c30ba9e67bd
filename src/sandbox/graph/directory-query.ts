import type { Call } from './call.ts';
import { isEventual } from './collection.ts';
import { parseFilter } from './filter.ts';
import { checkFilter, matches } from './filter-match.ts';
import type { JsonObject } from './json.ts';
import { refuse } from './refusal.ts';

/** What a directory collection can be asked. */
export interface DirectorySupport {
  /** As it appears in error messages. */
  readonly resource: 'Group' | 'User';
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly searchable: readonly string[];
}

interface Found {
  readonly properties: JsonObject;
}

/** Applies `$filter`, `$search` and `$orderby` under the rules of directory objects. */
export function queryDirectory<T extends Found>(
  call: Call,
  rows: readonly T[],
  support: DirectorySupport,
): readonly T[] {
  const passes = [filterTest(call, support), searchTest(call, support)];
  const found = rows.filter((row) => passes.every((test) => test(row.properties)));
  return order(call, found, support);
}

type Test = (properties: JsonObject) => boolean;

function filterTest(call: Call, support: DirectorySupport): Test {
  if (call.query.filter === undefined) {
    return () => true;
  }
  const filter = parseFilter(call.query.filter);
  const advanced = isEventual(call) && call.query.count;
  checkFilter(filter, { resource: support.resource, paths: support.filters, advanced });
  return (properties) => matches(filter, (path) => properties[path]);
}

function searchTest(call: Call, support: DirectorySupport): Test {
  const search = call.query.search;
  if (search === undefined) {
    return () => true;
  }
  if (!isEventual(call)) {
    const message =
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'";
    throw refuse(400, 'Request_UnsupportedQuery', message);
  }
  const clauses = [...search.matchAll(/"(\w+):((?:[^"\\]|\\.)*)"/g)];
  if (clauses.length === 0) {
    throw refuse(
      400,
      'Request_BadRequest',
      `Syntax error: character '${search.charAt(0)}' is not valid at position 0 in '${search}'.`,
    );
  }
  const tests = clauses.map(([, name, text]) => searchClause(name ?? '', text ?? '', support));
  const isAny = /"\s+OR\s+"/.test(search);
  return (properties) =>
    isAny ? tests.some((test) => test(properties)) : tests.every((test) => test(properties));
}

/** Every word that is searched for must begin a word of the property. */
function searchClause(name: string, text: string, support: DirectorySupport): Test {
  if (!support.searchable.includes(name)) {
    throw refuse(400, 'Request_UnsupportedQuery', `Property '${name}' does not support $search.`);
  }
  const wanted = toWords(text.replaceAll('\\', ''));
  return (properties) => {
    const words = toWords(textAt(properties, name));
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  };
}

function textAt(properties: JsonObject, name: string): string {
  const value = properties[name];
  return typeof value === 'string' ? value : '';
}

function toWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function order<T extends Found>(
  call: Call,
  rows: readonly T[],
  support: DirectorySupport,
): readonly T[] {
  const { orderby, filter, count } = call.query;
  if (orderby === undefined) {
    return rows;
  }
  const [name = '', direction = 'asc'] = orderby.trim().split(/\s+/);
  if (
    !support.searchable.includes(name) ||
    (filter !== undefined && !(isEventual(call) && count))
  ) {
    throw refuse(400, 'Request_UnsupportedQuery', 'Sorting not supported for current query.');
  }
  const sign = direction === 'desc' ? -1 : 1;
  return rows.toSorted(
    (a, b) => sign * textAt(a.properties, name).localeCompare(textAt(b.properties, name)),
  );
}
