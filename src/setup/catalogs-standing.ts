import {
  type CatalogAction,
  type CatalogStanding,
  findCatalogRefusal,
} from '../domain/catalog-authority.ts';
import type { Managing } from '../domain/catalog-view.ts';
import type { Catalog, CatalogRoleAssignment } from '../domain/entitlement.ts';
import { type CatalogId, GroupId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { CatalogDeps, CatalogUseCases } from './catalogs.ts';

/** A catalog with who manages it now, and what the actor is to it. */
export interface Standing {
  readonly catalog: Catalog;
  readonly roles: readonly Managing[];
  readonly standings: readonly CatalogStanding[];
}

/** Throws `catalog-not-found` when there is no such catalog, or none for this actor. */
export async function readStanding(
  deps: CatalogDeps,
  actor: Actor,
  id: CatalogId,
): Promise<Standing> {
  const [catalog, roles] = await Promise.all([
    deps.catalogs.findCatalogById(id),
    listManaging(deps, id),
  ]);
  if (catalog === undefined) {
    throw new Problem('catalog-not-found', { detail: id });
  }
  const standings = await standingsOf(deps, actor, roles);
  demand(standings, { kind: 'see' }, catalog.displayName);
  return { catalog, roles, standings };
}

/** Throws the reason why this may not be done; `subject` is what the reason is about. */
export function demand(
  standings: readonly CatalogStanding[],
  action: CatalogAction,
  subject: string,
): void {
  const refusal = findCatalogRefusal(standings, action);
  if (refusal !== undefined) {
    throw new Problem(refusal, { detail: subject });
  }
}

/** Owners and access package managers of a catalog. */
export async function listManaging(
  { catalogs }: Pick<CatalogDeps, 'catalogs'>,
  id: CatalogId,
): Promise<readonly Managing[]> {
  return (await catalogs.listRoleAssignments(id)).filter(isManaging);
}

/** Directly; a group that holds it does not count. */
export async function holdsRole(
  deps: Pick<CatalogDeps, 'catalogs'>,
  { catalogId, role, userId }: Parameters<CatalogUseCases['holdsRole']>[0],
): Promise<boolean> {
  const roles = await listManaging(deps, catalogId);
  return roles.some(
    (held) =>
      held.role === role && held.holder.kind === 'user' && held.holder.id.toLowerCase() === userId,
  );
}

function isManaging(assignment: CatalogRoleAssignment): assignment is Managing {
  return assignment.role === 'catalog-owner' || assignment.role === 'access-package-manager';
}

/** By object id alone, directly or as a member of a group that holds the role. */
export async function standingsOf(
  deps: CatalogDeps,
  actor: Actor,
  roles: readonly Managing[],
): Promise<readonly CatalogStanding[]> {
  if (deps.settings.administrators.includes(actor.id)) {
    return ['administrator'];
  }
  const standings = new Set<CatalogStanding>();
  for (const { role, holder } of roles) {
    if (!standings.has(role) && (await isHolder(deps, actor, holder))) {
      standings.add(role);
    }
  }
  return [...standings];
}

async function isHolder(
  { directory }: CatalogDeps,
  { id }: Actor,
  holder: Managing['holder'],
): Promise<boolean> {
  switch (holder.kind) {
    case 'user':
      return holder.id.toLowerCase() === id.toLowerCase();
    case 'group': {
      const groupId = GroupId.safeParse(holder.id);
      return groupId.success && directory.isMember(id, groupId.data);
    }
    case 'other':
      return false;
  }
}
