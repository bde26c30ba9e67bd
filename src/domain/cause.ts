import { z } from 'zod';

const Instant = z.coerce.date();

/**
 * Why somebody is not in Active Directory yet. A reason that is also refused at intake has the code of that Problem.
 * The order is the order of rank among causes that are equally certain: what never passes by itself comes first.
 */
export const CauseCode = z.enum([
  // the request itself
  'procedure-failed',
  'awaiting-decision',
  // the person
  'user-not-found',
  'user-is-guest',
  'user-is-cloud-only',
  'user-missing',
  'user-ambiguous',
  'user-in-other-domain',
  // entitlement management and membership
  'licence-missing',
  'assignment-ended',
  'membership-removed',
  'assignment-stuck',
  // the group
  'group-not-found',
  'group-is-synced',
  'group-is-dynamic',
  'group-is-role-assignable',
  'group-is-distribution',
  'group-kind-not-writable',
  'group-writeback-off',
  'group-writeback-undecided',
  'group-too-large',
  'group-ambiguous',
  // the tenant
  'writeback-off',
  'organizational-unit-missing',
  'organizational-unit-differs',
  // the engine
  'sync-staging',
  'sync-disabled',
  'sync-suspended',
  'sync-stopped',
  'job-missing',
  'job-paused',
  'job-not-started',
  'job-quarantined',
  'job-failing',
  'group-out-of-scope',
  'provisioning-failed',
  'provisioning-skipped',
  // Active Directory
  'directory-refused-credentials',
  'directory-not-secure',
  'directory-unreachable',
  'not-verifiable',
  'group-missing',
  'member-missing',
  'user-is-disabled',
  // what passes by itself
  'assignment-under-way',
  'membership-not-yet',
  'sync-running',
  'sync-not-begun',
]);
export type CauseCode = z.infer<typeof CauseCode>;

/** Where something was seen, or could not be seen. */
export const Source = z.enum([
  'writeback',
  'entra-user',
  'entra-group',
  'entra-membership',
  'entra-tenant',
  'entitlement-management',
  'sync-schedule',
  'cloud-sync',
  'provisioning-log',
  'active-directory',
]);
export type Source = z.infer<typeof Source>;

/** What was seen, where the source itself has no name for it; readers see it in their language. */
export const EvidenceName = z.enum([
  'failed step',
  'code',
  'state',
  'status',
  'submitted',
  'delivered',
  'delivered assignments of the access package',
  'was a member',
  'is a member',
  'member in Entra',
  'domain of onPremisesDistinguishedName',
  'domain of the organizational unit',
  'organizational unit',
  'kind',
  'engines of the tenant',
  'scope',
  'group',
  'reason',
  'since',
  'next attempt',
  'jobs that write groups',
  'last run started',
  'ended',
  'last cycle finished',
  'next cycle starts',
  'started',
  'verdict',
  'server',
  'answer',
]);
export type EvidenceName = z.infer<typeof EvidenceName>;

/** Of what kind the values are that are no texts of another system. */
export const valueKinds = {
  'failed step': 'step',
  state: 'request-state',
  kind: 'group-kind',
  'engines of the tenant': 'engine',
  status: 'finding',
  scope: 'finding',
  verdict: 'finding',
  'was a member': 'finding',
  'is a member': 'finding',
} as const satisfies Readonly<Partial<Record<EvidenceName, string>>>;
export type ValueKind = (typeof valueKinds)[keyof typeof valueKinds];

/** One thing that was seen: which property of what, its value as text, where and when. */
export const Evidence = z.object({
  source: Source,
  /** The name that the source itself has for it, such as `writebackConfiguration.isEnabled`, or an `EvidenceName`. */
  what: z.string(),
  /** The value as it was read; `null` and `false` are different. ISO 8601 for moments. */
  seen: z.string(),
  at: Instant,
});
export type Evidence = z.infer<typeof Evidence>;

/** What to do about it. */
export const Fix = z.enum([
  'wait',
  'sync-now',
  'decide',
  'try-again',
  'request-again',
  'choose-another-person',
  'choose-another-group',
  'create-account-on-premises',
  'enable-account',
  'check-search-base',
  'remove-duplicate',
  'assign-licence',
  'reprocess-assignment',
  'restore-membership',
  'change-membership-rule',
  'convert-source-of-authority',
  'set-up-engine-for-kind',
  'enable-writeback-of-group',
  'enable-writeback-of-tenant',
  'make-group-smaller',
  'set-organizational-unit',
  'end-staging',
  'enable-scheduler',
  /** The same for whoever cannot do it. */
  'ask-to-enable-scheduler',
  'close-wizard',
  'check-sync-server',
  'create-job',
  'start-job',
  'clear-quarantine',
  'widen-scope',
  'read-provisioning-log',
  'renew-directory-account',
  'secure-directory-connection',
  'check-domain-controllers',
  'confirm-by-hand',
  'check-connector-rights',
  'check-replication',
]);
export type Fix = z.infer<typeof Fix>;

export const CauseOwner = z.enum([
  'requester',
  'approver',
  'group-owner',
  'administrator',
  /** It passes by itself. */
  'nobody',
]);
export type CauseOwner = z.infer<typeof CauseOwner>;

export const Certainty = z.enum(['certain', 'likely', 'possible']);
export type Certainty = z.infer<typeof Certainty>;

/** One reason, with what it was concluded from. */
export const Cause = z.object({
  code: CauseCode,
  certainty: Certainty,
  evidence: z.array(Evidence).min(1).readonly(),
  owner: CauseOwner,
  fix: Fix,
  /** Where an administrator mends it. */
  deepLink: z.url().optional(),
});
export type Cause = z.infer<typeof Cause>;

/** A source that did not answer in time or at all; nothing may be concluded from it. */
export const Unanswered = z.object({
  source: Source,
  /** A Problem code, or `no-answer` when the time was up. */
  code: z.string(),
  at: Instant,
});
export type Unanswered = z.infer<typeof Unanswered>;

/** The answer to "why not yet?", best reason first. */
export const Diagnosis = z.object({
  at: Instant,
  causes: z.array(Cause).readonly(),
  unanswered: z.array(Unanswered).readonly(),
});
export type Diagnosis = z.infer<typeof Diagnosis>;
