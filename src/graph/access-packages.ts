import { z } from 'zod';
import type { AccessPackage, CatalogResource } from '../domain/entitlement.ts';
import { AccessPackageId, type CatalogId, GroupId } from '../domain/ids.ts';
import type { EntitlementManagement } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';
import { CatalogAnswer } from './catalogs.ts';
import { refusalOf } from './graph-failure.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';
import { PolicyAnswer } from './policies.ts';

type Packages = Pick<
  EntitlementManagement,
  | 'findAccessPackage'
  | 'findAccessPackageByName'
  | 'searchAccessPackages'
  | 'createAccessPackage'
  | 'addMemberRole'
>;

const base = '/identityGovernance/entitlementManagement/accessPackages';
const expansion = 'catalog,assignmentPolicies,resourceRoleScopes($expand=role,scope)';
const notVisibleYetMs = 5000;
const longestName = 256;
const largestPage = 100;

const RoleScope = z.object({ role: z.object({ originId: z.string().nullish() }).nullish() });

const PackageAnswer = z
  .object({
    id: AccessPackageId,
    displayName: z.string(),
    catalog: CatalogAnswer,
    assignmentPolicies: z.array(PolicyAnswer).nullish(),
    resourceRoleScopes: z.array(RoleScope).nullish(),
    /** There are more than were told. */
    'resourceRoleScopes@odata.nextLink': z.string().nullish(),
  })
  .transform(({ id, displayName, catalog, assignmentPolicies, ...answer }) => ({
    id,
    displayName,
    catalog,
    ...contentsOf(answer.resourceRoleScopes ?? [], answer['resourceRoleScopes@odata.nextLink']),
    policies: assignmentPolicies ?? [],
  }));

/** https://learn.microsoft.com/graph/api/resources/accesspackage */
export function accessPackages(http: GraphHttp): Packages {
  return {
    findAccessPackage: (id) => findAccessPackage(http, id),
    findAccessPackageByName: (catalogId, displayName) => findByName(http, catalogId, displayName),
    searchAccessPackages: (text, limit) => search(http, text.trim(), limit),
    createAccessPackage: (wish) => createAccessPackage(http, wish),
    addMemberRole: (accessPackageId, resource) => addMemberRole(http, accessPackageId, resource),
  };
}

function findAccessPackage(
  http: GraphHttp,
  id: AccessPackageId,
): Promise<AccessPackage | undefined> {
  const path = graphPath`/identityGovernance/entitlementManagement/accessPackages/${id}?$expand=${expansion}`;
  return http.find({ operation: 'find-access-package', method: 'GET', path }, PackageAnswer);
}

async function findByName(
  http: GraphHttp,
  catalogId: CatalogId,
  displayName: string,
): Promise<AccessPackage | undefined> {
  const path = graphPath`/identityGovernance/entitlementManagement/accessPackages?$filter=displayName eq ${literal(displayName)} and catalog/id eq ${literal(catalogId)}&$expand=${expansion}`;
  const call = { operation: 'find-access-package-by-name', method: 'GET', path } as const;
  const { value } = await http.fetch(call, z.object({ value: z.array(PackageAnswer) }));
  return value[0];
}

async function search(
  http: GraphHttp,
  text: string,
  limit: number,
): Promise<readonly AccessPackage[]> {
  if (text.length > longestName || limit < 1) {
    return [];
  }
  const top = String(Math.min(limit, largestPage));
  const path =
    text === ''
      ? graphPath`/identityGovernance/entitlementManagement/accessPackages?$expand=${expansion}&$top=${top}`
      : graphPath`/identityGovernance/entitlementManagement/accessPackages?$filter=startsWith(displayName,${literal(text)})&$expand=${expansion}&$top=${top}`;
  const call = { operation: 'search-access-packages', method: 'GET', path } as const;
  const { value } = await http.fetch(call, z.object({ value: z.array(PackageAnswer) }));
  return value.slice(0, limit);
}

/** Resolves to the package that is there when another instance was faster. */
async function createAccessPackage(
  http: GraphHttp,
  wish: Parameters<Packages['createAccessPackage']>[0],
): Promise<AccessPackageId> {
  const { catalogId, displayName, description } = wish;
  const body = { displayName, description, isHidden: true, catalog: { id: catalogId } };
  const call = { operation: 'create-access-package', method: 'POST', path: base, body } as const;
  try {
    const { id } = await http.fetch(call, z.object({ id: AccessPackageId }));
    return id;
  } catch (error) {
    const isDuplicate = refusalOf(error)?.code === 'DuplicateAccessPackage';
    const existing = isDuplicate ? await findByName(http, catalogId, displayName) : undefined;
    if (existing === undefined) {
      throw error;
    }
    return existing.id;
  }
}

/**
 * A role scope's id is made of the ids of its role and scope, so a second one cannot come to be; what Graph
 * answers to the attempt is undocumented, hence the look after a refusal.
 */
async function addMemberRole(
  http: GraphHttp,
  accessPackageId: AccessPackageId,
  resource: CatalogResource,
): Promise<void> {
  const path = graphPath`/identityGovernance/entitlementManagement/accessPackages/${accessPackageId}/resourceRoleScopes`;
  const body = toRoleScope(resource);
  try {
    await http.run({ operation: 'add-member-role', method: 'POST', path, body });
  } catch (error) {
    const status = refusalOf(error)?.status;
    if (status !== 400 && status !== 409) {
      throw error;
    }
    const present = await findAccessPackage(http, accessPackageId);
    if (present?.memberOf.includes(resource.groupId) !== true) {
      throw error;
    }
  }
}

function toRoleScope({ id, groupId, memberRoleId, rootScopeId }: CatalogResource): object {
  if (memberRoleId === undefined || rootScopeId === undefined) {
    const detail = `add-member-role: the catalog shows no Member role of group ${groupId} yet`;
    throw new Problem('not-visible-yet', { detail, retryAfterMs: notVisibleYetMs });
  }
  const originSystem = 'AadGroup';
  return {
    role: {
      id: memberRoleId,
      displayName: 'Member',
      originId: `Member_${groupId}`,
      originSystem,
      resource: { id, originId: groupId, originSystem },
    },
    scope: { id: rootScopeId, originId: groupId, originSystem, isRootScope: true },
  };
}

/** What is not the Member role of a group counts as something else, even where it cannot be read. */
function contentsOf(
  scopes: readonly z.infer<typeof RoleScope>[],
  nextLink: string | null | undefined,
): Pick<AccessPackage, 'memberOf' | 'otherRoles'> {
  const members = scopes.flatMap((scope) => toMemberGroup(scope));
  const isCut = typeof nextLink === 'string';
  return {
    memberOf: [...new Set(members)],
    otherRoles: scopes.length - members.length + (isCut ? 1 : 0),
  };
}

function toMemberGroup({ role }: z.infer<typeof RoleScope>): readonly GroupId[] {
  const origin = /^member_(.+)$/i.exec(role?.originId ?? '')?.[1];
  const id = GroupId.safeParse(origin?.toLowerCase());
  return id.success ? [id.data] : [];
}
