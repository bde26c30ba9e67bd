import { onlyGroupOf } from '../domain/entitlement.ts';
import type { Group } from '../domain/group.ts';
import { refuseGroup } from '../domain/prerequisites.ts';
import type { SetupDeps } from './deps.ts';
import type { AccessPackageOffer, GroupOffer, GroupTrait } from './use-cases.ts';

/** Teams shows fifteen at a time; whoever has not found it after four times types more of the name. */
const searched = 60;

/** Groups whose name begins with the text come first, then those that have its words anywhere in their name. */
export async function offerGroups(deps: SetupDeps, text: string): Promise<readonly GroupOffer[]> {
  const [beginning, within, tenant] = await Promise.all([
    deps.directory.searchGroups(text, searched),
    deps.directory.searchGroupsByWords(text, searched),
    deps.directory.getWritebackTenant(),
  ]);
  const known = new Set(beginning.map(({ id }) => id));
  const groups = [...beginning, ...within.filter(({ id }) => !known.has(id))].slice(0, searched);
  return groups.map((group) => ({
    id: group.id,
    displayName: group.displayName,
    mail: group.mail,
    kind: group.kind,
    traits: traitsOf(group),
    isRequestable: refuseGroup(group, tenant).length === 0,
  }));
}

export async function offerAccessPackages(
  deps: SetupDeps,
  text: string,
): Promise<readonly AccessPackageOffer[]> {
  const packages = await deps.entitlement.searchAccessPackages(text, searched);
  const fitting = packages.filter((found) => onlyGroupOf(found) !== undefined);
  return fitting.map(({ id, displayName, catalog }) => ({
    id,
    displayName,
    catalogName: catalog.displayName,
  }));
}

function traitsOf(group: Group): readonly GroupTrait[] {
  return [
    ...(group.isSynced ? ['synced' as const] : []),
    ...(group.isDynamic ? ['dynamic' as const] : []),
    ...(group.isRoleAssignable ? ['role-assignable' as const] : []),
  ];
}
