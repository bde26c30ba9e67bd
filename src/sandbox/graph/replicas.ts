import type { GroupRow } from './rows.ts';
import { fractionOf } from './seeded.ts';
import type { World } from './world.ts';

/** Whether the replica that happens to answer has not heard of this new group yet. */
export function isReplicaBehind(world: World, group: GroupRow): boolean {
  const age = world.now() - group.createdAt;
  const longest = world.lags.directoryReplica;
  return age < longest && age < longest * fractionOf(group.id) && world.random.next() < 0.5;
}

/** Whether entitlement management, which keeps its own copy of the directory, knows the group. */
export function isKnownToEntitlement(world: World, group: GroupRow): boolean {
  const lag = world.lags.entitlementGroup * (0.75 + fractionOf(group.id) / 2);
  return world.now() - group.createdAt >= lag;
}

/** Whether the index that answers queries with `ConsistencyLevel: eventual` has the group. */
export function isIndexed(world: World, group: GroupRow): boolean {
  return world.now() - group.createdAt >= world.lags.eventualIndex;
}
