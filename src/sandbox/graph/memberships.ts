import type { GroupRow, MembershipRow, UserRow } from './rows.ts';
import type { World } from './world.ts';

/** One for each pair of group and person. */
export function membershipId(groupId: string, userId: string): string {
  return `${groupId}/${userId}`;
}

/** Whether the person is in the group at this moment. */
export function isMember(world: World, groupId: string, userId: string): boolean {
  const row = world.memberships.get(membershipId(groupId, userId));
  return row !== undefined && isInForce(row, world.now());
}

/** The group's members at this moment. */
export function membersOf(world: World, groupId: string): readonly UserRow[] {
  const now = world.now();
  const members: UserRow[] = [];
  for (const row of world.memberships.by('group', groupId)) {
    const user = world.users.get(row.userId);
    if (user !== undefined && isInForce(row, now)) {
      members.push(user);
    }
  }
  return members;
}

/** The groups that are members of the group at this moment. */
export function nestedGroupsOf(world: World, groupId: string): readonly GroupRow[] {
  const now = world.now();
  const nested: GroupRow[] = [];
  for (const row of world.memberships.by('group', groupId)) {
    const group = world.groups.get(row.userId);
    if (group !== undefined && group.deletedAt === undefined && isInForce(row, now)) {
      nested.push(group);
    }
  }
  return nested;
}

/** Everybody in the group or in a group inside it, each once. */
export function transitiveMembersOf(world: World, groupId: string): readonly UserRow[] {
  const people = new Map<string, UserRow>();
  const seen = new Set<string>();
  const open = [groupId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (!seen.has(id)) {
      seen.add(id);
      membersOf(world, id).forEach((user) => people.set(user.id, user));
      open.push(...nestedGroupsOf(world, id).map((group) => group.id));
    }
  }
  return [...people.values()];
}

/** The ids of the groups that the user is in at this moment. */
export function groupIdsOf(world: World, userId: string): readonly string[] {
  const now = world.now();
  const rows = world.memberships.by('user', userId).filter((row) => isInForce(row, now));
  return rows.map((row) => row.groupId);
}

/** Makes the user a member from that moment on; a membership in force stays as it began. */
export function addMember(
  world: World,
  pair: { groupId: string; userId: string },
  from: number,
): void {
  const id = membershipId(pair.groupId, pair.userId);
  const known = world.memberships.get(id);
  const begins = known !== undefined && isInForce(known, world.now()) ? known.from : from;
  world.memberships.put({ id, groupId: pair.groupId, userId: pair.userId, from: begins });
}

/** Ends the membership at that moment; without one nothing happens. */
export function endMember(
  world: World,
  pair: { groupId: string; userId: string },
  until: number,
): void {
  const known = world.memberships.get(membershipId(pair.groupId, pair.userId));
  if (known !== undefined) {
    world.memberships.put({ ...known, until });
  }
}

function isInForce(row: MembershipRow, now: number): boolean {
  return row.from <= now && (row.until === undefined || now < row.until);
}
