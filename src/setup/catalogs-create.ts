import type { Complaint } from '../domain/complaint.ts';
import type { Catalog } from '../domain/entitlement.ts';
import type { Actor } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { CatalogDeps, NewCatalogWish } from './catalogs.ts';
import { audited } from './catalogs-audit.ts';
import { demand } from './catalogs-standing.ts';

export const longestCatalogName = 120;
export const longestCatalogDescription = 500;

/**
 * Creates a catalog once per form. Names are not unique in Entra, so nobody else, the procedure included, looks and
 * creates at the same time; what this form has begun is its own, also after a crash in the middle.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-catalogs
 */
export async function createCatalog(
  deps: CatalogDeps,
  actor: Actor,
  wish: NewCatalogWish,
): Promise<Catalog> {
  const isAdministrator = deps.settings.administrators.includes(actor.id);
  demand(isAdministrator ? ['administrator'] : [], { kind: 'create' }, 'a new catalog');
  const displayName = wish.displayName.trim();
  const description = wish.description.trim();
  const complaint = complainOfName(displayName) ?? complainOfDescription(description);
  if (complaint !== undefined) {
    throw new Problem('input-not-valid', { detail: complaint });
  }
  return deps.locks.exclusively(`catalog:${displayName}`, () =>
    createOnce(deps, actor, { ...wish, displayName, description }),
  );
}

function complainOfName(name: string): Complaint | undefined {
  if (name === '') {
    return 'catalog-name-missing';
  }
  // oxlint-disable-next-line no-control-regex -- exactly those are refused
  const isShowable = !/[\u0000-\u001F\u007F]/.test(name);
  if (!isShowable) {
    return 'catalog-name-not-showable';
  }
  return name.length > longestCatalogName ? 'catalog-name-too-long' : undefined;
}

function complainOfDescription(description: string): Complaint | undefined {
  return description.length > longestCatalogDescription
    ? 'catalog-description-too-long'
    : undefined;
}

async function createOnce(
  deps: CatalogDeps,
  actor: Actor,
  { formId: operationId, displayName, description }: NewCatalogWish,
): Promise<Catalog> {
  const before = await deps.catalogs.findCatalog(displayName);
  const made = await findMade(deps, actor, { operationId, displayName });
  if (made === 'nothing' && before !== undefined) {
    throw new Problem('catalog-name-taken', { detail: displayName });
  }
  const own = before ?? (typeof made === 'object' ? made : undefined);
  if (own !== undefined) {
    return own;
  }
  const act = { kind: 'create-catalog', displayName } as const;
  return audited(deps, { actor, operationId, act }, async () => {
    // Graph wants some description.
    const value = await deps.catalogs.createCatalog(displayName, description || displayName);
    await untilFound(deps, displayName);
    return { value, catalogId: value.id };
  });
}

/** What this form has made under this name: the catalog, something that was not recorded, or nothing. */
async function findMade(
  { administration }: CatalogDeps,
  { tenantId }: Actor,
  { operationId, displayName }: { readonly operationId: string; readonly displayName: string },
): Promise<Catalog | 'begun' | 'nothing'> {
  const events = await administration.listOperation(tenantId, operationId);
  const mine = events.filter(
    ({ act }) => act.kind === 'create-catalog' && act.displayName === displayName,
  );
  for (const { outcome } of mine) {
    if (outcome.kind === 'done') {
      return { id: outcome.catalogId, displayName, isPublished: true };
    }
  }
  return mine.length === 0 ? 'nothing' : 'begun';
}

const looks = 10;
const betweenLooksMs = 1000;

/** Whoever looks next shall find it; replicas of Entra may take some seconds, and then it is not waited for any more. */
async function untilFound({ catalogs, clock }: CatalogDeps, displayName: string): Promise<void> {
  for (let look = 1; look < looks; look += 1) {
    if ((await catalogs.findCatalog(displayName)) !== undefined) {
      return;
    }
    await clock.sleep(betweenLooksMs);
  }
}
