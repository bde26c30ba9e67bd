import { z } from 'zod';
import type { DelegatedRole } from '../domain/entitlement.ts';
import { type CatalogId, RoleAssignmentId } from '../domain/ids.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';

/** Built-in roles, the same in every tenant. https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate */
export const roleDefinitions: Readonly<Record<DelegatedRole, string>> = {
  'catalog-owner': 'ae79f266-94d4-4dab-b730-feca7e132178',
  'access-package-manager': '7f480852-ebdc-47d4-87de-0d8498384a83',
  'access-package-assignment-manager': 'e2182095-804a-4656-ae11-64734e9b7ae5',
  'catalog-reader': '44272f93-9762-48e8-af59-1b5351b1d6b3',
};

export const roleAssignmentsPath = '/roleManagement/entitlementManagement/roleAssignments';

const Principal = z.object({
  '@odata.type': z.string().optional(),
  displayName: z.string().nullish(),
});

const RoleAssignment = z.object({
  id: RoleAssignmentId,
  principalId: z.string(),
  roleDefinitionId: z.string(),
  appScopeId: z.string().nullish(),
  principal: Principal.nullish(),
});

export interface HeldRole {
  readonly id: RoleAssignmentId;
  readonly role: DelegatedRole;
  readonly principalId: string;
  /** Undefined where Graph does not say it. */
  readonly kind: 'user' | 'group' | 'other' | undefined;
  readonly displayName: string | undefined;
}

/** As `appScopeId` names a catalog; `/` is the whole tenant. */
export function scopeOf(catalogId: CatalogId): string {
  return `/AccessPackageCatalog/${catalogId}`;
}

/** The roles held on this one catalog; roles unknown here are left out. */
export async function listHeldRoles(
  http: GraphHttp,
  catalogId: CatalogId,
): Promise<readonly HeldRole[]> {
  const scope = scopeOf(catalogId);
  const path = graphPath`/roleManagement/entitlementManagement/roleAssignments?$filter=appScopeId eq ${literal(scope)}&$expand=principal`;
  const call = { operation: 'list-role-assignments', method: 'GET', path } as const;
  const held: HeldRole[] = [];
  for await (const answer of http.list(call, RoleAssignment)) {
    const role = toRole(answer.roleDefinitionId);
    if (role !== undefined && answer.appScopeId?.toLowerCase() === scope.toLowerCase()) {
      held.push(toHeldRole(answer, role));
    }
  }
  return held;
}

function toHeldRole(
  { id, principalId, principal }: z.infer<typeof RoleAssignment>,
  role: DelegatedRole,
): HeldRole {
  const kind = toKind(principal?.['@odata.type']);
  const displayName = principal?.displayName ?? undefined;
  return { id, role, principalId: principalId.toLowerCase(), kind, displayName };
}

function toRole(definitionId: string): DelegatedRole | undefined {
  const wanted = definitionId.toLowerCase();
  const all: readonly DelegatedRole[] = [
    'catalog-owner',
    'access-package-manager',
    'access-package-assignment-manager',
    'catalog-reader',
  ];
  return all.find((role) => roleDefinitions[role] === wanted);
}

function toKind(type: string | undefined): HeldRole['kind'] {
  switch (type) {
    case undefined:
      return undefined;
    case '#microsoft.graph.user':
      return 'user';
    case '#microsoft.graph.group':
      return 'group';
    default:
      return 'other';
  }
}
