import type { Group } from '../domain/group.ts';
import { refuseGroup } from '../domain/prerequisites.ts';
import type { SetupDeps } from './deps.ts';
import type { AccessPackageOffer, GroupOffer, GroupTrait } from './use-cases.ts';

/** Teams shows at most fifteen. */
const offered = 15;

export async function offerGroups(deps: SetupDeps, text: string): Promise<readonly GroupOffer[]> {
  const [groups, tenant] = await Promise.all([
    deps.directory.searchGroups(text, offered),
    deps.directory.getWritebackTenant(),
  ]);
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
  const packages = await deps.entitlement.searchAccessPackages(text, offered);
  return packages.map(({ id, displayName, catalog }) => ({
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
