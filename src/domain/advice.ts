import type { ProblemCode } from './problem.ts';

/** Who can mend a problem. */
export type Owner = 'you' | 'the approver' | 'the group owner' | 'an administrator' | 'nobody';

const owners: Readonly<Record<ProblemCode, Owner>> = {
  'user-not-found': 'you',
  'user-is-guest': 'an administrator',
  'user-is-cloud-only': 'an administrator',
  'user-is-disabled': 'an administrator',
  'group-not-found': 'you',
  'group-name-taken': 'you',
  'group-name-not-allowed': 'you',
  'group-is-dynamic': 'the group owner',
  'group-is-synced': 'an administrator',
  'group-is-role-assignable': 'an administrator',
  'group-is-distribution': 'you',
  'group-kind-not-writable': 'an administrator',
  'group-out-of-scope': 'an administrator',
  'job-paused': 'an administrator',
  'job-not-started': 'an administrator',
  'writeback-off': 'an administrator',
  'organizational-unit-missing': 'an administrator',
  'already-member': 'nobody',
  'open-request-exists': 'you',
  'too-many-open-requests': 'you',
  'nobody-can-approve': 'an administrator',
  'too-many-approvers': 'an administrator',
  'access-package-not-found': 'you',
  'access-package-does-not-fit': 'you',
  'access-package-holds-more': 'an administrator',
  'input-not-valid': 'you',
  'reason-not-accepted': 'you',
  'ticket-not-accepted': 'you',
  'duration-too-long': 'you',
  'refused-by-policy': 'an administrator',
  'break-glass-off': 'you',
  'break-glass-unreviewed': 'the approver',
  'break-glass-new-group': 'you',
  'break-glass-under-way': 'nobody',
  'catalog-not-found': 'you',
  'catalog-name-taken': 'you',
  'catalog-last-owner': 'an administrator',
  'group-not-owned': 'the group owner',
  'request-not-found': 'you',
  'not-allowed': 'the approver',
  'own-request': 'the approver',
  'already-decided': 'nobody',
  'not-asked-now': 'the approver',
  'already-approved': 'nobody',
  'approved-earlier-stage': 'the approver',
  'needed-later': 'the approver',
  'no-longer-approver': 'the approver',
  'approval-expired': 'nobody',
  'request-changed': 'you',
  'graph-permission-missing': 'an administrator',
  'graph-credentials-refused': 'an administrator',
  'graph-unreachable': 'you',
  'graph-throttled': 'you',
  'graph-outcome-unknown': 'you',
  'graph-refused': 'an administrator',
  'licence-missing': 'an administrator',
  'not-visible-yet': 'the approver',
  'not-resource-owner': 'an administrator',
  'policy-needs-approval': 'an administrator',
  'assignment-failed': 'an administrator',
  'assignment-ended': 'you',
  'writeback-refused': 'an administrator',
  'directory-unreachable': 'an administrator',
  'directory-refused-credentials': 'an administrator',
  'directory-not-secure': 'an administrator',
  'sync-unreachable': 'nobody',
  'sync-start-not-available': 'an administrator',
  'person-not-reachable': 'you',
  defect: 'an administrator',
};

/** Who can mend it; what happened and what to do next is said in the reader's language by teams/words. */
export function ownerOf(code: ProblemCode): Owner {
  return owners[code];
}

/** Reads a code that was stored; one that is no longer known counts as a defect. */
export function toProblemCode(text: string): ProblemCode {
  return isProblemCode(text) ? text : 'defect';
}

function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(owners, text);
}
