import { catalogOptions } from '../domain/catalog-authority.ts';
import type { CatalogGroup, CatalogView } from '../domain/catalog-view.ts';
import type { CatalogEntry } from '../domain/entitlement.ts';
import { type CatalogId, GroupId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import { isProblem } from '../domain/problem.ts';
import type { CatalogDeps } from './catalogs.ts';
import { readStanding } from './catalogs-standing.ts';
import { inParallel } from './in-parallel.ts';

/** As many as the card shows; the writeback of each is a call of its own. */
const lookedAt = 10;
const atOnce = 5;

/** Everything about one catalog, for whoever owns or manages it. Throws `catalog-not-found`. */
export async function viewCatalog(
  deps: CatalogDeps,
  actor: Actor,
  id: CatalogId,
): Promise<CatalogView> {
  const { catalog, roles, standings } = await readStanding(deps, actor, id);
  const [resources = [], packages] = await Promise.all([
    deps.catalogs.listCatalogResources(id),
    deps.catalogs.listAccessPackages(id),
  ]);
  const groups = resources.filter(({ kind }) => kind === 'group');
  return {
    catalog,
    groups: await withWriteback(deps, groups),
    otherResources: resources.length - groups.length,
    packages,
    roles,
    options: catalogOptions(standings),
  };
}

async function withWriteback(
  deps: CatalogDeps,
  entries: readonly CatalogEntry[],
): Promise<readonly CatalogGroup[]> {
  const known = new Map<string, CatalogGroup['writeback']>();
  await inParallel(atOnce, entries.slice(0, lookedAt), async ({ originId }) => {
    known.set(originId, await writebackOf(deps, originId));
  });
  return entries.map(({ originId, displayName }) => ({
    id: originId,
    displayName,
    writeback: known.get(originId) ?? 'unknown',
  }));
}

/** One group that does not answer is no reason to show none. */
async function writebackOf(
  { directory, log }: CatalogDeps,
  originId: string,
): Promise<CatalogGroup['writeback']> {
  const id = GroupId.safeParse(originId);
  if (!id.success) {
    return 'unknown';
  }
  try {
    const group = await directory.findGroup(id.data);
    if (group === undefined) {
      return 'unknown';
    }
    const { isEnabled } = group.writeback;
    return isEnabled === undefined ? 'undecided' : onOrOff(isEnabled);
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    log.info({ groupId: originId, code: error.code }, 'the writeback of a group is not known');
    return 'unknown';
  }
}

function onOrOff(isEnabled: boolean): 'on' | 'off' {
  return isEnabled ? 'on' : 'off';
}
