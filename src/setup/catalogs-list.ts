import type { CatalogList, CatalogSummary, Managing } from '../domain/catalog-view.ts';
import type { Catalog } from '../domain/entitlement.ts';
import type { CatalogId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { CatalogDeps } from './catalogs.ts';
import { listManaging, standingsOf } from './catalogs-standing.ts';
import { inParallel } from './in-parallel.ts';

/** So many are looked through. */
const lookedAt = 200;
/** So many are shown; each costs three calls. */
const shown = 8;
const atOnce = 6;

/** Administrators see all catalogs; others those they own or manage, and for the rest it is as if there were none. */
export async function listCatalogs(
  deps: CatalogDeps,
  actor: Actor,
  name = '',
): Promise<CatalogList> {
  const wanted = name.trim().toLowerCase();
  const all = await deps.catalogs.listCatalogs(lookedAt);
  const named = all.filter(({ displayName }) => displayName.toLowerCase().startsWith(wanted));
  const mayCreate = deps.settings.administrators.includes(actor.id);
  const mine = mayCreate ? named : await managedBy(deps, actor, named);
  const entries = await summarize(deps, mine.slice(0, shown));
  return { entries, hidden: Math.max(0, mine.length - shown), mayCreate };
}

async function managedBy(
  deps: CatalogDeps,
  actor: Actor,
  catalogs: readonly Catalog[],
): Promise<readonly Catalog[]> {
  const mine = new Set<CatalogId>();
  await inParallel(atOnce, catalogs, async ({ id }) => {
    const roles = await listManaging(deps, id);
    if ((await standingsOf(deps, actor, roles)).length > 0) {
      mine.add(id);
    }
  });
  return catalogs.filter(({ id }) => mine.has(id));
}

async function summarize(
  deps: CatalogDeps,
  catalogs: readonly Catalog[],
): Promise<readonly CatalogSummary[]> {
  const found = new Map<CatalogId, CatalogSummary>();
  await inParallel(atOnce, catalogs, async (catalog) => {
    const [resources, packages, roles] = await Promise.all([
      deps.catalogs.listCatalogResources(catalog.id),
      deps.catalogs.listAccessPackages(catalog.id),
      listManaging(deps, catalog.id),
    ]);
    found.set(catalog.id, toSummary(catalog, { resources, packages, roles }));
  });
  return catalogs.flatMap(({ id }) => found.get(id) ?? []);
}

function toSummary(
  catalog: Catalog,
  counted: {
    readonly resources: readonly unknown[] | undefined;
    readonly packages: readonly unknown[];
    readonly roles: readonly Managing[];
  },
): CatalogSummary {
  const { resources = [], packages, roles } = counted;
  return { catalog, resources: resources.length, packages: packages.length, roles };
}
