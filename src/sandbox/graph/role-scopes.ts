import { z } from 'zod';
import { getPackageRow } from './access-packages.ts';
import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { collectionAnswer, createdAnswer } from './collection.ts';
import { entitlementRoot, readPermission, writePermission } from './entitlement-query.ts';
import { roleScopeId, roleScopeView } from './entitlement-views.ts';
import { provisionPackage, withdrawFromPackage } from './provisioning.ts';
import { invalidModel, refuseEntitlement } from './refusal.ts';
import type { PackageRow, ResourceRow, RoleScopeRow } from './rows.ts';
import type { World } from './world.ts';

const NewRoleScope = z.object({
  role: z.object({
    id: z.string().optional(),
    originId: z.string(),
    originSystem: z.literal('AadGroup'),
    resource: z.object({ id: z.string() }),
  }),
  scope: z.object({
    id: z.string().optional(),
    originId: z.string(),
    originSystem: z.literal('AadGroup'),
  }),
});
type NewRoleScope = z.infer<typeof NewRoleScope>;

const root = `${entitlementRoot}/accessPackages/{}/resourceRoleScopes`;
const version = 'v1.0';

export const roleScopeRoutes: readonly Route[] = [
  { method: 'GET', version, path: root, permission: readPermission, handle: listRoleScopes },
  { method: 'POST', version, path: root, permission: writePermission, handle: addRoleScope },
  {
    method: 'DELETE',
    version,
    path: `${root}/{}`,
    permission: writePermission,
    handle: removeRoleScope,
  },
];

function listRoleScopes(world: World, call: Call): Answer {
  const home = getPackageRow(world, param(call));
  const rows = world.roleScopes.by('package', home.id);
  return collectionAnswer(
    call,
    rows.map((row) => roleScopeView(world, row)),
    tailOf(home),
  );
}

function tailOf(home: PackageRow): string {
  return `${entitlementRoot}/accessPackages('${home.id}')/resourceRoleScopes`;
}

/** The id follows from role and scope; adding the same again answers with what is there. */
function addRoleScope(world: World, call: Call): Answer {
  const home = getPackageRow(world, param(call));
  const sent = NewRoleScope.safeParse(call.body);
  if (!sent.success) {
    throw invalidModel();
  }
  const resource = getResource(world, home, sent.data.role.resource.id);
  const role = getRole(resource, sent.data);
  const id = `${home.id}/${roleScopeId(resource, role)}`;
  const known = world.roleScopes.get(id);
  if (known !== undefined) {
    return createdAnswer(call, roleScopeView(world, known), tailOf(home));
  }
  const row: RoleScopeRow = {
    id,
    createdAt: world.now(),
    packageId: home.id,
    resourceId: resource.id,
    role,
  };
  world.roleScopes.put(row);
  provisionPackage(world, home.id);
  const effects = [{ kind: 'role-scope-added', id }] as const;
  return { ...createdAnswer(call, roleScopeView(world, row), tailOf(home)), effects };
}

function getResource(world: World, home: PackageRow, id: string): ResourceRow {
  const resource = world.resources.get(id.toLowerCase());
  if (resource === undefined || resource.catalogId !== home.catalogId) {
    throw refuseEntitlement(404, 'ResourceNotFound', 'The resource was not found.');
  }
  return resource;
}

function getRole(resource: ResourceRow, sent: NewRoleScope): 'Member' | 'Owner' {
  const ids = { Member: resource.memberRoleId, Owner: resource.ownerRoleId };
  const role = (['Member', 'Owner'] as const).find(
    (name) => sent.role.originId === `${name}_${resource.groupId}`,
  );
  if (role === undefined || (sent.role.id !== undefined && sent.role.id !== ids[role])) {
    throw refuseEntitlement(404, 'RoleNotFound', 'The role was not found.');
  }
  if (
    sent.scope.originId !== resource.groupId ||
    (sent.scope.id ?? resource.scopeId) !== resource.scopeId
  ) {
    throw refuseEntitlement(404, 'ScopeNotFound', 'The scope was not found.');
  }
  return role;
}

function removeRoleScope(world: World, call: Call): Answer {
  const home = getPackageRow(world, param(call));
  if (world.tenant().licence !== 'Governance') {
    throw refuseEntitlement(
      403,
      'NoGovernanceSku',
      'This feature requires a Microsoft Entra ID Governance Subscription',
    );
  }
  const id = `${home.id}/${param(call, 1)}`;
  const known = world.roleScopes.get(id);
  if (known === undefined) {
    throw refuseEntitlement(
      404,
      'ResourceRoleScopeNotFound',
      'The resource role scope was not found.',
    );
  }
  world.roleScopes.delete(id);
  const groupId = world.resources.get(known.resourceId)?.groupId;
  if (groupId !== undefined && known.role === 'Member') {
    withdrawFromPackage(world, home.id, groupId);
  }
  return { status: 204, effects: [{ kind: 'role-scope-removed', id }] };
}
