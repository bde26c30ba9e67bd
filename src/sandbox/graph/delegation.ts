import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { collectionAnswer, createdAnswer, entityAnswer } from './collection.ts';
import { readPermission, writePermission } from './entitlement-query.ts';
import { filterViews } from './filtered-views.ts';
import { groupView } from './group-view.ts';
import { refuseEntitlement } from './refusal.ts';
import { roleDefinitions } from './role-definitions.ts';
import type { RoleAssignmentRow } from './rows.ts';
import { userView } from './user-view.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

const NewAssignment = z.strictObject({
  '@odata.type': z.string().optional(),
  principalId: z.guid(),
  roleDefinitionId: z.guid(),
  appScopeId: z.string().regex(/^\/AccessPackageCatalog\/[0-9a-f-]{36}$|^\/$/i),
  directoryScopeId: z.literal('/').optional(),
});

const base = 'roleManagement/entitlementManagement';
const root = `${base}/roleAssignments`;
const filters = { appScopeId: ['eq'], principalId: ['eq'], roleDefinitionId: ['eq'] };

export const delegationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${base}/roleDefinitions`,
    permission: readPermission,
    handle: listDefinitions,
  },
  { method: 'GET', path: root, permission: readPermission, handle: listRoleAssignments },
  { method: 'POST', path: root, permission: writePermission, handle: createRoleAssignment },
  { method: 'GET', path: `${root}/{}`, permission: readPermission, handle: getRoleAssignment },
  {
    method: 'DELETE',
    path: `${root}/{}`,
    permission: writePermission,
    handle: deleteRoleAssignment,
  },
];

function definitionView(id: string): View {
  const displayName = roleDefinitions[id] ?? '';
  const properties = {
    id,
    displayName,
    description: displayName,
    isBuiltIn: true,
    isEnabled: true,
    templateId: id,
    version: '1.0',
    rolePermissions: [],
  };
  return { type: 'unifiedRoleDefinition', properties };
}

function listDefinitions(_world: World, call: Call): Answer {
  const views = Object.keys(roleDefinitions).map((id) => definitionView(id));
  return collectionAnswer(call, views, `${base}/roleDefinitions`);
}

function assignmentView(world: World, row: RoleAssignmentRow): View {
  const { id, principalId, roleDefinitionId, appScopeId } = row;
  const related = {
    roleDefinition: () => definitionView(roleDefinitionId),
    principal: () => principalView(world, principalId),
  };
  return {
    type: 'unifiedRoleAssignment',
    properties: { id, principalId, roleDefinitionId, appScopeId },
    related,
  };
}

function principalView(world: World, id: string): View {
  const user = world.users.get(id);
  if (user !== undefined) {
    return { ...userView(user), typed: true };
  }
  const group = world.groups.get(id);
  return group === undefined
    ? { type: 'servicePrincipal', properties: { id }, typed: true }
    : { ...groupView(group, 'v1.0'), typed: true };
}

function listRoleAssignments(world: World, call: Call): Answer {
  const views = world.roleAssignments.all().map((row) => assignmentView(world, row));
  const found = filterViews(call, views, { resource: 'unifiedRoleAssignment', paths: filters });
  return collectionAnswer(call, found, root);
}

function createRoleAssignment(world: World, call: Call): Answer {
  const sent = NewAssignment.safeParse(call.body);
  if (!sent.success || roleDefinitions[sent.data.roleDefinitionId] === undefined) {
    throw refuseEntitlement(400, 'InvalidModel', 'Model is not valid.');
  }
  const { principalId, roleDefinitionId, appScopeId } = sent.data;
  const catalogId = appScopeId.split('/').at(-1) ?? '';
  if (catalogId !== '' && world.catalogs.get(catalogId) === undefined) {
    throw refuseEntitlement(404, 'CatalogNotFound', 'The catalog was not found.');
  }
  if (world.users.get(principalId) === undefined && world.groups.get(principalId) === undefined) {
    throw refuseEntitlement(404, 'PrincipalNotFound', 'The principal was not found.');
  }
  const isThere = world.roleAssignments
    .all()
    .some(
      (row) =>
        row.principalId === principalId &&
        row.roleDefinitionId === roleDefinitionId &&
        row.appScopeId === appScopeId,
    );
  if (isThere) {
    throw refuseEntitlement(400, 'RoleAssignmentExists', 'The Role assignment already exists.');
  }
  const row: RoleAssignmentRow = { id: randomUUID(), principalId, roleDefinitionId, appScopeId };
  world.roleAssignments.put(row);
  const effects = [{ kind: 'role-assigned', id: row.id }] as const;
  return { ...createdAnswer(call, assignmentView(world, row), root), effects };
}

function getRow(world: World, call: Call): RoleAssignmentRow {
  const row = world.roleAssignments.get(param(call).toLowerCase());
  if (row === undefined) {
    throw refuseEntitlement(404, 'RoleAssignmentNotFound', 'The role assignment was not found.');
  }
  return row;
}

function getRoleAssignment(world: World, call: Call): Answer {
  return entityAnswer(call, assignmentView(world, getRow(world, call)), root);
}

function deleteRoleAssignment(world: World, call: Call): Answer {
  const row = getRow(world, call);
  world.roleAssignments.delete(row.id);
  return { status: 204, effects: [{ kind: 'role-unassigned', id: row.id }] };
}
