import type { CatalogRole } from './approval-policy.ts';
import type { ProblemCode } from './problem.ts';

/** What somebody is to one catalog at this moment: read live from Graph by object id, or named in the settings. */
export type CatalogStanding = 'administrator' | CatalogRole;

/** What somebody wants to do with a catalog, with the facts that decide it. */
export type CatalogAction =
  | { readonly kind: 'see' }
  | { readonly kind: 'create' }
  /** `ownsGroup`: the actor owns the group in Microsoft Entra. */
  | { readonly kind: 'add-group'; readonly ownsGroup: boolean }
  | { readonly kind: 'delegate' }
  /** `isLastOwner`: nobody would own the catalog afterwards. */
  | { readonly kind: 'take-back'; readonly isLastOwner: boolean };

/** What a card may offer; each is decided again when it is done. */
export type CatalogOption = 'add-group' | 'delegate' | 'take-back';

/**
 * Why this may not be done, or undefined when it may. A catalog that somebody is nothing to does not exist for them.
 * Owners add only groups that are their own, as Microsoft has it: the bot could add any, and whoever may make packages
 * of a catalog's groups could give themselves every one of them.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
export function findCatalogRefusal(
  standings: readonly CatalogStanding[],
  action: CatalogAction,
): ProblemCode | undefined {
  if (standings.includes('administrator')) {
    return undefined;
  }
  if (action.kind === 'create') {
    return 'not-allowed';
  }
  if (standings.length === 0) {
    return 'catalog-not-found';
  }
  if (action.kind === 'see') {
    return undefined;
  }
  return standings.includes('catalog-owner') ? refuseOwner(action) : 'not-allowed';
}

function refuseOwner(
  action: Extract<CatalogAction, { readonly kind: CatalogOption }>,
): ProblemCode | undefined {
  switch (action.kind) {
    case 'add-group':
      return action.ownsGroup ? undefined : 'group-not-owned';
    case 'delegate':
      return undefined;
    case 'take-back':
      return action.isLastOwner ? 'catalog-last-owner' : undefined;
  }
}

/** What to offer: whatever some fact could still permit. */
export function catalogOptions(standings: readonly CatalogStanding[]): readonly CatalogOption[] {
  const all: readonly Extract<CatalogAction, { readonly kind: CatalogOption }>[] = [
    { kind: 'add-group', ownsGroup: true },
    { kind: 'delegate' },
    { kind: 'take-back', isLastOwner: false },
  ];
  return all
    .filter((action) => findCatalogRefusal(standings, action) === undefined)
    .map(({ kind }) => kind);
}
