import { guidOf } from './guids.ts';
import type { CatalogRow, PackageRow, PolicyRow, ResourceRow, RoleScopeRow } from './rows.ts';
import type { View } from './view.ts';
import { toIso, type World } from './world.ts';

/** Expands to accessPackages and resources. */
export function catalogView(world: World, row: CatalogRow): View {
  const created = toIso(row.createdAt);
  const properties = {
    id: row.id,
    displayName: row.displayName,
    description: row.description,
    catalogType: row.catalogType,
    state: row.state,
    isExternallyVisible: row.isExternallyVisible,
    createdDateTime: created,
    modifiedDateTime: created,
  };
  const related = {
    accessPackages: () =>
      world.packages.by('catalog', row.id).map((item) => packageView(world, item)),
    resources: () => world.resources.by('catalog', row.id).map((item) => resourceView(world, item)),
  };
  return { type: 'accessPackageCatalog', properties, related };
}

/** Expands to roles and scopes; a fresh resource has no roles for a moment. */
export function resourceView(world: World, row: ResourceRow): View {
  const properties = {
    id: row.id,
    displayName: row.displayName,
    description: row.description,
    originId: row.groupId,
    originSystem: 'AadGroup',
    createdDateTime: toIso(row.createdAt),
    modifiedDateTime: toIso(row.createdAt),
    attributes: [],
  };
  const areRolesKnown = world.now() - row.createdAt >= world.lags.resourceRoles;
  const related = {
    roles: () => (areRolesKnown ? rolesOf(world, row) : []),
    scopes: () => [scopeView(world, row)],
    environment: () => null,
  };
  return { type: 'accessPackageResource', properties, related };
}

/** Both roles of a group, known at once. */
export function rolesOf(world: World, row: ResourceRow): readonly View[] {
  return [roleView(world, row, 'Member'), roleView(world, row, 'Owner')];
}

/** Its originId is `Member_` or `Owner_` and the group. */
export function roleView(world: World, row: ResourceRow, role: 'Member' | 'Owner'): View {
  const properties = {
    id: role === 'Member' ? row.memberRoleId : row.ownerRoleId,
    displayName: role,
    description: null,
    originSystem: 'AadGroup',
    originId: `${role}_${row.groupId}`,
  };
  return {
    type: 'accessPackageResourceRole',
    properties,
    related: { resource: () => resourceView(world, row) },
  };
}

/** The one scope a group has, the root. */
export function scopeView(world: World, row: ResourceRow): View {
  const properties = {
    id: row.scopeId,
    displayName: 'Root',
    description: 'Root Scope',
    originId: row.groupId,
    originSystem: 'AadGroup',
    isRootScope: true,
  };
  return {
    type: 'accessPackageResourceScope',
    properties,
    related: { resource: () => resourceView(world, row) },
  };
}

/** The id that Graph shows for a role scope; it follows from what it joins. */
export function roleScopeId(resource: ResourceRow, role: 'Member' | 'Owner'): string {
  return `${role === 'Member' ? resource.memberRoleId : resource.ownerRoleId}_${resource.scopeId}`;
}

/** Expands to role and scope. */
export function roleScopeView(world: World, row: RoleScopeRow): View {
  const resource = world.resources.get(row.resourceId);
  const properties = {
    id: row.id.slice(row.packageId.length + 1),
    createdDateTime: toIso(row.createdAt),
  };
  const related = {
    role: () => (resource === undefined ? null : roleView(world, resource, row.role)),
    scope: () => (resource === undefined ? null : scopeView(world, resource)),
  };
  return { type: 'accessPackageResourceRoleScope', properties, related };
}

/** Shows no catalog unless it is expanded. */
export function packageView(world: World, row: PackageRow): View {
  const properties = {
    id: row.id,
    displayName: row.displayName,
    description: row.description,
    isHidden: row.isHidden,
    createdDateTime: toIso(row.createdAt),
    modifiedDateTime: toIso(row.modifiedAt),
  };
  const related = {
    catalog: () => {
      const catalog = world.catalogs.get(row.catalogId);
      return catalog === undefined ? null : catalogView(world, catalog);
    },
    assignmentPolicies: () =>
      world.policies.by('package', row.id).map((item) => policyView(world, item)),
    resourceRoleScopes: () =>
      world.roleScopes.by('package', row.id).map((item) => roleScopeView(world, item)),
    accessPackagesIncompatibleWith: () => [],
    incompatibleAccessPackages: () => [],
    incompatibleGroups: () => [],
  };
  return { type: 'accessPackage', properties, related };
}

/** The policy as it was sent, with the defaults of what was left out. */
export function policyView(world: World, row: PolicyRow): View {
  const properties = {
    id: row.id,
    displayName: row.displayName,
    description: row.description,
    allowedTargetScope: row.allowedTargetScope,
    createdDateTime: toIso(row.createdAt),
    modifiedDateTime: toIso(row.modifiedAt),
    automaticRequestSettings: null,
    specificAllowedTargets: [],
    expiration: { endDateTime: null, duration: null, type: 'noExpiration' },
    requestorSettings: null,
    requestApprovalSettings: null,
    reviewSettings: null,
    notificationSettings: null,
    questions: [],
    ...row.rest,
  };
  const related = {
    accessPackage: () => findPackageView(world, row.packageId),
    catalog: () => {
      const home = world.packages.get(row.packageId);
      const catalog = home && world.catalogs.get(home.catalogId);
      return catalog === undefined ? null : catalogView(world, catalog);
    },
  };
  return { type: 'accessPackageAssignmentPolicy', properties, related };
}

/** Null when the package is gone. */
export function findPackageView(world: World, packageId: string): View | null {
  const row = world.packages.get(packageId);
  return row === undefined ? null : packageView(world, row);
}

/** A person as entitlement management knows them, with an id of its own. */
export function subjectView(world: World, userId: string): View | null {
  const user = world.users.get(userId)?.properties;
  if (user === undefined) {
    return null;
  }
  const properties = {
    id: guidOf(`subject ${userId}`),
    objectId: userId,
    displayName: user.displayName,
    principalName: user.userPrincipalName,
    email: user.mail,
    onPremisesSecurityIdentifier: user.onPremisesSecurityIdentifier,
    subjectType: 'user',
    subjectLifecycle: 'notDefined',
  };
  return {
    type: 'accessPackageSubject',
    properties,
    related: { connectedOrganization: () => null },
  };
}
