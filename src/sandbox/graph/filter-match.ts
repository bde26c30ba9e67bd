import type { Comparison, Filter, Literal, TextTest } from './filter.ts';
import { refuse, unsupportedFilter } from './refusal.ts';

/** Reads the value at a path such as `catalog/id` from whatever is filtered. */
export type Read = (path: string) => unknown;

/** Which tests each property allows, by its path. `any` is for collections. */
export interface FilterSupport {
  readonly resource: string;
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** Directory objects: `ne`, `not` and `endsWith` want ConsistencyLevel and $count. */
  readonly advanced: boolean;
}

/** Raises 400 Request_UnsupportedQuery for a clause that the resource does not support. */
export function checkFilter(filter: Filter, support: FilterSupport): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      checkFilter(filter.left, support);
      checkFilter(filter.right, support);
      return;
    case 'not':
      demandAdvanced('not', support);
      checkFilter(filter.inner, support);
      return;
    case 'compare':
      checkComparison(filter.path, filter.operator, support);
      return;
    case 'text':
      checkTextTest(filter.path, filter.test, support);
      return;
    case 'in':
    case 'any':
      demandTest(filter.path, filter.kind, support);
  }
}

function checkComparison(path: string, operator: Comparison, support: FilterSupport): void {
  if (operator === 'ne') {
    demandAdvanced('ne', support);
  }
  demandTest(path, operator === 'ne' ? 'eq' : operator, support);
}

function checkTextTest(path: string, test: TextTest, support: FilterSupport): void {
  if (test === 'endswith') {
    demandAdvanced('endswith', support);
  }
  demandTest(path, test, support);
}

function demandTest(path: string, test: string, support: FilterSupport): void {
  if (support.paths[path]?.includes(test) !== true) {
    throw unsupportedFilter(path, support.resource);
  }
}

function demandAdvanced(operator: string, support: FilterSupport): void {
  if (!support.advanced) {
    const message = `Operator '${operator}' is not supported because the request does not carry ConsistencyLevel:eventual and $count=true.`;
    throw refuse(400, 'Request_UnsupportedQuery', message);
  }
}

/** Whether what `read` reads passes. Text is compared without regard to case, as Graph does. */
export function matches(filter: Filter, read: Read): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(filter.left, read) && matches(filter.right, read);
    case 'or':
      return matches(filter.left, read) || matches(filter.right, read);
    case 'not':
      return !matches(filter.inner, read);
    case 'compare':
      return compare(read(filter.path), filter.operator, filter.value);
    case 'in':
      return isAmong(read(filter.path), filter.values);
    case 'text':
      return testText(read(filter.path), filter.test, filter.value);
    case 'any':
      return hasAny(read(filter.path), filter.inner);
  }
}

function isAmong(value: unknown, values: readonly Literal[]): boolean {
  return values.some((wanted) => compare(value, 'eq', wanted));
}

function hasAny(items: unknown, inner: Filter): boolean {
  return Array.isArray(items) && items.some((item) => matches(inner, () => item));
}

function compare(actual: unknown, operator: Comparison, wanted: Literal): boolean {
  const left = comparable(actual);
  const right = comparable(wanted);
  if (operator === 'eq' || operator === 'ne') {
    return (left === right) === (operator === 'eq');
  }
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false;
  }
  const order = left < right ? -1 : Number(left > right);
  const wants = { gt: [1], ge: [0, 1], lt: [-1], le: [-1, 0] };
  return wants[operator].includes(order);
}

function comparable(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') {
    return value.toLowerCase();
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function testText(actual: unknown, test: TextTest, wanted: string): boolean {
  if (typeof actual !== 'string') {
    return false;
  }
  const text = actual.toLowerCase();
  switch (test) {
    case 'startswith':
      return text.startsWith(wanted.toLowerCase());
    case 'endswith':
      return text.endsWith(wanted.toLowerCase());
    case 'contains':
      return text.includes(wanted.toLowerCase());
  }
}

/** The value that every match has at the path, if the filter says so outright. */
export function demanded(filter: Filter | undefined, path: string): string | undefined {
  if (filter?.kind === 'and') {
    return demanded(filter.left, path) ?? demanded(filter.right, path);
  }
  const named = filter?.kind === 'compare' && filter.operator === 'eq' && filter.path === path;
  return named && typeof filter.value === 'string' ? filter.value : undefined;
}
