import type { UserId } from './ids.ts';
import type { Actor } from './person.ts';
import type { ProblemCode } from './problem.ts';
import { isOpen, type Request } from './request.ts';

export type Action = 'see' | 'approve' | 'deny' | 'cancel' | 'retry' | 'attest';

export type Role = 'requester' | 'beneficiary' | 'approver' | 'administrator';

/** What somebody is to a request, by tenant and object id alone. */
export function rolesOf(
  actor: Pick<Actor, 'tenantId' | 'id'>,
  request: Request,
  administrators: readonly UserId[],
): readonly Role[] {
  if (actor.tenantId !== request.tenantId) {
    return [];
  }
  const roles: Role[] = [];
  if (actor.id === request.requester.id) {
    roles.push('requester');
  }
  if (actor.id === request.beneficiary.id) {
    roles.push('beneficiary');
  }
  if (request.approvers.some((approver) => approver.id === actor.id)) {
    roles.push('approver');
  }
  if (administrators.includes(actor.id)) {
    roles.push('administrator');
  }
  return roles;
}

/**
 * Why these roles may not do this to the request as it stands, or undefined when they may. The one
 * policy of the product: a reason to refuse overrides every reason to allow.
 */
export function findRefusal(
  roles: readonly Role[],
  action: Action,
  request: Request,
): ProblemCode | undefined {
  if (roles.length === 0) {
    return 'request-not-found';
  }
  if (action === 'see') {
    return undefined;
  }
  const isParty = roles.includes('requester') || roles.includes('beneficiary');
  if (action === 'cancel') {
    return refuseCancel(roles, request);
  }
  if (isParty) {
    return 'own-request';
  }
  return refuseDecision(roles, action, request);
}

function refuseCancel(roles: readonly Role[], request: Request): ProblemCode | undefined {
  if (!roles.includes('requester') && !roles.includes('administrator')) {
    return 'not-allowed';
  }
  return request.state === 'awaiting-approval' ? undefined : 'already-decided';
}

function refuseDecision(
  roles: readonly Role[],
  action: Exclude<Action, 'see' | 'cancel'>,
  request: Request,
): ProblemCode | undefined {
  const helps = action === 'retry' || action === 'attest';
  if (!roles.includes('approver') && !(helps && roles.includes('administrator'))) {
    return 'not-allowed';
  }
  return refuseState(action, request);
}

function refuseState(
  action: Exclude<Action, 'see' | 'cancel'>,
  request: Request,
): ProblemCode | undefined {
  switch (action) {
    case 'approve':
    case 'deny':
      return request.state === 'awaiting-approval' ? undefined : 'already-decided';
    case 'retry':
      return request.state === 'failed' ? undefined : 'request-changed';
    case 'attest':
      return isWaitingUnverified(request) ? undefined : 'request-changed';
  }
}

/** Whether the request waits for a person to say what no directory query can. */
export function isWaitingUnverified(request: Request): boolean {
  return (
    isOpen(request) &&
    request.state === 'awaiting-sync' &&
    request.lastLook?.finding === 'not-verifiable'
  );
}
