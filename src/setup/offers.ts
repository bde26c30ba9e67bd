import type { Group } from '../domain/group.ts';
import { refuseGroup } from '../domain/prerequisites.ts';
import type { SetupDeps } from './deps.ts';
import type { AccessPackageOffer, GroupOffer } from './use-cases.ts';

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
    kindText: kindText(group),
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

function kindText(group: Group): string {
  const notes = [
    ...(group.isSynced ? ['from Active Directory'] : []),
    ...(group.isDynamic ? ['dynamic'] : []),
    ...(group.isRoleAssignable ? ['role-assignable'] : []),
  ];
  return [kindName(group), ...notes].join(', ');
}

function kindName({ kind }: Group): string {
  switch (kind) {
    case 'microsoft-365':
      return 'Microsoft 365';
    case 'security':
      return 'Security';
    case 'mail-enabled-security':
      return 'Mail-enabled security';
    case 'distribution':
      return 'Distribution';
  }
}
