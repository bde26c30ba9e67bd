import { randomBytes } from 'node:crypto';
import type { Element } from './ber.ts';
import { child, decode, integer, octets, sequence, toInteger, toText } from './ber.ts';
import type { DirectoryTree } from './directory-tree.ts';
import type { Entry } from './entry.ts';
import { isBelow } from './entry.ts';
import type { Filter } from './filter.ts';
import { toFilter } from './filter.ts';
import { indexedCandidates } from './filter-candidates.ts';
import { matches } from './filter-match.ts';
import { LdapError, noSuchObject, resultCodes } from './ldap-error.ts';
import type { Request, Result } from './messages.ts';

export const pagedResultsOid = '1.2.840.113556.1.4.319';

export interface SearchRequest {
  readonly base: string;
  readonly scope: 'base' | 'one' | 'sub';
  readonly sizeLimit: number;
  readonly filter: Filter;
  readonly attributes: readonly string[];
  readonly page: { readonly size: number; readonly cookie: string } | undefined;
}

/** The rest of a paged search, kept by the connection under its cookie. */
export type OpenPages = Map<string, readonly Entry[]>;

const scopes = ['base', 'one', 'sub'] as const;

export function toSearchRequest({ operation, controls }: Request): SearchRequest {
  return {
    base: toText(child(operation, 0)),
    scope: scopes[toInteger(child(operation, 1))] ?? 'sub',
    sizeLimit: toInteger(child(operation, 3)),
    filter: toFilter(child(operation, 6)),
    attributes: child(operation, 7).children.map(toText),
    page: toPage(controls),
  };
}

export interface Found {
  readonly entries: readonly Entry[];
  readonly result: Result;
}

/** One page, or everything up to the limit: more than the limit is sizeLimitExceeded with what fitted. */
export function search(
  tree: DirectoryTree,
  request: SearchRequest,
  limits: { readonly maxPageSize: number; readonly pages: OpenPages },
): Found {
  const { page, sizeLimit } = request;
  const all = remaining(tree, request, limits.pages);
  const allowed = [page?.size, sizeLimit, limits.maxPageSize].filter(isLimit);
  const entries = all.slice(0, Math.min(...allowed));
  const rest = all.slice(entries.length);
  if (page === undefined) {
    const code = rest.length > 0 ? resultCodes.sizeLimitExceeded : resultCodes.success;
    return { entries, result: { code } };
  }
  const cookie = rest.length > 0 ? randomBytes(8).toString('hex') : '';
  if (cookie !== '') {
    limits.pages.set(cookie, rest);
  }
  return { entries, result: { code: resultCodes.success, control: pageControl(cookie) } };
}

function remaining(
  tree: DirectoryTree,
  request: SearchRequest,
  pages: OpenPages,
): readonly Entry[] {
  const cookie = request.page?.cookie ?? '';
  if (cookie === '') {
    return allMatches(tree, request);
  }
  const rest = pages.get(cookie);
  if (rest === undefined) {
    throw new LdapError(resultCodes.unwillingToPerform, 'the paging cookie is not known');
  }
  pages.delete(cookie);
  return rest;
}

function allMatches(tree: DirectoryTree, { base, scope, filter }: SearchRequest): readonly Entry[] {
  const start = tree.find(base);
  if (start === undefined) {
    throw noSuchObject(tree.rootDn);
  }
  const candidates = indexedCandidates(tree, filter) ?? inScope(start, scope);
  const found: Entry[] = [];
  for (const entry of candidates) {
    if (isInScope(entry, start, scope) && matches(tree, filter, entry)) {
      found.push(entry);
    }
  }
  return found;
}

function isInScope(entry: Entry, start: Entry, scope: SearchRequest['scope']): boolean {
  switch (scope) {
    case 'base':
      return entry === start;
    case 'one':
      return entry.parent === start;
    case 'sub':
      return entry === start || isBelow(entry, start);
  }
}

function* inScope(start: Entry, scope: SearchRequest['scope']): Generator<Entry> {
  yield start;
  if (scope !== 'base') {
    for (const entry of start.children) {
      yield* inScope(entry, scope === 'one' ? 'base' : 'sub');
    }
  }
}

function isLimit(limit: number | undefined): limit is number {
  return limit !== undefined && limit > 0;
}

function toPage(controls: readonly Element[]): SearchRequest['page'] {
  for (const control of controls) {
    const value = control.children.at(-1);
    if (toText(child(control, 0)) === pagedResultsOid && value !== undefined) {
      const [fields] = decode(value.content);
      return fields === undefined
        ? undefined
        : { size: toInteger(child(fields, 0)), cookie: toText(child(fields, 1)) };
    }
  }
  return undefined;
}

function pageControl(cookie: string): Buffer {
  return sequence(octets(pagedResultsOid), octets(sequence(integer(0), octets(cookie))));
}
