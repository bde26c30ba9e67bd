import { z } from 'zod';
import type { CatalogManagement } from '../domain/catalog-management.ts';
import type {
  Catalog,
  CatalogEntry,
  CatalogRoleAssignment,
  DelegatedRole,
} from '../domain/entitlement.ts';
import { AccessPackageId, type CatalogId, RoleAssignmentId, type UserId } from '../domain/ids.ts';
import { isProblem, Problem } from '../domain/problem.ts';
import { CatalogAnswer, catalogFields, catalogs } from './catalogs.ts';
import { collect } from './collect.ts';
import type { GraphCall } from './graph-call.ts';
import { refusalOf } from './graph-failure.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';
import { findGroupNames, findUsers } from './principals.ts';
import {
  type HeldRole,
  listHeldRoles,
  roleAssignmentsPath,
  roleDefinitions,
  scopeOf,
} from './role-assignments.ts';

const largestPage = 100;

const Entry = z
  .object({
    id: z.string(),
    displayName: z.string().nullish(),
    originId: z.string(),
    originSystem: z.string(),
  })
  .transform(
    ({ id, displayName, originId, originSystem }): CatalogEntry => ({
      id,
      displayName: displayName ?? originId,
      kind: toKind(originSystem),
      originId,
    }),
  );

const PackageName = z.object({ id: AccessPackageId, displayName: z.string() });

/** Catalogs and the roles on them through Microsoft Graph v1.0. */
export function catalogManagement(http: GraphHttp): CatalogManagement {
  const { findCatalog, createCatalog } = catalogs(http);
  return {
    findCatalog,
    createCatalog,
    listCatalogs: (limit) => listCatalogs(http, limit),
    findCatalogById: (id) => {
      const path = graphPath`/identityGovernance/entitlementManagement/catalogs/${id}?$select=${catalogFields}`;
      return http.find({ operation: 'find-catalog-by-id', method: 'GET', path }, CatalogAnswer);
    },
    listAccessPackages: (id) => listAccessPackages(http, id),
    listCatalogResources: (id) => {
      const path = graphPath`/identityGovernance/entitlementManagement/catalogs/${id}/resources?$select=id,displayName,originId,originSystem`;
      return collect(
        http.list({ operation: 'list-catalog-resources', method: 'GET', path }, Entry),
      );
    },
    listRoleAssignments: (catalogId) => listRoleAssignments(http, catalogId),
    assignRole: (catalogId, role, userId) => assignRole(http, { catalogId, role, userId }),
    removeRole: (id) => removeRole(http, id),
  };
}

async function listCatalogs(http: GraphHttp, limit: number): Promise<readonly Catalog[]> {
  if (limit < 1) {
    return [];
  }
  const top = String(Math.min(limit, largestPage));
  const path = graphPath`/identityGovernance/entitlementManagement/catalogs?$select=${catalogFields}&$top=${top}`;
  const call = { operation: 'list-catalogs', method: 'GET', path } as const;
  return (await collect(http.list(call, CatalogAnswer), limit)) ?? [];
}

async function listAccessPackages(
  http: GraphHttp,
  id: CatalogId,
): ReturnType<CatalogManagement['listAccessPackages']> {
  const path = graphPath`/identityGovernance/entitlementManagement/accessPackages?$filter=catalog/id eq ${literal(id)}&$select=id,displayName`;
  const call = { operation: 'list-access-packages', method: 'GET', path } as const;
  return (await collect(http.list(call, PackageName))) ?? [];
}

function toKind(originSystem: string): CatalogEntry['kind'] {
  switch (originSystem.toLowerCase()) {
    case 'aadgroup':
      return 'group';
    case 'aadapplication':
      return 'application';
    case 'sharepointonline':
      return 'site';
    default:
      return 'other';
  }
}

