import type { RequestId, TenantId, UserId } from './ids.ts';
import type { GroupChoice } from './plan.ts';
import type { Request, RequestState } from './request.ts';

/** Requests, in PostgreSQL. Every change is a compare-and-swap and commits together with the work that follows. */
export interface RequestStore {
  /**
   * Stores a new request. The same `formId` again resolves to the request stored the first time.
   * Throws `open-request-exists` when an open request for the same group and beneficiary exists.
   */
  create(request: Request, formId: string): Promise<Request>;
  /**
   * Ends an open request and stores another one in its place, both or neither. Undefined when the first has changed
   * since it was read. A `formId` that was sent before resolves to its request and ends nothing. Throws
   * `open-request-exists` when a further open request for the same group and beneficiary exists.
   */
  createInPlace(
    ending: { readonly current: Request; readonly next: Request; readonly actor: UserId },
    request: Request,
    formId: string,
  ): Promise<Request | undefined>;
  find(tenantId: TenantId, id: RequestId): Promise<Request | undefined>;
  /** For work that was enqueued by this store itself. */
  get(id: RequestId): Promise<Request>;
  /** The request that this form made, if it was sent before. */
  findByForm(tenantId: TenantId, formId: string): Promise<Request | undefined>;
  /** The one that keeps others for the same group and beneficiary from being stored. */
  findOpenPair(
    tenantId: TenantId,
    beneficiaryId: UserId,
    group: GroupChoice,
  ): Promise<Request | undefined>;
  /** Newest first: those this user made or benefits from; of their own lists only the lines for themselves. */
  listFor(tenantId: TenantId, userId: UserId, limit: number): Promise<readonly Request[]>;
  /** How much of what this user made is open: each request, and each list once, also while it is being sent. */
  countOpen(tenantId: TenantId, requesterId: UserId): Promise<number>;
  /** In the order of their ids, beginning after `after`, so that a sweep can page through all of them. */
  listIn(
    states: readonly RequestState[],
    limit: number,
    after?: RequestId,
  ): Promise<readonly Request[]>;
  /** Those whose `nextDueAt` has come, the longest overdue first. */
  listDue(now: Date, limit: number): Promise<readonly Request[]>;
  /**
   * Lists it as due at another moment, and changes nothing that anybody sees: no new version, no line in the audit
   * trail, no cards. False when the request has changed since it was read; each change sets the moment anew.
   */
  postpone(current: Request, dueAt: Date | undefined): Promise<boolean>;
  /** Requests that wait for approval and have asked this person, in the order of their ids. */
  listAsking(
    tenantId: TenantId,
    approverId: UserId,
    page: { readonly limit: number; readonly after?: RequestId | undefined },
  ): Promise<readonly Request[]>;
  /**
   * Requests whose current stage asks this person at this moment, a deputy only within their time, and that have no
   * vote by or for them in it (in any stage, where nobody approves twice), the longest asked first, beginning behind
   * `after`. What else keeps somebody from deciding is left to `findRefusal`.
   */
  listToDecide(
    tenantId: TenantId,
    approverId: UserId,
    page: { readonly now: Date; readonly limit: number; readonly after?: Request | undefined },
  ): Promise<readonly Request[]>;
  /** Access that was taken first and nobody has reviewed, the oldest first; of one approver, or of everybody. */
  listToReview(
    tenantId: TenantId,
    approverId: UserId | undefined,
    limit: number,
  ): Promise<readonly Request[]>;
  /** Access that this person took first and nobody has reviewed; the oldest. */
  findUnreviewedOf(tenantId: TenantId, requesterId: UserId): Promise<Request | undefined>;
  /**
   * Stores `next` if nobody changed the request since `current` was read, and resolves to it with the
   * version counted up; resolves to undefined when somebody was faster. `actor` goes into the audit trail.
   */
  advance(
    current: Request,
    next: Request,
    actor: UserId | 'writeback',
  ): Promise<Request | undefined>;
}
