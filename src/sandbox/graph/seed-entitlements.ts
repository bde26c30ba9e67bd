import { catalogRoles, groups, people } from '../seed.ts';
import { roleScopeId } from './entitlement-views.ts';
import { guidOf } from './guids.ts';
import { roleDefinitions } from './role-definitions.ts';
import type { CatalogRow, ResourceRow } from './rows.ts';
import type { World } from './world.ts';

const directSettings = {
  specificAllowedTargets: [],
  expiration: { endDateTime: null, duration: null, type: 'noExpiration' },
  requestorSettings: {
    enableTargetsToSelfAddAccess: false,
    enableTargetsToSelfUpdateAccess: false,
    enableTargetsToSelfRemoveAccess: false,
    allowCustomAssignmentSchedule: true,
    enableOnBehalfRequestorsToAddAccess: false,
    enableOnBehalfRequestorsToUpdateAccess: false,
    enableOnBehalfRequestorsToRemoveAccess: false,
    onBehalfRequestors: [],
  },
  requestApprovalSettings: {
    isApprovalRequiredForAdd: false,
    isApprovalRequiredForUpdate: false,
    isRequestorJustificationRequired: false,
    stages: [],
  },
};

/** The built-in catalog, and a catalog Finance with one access package that already holds a group. */
export function seedEntitlements(world: World, born: number): void {
  const general = {
    displayName: 'General',
    description: 'Built-in catalog.',
    catalogType: 'serviceDefault',
  } as const;
  const finance = {
    displayName: 'Finance',
    description: 'Resources of the finance department',
    catalogType: 'userManaged',
  } as const;
  seedCatalog(world, general, born);
  const catalog = seedCatalog(world, finance, born);
  seedRoles(world, catalog);
  const resource = seedResource(world, catalog, born);
  if (resource !== undefined) {
    seedPackage(world, resource, born);
  }
}

function seedCatalog(
  world: World,
  fields: Pick<CatalogRow, 'displayName' | 'description' | 'catalogType'>,
  born: number,
): CatalogRow {
  const row: CatalogRow = {
    ...fields,
    id: guidOf(`catalog ${fields.displayName}`),
    createdAt: born,
    state: 'published',
    isExternallyVisible: false,
  };
  world.catalogs.put(row);
  return row;
}

function seedRoles(world: World, { id: catalogId, displayName }: CatalogRow): void {
  for (const { role, key } of catalogRoles.filter(({ catalog }) => catalog === displayName)) {
    const principal = people.find((person) => person.key === key);
    const definition = Object.entries(roleDefinitions).find(([, name]) => name === role);
    if (principal !== undefined && definition !== undefined) {
      world.roleAssignments.put({
        id: guidOf(`${role} of ${displayName}: ${key}`),
        principalId: principal.objectId,
        roleDefinitionId: definition[0],
        appScopeId: `/AccessPackageCatalog/${catalogId}`,
      });
    }
  }
}

function seedResource(world: World, catalog: CatalogRow, born: number): ResourceRow | undefined {
  const group = groups.find((item) => item.displayName === 'Finance Reports');
  if (group === undefined) {
    return undefined;
  }
  const row: ResourceRow = {
    id: guidOf('resource Finance Reports'),
    createdAt: born,
    catalogId: catalog.id,
    groupId: group.objectId,
    displayName: group.displayName,
    description: group.description,
    memberRoleId: guidOf('member of Finance Reports'),
    ownerRoleId: guidOf('owner of Finance Reports'),
    scopeId: guidOf('scope of Finance Reports'),
  };
  world.resources.put(row);
  return row;
}

function seedPackage(world: World, resource: ResourceRow, born: number): void {
  const packageId = guidOf('package Finance Reports access');
  world.packages.put({
    id: packageId,
    createdAt: born,
    modifiedAt: born,
    catalogId: resource.catalogId,
    displayName: 'Finance Reports access',
    description: 'Membership in Finance Reports',
    isHidden: false,
  });
  const id = `${packageId}/${roleScopeId(resource, 'Member')}`;
  world.roleScopes.put({ id, createdAt: born, packageId, resourceId: resource.id, role: 'Member' });
  world.policies.put({
    id: guidOf('policy of Finance Reports access'),
    createdAt: born,
    modifiedAt: born,
    packageId,
    displayName: 'Direct assignment',
    description: 'Administrators assign people directly',
    allowedTargetScope: 'notSpecified',
    needsApproval: false,
    rest: directSettings,
  });
}
