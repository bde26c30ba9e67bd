import type { CauseCode, CauseOwner, Fix } from './cause.ts';
import type { Place } from './deep-links.ts';

export interface Remedy {
  readonly owner: CauseOwner;
  readonly fix: Fix;
  readonly place?: Place;
}

/** For every cause, who mends it, how, and where. */
export const remedies: Readonly<Record<CauseCode, Remedy>> = {
  'procedure-failed': { owner: 'approver', fix: 'try-again' },
  'awaiting-decision': { owner: 'approver', fix: 'decide' },
  'user-not-found': { owner: 'requester', fix: 'choose-another-person', place: 'user' },
  'user-is-guest': { owner: 'requester', fix: 'choose-another-person', place: 'user' },
  'user-is-cloud-only': {
    owner: 'administrator',
    fix: 'create-account-on-premises',
    place: 'user',
  },
  'user-missing': { owner: 'administrator', fix: 'check-search-base', place: 'user' },
  'user-ambiguous': { owner: 'administrator', fix: 'remove-duplicate', place: 'user' },
  'user-in-other-domain': { owner: 'administrator', fix: 'check-search-base', place: 'user' },
  'licence-missing': { owner: 'administrator', fix: 'assign-licence' },
  'assignment-ended': { owner: 'requester', fix: 'request-again', place: 'package' },
  'membership-removed': { owner: 'group-owner', fix: 'restore-membership', place: 'members' },
  'assignment-stuck': { owner: 'administrator', fix: 'reprocess-assignment', place: 'package' },
  'group-not-found': { owner: 'requester', fix: 'choose-another-group' },
  'group-is-synced': { owner: 'administrator', fix: 'convert-source-of-authority', place: 'group' },
  'group-is-dynamic': { owner: 'group-owner', fix: 'change-membership-rule', place: 'group' },
  'group-is-role-assignable': { owner: 'requester', fix: 'choose-another-group', place: 'group' },
  'group-is-distribution': { owner: 'requester', fix: 'choose-another-group', place: 'group' },
  'group-kind-not-writable': {
    owner: 'administrator',
    fix: 'set-up-engine-for-kind',
    place: 'connect',
  },
  'group-writeback-off': {
    owner: 'group-owner',
    fix: 'enable-writeback-of-group',
    place: 'group',
  },
  'group-writeback-undecided': {
    owner: 'group-owner',
    fix: 'enable-writeback-of-group',
    place: 'group',
  },
  'group-too-large': { owner: 'group-owner', fix: 'make-group-smaller', place: 'members' },
  'group-ambiguous': { owner: 'administrator', fix: 'remove-duplicate', place: 'group' },
  'writeback-off': { owner: 'administrator', fix: 'enable-writeback-of-tenant', place: 'connect' },
  'organizational-unit-missing': {
    owner: 'administrator',
    fix: 'set-organizational-unit',
    place: 'connect',
  },
  'organizational-unit-differs': {
    owner: 'administrator',
    fix: 'set-organizational-unit',
    place: 'connect',
  },
  'sync-staging': { owner: 'administrator', fix: 'end-staging', place: 'connect' },
  'sync-disabled': { owner: 'administrator', fix: 'enable-scheduler', place: 'connect' },
  'sync-suspended': { owner: 'administrator', fix: 'close-wizard', place: 'connect' },
  'sync-stopped': { owner: 'administrator', fix: 'check-sync-server', place: 'health' },
  'job-missing': { owner: 'administrator', fix: 'create-job', place: 'cloud-sync' },
  'job-paused': { owner: 'administrator', fix: 'start-job', place: 'cloud-sync' },
  'job-not-started': { owner: 'administrator', fix: 'start-job', place: 'cloud-sync' },
  'job-quarantined': { owner: 'administrator', fix: 'clear-quarantine', place: 'cloud-sync' },
  'job-failing': { owner: 'administrator', fix: 'read-provisioning-log', place: 'cloud-sync' },
  'group-out-of-scope': { owner: 'administrator', fix: 'widen-scope', place: 'cloud-sync' },
  'provisioning-failed': {
    owner: 'administrator',
    fix: 'read-provisioning-log',
    place: 'cloud-sync',
  },
  'provisioning-skipped': {
    owner: 'administrator',
    fix: 'read-provisioning-log',
    place: 'cloud-sync',
  },
  'directory-refused-credentials': { owner: 'administrator', fix: 'renew-directory-account' },
  'directory-not-secure': { owner: 'administrator', fix: 'secure-directory-connection' },
  'directory-unreachable': { owner: 'administrator', fix: 'check-domain-controllers' },
  'not-verifiable': { owner: 'approver', fix: 'confirm-by-hand' },
  'group-missing': { owner: 'administrator', fix: 'check-connector-rights', place: 'health' },
  'member-missing': { owner: 'administrator', fix: 'check-replication', place: 'health' },
  'user-is-disabled': { owner: 'administrator', fix: 'enable-account', place: 'user' },
  'assignment-under-way': { owner: 'nobody', fix: 'wait', place: 'package' },
  'membership-not-yet': { owner: 'nobody', fix: 'wait', place: 'members' },
  'sync-running': { owner: 'nobody', fix: 'wait' },
  'sync-not-begun': { owner: 'nobody', fix: 'sync-now' },
};