async function listRoleAssignments(
  http: GraphHttp,
  catalogId: CatalogId,
): Promise<readonly CatalogRoleAssignment[]> {
  const held = await listHeldRoles(http, catalogId);
  const holders = await nameHolders(http, held);
  return held.map((one) => ({
    id: one.id,
    role: one.role,
    holder: holders.get(one.principalId) ?? {
      kind: one.kind ?? 'other',
      id: one.principalId,
      displayName: one.displayName ?? one.principalId,
    },
  }));
}

type Holder = CatalogRoleAssignment['holder'];

/** Graph may show of a principal no more than its id; those are looked up. */
async function nameHolders(
  http: GraphHttp,
  held: readonly HeldRole[],
): Promise<ReadonlyMap<string, Holder>> {
  const nameless = held.filter(
    ({ kind, displayName }) =>
      kind !== 'other' && (kind === undefined || displayName === undefined),
  );
  const ids = [...new Set(nameless.map(({ principalId }) => principalId))];
  const users = await findUsers(http, ids);
  const isUser = new Set(users.map(({ id }) => id.toLowerCase()));
  const others = ids.filter((id) => !isUser.has(id));
  const named: readonly Holder[] = [
    ...users.map(({ id, displayName }) => ({ kind: 'user' as const, id, displayName })),
    ...(await findGroupNames(http, others)).map((group) => ({ kind: 'group' as const, ...group })),
  ];
  return new Map(named.map((holder) => [holder.id.toLowerCase(), holder]));
}

interface RoleWish {
  readonly catalogId: CatalogId;
  readonly role: DelegatedRole;
  readonly userId: UserId;
}

/** Graph refuses a second assignment, with a code nobody documents: after a refusal it is looked at what is there. */
async function assignRole(http: GraphHttp, wish: RoleWish): Promise<RoleAssignmentId> {
  const present = await findAssigned(http, wish);
  if (present !== undefined) {
    return present;
  }
  try {
    const { id } = await http.fetch(toAssignment(wish), z.object({ id: RoleAssignmentId }));
    return id;
  } catch (error) {
    const status = refusalOf(error)?.status;
    const isRefused = status === 400 || status === 404 || status === 409;
    if (!isRefused && !isOutcomeUnknown(error)) {
      throw error;
    }
    const meanwhile = await findAssigned(http, wish);
    if (meanwhile !== undefined) {
      return meanwhile;
    }
    throw isRefused ? await whyRefused(http, wish, error) : error;
  }
}

function isOutcomeUnknown(error: unknown): boolean {
  return isProblem(error) && error.code === 'graph-outcome-unknown';
}

async function findAssigned(
  http: GraphHttp,
  { catalogId, role, userId }: RoleWish,
): Promise<RoleAssignmentId | undefined> {
  const wanted = userId.toLowerCase();
  const held = await listHeldRoles(http, catalogId);
  return held.find((one) => one.role === role && one.principalId === wanted)?.id;
}

function toAssignment({ catalogId, role, userId }: RoleWish): GraphCall {
  return {
    operation: 'assign-role',
    method: 'POST',
    path: roleAssignmentsPath,
    body: {
      principalId: userId,
      roleDefinitionId: roleDefinitions[role],
      appScopeId: scopeOf(catalogId),
    },
  };
}

async function whyRefused(
  http: GraphHttp,
  { userId }: RoleWish,
  refusal: unknown,
): Promise<unknown> {
  const [user] = await findUsers(http, [userId]);
  const detail = `assign-role: there is no user ${userId}`;
  return user === undefined ? new Problem('user-not-found', { detail, cause: refusal }) : refusal;
}

async function removeRole(http: GraphHttp, id: RoleAssignmentId): Promise<void> {
  const path = graphPath`/roleManagement/entitlementManagement/roleAssignments/${id}`;
  try {
    await http.run({ operation: 'remove-role', method: 'DELETE', path });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.status !== 404 || refusal.code === undefined) {
      throw error;
    }
  }
}
