import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { createdAnswer } from './collection.ts';
import {
  entitlementRoot,
  listAnswer,
  readPermission,
  writePermission,
} from './entitlement-query.ts';
import { catalogView, resourceView } from './entitlement-views.ts';
import { isExchangeGroup } from './group-view.ts';
import { invalidModel, refuseEntitlement } from './refusal.ts';
import { isKnownToEntitlement } from './replicas.ts';
import type { CatalogRow, GroupRow, ResourceRequestRow, ResourceRow } from './rows.ts';
import type { View } from './view.ts';
import { toIso, type World } from './world.ts';

const NewRequest = z.strictObject({
  requestType: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(['adminadd', 'adminremove'])),
  catalog: z.object({ id: z.string() }),
  justification: z.string().optional(),
  resource: z.object({
    id: z.string().optional(),
    originId: z.string().optional(),
    originSystem: z.literal('AadGroup').optional(),
  }),
});
type NewRequest = z.infer<typeof NewRequest>;

const root = `${entitlementRoot}/resourceRequests`;
const version = 'v1.0';

export const resourceRequestRoutes: readonly Route[] = [
  { method: 'GET', version, path: root, permission: readPermission, handle: listRequests },
  { method: 'POST', version, path: root, permission: writePermission, handle: createRequest },
];

function createRequest(world: World, call: Call): Answer {
  const sent = NewRequest.safeParse(call.body);
  const catalog = sent.success ? world.catalogs.get(sent.data.catalog.id.toLowerCase()) : undefined;
  if (!sent.success || catalog === undefined) {
    throw invalidModel();
  }
  return sent.data.requestType === 'adminadd'
    ? addResource(world, call, { catalog, sent: sent.data })
    : removeResource(world, call, { catalog, sent: sent.data });
}

interface Asked {
  readonly catalog: CatalogRow;
  readonly sent: NewRequest;
}

function addResource(world: World, call: Call, { catalog, sent }: Asked): Answer {
  const { originId, originSystem } = sent.resource;
  if (originId === undefined || originSystem === undefined) {
    throw invalidModel();
  }
  const group = getSuitableGroup(world, originId.toLowerCase());
  if (findResource(world, catalog.id, group.id) !== undefined) {
    throw refuseEntitlement(
      400,
      'ResourceAlreadyOnboarded',
      'The specified resource is already onboarded to ELM.',
    );
  }
  const row: ResourceRow = {
    id: randomUUID(),
    createdAt: world.now(),
    catalogId: catalog.id,
    groupId: group.id,
    displayName: group.properties.displayName,
    description: group.properties.description,
    memberRoleId: randomUUID(),
    ownerRoleId: randomUUID(),
    scopeId: randomUUID(),
  };
  world.resources.put(row);
  const effects = [{ kind: 'resource-added', id: row.id }] as const;
  return { ...recordRequest(world, call, { resource: row, requestType: 'adminAdd' }), effects };
}

/** Refuses a group that entitlement management does not know yet, cannot manage or may not be managed by the caller. */
function getSuitableGroup(world: World, groupId: string): GroupRow {
  const group = world.groups.get(groupId);
  if (group === undefined || group.deletedAt !== undefined || !isKnownToEntitlement(world, group)) {
    throw refuseEntitlement(
      400,
      'ResourceNotFoundInOriginSystem',
      'The resource was not found in the origin system.',
    );
  }
  const { properties } = group;
  const isDynamic = properties.groupTypes.includes('DynamicMembership');
  if (properties.onPremisesSyncEnabled === true || isDynamic || isExchangeGroup(properties)) {
    throw invalidModel();
  }
  if (
    properties.isAssignableToRole === true ||
    world.tenant().missingPermissions.includes('Group.ReadWrite.All')
  ) {
    throw refuseEntitlement(400, 'CallerNotResourceOwner', 'The caller is not the resource owner.');
  }
  return group;
}

function removeResource(world: World, call: Call, { catalog, sent }: Asked): Answer {
  const { id, originId } = sent.resource;
  const row =
    id === undefined
      ? findResource(world, catalog.id, originId ?? '')
      : world.resources.get(id.toLowerCase());
  if (row === undefined || row.catalogId !== catalog.id) {
    throw refuseEntitlement(404, 'ResourceNotFound', 'The resource was not found.');
  }
  if (world.roleScopes.by('resource', row.id).length > 0) {
    throw refuseEntitlement(400, 'ResourceInUse', 'The resource is used by an access package.');
  }
  const answer = recordRequest(world, call, { resource: row, requestType: 'adminRemove' });
  world.resources.delete(row.id);
  return { ...answer, effects: [{ kind: 'resource-removed', id: row.id }] };
}

function findResource(world: World, catalogId: string, groupId: string): ResourceRow | undefined {
  return world.resources.by('group', groupId).find((row) => row.catalogId === catalogId);
}

/** The answer does not carry the resource: the caller has to read it. */
function recordRequest(
  world: World,
  call: Call,
  made: { resource: ResourceRow; requestType: string },
): Answer {
  const row: ResourceRequestRow = {
    id: randomUUID(),
    createdAt: world.now(),
    requestType: made.requestType,
    catalogId: made.resource.catalogId,
    resourceId: made.resource.id,
  };
  world.resourceRequests.put(row);
  return createdAnswer(call, requestView(world, row), root);
}

function requestView(world: World, row: ResourceRequestRow): View {
  const properties = {
    id: row.id,
    requestType: row.requestType,
    state: 'delivered',
    createdDateTime: toIso(row.createdAt),
  };
  const catalog = world.catalogs.get(row.catalogId);
  const resource = world.resources.get(row.resourceId);
  const related = {
    catalog: () => (catalog === undefined ? null : catalogView(world, catalog)),
    resource: () => (resource === undefined ? null : resourceView(world, resource)),
  };
  return { type: 'accessPackageResourceRequest', properties, related };
}

function listRequests(world: World, call: Call): Answer {
  return listAnswer(call, {
    rows: () => world.resourceRequests.all(),
    view: (row) => requestView(world, row),
    resource: 'accessPackageResourceRequest',
    filters: {
      id: ['eq'],
      requestType: ['eq'],
      state: ['eq'],
      'catalog/id': ['eq'],
      'resource/id': ['eq'],
      'resource/originId': ['eq'],
    },
    tail: 'resourceRequests',
  });
}
