import type { Match, People } from './schema.ts';
import { matchesWildcard } from './wildcard.ts';

/**
 * Whether the first condition is met by every request that meets the second. No is no proof of the contrary: that a
 * name stands for a certain id, or a person is in a certain group, nobody can tell from a file.
 */
export function covers(wide: Match, narrow: Match): boolean {
  const kind = wide.group?.kind;
  return (
    (kind === undefined || kind === narrow.group?.kind) &&
    selectsMore(wide.group, narrow.group) &&
    selectsMore(wide.catalog, narrow.catalog) &&
    selectsMore(wide.accessPackage, narrow.accessPackage) &&
    includesMore(wide.requester, narrow.requester)
  );
}

interface Selector {
  readonly ids?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
}

function selectsMore(wide: Selector | undefined, narrow: Selector | undefined): boolean {
  if (isEverything(wide)) {
    return true;
  }
  const { ids, names } = narrow ?? {};
  return (
    (ids ?? names) !== undefined &&
    isWithin(ids, wide?.ids) &&
    // A star of the narrow pattern is a letter like any other here: only a star of the wide one can stand for it.
    (names ?? []).every((name) => wide?.names?.some((pattern) => matchesWildcard(pattern, name)))
  );
}

function isEverything({ ids, names }: Selector = {}): boolean {
  return (
    (ids ?? names) === undefined || names?.some((name) => /^[\s*]*\*[\s*]*$/.test(name)) === true
  );
}

function includesMore(wide: People | undefined, narrow: People | undefined): boolean {
  return (
    wide === undefined ||
    (narrow !== undefined &&
      isWithin(narrow.users, wide.users) &&
      isWithin(narrow.memberOf, wide.memberOf))
  );
}

function isWithin(some: readonly string[] = [], all: readonly string[] = []): boolean {
  const known = new Set(all.map((id) => id.toLowerCase()));
  return some.every((id) => known.has(id.toLowerCase()));
}
