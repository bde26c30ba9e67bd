import type { Answer, Call } from './call.ts';
import { contextOf, graphOrigin } from './call.ts';
import type { JsonObject } from './json.ts';
import type { Query } from './query.ts';
import { refuse } from './refusal.ts';
import type { View } from './view.ts';
import { render } from './view.ts';

const pageSize = 100;

/** One entity. `tail` is its place in the metadata, for example `groups`. */
export function entityAnswer(call: Call, view: View, tail: string): Answer {
  return { status: 200, body: entityBody(call, view, tail) };
}

/** Like `entityAnswer`, with 201. */
export function createdAnswer(call: Call, view: View, tail: string): Answer {
  return { status: 201, body: entityBody(call, view, tail) };
}

function entityBody(call: Call, view: View, tail: string): JsonObject {
  const context = contextOf(call.version, `${tail}${selection(call.query)}/$entity`);
  return { '@odata.context': context, ...render(view, call.query) };
}

/** A page of entities, with the link to the next one where there are more. */
export function collectionAnswer(call: Call, views: readonly View[], tail: string): Answer {
  return pageAnswer(call, { rows: views, tail, view: (view) => view });
}

interface Page<T> {
  readonly rows: readonly T[];
  readonly tail: string;
  readonly view: (row: T) => View;
}

/** Like `collectionAnswer`, looking only at the rows of the page that is asked for. */
export function pageAnswer<T>(call: Call, page: Page<T>): Answer {
  const size = call.query.top ?? pageSize;
  const start = toStart(call.query.skiptoken);
  const value = page.rows
    .slice(start, start + size)
    .map((row) => render(page.view(row), call.query));
  const counted = call.query.count && (isEventual(call) || !isDirectory(call));
  const more = start + size < page.rows.length;
  const body = {
    '@odata.context': contextOf(call.version, `${page.tail}${selection(call.query)}`),
    ...(counted ? { '@odata.count': page.rows.length } : {}),
    ...(more ? { '@odata.nextLink': nextLink(call, start + size) } : {}),
    value,
  };
  return { status: 200, body };
}

/** Whether the caller asks for the index, which runs behind but can do more. */
export function isEventual(call: Call): boolean {
  return call.headers['consistencylevel']?.toLowerCase() === 'eventual';
}

function isDirectory(call: Call): boolean {
  return call.path.startsWith('/groups') || call.path.startsWith('/users');
}

function selection(query: Query): string {
  return query.select === undefined ? '' : `(${query.select.join(',')})`;
}

function toStart(token: string | undefined): number {
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isInteger(start) || start < 0) {
    throw refuse(400, 'BadRequest', `Skip token is not valid: '${token ?? ''}'.`);
  }
  return start;
}

function nextLink(call: Call, start: number): string {
  const kept = call.query.pairs.filter(([name]) => name !== '$skiptoken');
  const pairs = [...kept, ['$skiptoken', String(start)] as const];
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${graphOrigin}/${call.version}${call.path}?${query}`;
}
