import { type AskedRole, askedRolesOf } from './asked-roles.ts';
import type { UserId } from './ids.ts';
import type { Actor } from './person.ts';
import type { ProblemCode } from './problem.ts';
import { isOpen, type Request } from './request.ts';
import { isOverdue, trustOf } from './voting.ts';

export type Action =
  | 'see'
  | 'approve'
  | 'deny'
  | 'claim'
  | 'unclaim'
  | 'cancel'
  | 'retry'
  | 'attest'
  | 'review'
  | 'sync-now';

/**
 * `approver`: has been asked at some time and is still trusted. `asked`: may decide at this moment, which
 * `has-voted`, `voted-earlier` and `needed-later` (in another stage, where the policy wants different people) narrow.
 * `too-late`: would be asked, had the time for deciding not run out.
 * `claimant`: said "I'm on it". `former-deputy`: was asked for somebody else and is not any more.
 * `former-approver`: has left those who are asked. `sync-starter`: may have the sync run by hand, where one can be
 * started at all.
 */
export type Role =
  | 'requester'
  | 'beneficiary'
  | 'approver'
  | 'former-deputy'
  | 'former-approver'
  | AskedRole
  | 'too-late'
  | 'claimant'
  | 'administrator'
  | 'sync-starter';

/** Who may have the sync run by hand; approvers always with the administrators. */
export type SyncStarters = 'nobody' | 'administrators' | 'approvers';

/** What somebody is to a request at this moment, by tenant and object id alone. */
export function rolesOf(
  actor: Pick<Actor, 'tenantId' | 'id'>,
  request: Request,
  {
    administrators,
    now,
    syncStarters = 'nobody',
  }: {
    readonly administrators: readonly UserId[];
    readonly now: Date;
    readonly syncStarters?: SyncStarters;
  },
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
  roles.push(...approverRoles(actor.id, request, now));
  if (administrators.includes(actor.id)) {
    roles.push('administrator');
  }
  return mayStartSync(roles, syncStarters) ? [...roles, 'sync-starter'] : roles;
}

function mayStartSync(roles: readonly Role[], starters: SyncStarters): boolean {
  switch (starters) {
    case 'nobody':
      return false;
    case 'administrators':
      return roles.includes('administrator');
    case 'approvers':
      return roles.includes('administrator') || roles.includes('approver');
  }
}

function approverRoles(id: UserId, request: Request, now: Date): readonly Role[] {
  const { approvers, approval, state } = request;
  const wasAsked = approvers.some((approver) => approver.id === id);
  const asked = askedRolesOf(approval, id, now);
  if (!wasAsked && asked.length === 0) {
    return [];
  }
  const claimant = approval.claim?.by.id === id ? (['claimant'] as const) : [];
  const isLate = state === 'awaiting-approval' && isOverdue(approval, now);
  const late = isLate && asked.length > 0 ? (['too-late'] as const) : [];
  return [trustOf(approval, id, now), ...asked, ...late, ...claimant];
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
  if (action === 'sync-now') {
    return refuseSyncNow(roles, request);
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

/** A sync decides nothing, so one's own request is no reason against it. */
function refuseSyncNow(roles: readonly Role[], { state }: Request): ProblemCode | undefined {
  if (!roles.includes('sync-starter')) {
    return 'not-allowed';
  }
  return state === 'awaiting-sync' ? undefined : 'request-changed';
}

type Guarded = Exclude<Action, 'see' | 'cancel' | 'sync-now'>;

function refuseDecision(
  roles: readonly Role[],
  action: Guarded,
  request: Request,
): ProblemCode | undefined {
  const helps = action === 'retry' || action === 'attest';
  if (!roles.includes('approver') && !(helps && roles.includes('administrator'))) {
    return roles.includes('former-approver') ? 'no-longer-approver' : 'not-allowed';
  }
  const late = roles.includes('too-late') ? ('approval-expired' as const) : undefined;
  return refuseState(action, request) ?? late ?? refuseStage(roles, action);
}

function refuseState(action: Guarded, request: Request): ProblemCode | undefined {
  switch (action) {
    case 'approve':
    case 'deny':
    case 'claim':
    case 'unclaim':
      return request.state === 'awaiting-approval' ? undefined : 'already-decided';
    case 'retry':
    case 'attest':
    case 'review':
      return isOpenTo(action, request) ? undefined : 'request-changed';
  }
}

function isOpenTo(action: 'retry' | 'attest' | 'review', request: Request): boolean {
  switch (action) {
    case 'retry':
      return request.state === 'failed';
    case 'attest':
      return isWaitingUnverified(request);
    case 'review':
      return isToBeReviewed(request);
  }
}

/** Only those decide whom the stage asks now; each approves once. */
function refuseStage(roles: readonly Role[], action: Guarded): ProblemCode | undefined {
  switch (action) {
    case 'approve':
      return refuseVote(roles);
    case 'deny':
    case 'claim':
      return roles.includes('asked') ? undefined : 'not-asked-now';
    case 'unclaim':
      return roles.includes('claimant') ? undefined : 'not-allowed';
    case 'retry':
    case 'attest':
    case 'review':
      return undefined;
  }
}

function refuseVote(roles: readonly Role[]): ProblemCode | undefined {
  if (!roles.includes('asked')) {
    return 'not-asked-now';
  }
  if (roles.includes('has-voted')) {
    return 'already-approved';
  }
  const later = roles.includes('needed-later') ? ('needed-later' as const) : undefined;
  return roles.includes('voted-earlier') ? 'approved-earlier-stage' : later;
}

/** Whether access was taken first and nobody has looked at it afterwards. */
export function isToBeReviewed({ approval }: Request): boolean {
  return approval.breakGlass !== undefined && approval.breakGlass.review === undefined;
}

/** Whether the request waits for a person to say what no directory query can. */
export function isWaitingUnverified(request: Request): boolean {
  return (
    isOpen(request) &&
    request.state === 'awaiting-sync' &&
    request.lastLook?.finding === 'not-verifiable'
  );
}
