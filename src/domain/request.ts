import { z } from 'zod';
import { Approval } from './approval.ts';
import { Diagnosis } from './cause.ts';
import {
  AccessPackageId,
  AssignmentRequestId,
  BatchId,
  CatalogId,
  GroupId,
  PolicyId,
  RequestId,
  TenantId,
} from './ids.ts';
import { OnPremAnchors, Person } from './person.ts';
import { AccessPackageChoice, Duration, GroupChoice, Plan } from './plan.ts';

const Instant = z.coerce.date();

export const Decision = z.object({
  by: Person,
  /** Set when a deputy decided. */
  onBehalfOf: Person.optional(),
  at: Instant,
  comment: z.string().optional(),
});
export type Decision = z.infer<typeof Decision>;

/** The steps of the procedure, in their order. */
export const StepName = z.enum([
  'prerequisites',
  'group',
  'writeback',
  'catalog',
  'catalog-resource',
  'access-package',
  'role-scope',
  'policy',
  'assignment',
]);
export type StepName = z.infer<typeof StepName>;

/** What one step of the procedure found or changed. */
export const StepRecord = z.object({
  name: StepName,
  changed: z.boolean(),
  /** For the audit and the log; cards say it in the reader's language. */
  summary: z.string(),
  /** The name of what was picked or made, as Entra has it, where it is not certain from the plan. */
  subject: z.string().optional(),
  at: Instant,
});
export type StepRecord = z.infer<typeof StepRecord>;

/** The ids that the set-up produced; what follows only looks them up. */
export const SetUp = z.object({
  groupId: GroupId,
  catalogId: CatalogId,
  accessPackageId: AccessPackageId,
  policyId: PolicyId,
  /** Undefined when the user already held a delivered assignment. */
  assignmentRequestId: AssignmentRequestId.optional(),
  submittedAt: Instant,
});
export type SetUp = z.infer<typeof SetUp>;

/** How membership in Active Directory was established. */
export const Proof = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ldap'),
    groupDn: z.string(),
    userDn: z.string(),
    attribute: z.enum(['member', 'memberOf', 'member and memberOf']),
    groupType: z.number(),
    server: z.string(),
    checkedAt: Instant,
  }),
  z.object({ kind: z.literal('attested'), by: Person, checkedAt: Instant }),
]);
export type Proof = z.infer<typeof Proof>;

/** A sync cycle that began after the membership was in Entra. */
const Cycle = z.object({ startedAt: Instant.optional(), finishedAt: Instant.optional() });

/** What was last seen on premises while waiting; explains "not yet" and is never a refusal. */
export const LastLook = z.object({
  at: Instant,
  finding: z.enum([
    'not-member',
    'group-missing',
    'user-missing',
    'group-ambiguous',
    'user-ambiguous',
    'not-verifiable',
    'directory-unreachable',
    'waiting-for-cycle',
    'sync-disabled',
    'sync-suspended',
    'sync-staging',
  ]),
  /** When the proof is expected. */
  expectedAt: Instant.optional(),
});
export type LastLook = z.infer<typeof LastLook>;

/** A wait that takes longer than expected: `late` after one sync cycle, `overdue` after two. */
export const Lateness = z.object({ grade: z.enum(['late', 'overdue']), since: Instant });
export type Lateness = z.infer<typeof Lateness>;

/** What every state that the sweep moves on can have besides. */
const Wait = {
  lateness: Lateness.optional(),
  /** Why, as it was found when the request became late, and again when it became overdue. */
  diagnosis: Diagnosis.optional(),
};
/** Before the membership is in Entra there is no look on premises to hold it. */
const EarlyWait = { ...Wait, expectedAt: Instant.optional() };

const Core = z.object({
  id: RequestId,
  /** Counts the changes; every change is a compare-and-swap on it. */
  version: z.number().int(),
  tenantId: TenantId,
  requester: Person,
  beneficiary: Person,
  beneficiaryAnchors: OnPremAnchors,
  group: GroupChoice,
  accessPackage: AccessPackageChoice,
  reason: z.string(),
  duration: Duration,
  /** A number of the ticket system, where the policy asks for one. */
  ticket: z.string().optional(),
  /** Everybody who has been asked so far; who may decide now is told by `approval`. */
  approvers: z.array(Person).readonly(),
  approval: Approval,
  /** The list this request was made with; its cards are the list's cards. */
  batch: z.object({ id: BatchId, row: z.number().int().min(1) }).optional(),
  plan: Plan,
  createdAt: Instant,
  updatedAt: Instant,
});

