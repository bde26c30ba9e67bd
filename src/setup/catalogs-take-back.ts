import type { Managing, TakeBackPreview } from '../domain/catalog-view.ts';
import type { Actor } from '../domain/person.ts';
import type { CatalogDeps, CatalogUseCases, TakeBackWish } from './catalogs.ts';
import { audited } from './catalogs-audit.ts';
import { demand, readStanding } from './catalogs-standing.ts';

/** Who would lose which role, and whether the catalog would be left without an owner. */
export async function previewTakeBack(
  deps: CatalogDeps,
  actor: Actor,
  { catalogId, assignmentId }: TakeBackWish,
): Promise<TakeBackPreview | undefined> {
  const { catalog, roles, standings } = await readStanding(deps, actor, catalogId);
  const assignment = roles.find(({ id }) => id === assignmentId);
  const isLastOwner = assignment !== undefined && isLast(roles, assignment);
  demand(standings, { kind: 'take-back', isLastOwner }, catalog.displayName);
  return assignment && { catalog, assignment, isLastOwner };
}

interface TakingBack extends TakeBackWish {
  readonly formId: string;
  readonly before: Parameters<CatalogUseCases['takeBack']>[2];
}

/** Two owners who take each other's role back at the same time do so one after the other, and the second is refused. */
export async function takeBackRole(
  deps: CatalogDeps,
  actor: Actor,
  wish: TakingBack,
): Promise<TakeBackPreview | undefined> {
  const { catalogId, assignmentId, formId: operationId, before } = wish;
  return deps.locks.exclusively(`catalog-roles:${catalogId}`, async () => {
    const preview = await previewTakeBack(deps, actor, wish);
    if (preview === undefined) {
      return undefined;
    }
    const { role, holder } = preview.assignment;
    const act = {
      kind: 'remove-role',
      catalogId,
      role,
      holderId: holder.id,
      assignmentId,
    } as const;
    return audited(deps, { actor, operationId, act }, async () => {
      await before?.(preview);
      await deps.catalogs.removeRole(assignmentId);
      return { value: preview, catalogId };
    });
  });
}

/** An application that made the catalog is an owner too, but nobody one could ask. */
function isLast(roles: readonly Managing[], { id, role, holder }: Managing): boolean {
  const others = roles.filter(
    (other) => other.role === 'catalog-owner' && other.holder.kind !== 'other' && other.id !== id,
  );
  return role === 'catalog-owner' && holder.kind !== 'other' && others.length === 0;
}
