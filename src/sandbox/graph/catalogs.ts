import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { createdAnswer, entityAnswer } from './collection.ts';
import {
  entitlementRoot,
  listAnswer,
  readPermission,
  writePermission,
} from './entitlement-query.ts';
import { catalogView, resourceView, rolesOf } from './entitlement-views.ts';
import { demanded } from './filter-match.ts';
import { invalidModel, refuseEntitlement } from './refusal.ts';
import type { CatalogRow } from './rows.ts';
import type { World } from './world.ts';

const NewCatalog = z.strictObject({
  displayName: z.string().min(1),
  description: z.string().nullable().optional(),
  state: z.enum(['published', 'unpublished']).optional(),
  isExternallyVisible: z.boolean().optional(),
});

const root = `${entitlementRoot}/catalogs`;
const version = 'v1.0';
const named = ['eq', 'in', 'startswith', 'contains'];

export const catalogRoutes: readonly Route[] = [
  { method: 'GET', version, path: root, permission: readPermission, handle: listCatalogs },
  { method: 'POST', version, path: root, permission: writePermission, handle: createCatalog },
  { method: 'GET', version, path: `${root}/{}`, permission: readPermission, handle: getCatalog },
  {
    method: 'GET',
    version,
    path: `${root}/{}/resources`,
    permission: readPermission,
    handle: listResources,
  },
  {
    method: 'GET',
    version,
    path: `${root}/{}/resourceRoles`,
    permission: readPermission,
    handle: listRoles,
  },
];

function listCatalogs(world: World, call: Call): Answer {
  return listAnswer(call, {
    rows: () => world.catalogs.all(),
    view: (row) => catalogView(world, row),
    resource: 'accessPackageCatalog',
    filters: {
      id: ['eq', 'in'],
      displayName: named,
      state: ['eq'],
      catalogType: ['eq'],
      isExternallyVisible: ['eq'],
    },
    tail: 'catalogs',
  });
}

/** Raises 404 CatalogNotFound. */
export function getCatalogRow(world: World, id: string): CatalogRow {
  const catalog = world.catalogs.get(id.toLowerCase());
  if (catalog === undefined) {
    throw refuseEntitlement(404, 'CatalogNotFound', 'The catalog was not found.');
  }
  return catalog;
}

function getCatalog(world: World, call: Call): Answer {
  const view = catalogView(world, getCatalogRow(world, param(call)));
  return entityAnswer(call, view, root);
}

function createCatalog(world: World, call: Call): Answer {
  const sent = NewCatalog.safeParse(call.body);
  if (!sent.success) {
    throw invalidModel();
  }
  const row: CatalogRow = {
    id: randomUUID(),
    createdAt: world.now(),
    displayName: sent.data.displayName,
    description: sent.data.description ?? '',
    catalogType: 'userManaged',
    state: sent.data.state ?? 'published',
    isExternallyVisible: sent.data.isExternallyVisible ?? false,
  };
  world.catalogs.put(row);
  const effects = [{ kind: 'catalog-created', id: row.id }] as const;
  return { ...createdAnswer(call, catalogView(world, row), root), effects };
}

function listResources(world: World, call: Call): Answer {
  const catalog = getCatalogRow(world, param(call));
  return listAnswer(call, {
    rows: (filter) => {
      const groupId = demanded(filter, 'originId');
      return groupId === undefined
        ? world.resources.by('catalog', catalog.id)
        : world.resources.by('group', groupId).filter((row) => row.catalogId === catalog.id);
    },
    view: (row) => resourceView(world, row),
    resource: 'accessPackageResource',
    filters: { id: ['eq', 'in'], originId: ['eq', 'in'], originSystem: ['eq'], displayName: named },
    tail: `catalogs('${catalog.id}')/resources`,
  });
}

function listRoles(world: World, call: Call): Answer {
  const catalog = getCatalogRow(world, param(call));
  return listAnswer(call, {
    rows: (filter) => {
      const only = demanded(filter, 'resource/id');
      const rows = world.resources.by('catalog', catalog.id);
      return rows
        .filter((row) => only === undefined || row.id === only)
        .flatMap((row) => rolesOf(world, row));
    },
    view: (view) => view,
    resource: 'accessPackageResourceRole',
    filters: {
      originSystem: ['eq'],
      originId: ['eq'],
      displayName: named,
      'resource/id': ['eq'],
      'resource/originId': ['eq'],
    },
    tail: `catalogs('${catalog.id}')/resourceRoles`,
  });
}
