import { literal } from './graph-path.ts';

/** More values than this in one `in` clause are refused. https://learn.microsoft.com/graph/filter-query-parameter */
const mostInClause = 15;

/** What stands between the parentheses of `in (…)`, for as many questions as the ids need; none for no ids. */
export function inClauses(ids: readonly string[]): readonly string[] {
  const clauses: string[] = [];
  for (let start = 0; start < ids.length; start += mostInClause) {
    const some = ids.slice(start, start + mostInClause);
    clauses.push(some.map((id) => literal(id)).join(','));
  }
  return clauses;
}
