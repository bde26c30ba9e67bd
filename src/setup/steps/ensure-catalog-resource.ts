import type { Catalog, CatalogResource } from '../../domain/entitlement.ts';
import type { Group } from '../../domain/group.ts';
import type { EntitlementManagement } from '../../domain/ports.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

/**
 * Step 3, first half: the group becomes a resource of the catalog. Entitlement management keeps its own copy of
 * the directory, so a group made a moment ago is `not-visible-yet` there for up to some minutes.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-resourcerequests
 */
export async function ensureCatalogResource(
  entitlement: EntitlementManagement,
  catalog: Pick<Catalog, 'id' | 'displayName'>,
  group: Pick<Group, 'id' | 'displayName'>,
): Promise<StepResult<CatalogResource>> {
  const before = await entitlement.findResource(catalog.id, group.id);
  if (before !== undefined) {
    return {
      changed: false,
      summary: `${group.displayName} was in the catalog ${catalog.displayName} already.`,
      value: withRoles(before),
    };
  }
  await entitlement.addResource(catalog.id, group.id);
  const added = await entitlement.findResource(catalog.id, group.id);
  if (added === undefined) {
    throw notVisibleYet(`group ${group.id} in catalog ${catalog.id}`);
  }
  return {
    changed: true,
    summary: `Added ${group.displayName} to the catalog ${catalog.displayName}.`,
    value: withRoles(added),
  };
}

/** The roles of a new resource are read by the service a little later. */
function withRoles(resource: CatalogResource): CatalogResource {
  if (resource.memberRoleId === undefined || resource.rootScopeId === undefined) {
    throw notVisibleYet(`the roles of resource ${resource.id}`);
  }
  return resource;
}
