import type { DirectoryTree } from './directory-tree.ts';
import type { Entry } from './entry.ts';
import { valuesOf } from './entry.ts';
import type { AttributeFilter, Filter } from './filter.ts';
import type { AttributeType } from './schema.ts';
import { assertionKey, findAttributeType, valueKey } from './schema.ts';

/** Three-valued as in RFC 4511: undefined, as for an attribute outside the schema, is not a match and neither is its opposite. */
type Truth = boolean | undefined;

export function matches(tree: DirectoryTree, filter: Filter, entry: Entry): boolean {
  return evaluate(tree, filter, entry) === true;
}

/** One attribute value against an entry; also what the compare operation asks. */
export function holds(tree: DirectoryTree, entry: Entry, assertion: Assertion): boolean {
  const { type, value } = assertion;
  if (type.syntax === 'link') {
    const target = tree.find(value.toString('utf8'));
    return target !== undefined && linkHolds(type, entry, target);
  }
  const key = assertionKey(type, value);
  return valuesOf(entry, type).some((present) => valueKey(type, present) === key);
}

export interface Assertion {
  readonly type: AttributeType;
  readonly value: Buffer;
}

function evaluate(tree: DirectoryTree, filter: Filter, entry: Entry): Truth {
  if (filter.kind === 'and') {
    return conjunction(filter.filters.map((part) => evaluate(tree, part, entry)));
  }
  if (filter.kind === 'or') {
    const none = conjunction(filter.filters.map((part) => negation(evaluate(tree, part, entry))));
    return negation(none);
  }
  if (filter.kind === 'not') {
    return negation(evaluate(tree, filter.filter, entry));
  }
  const type = findAttributeType(filter.attribute);
  return type === undefined ? undefined : test(tree, filter, { type, entry });
}

interface Subject {
  readonly type: AttributeType;
  readonly entry: Entry;
}

function test(tree: DirectoryTree, filter: AttributeFilter, { type, entry }: Subject): boolean {
  switch (filter.kind) {
    case 'equal':
      return holds(tree, entry, { type, value: filter.value });
    case 'present':
      return valuesOf(entry, type).length > 0;
    case 'substrings':
      return valuesOf(entry, type).some((value) => filter.pattern.test(value.toString('utf8')));
    case 'at-least':
      return valuesOf(entry, type).some((value) => order(value, filter.value) >= 0);
    case 'at-most':
      return valuesOf(entry, type).some((value) => order(value, filter.value) <= 0);
    case 'all-bits':
      return valuesOf(entry, type).some((value) => hasBits(value, filter.value));
    case 'in-chain': {
      const target = tree.find(filter.value.toString('utf8'));
      return target !== undefined && isChained(type, entry, target);
    }
  }
}

function conjunction(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) {
    return false;
  }
  return truths.includes(undefined) ? undefined : true;
}

function negation(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function linkHolds(type: AttributeType, entry: Entry, target: Entry): boolean {
  switch (type.key) {
    case 'member':
      return entry.members.has(target);
    case 'memberof':
      return entry.memberOf.has(target);
    default:
      return entry === target;
  }
}

function isChained(type: AttributeType, start: Entry, target: Entry): boolean {
  const seen = new Set<Entry>();
  const open = [start];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const next = type.key === 'memberof' ? entry.memberOf : entry.members;
    if (next.has(target)) {
      return true;
    }
    open.push(...[...next].filter((linked) => !seen.has(linked)));
    seen.add(entry);
  }
  return false;
}

function order(value: Buffer, bound: Buffer): number {
  const [left, right] = [value.toString('utf8'), bound.toString('utf8')];
  const integers = [left, right].every((text) => /^-?\d+$/.test(text));
  return integers ? Number(left) - Number(right) : left.localeCompare(right, 'en');
}

function hasBits(value: Buffer, mask: Buffer): boolean {
  const bits = Number(mask.toString('utf8'));
  return (Number(value.toString('utf8')) & bits) === (bits | 0);
}
