import type { CatalogRole } from '../domain/approval-policy.ts';
import type { DelegationPreview } from '../domain/catalog-view.ts';
import type { Actor, DirectoryUser } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { CatalogDeps, CatalogUseCases, DelegationWish } from './catalogs.ts';
import { audited } from './catalogs-audit.ts';
import { demand, readStanding, type Standing } from './catalogs-standing.ts';
import { findPerson } from './request-facts.ts';

/** Who would get which role, as it stands. */
export async function previewDelegation(
  deps: CatalogDeps,
  actor: Actor,
  { catalogId, person: text, role }: DelegationWish,
): Promise<DelegationPreview> {
  const standing = await readDelegable(deps, actor, catalogId);
  const person = await findDelegate(deps, actor, text);
  return { catalog: standing.catalog, role, person, isHeld: isHeld(standing, person, role) };
}

type Delegating = Parameters<CatalogUseCases['delegate']>[1] & {
  readonly before: Parameters<CatalogUseCases['delegate']>[2];
};

/** Gives the role. One change of a catalog's roles at a time, each on what is there at that moment. */
export async function delegateRole(
  deps: CatalogDeps,
  actor: Actor,
  { catalogId, userId, role, formId: operationId, before }: Delegating,
): Promise<DelegationPreview> {
  return deps.locks.exclusively(`catalog-roles:${catalogId}`, async () => {
    const preview = await previewDelegation(deps, actor, { catalogId, person: userId, role });
    if (preview.isHeld) {
      return preview;
    }
    const act = { kind: 'assign-role', catalogId, role, userId } as const;
    return audited(deps, { actor, operationId, act }, async () => {
      await before?.(preview);
      await deps.catalogs.assignRole(catalogId, role, userId);
      return { value: preview, catalogId };
    });
  });
}

async function readDelegable(
  deps: CatalogDeps,
  actor: Actor,
  catalogId: DelegationWish['catalogId'],
): Promise<Standing> {
  const standing = await readStanding(deps, actor, catalogId);
  demand(standing.standings, { kind: 'delegate' }, standing.catalog.displayName);
  return standing;
}

async function findDelegate(deps: CatalogDeps, actor: Actor, text: string): Promise<DirectoryUser> {
  const user = await findPerson(deps, actor, text);
  if (user === undefined) {
    throw new Problem('user-not-found', { detail: text });
  }
  if (!user.accountEnabled) {
    throw new Problem('user-is-disabled', { detail: user.displayName });
  }
  if (user.userType === 'Guest' && deps.settings.guestsMayApprove !== true) {
    throw new Problem('user-is-guest', { detail: user.displayName });
  }
  return user;
}

function isHeld({ roles }: Standing, { id }: DirectoryUser, role: CatalogRole): boolean {
  return roles.some(
    (held) => held.role === role && held.holder.id.toLowerCase() === id.toLowerCase(),
  );
}
