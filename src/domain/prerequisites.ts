import type { Group, OnPremisesGroupType, WritebackEngine, WritebackTenant } from './group.ts';
import { findEngine } from './group.ts';
import type { DirectoryUser } from './person.ts';
import type { ProblemCode } from './problem.ts';

/** One reason why a request cannot be carried out; advice.ts says it in words and who can mend it. */
export interface Refusal {
  readonly code: ProblemCode;
  /** The thing it is about, such as the group's name; shown escaped. */
  readonly subject: string;
}

/** Can this person ever appear in Active Directory? Cloud-only users and guests are silently skipped by every sync engine. */
export function refuseUser(user: DirectoryUser): readonly Refusal[] {
  const subject = user.displayName;
  if (user.userType === 'Guest') {
    return [{ code: 'user-is-guest', subject }];
  }
  if (user.onPremises?.securityIdentifier === undefined) {
    return [{ code: 'user-is-cloud-only', subject }];
  }
  return user.accountEnabled ? [] : [{ code: 'user-is-disabled', subject }];
}

/** Can this group be given by an access package and written back by an engine that the tenant has? */
export function refuseGroup(group: Group, tenant: WritebackTenant): readonly Refusal[] {
  const subject = group.displayName;
  if (group.isSynced) {
    return [{ code: 'group-is-synced', subject }];
  }
  if (group.isDynamic) {
    return [{ code: 'group-is-dynamic', subject }];
  }
  if (group.isRoleAssignable) {
    return [{ code: 'group-is-role-assignable', subject }];
  }
  if (group.kind === 'distribution' || group.kind === 'mail-enabled-security') {
    return [{ code: 'group-is-distribution', subject }];
  }
  const writable =
    tenant.engines.length === 0 || findEngine(group.kind, tenant.engines) !== undefined;
  return writable ? [] : [{ code: 'group-kind-not-writable', subject }];
}

/** Is the tenant prepared: hybrid, writeback on, organizational unit known? */
export function refuseTenant(tenant: WritebackTenant): readonly Refusal[] {
  const subject = 'the tenant';
  if (!tenant.isHybrid || tenant.engines.length === 0) {
    return [{ code: 'writeback-off', subject }];
  }
  return tenant.organizationalUnit === undefined
    ? [{ code: 'organizational-unit-missing', subject }]
    : [];
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
