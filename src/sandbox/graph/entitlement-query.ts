import type { Answer, Call } from './call.ts';
import { pageAnswer } from './collection.ts';
import { type Filter, parseFilter } from './filter.ts';
import { checkFilter, matches } from './filter-match.ts';
import type { View } from './view.ts';
import { readView } from './view.ts';

export const entitlementRoot = 'identityGovernance/entitlementManagement';
export const readPermission = 'EntitlementManagement.Read.All';
export const writePermission = 'EntitlementManagement.ReadWrite.All';

interface Listing<T> {
  /** The rows that can match at all; given the filter so that a key can narrow them. */
  readonly rows: (filter: Filter | undefined) => readonly T[];
  readonly view: (row: T) => View;
  readonly resource: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** The place below the root of entitlement management. */
  readonly tail: string;
}

/** A collection of entitlement management under its `$filter`. */
export function listAnswer<T>(call: Call, listing: Listing<T>): Answer {
  const tail = `${entitlementRoot}/${listing.tail}`;
  if (call.query.filter === undefined) {
    return pageAnswer(call, { rows: listing.rows(undefined), view: listing.view, tail });
  }
  const filter = parseFilter(call.query.filter);
  checkFilter(filter, { resource: listing.resource, paths: listing.filters, advanced: true });
  const views = listing.rows(filter).map((row) => listing.view(row));
  const rows = views.filter((view) => matches(filter, (path) => readView(view, path)));
  return pageAnswer(call, { rows, view: (view) => view, tail });
}
