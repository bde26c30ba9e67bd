import { addMember, endMember } from './memberships.ts';
import { deliveredAt, isLive } from './progress.ts';
import type { AssignmentRow } from './rows.ts';
import type { World } from './world.ts';

/** Arranges the memberships that follow from an assignment: when they begin and, where it ends, when they end. */
export function provision(world: World, assignment: AssignmentRow): void {
  const request = world.requests.get(assignment.requestId);
  if (request?.outcome !== 'delivered') {
    return;
  }
  const lag = world.lags.membership;
  const from = Math.max(deliveredAt(world, request), grantedSince(world, assignment)) + lag;
  for (const groupId of grantedGroups(world, assignment.packageId)) {
    const pair = { groupId, userId: assignment.targetId };
    if (assignment.endsAt === undefined || assignment.endsAt > world.now()) {
      addMember(world, pair, from);
    }
    if (assignment.endsAt !== undefined && !isGrantedElsewhere(world, assignment, groupId)) {
      endMember(world, pair, assignment.endsAt + lag);
    }
  }
}

/** A group that joins a package is given to everyone assigned to it already. */
export function provisionPackage(world: World, packageId: string): void {
  for (const assignment of world.assignments.by('package', packageId)) {
    if (assignment.endsAt === undefined || assignment.endsAt > world.now()) {
      provision(world, assignment);
    }
  }
}

/** A group that leaves a package is taken from everyone who has it through that package alone. */
export function withdrawFromPackage(world: World, packageId: string, groupId: string): void {
  const until = world.now() + world.lags.membership;
  for (const assignment of world.assignments.by('package', packageId)) {
    const ended = { ...assignment, endsAt: world.now() };
    if (isLive(world, assignment) && !isGrantedElsewhere(world, ended, groupId)) {
      endMember(world, { groupId, userId: assignment.targetId }, until);
    }
  }
}

function grantedSince(world: World, assignment: AssignmentRow): number {
  const scopes = world.roleScopes.by('package', assignment.packageId);
  return Math.max(0, ...scopes.map((scope) => scope.createdAt));
}

function grantedGroups(world: World, packageId: string): readonly string[] {
  const groups: string[] = [];
  for (const scope of world.roleScopes.by('package', packageId)) {
    const resource = world.resources.get(scope.resourceId);
    if (resource !== undefined && scope.role === 'Member') {
      groups.push(resource.groupId);
    }
  }
  return groups;
}

function isGrantedElsewhere(world: World, ending: AssignmentRow, groupId: string): boolean {
  return world.assignments
    .by('target', ending.targetId)
    .some(
      (other) =>
        other.id !== ending.id &&
        isLive(world, other) &&
        (other.endsAt ?? Number.POSITIVE_INFINITY) > (ending.endsAt ?? 0) &&
        grantedGroups(world, other.packageId).includes(groupId),
    );
}
