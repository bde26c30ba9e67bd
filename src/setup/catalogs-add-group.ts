import type { Group } from '../domain/group.ts';
import type { Actor } from '../domain/person.ts';
import { refuseGroup } from '../domain/prerequisites.ts';
import { Problem } from '../domain/problem.ts';
import type { AddGroupWish, CatalogDeps } from './catalogs.ts';
import { audited } from './catalogs-audit.ts';
import { demand, readStanding } from './catalogs-standing.ts';

/**
 * Makes a group a resource of the catalog; the same again changes nothing. Refused are the groups that the procedure
 * refuses, since a package that gives one of those would never reach Active Directory.
 */
export async function addGroup(
  deps: CatalogDeps,
  actor: Actor,
  { formId: operationId, catalogId, groupId }: AddGroupWish,
): Promise<{ readonly changed: boolean; readonly groupName: string }> {
  const { catalog, standings } = await readStanding(deps, actor, catalogId);
  const [group, tenant, owners] = await Promise.all([
    deps.directory.findGroup(groupId),
    deps.directory.getWritebackTenant(),
    deps.inventory.listOwners(groupId),
  ]);
  const ownsGroup = owners.some(({ id }) => id === actor.id);
  demand(standings, { kind: 'add-group', ownsGroup }, group?.displayName ?? groupId);
  const known = presentGroup(group, groupId);
  const [refusal] = refuseGroup(known, tenant);
  if (refusal !== undefined) {
    throw new Problem(refusal.code, { detail: refusal.subject });
  }
  const groupName = known.displayName;
  return deps.locks.exclusively(`catalog-resource:${groupId}`, async () => {
    if ((await deps.entitlement.findResource(catalog.id, groupId)) !== undefined) {
      return { changed: false, groupName };
    }
    const act = { kind: 'add-group', catalogId, groupId } as const;
    return audited(deps, { actor, operationId, act }, async () => {
      await deps.entitlement.addResource(catalog.id, groupId);
      return { value: { changed: true, groupName }, catalogId };
    });
  });
}

function presentGroup(group: Group | undefined, id: string): Group {
  if (group === undefined) {
    throw new Problem('group-not-found', { detail: id });
  }
  return group;
}
