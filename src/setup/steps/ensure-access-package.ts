import type { AccessPackage, Catalog } from '../../domain/entitlement.ts';
import type { Group } from '../../domain/group.ts';
import type { AccessPackageChoice } from '../../domain/plan.ts';
import type { EntitlementManagement } from '../../domain/ports.ts';
import { Problem } from '../../domain/problem.ts';
import { findOwnPackage, requireOnly } from '../own-package.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

export interface AccessPackageWish {
  readonly catalog: Pick<Catalog, 'id' | 'displayName'>;
  readonly group: Pick<Group, 'id' | 'displayName'>;
  readonly choice: AccessPackageChoice;
  readonly displayName: string;
}

/**
 * Step 3, middle: the access package, one that the requester chose or one of our own. Either gives membership of this
 * group and nothing else, because whoever is assigned gets everything in it.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-accesspackages
 */
export async function ensureAccessPackage(
  entitlement: EntitlementManagement,
  wish: AccessPackageWish,
): Promise<StepResult<AccessPackage>> {
  if (wish.choice.kind === 'existing') {
    const chosen = await entitlement.findAccessPackage(wish.choice.id);
    if (chosen === undefined) {
      throw new Problem('access-package-not-found', {
        detail: `access package ${wish.choice.id} no longer exists`,
      });
    }
    requireOnly(chosen, wish.group.id, wish.choice);
    return picked(chosen);
  }
  const { displayName, found } = await findOwnPackage(entitlement, {
    catalogId: wish.catalog.id,
    groupId: wish.group.id,
    displayName: wish.displayName,
  });
  return found === undefined ? create(entitlement, wish, displayName) : picked(found);
}

async function create(
  entitlement: EntitlementManagement,
  wish: AccessPackageWish,
  displayName: string,
): Promise<StepResult<AccessPackage>> {
  const id = await entitlement.createAccessPackage({
    catalogId: wish.catalog.id,
    displayName,
    description: `Membership of ${wish.group.displayName}, written back to Active Directory.`,
  });
  const created = await entitlement.findAccessPackage(id);
  if (created === undefined) {
    throw notVisibleYet(`access package ${id}`);
  }
  const summary = `Created the access package ${displayName}.`;
  return { changed: true, summary, subject: displayName, value: created };
}

function picked(accessPackage: AccessPackage): StepResult<AccessPackage> {
  const summary = `Picked the access package ${accessPackage.displayName}.`;
  const subject = accessPackage.displayName;
  return { changed: false, summary, subject, value: accessPackage };
}
