import { isJsonObject } from './json.ts';
import { isMember } from './memberships.ts';
import type { PolicyRow } from './rows.ts';
import type { World } from './world.ts';

/** Whether the policy allows this person to be assigned. Direct assignment needs no scope of its own. */
export function isInScope(world: World, policy: PolicyRow, userId: string): boolean {
  const user = world.users.get(userId)?.properties;
  switch (policy.allowedTargetScope) {
    case 'notSpecified':
    case 'allDirectoryUsers':
      return true;
    case 'allMemberUsers':
      return user?.userType === 'Member';
    case 'allExternalUsers':
      return user?.userType === 'Guest';
    case 'specificDirectoryUsers':
      return isNamed(world, policy, userId);
    default:
      return false;
  }
}

function isNamed(world: World, policy: PolicyRow, userId: string): boolean {
  const targets = policy.rest['specificAllowedTargets'];
  if (!Array.isArray(targets)) {
    return false;
  }
  return targets.some((target) => {
    if (!isJsonObject(target)) {
      return false;
    }
    const groupId = target['groupId'];
    return (
      target['userId'] === userId ||
      (typeof groupId === 'string' && isMember(world, groupId, userId))
    );
  });
}
