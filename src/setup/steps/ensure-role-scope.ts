import type { AccessPackage, CatalogResource } from '../../domain/entitlement.ts';
import type { EntitlementManagement } from '../../domain/ports.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

/**
 * Step 3, last: the group's Member role becomes a resource role of the access package.
 * https://learn.microsoft.com/graph/api/accesspackage-post-resourcerolescopes
 */
export async function ensureRoleScope(
  entitlement: EntitlementManagement,
  accessPackage: Pick<AccessPackage, 'id' | 'displayName'>,
  resource: CatalogResource,
): Promise<StepResult<undefined>> {
  if (await holdsRole(entitlement, accessPackage, resource)) {
    const summary = `${accessPackage.displayName} gave this membership already.`;
    return { changed: false, summary, value: undefined };
  }
  await entitlement.addMemberRole(accessPackage.id, resource);
  if (!(await holdsRole(entitlement, accessPackage, resource))) {
    throw notVisibleYet(`the role of group ${resource.groupId} in package ${accessPackage.id}`);
  }
  const summary = `Added the Member role to ${accessPackage.displayName}.`;
  return { changed: true, summary, value: undefined };
}

async function holdsRole(
  entitlement: EntitlementManagement,
  { id }: Pick<AccessPackage, 'id'>,
  resource: CatalogResource,
): Promise<boolean> {
  const found = await entitlement.findAccessPackage(id);
  return found?.memberOf.includes(resource.groupId) ?? false;
}