const Approved = Core.extend({ decision: Decision, steps: z.array(StepRecord).readonly() });
const Assigned = Approved.extend({ setUp: SetUp });
const Delivered = Assigned.extend({ deliveredAt: Instant });
const InEntra = Delivered.extend({ memberAt: Instant, cycle: Cycle.optional() });

/** One request in each of its states. What a state lacks cannot be read, so wrong states cannot be written. */
export const Request = z.discriminatedUnion('state', [
  Core.extend({ state: z.literal('awaiting-approval') }),
  Core.extend({ state: z.literal('denied'), decision: Decision }),
  Core.extend({
    state: z.literal('cancelled'),
    by: Person,
    at: Instant,
    /** The emergency access that was taken for the same membership instead. */
    replacedBy: RequestId.optional(),
  }),
  /** Nobody decided in the time that the policy gives. */
  Core.extend({ state: z.literal('expired'), at: Instant }),
  Approved.extend({ state: z.literal('setting-up') }),
  Assigned.extend({ ...EarlyWait, state: z.literal('delivering'), assignmentState: z.string() }),
  Delivered.extend({ ...EarlyWait, state: z.literal('awaiting-membership') }),
  InEntra.extend({ ...Wait, state: z.literal('awaiting-sync'), lastLook: LastLook.optional() }),
  InEntra.extend({ state: z.literal('confirmed'), proof: Proof }),
  Approved.extend({
    state: z.literal('failed'),
    at: Instant,
    /** The step that failed, or undefined when the wait afterwards did. */
    failedStep: StepName.optional(),
    code: z.string(),
    detail: z.string(),
    setUp: SetUp.optional(),
    deliveredAt: Instant.optional(),
    memberAt: Instant.optional(),
  }),
]);
export type Request = z.infer<typeof Request>;
export type RequestState = Request['state'];
export type RequestIn<S extends RequestState> = Extract<Request, { readonly state: S }>;

/** States in which somebody or something is still at work; only one such request per (group, beneficiary). */
export const openStates = [
  'awaiting-approval',
  'setting-up',
  'delivering',
  'awaiting-membership',
  'awaiting-sync',
] as const satisfies readonly RequestState[];

export function isOpen(request: Request): boolean {
  return openStates.some((state) => state === request.state);
}

/** States that the sweep moves on. */
export const waitingStates = [
  'delivering',
  'awaiting-membership',
  'awaiting-sync',
] as const satisfies readonly RequestState[];

/** Tells two requests for the same group apart from two for different ones: the id, or the name to be created. */
export function groupKey(group: GroupChoice): string {
  return group.kind === 'existing' ? group.id : `new:${group.mailNickname.toLowerCase()}`;
}

/** The group in Entra; one that the request made is an existing one by now, one to be made has no id yet. */
export function groupIdOf(request: Request): GroupId | undefined {
  if (request.group.kind === 'existing') {
    return request.group.id;
  }
  return 'setUp' in request ? request.setUp?.groupId : undefined;
}

/** Work that follows from a change and is committed in the same transaction. The same for one version is done once. */
export type FollowUp =
  | { readonly kind: 'set-up'; readonly requestId: RequestId; readonly version: number }
  | {
      readonly kind: 'refresh-cards';
      readonly requestId: RequestId;
      /** Absent where it is not the request that has changed; then it is done each time. */
      readonly version?: number | undefined;
    };

/** What must happen because `previous` became `next`: cards always, the set-up when it was just begun. */
export function followUps(
  previous: Request | undefined,
  next: Request,
): readonly [FollowUp, ...(readonly FollowUp[])] {
  const { id: requestId, version } = next;
  const cards: FollowUp = { kind: 'refresh-cards', requestId, version };
  return next.state === 'setting-up' && previous?.state !== 'setting-up'
    ? [{ kind: 'set-up', requestId, version }, cards]
    : [cards];
}
