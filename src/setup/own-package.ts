import { type AccessPackage, isEmpty, onlyGroupOf } from '../domain/entitlement.ts';
import type { CatalogId, GroupId } from '../domain/ids.ts';
import type { EntitlementManagement } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';

export interface OwnPackageWish {
  readonly catalogId: CatalogId;
  /** Undefined while the group is still to be made. */
  readonly groupId: GroupId | undefined;
  readonly displayName: string;
}

export interface OwnPackage {
  /** Of the package, or free for one that is still to be made. */
  readonly displayName: string;
  readonly found?: AccessPackage | undefined;
}

/**
 * The bot's own package of a group: it gives membership of this group and nothing else, because whoever is assigned
 * gets everything in it. Where the name belongs to a namesake of the group, the end of the group's id is added. Throws
 * `access-package-holds-more` when somebody has put something else into it: nobody has approved that.
 */
export async function findOwnPackage(
  entitlement: Pick<EntitlementManagement, 'findAccessPackageByName'>,
  { catalogId, groupId, displayName }: OwnPackageWish,
): Promise<OwnPackage> {
  const first = await entitlement.findAccessPackageByName(catalogId, displayName);
  if (first === undefined || isOwn(first, groupId)) {
    return { displayName, found: first };
  }
  if (groupId === undefined) {
    return { displayName };
  }
  if (first.memberOf.includes(groupId)) {
    throw holdsMore(first);
  }
  const longName = `${displayName} ${groupId.slice(-12)}`;
  const second = await entitlement.findAccessPackageByName(catalogId, longName);
  if (second !== undefined && !isOwn(second, groupId)) {
    throw holdsMore(second);
  }
  return { displayName: longName, found: second };
}

/** One that was made a moment ago holds nothing yet. */
function isOwn(accessPackage: AccessPackage, groupId: GroupId | undefined): boolean {
  return (
    isEmpty(accessPackage) || (groupId !== undefined && onlyGroupOf(accessPackage) === groupId)
  );
}

/**
 * Whoever is assigned to a package gets everything in it, and the approval is for this group alone. Throws
 * `access-package-does-not-fit` for a package that somebody chose, `access-package-holds-more` for the bot's own.
 */
export function requireOnly(
  accessPackage: AccessPackage,
  groupId: GroupId,
  choice: { readonly kind: 'existing' | 'chosen-by-bot' },
): void {
  if (onlyGroupOf(accessPackage) === groupId) {
    return;
  }
  if (choice.kind === 'chosen-by-bot') {
    throw holdsMore(accessPackage);
  }
  throw new Problem('access-package-does-not-fit', { detail: contentsOf(accessPackage) });
}

function holdsMore(accessPackage: AccessPackage): Problem {
  return new Problem('access-package-holds-more', { detail: contentsOf(accessPackage) });
}

function contentsOf({ id, memberOf, otherRoles }: AccessPackage): string {
  const groups = memberOf.join(', ') || 'none';
  return `access package ${id} gives membership of these groups: ${groups}; and other roles: ${otherRoles}`;
}
