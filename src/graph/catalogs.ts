import { z } from 'zod';
import type { Catalog, CatalogResource } from '../domain/entitlement.ts';
import { CatalogId, type GroupId } from '../domain/ids.ts';
import type { EntitlementManagement } from '../domain/ports.ts';
import { refusalOf } from './graph-failure.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';

export const catalogFields = 'id,displayName,state';

export const CatalogAnswer = z
  .object({ id: CatalogId, displayName: z.string(), state: z.string().nullish() })
  .transform(({ id, displayName, state }) => ({
    id,
    displayName,
    isPublished: state?.toLowerCase() === 'published',
  }));

const Role = z.object({ id: z.string(), originId: z.string().nullish() });
const Scope = z.object({
  id: z.string(),
  originId: z.string().nullish(),
  isRootScope: z.boolean().nullish(),
});
const Resource = z.object({
  id: z.string(),
  roles: z.array(Role).nullish(),
  scopes: z.array(Scope).nullish(),
});

/** https://learn.microsoft.com/graph/api/resources/accesspackagecatalog */
export function catalogs(
  http: GraphHttp,
): Pick<EntitlementManagement, 'findCatalog' | 'createCatalog' | 'findResource' | 'addResource'> {
  return {
    findCatalog: (displayName) => findCatalog(http, displayName),
    createCatalog: (displayName, description) => createCatalog(http, displayName, description),
    findResource: (catalogId, groupId) => findResource(http, catalogId, groupId),
    addResource: (catalogId, groupId) => addResource(http, catalogId, groupId),
  };
}

/** Graph compares without regard to case and protects no name: the exact spelling wins, the first of the others is taken. */
async function findCatalog(http: GraphHttp, displayName: string): Promise<Catalog | undefined> {
  const path = graphPath`/identityGovernance/entitlementManagement/catalogs?$filter=displayName eq ${literal(displayName)}&$select=${catalogFields}`;
  const call = { operation: 'find-catalog', method: 'GET', path } as const;
  const { value } = await http.fetch(call, z.object({ value: z.array(CatalogAnswer) }));
  return value.find((catalog) => catalog.displayName === displayName) ?? value[0];
}

function createCatalog(
  http: GraphHttp,
  displayName: string,
  description: string,
): Promise<Catalog> {
  const call = {
    operation: 'create-catalog',
    method: 'POST',
    path: '/identityGovernance/entitlementManagement/catalogs',
    body: { displayName, description, state: 'published', isExternallyVisible: false },
  } as const;
  return http.fetch(call, CatalogAnswer);
}

async function addResource(http: GraphHttp, catalogId: CatalogId, groupId: GroupId): Promise<void> {
  const body = {
    requestType: 'adminAdd',
    catalog: { id: catalogId },
    resource: { originId: groupId, originSystem: 'AadGroup' },
  };
  const path = '/identityGovernance/entitlementManagement/resourceRequests';
  try {
    await http.run({ operation: 'add-resource', method: 'POST', path, body });
  } catch (error) {
    if (refusalOf(error)?.code !== 'ResourceAlreadyOnboarded') {
      throw error;
    }
  }
}

async function findResource(
  http: GraphHttp,
  catalogId: CatalogId,
  groupId: GroupId,
): Promise<CatalogResource | undefined> {
  const path = graphPath`/identityGovernance/entitlementManagement/catalogs/${catalogId}/resources?$filter=originId eq ${literal(groupId)}&$expand=roles,scopes`;
  const call = { operation: 'find-resource', method: 'GET', path } as const;
  const { value } = await http.fetch(call, z.object({ value: z.array(Resource) }));
  const found = value[0];
  if (found === undefined) {
    return undefined;
  }
  const scope = found.scopes?.find(({ isRootScope }) => isRootScope === true);
  const memberRoleId =
    memberRole(found.roles ?? [], groupId) ??
    (await findMemberRole(http, catalogId, { id: found.id, groupId }));
  return { id: found.id, groupId, memberRoleId, rootScopeId: scope?.id };
}

/** Right after the add, the expanded roles can be empty while this list has them already. */
async function findMemberRole(
  http: GraphHttp,
  catalogId: CatalogId,
  resource: { readonly id: string; readonly groupId: GroupId },
): Promise<string | undefined> {
  const path = graphPath`/identityGovernance/entitlementManagement/catalogs/${catalogId}/resourceRoles?$filter=originSystem eq 'AadGroup' and resource/id eq ${literal(resource.id)}&$expand=resource`;
  const call = { operation: 'find-resource-role', method: 'GET', path } as const;
  const { value } = await http.fetch(call, z.object({ value: z.array(Role) }));
  return memberRole(value, resource.groupId);
}

function memberRole(roles: readonly z.infer<typeof Role>[], groupId: GroupId): string | undefined {
  const wanted = `member_${groupId.toLowerCase()}`;
  return roles.find((role) => role.originId?.toLowerCase() === wanted)?.id;
}
