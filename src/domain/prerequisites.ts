import type { Group, OnPremisesGroupType, WritebackEngine, WritebackTenant } from './group.ts';
import { findGroupObstacle } from './group-rules.ts';
import type { Obstacle } from './obstacle.ts';
import type { DirectoryUser } from './person.ts';
import type { ProblemCode } from './problem.ts';
import { findTenantObstacle } from './tenant-rules.ts';
import { findUserObstacle } from './user-rules.ts';

/** One reason why a request cannot be carried out; advice.ts says it in words and who can mend it. */
export interface Refusal {
  readonly code: ProblemCode;
  /** The thing it is about, such as the group's name; shown escaped. */
  readonly subject: string;
}

/** Can this person ever appear in Active Directory? */
export function refuseUser(user: DirectoryUser): readonly Refusal[] {
  return toRefusals(findUserObstacle(user), user.displayName);
}

/** Can this group be given by an access package and written back by an engine that the tenant has? */
export function refuseGroup(group: Group, tenant: WritebackTenant): readonly Refusal[] {
  return toRefusals(findGroupObstacle(group, tenant), group.displayName);
}

/** Is the tenant prepared: hybrid, writeback on, organizational unit known? */
export function refuseTenant(tenant: WritebackTenant): readonly Refusal[] {
  return toRefusals(findTenantObstacle(tenant), 'the tenant');
}

function toRefusals(obstacle: Obstacle | undefined, subject: string): readonly Refusal[] {
  return obstacle === undefined ? [] : [{ code: obstacle.code, subject }];
}

/**
 * What to write into `onPremisesGroupType`: what the group already has, since it can never be unset;
 * else a type that the engine honours and the group's kind permits.
 */
export function chooseGroupType(
  group: Pick<Group, 'kind' | 'writeback'>,
  engine: WritebackEngine,
  preferred: OnPremisesGroupType,
): OnPremisesGroupType {
  if (group.writeback.onPremisesGroupType !== undefined) {
    return group.writeback.onPremisesGroupType;
  }
  if (group.kind === 'security') {
    return 'universalSecurityGroup';
  }
  return engine === 'connect-v1' ? 'universalDistributionGroup' : preferred;
}
