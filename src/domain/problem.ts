/** Every failure that is expected and can be explained. Who mends it stands in advice.ts, the words for people in teams/words. */
export type ProblemCode =
  // refused at intake
  | 'user-not-found'
  | 'user-is-guest'
  | 'user-is-cloud-only'
  | 'user-is-disabled'
  | 'group-not-found'
  | 'group-name-taken'
  | 'group-name-not-allowed'
  | 'group-is-dynamic'
  | 'group-is-synced'
  | 'group-is-role-assignable'
  | 'group-is-distribution'
  | 'group-kind-not-writable'
  | 'group-out-of-scope'
  | 'job-paused'
  | 'job-not-started'
  | 'writeback-off'
  | 'organizational-unit-missing'
  | 'already-member'
  | 'open-request-exists'
  | 'too-many-open-requests'
  | 'nobody-can-approve'
  | 'too-many-approvers'
  | 'access-package-not-found'
  | 'access-package-does-not-fit'
  | 'access-package-holds-more'
  | 'input-not-valid'
  | 'reason-not-accepted'
  | 'ticket-not-accepted'
  | 'duration-too-long'
  | 'refused-by-policy'
  | 'break-glass-off'
  | 'break-glass-unreviewed'
  | 'break-glass-new-group'
  | 'break-glass-under-way'
  // catalogs
  | 'catalog-not-found'
  | 'catalog-name-taken'
  | 'catalog-last-owner'
  | 'group-not-owned'
  // deciding
  | 'request-not-found'
  | 'not-allowed'
  | 'own-request'
  | 'already-decided'
  | 'not-asked-now'
  | 'already-approved'
  | 'approved-earlier-stage'
  | 'needed-later'
  | 'no-longer-approver'
  | 'approval-expired'
  | 'request-changed'
  // Microsoft Graph
  | 'graph-permission-missing'
  | 'graph-credentials-refused'
  | 'graph-unreachable'
  | 'graph-throttled'
  | 'graph-outcome-unknown'
  | 'graph-refused'
  | 'licence-missing'
  | 'not-visible-yet'
  | 'not-resource-owner'
  | 'policy-needs-approval'
  | 'assignment-failed'
  | 'assignment-ended'
  | 'writeback-refused'
  // on premises
  | 'directory-unreachable'
  | 'directory-refused-credentials'
  | 'directory-not-secure'
  | 'sync-unreachable'
  | 'sync-start-not-available'
  // reaching people
  | 'person-not-reachable'
  | 'defect';

export interface ProblemOptions {
  /** For the log and the administrator: what was asked and what was answered; never a secret. */
  readonly detail: string;
  /** Set when the same attempt may succeed later; the number of milliseconds to wait at least. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A failure we expect and can explain; everything else is a defect and keeps its own type. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly retryAfterMs: number | undefined;

  constructor(code: ProblemCode, { detail, retryAfterMs, cause }: ProblemOptions) {
    super(`${code}: ${detail}`, { cause });
    this.code = code;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
  }
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem;
}

const transient: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'graph-unreachable',
  'graph-throttled',
  'graph-outcome-unknown',
  'not-visible-yet',
  'directory-unreachable',
  'sync-unreachable',
]);

/** Whether looking again later is the right answer. After `graph-outcome-unknown` look before repeating. */
export function isTransient(error: unknown): error is Problem {
  return isProblem(error) && transient.has(error.code);
}
