import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { getCatalogRow } from './catalogs.ts';
import { createdAnswer, entityAnswer } from './collection.ts';
import {
  entitlementRoot,
  listAnswer,
  readPermission,
  writePermission,
} from './entitlement-query.ts';
import { packageView } from './entitlement-views.ts';
import { demanded } from './filter-match.ts';
import { isLive } from './progress.ts';
import { invalidModel, refuseEntitlement } from './refusal.ts';
import type { PackageRow } from './rows.ts';
import type { World } from './world.ts';

const NewPackage = z.strictObject({
  displayName: z.string().min(1),
  description: z.string().nullable().optional(),
  isHidden: z.boolean().optional(),
  catalog: z.object({ id: z.string() }),
});

const root = `${entitlementRoot}/accessPackages`;
const version = 'v1.0';

export const accessPackageRoutes: readonly Route[] = [
  { method: 'GET', version, path: root, permission: readPermission, handle: listPackages },
  { method: 'POST', version, path: root, permission: writePermission, handle: createPackage },
  { method: 'GET', version, path: `${root}/{}`, permission: readPermission, handle: getPackage },
  {
    method: 'DELETE',
    version,
    path: `${root}/{}`,
    permission: writePermission,
    handle: deletePackage,
  },
];

function listPackages(world: World, call: Call): Answer {
  return listAnswer(call, {
    rows: (filter) => {
      const catalogId = demanded(filter, 'catalog/id');
      return catalogId === undefined
        ? world.packages.all()
        : world.packages.by('catalog', catalogId);
    },
    view: (row) => packageView(world, row),
    resource: 'accessPackage',
    filters: {
      id: ['eq', 'in'],
      displayName: ['eq', 'in', 'startswith', 'contains'],
      isHidden: ['eq'],
      'catalog/id': ['eq', 'in'],
      'catalog/displayName': ['eq'],
    },
    tail: 'accessPackages',
  });
}

/** Raises 404 AccessPackageNotFound. */
export function getPackageRow(world: World, id: string): PackageRow {
  const row = world.packages.get(id.toLowerCase());
  if (row === undefined) {
    throw refuseEntitlement(404, 'AccessPackageNotFound', 'The access package was not found.');
  }
  return row;
}

function getPackage(world: World, call: Call): Answer {
  return entityAnswer(call, packageView(world, getPackageRow(world, param(call))), root);
}

function createPackage(world: World, call: Call): Answer {
  const sent = NewPackage.safeParse(call.body);
  if (!sent.success) {
    throw invalidModel();
  }
  const catalog = getCatalogRow(world, sent.data.catalog.id);
  const name = sent.data.displayName.toLowerCase();
  if (
    world.packages.by('catalog', catalog.id).some((row) => row.displayName.toLowerCase() === name)
  ) {
    throw refuseEntitlement(
      400,
      'DuplicateAccessPackage',
      'An access package with the same name already exists in the catalog.',
    );
  }
  const now = world.now();
  const row: PackageRow = {
    id: randomUUID(),
    createdAt: now,
    modifiedAt: now,
    catalogId: catalog.id,
    displayName: sent.data.displayName,
    description: sent.data.description ?? '',
    isHidden: sent.data.isHidden ?? false,
  };
  world.packages.put(row);
  const effects = [{ kind: 'access-package-created', id: row.id }] as const;
  return { ...createdAnswer(call, packageView(world, row), root), effects };
}

function deletePackage(world: World, call: Call): Answer {
  const row = getPackageRow(world, param(call));
  if (world.assignments.by('package', row.id).some((item) => isLive(world, item))) {
    throw refuseEntitlement(
      400,
      'AccessPackageHasAssignments',
      'The access package has active assignments.',
    );
  }
  for (const policy of world.policies.by('package', row.id)) {
    world.policies.delete(policy.id);
  }
  for (const scope of world.roleScopes.by('package', row.id)) {
    world.roleScopes.delete(scope.id);
  }
  world.packages.delete(row.id);
  return { status: 204, effects: [{ kind: 'access-package-deleted', id: row.id }] };
}
