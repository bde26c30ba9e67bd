import type { DirectoryTree } from './directory-tree.ts';
import type { Entry } from './entry.ts';
import type { Filter } from './filter.ts';
import type { AttributeType } from './schema.ts';
import { assertionKey, findAttributeType } from './schema.ts';

/** Entries an index narrows the filter down to, a superset of the matches; undefined means: look at all. */
export function indexedCandidates(
  tree: DirectoryTree,
  filter: Filter,
): ReadonlySet<Entry> | undefined {
  if (filter.kind === 'and') {
    const narrowed = filter.filters.flatMap((part) => indexedCandidates(tree, part) ?? []);
    return narrowed.toSorted((a, b) => a.size - b.size)[0];
  }
  if (filter.kind === 'or') {
    return union(filter.filters.map((part) => indexedCandidates(tree, part)));
  }
  return filter.kind === 'equal'
    ? equalCandidates(tree, filter.attribute, filter.value)
    : undefined;
}

function union(parts: readonly (ReadonlySet<Entry> | undefined)[]): ReadonlySet<Entry> | undefined {
  const all = new Set<Entry>();
  for (const part of parts) {
    if (part === undefined) {
      return undefined;
    }
    for (const entry of part) {
      all.add(entry);
    }
  }
  return all;
}

function equalCandidates(
  tree: DirectoryTree,
  attribute: string,
  value: Buffer,
): ReadonlySet<Entry> | undefined {
  const type = findAttributeType(attribute);
  if (type === undefined) {
    return new Set();
  }
  if (type.syntax === 'link') {
    const target = tree.find(value.toString('utf8'));
    return target === undefined ? new Set() : linkedFrom(type, target);
  }
  return type.indexed ? tree.index.find(type, assertionKey(type, value)) : undefined;
}

function linkedFrom(type: AttributeType, target: Entry): ReadonlySet<Entry> {
  switch (type.key) {
    case 'member':
      return target.memberOf;
    case 'memberof':
      return target.members;
    default:
      return new Set([target]);
  }
}
