import type { Call } from './call.ts';
import { parseFilter } from './filter.ts';
import { checkFilter, matches } from './filter-match.ts';
import type { View } from './view.ts';
import { readView } from './view.ts';

/** Those that `$filter` lets through. Raises 400 for a clause that the resource does not support. */
export function filterViews(
  call: Call,
  views: readonly View[],
  support: {
    readonly resource: string;
    readonly paths: Readonly<Record<string, readonly string[]>>;
  },
): readonly View[] {
  if (call.query.filter === undefined) {
    return views;
  }
  const filter = parseFilter(call.query.filter);
  checkFilter(filter, { ...support, advanced: false });
  return views.filter((view) => matches(filter, (path) => readView(view, path)));
}
