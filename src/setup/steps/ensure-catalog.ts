import type { Catalog } from '../../domain/entitlement.ts';
import type { Plan } from '../../domain/plan.ts';
import type { EntitlementManagement } from '../../domain/ports.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

type CatalogRef = Pick<Catalog, 'id' | 'displayName'>;

/**
 * The catalog that will hold the group: the one the plan names, or a new one. Names of catalogs are not unique in
 * Entra, so the caller lets nobody else look and create at the same time.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-catalogs
 */
export async function ensureCatalog(
  entitlement: EntitlementManagement,
  { id, displayName }: Plan['catalog'],
): Promise<StepResult<CatalogRef>> {
  const summary = `Picked the catalog ${displayName}.`;
  if (id !== undefined) {
    return { changed: false, summary, value: { id, displayName } };
  }
  const before = await entitlement.findCatalog(displayName);
  if (before !== undefined) {
    return { changed: false, summary, value: before };
  }
  const created = await entitlement.createCatalog(
    displayName,
    'Groups that Writeback puts into Active Directory on request.',
  );
  if ((await entitlement.findCatalog(displayName)) === undefined) {
    throw notVisibleYet(`catalog ${displayName}`);
  }
  return { changed: true, summary: `Created the catalog ${displayName}.`, value: created };
}
