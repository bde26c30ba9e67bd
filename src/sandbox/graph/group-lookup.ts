import { guidPattern } from './guids.ts';
import { badRequest, resourceMissing } from './refusal.ts';
import { isReplicaBehind } from './replicas.ts';
import type { GroupRow } from './rows.ts';
import type { World } from './world.ts';

/** The group as some replica of the directory knows it. Raises 400 for what is no GUID, 404 for what is not there, and for a new group now and then. */
export function getGroupRow(world: World, id: string): GroupRow {
  if (!guidPattern.test(id)) {
    throw badRequest(`Invalid object identifier '${id}'.`);
  }
  const group = world.groups.get(id.toLowerCase());
  if (group === undefined || group.deletedAt !== undefined || isReplicaBehind(world, group)) {
    throw resourceMissing(id);
  }
  return group;
}

/** The living group with this uniqueName, whatever the replicas know. */
export function findByUniqueName(world: World, uniqueName: string): GroupRow | undefined {
  return world.groups.by('uniqueName', uniqueName).find((row) => row.deletedAt === undefined);
}
