import { z } from 'zod';
import { ApprovalNeed, ApproverSource } from './approver-source.ts';
import { GroupId, UserId } from './ids.ts';
import { Person } from './person.ts';

const Instant = z.coerce.date();

/** Why somebody is asked to decide; the card tells them. */
export const ApproverReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('named') }),
  z.object({ kind: z.literal('group-member'), groupId: GroupId, groupName: z.string() }),
  z.object({ kind: z.literal('manager'), of: Person }),
  /** The beneficiary has no manager who could decide. */
  z.object({ kind: z.literal('manager-fallback'), of: Person }),
  z.object({ kind: z.literal('catalog-owner'), catalogName: z.string() }),
  z.object({ kind: z.literal('access-package-manager'), catalogName: z.string() }),
  /** Reviews access that was taken while too few people could approve. */
  z.object({ kind: z.literal('administrator') }),
  /** `zone`: where the approver is, to whose days the period goes. */
  z.object({
    kind: z.literal('deputy'),
    of: Person,
    /** When the deputy's authority began. */
    since: Instant.optional(),
    until: Instant,
    zone: z.string().optional(),
  }),
]);
export type ApproverReason = z.infer<typeof ApproverReason>;

export const Approver = z.object({
  person: Person,
  because: ApproverReason,
  /** When they were first asked, where that was after the stage began. */
  since: Instant.optional(),
});
export type Approver = z.infer<typeof Approver>;

/** One stage, with the people it came to when it was asked. */
export const ApprovalStage = z.object({
  name: z.string(),
  approvers: z.array(Approver).readonly(),
  /** How many different people must approve: 1 is any, the number of approvers is all. */
  need: z.number().int().min(1),
  /** Asked in addition once nobody has decided for so long. */
  escalation: z
    .object({ afterMs: z.number().int().positive(), approvers: z.array(Approver).readonly() })
    .optional(),
  /** What the rule says, from which the people are found anew; older requests keep the people they have. */
  template: z
    .object({
      approvers: z.array(ApproverSource).readonly(),
      need: ApprovalNeed,
      escalation: z
        .object({ afterMs: z.number().int().positive(), to: z.array(ApproverSource).readonly() })
        .optional(),
    })
    .optional(),
});
export type ApprovalStage = z.infer<typeof ApprovalStage>;

/** An approver's working time; reminders wait for it. */
export const WorkingHours = z.object({
  /** Minutes after midnight; `to` before `from` is on the next day. */
  from: z.number().int().min(0).max(1440),
  to: z.number().int().min(0).max(1440),
  /** ISO weekdays, Monday is 1. */
  days: z.array(z.number().int().min(1).max(7)).readonly(),
  /**
   * IANA name; where the approver's own zone is known from Teams, that one counts instead. Where neither is, the
   * requester's does.
   */
  timeZone: z.string().optional(),
});
export type WorkingHours = z.infer<typeof WorkingHours>;

export const Reminders = z.object({
  /** After the stage began; each further one waits `backOff` times as long as the one before. */
  firstAfterMs: z.number().int().positive(),
  backOff: z.number().min(1),
  atMost: z.number().int().min(0),
  workingHours: WorkingHours.optional(),
});
export type Reminders = z.infer<typeof Reminders>;

/** The route a request takes, copied from the policy when it was made: a later change of the policy does not touch it. */
export const ApprovalRoute = z.object({
  /** Name of the rule in the policy. */
  rule: z.string(),
  stages: z.array(ApprovalStage).min(1).readonly(),
  /** Whoever approved an earlier stage cannot approve a later one. */
  distinctApprovers: z.boolean(),
  expiresAfterMs: z.number().int().positive().optional(),
  reminders: Reminders.optional(),
});
export type ApprovalRoute = z.infer<typeof ApprovalRoute>;

/** One approval given on the way. A denial ends the request and is its decision instead. */
export const Vote = z.object({
  stage: z.number().int().min(0),
  by: Person,
  /** Set when a deputy acted. */
  onBehalfOf: Person.optional(),
  at: Instant,
  comment: z.string().optional(),
  /** What was approved: hash of the plan as the approver saw it. */
  planHash: z.string(),
});
export type Vote = z.infer<typeof Vote>;

/** One line of the plan that is no longer as it was approved. */
export const PlanDifference = z.object({
  field: z.enum([
    'group',
    'writeback',
    'writtenType',
    'engine',
    'organizationalUnit',
    'catalog',
    'accessPackage',
  ]),
  before: z.string(),
  after: z.string(),
});
export type PlanDifference = z.infer<typeof PlanDifference>;

/** Where the approval of a request stands. */
export const Approval = z.object({
  route: ApprovalRoute,
  /** Index of the stage that is asked, or was asked last. */
  stage: z.number().int().min(0),
  stageSince: Instant,
  /**
   * The version of the request that first asked this stage about this plan. Whoever clicks on it or a later one has
   * seen what is asked now; votes, claims and reminders in between take nothing from that.
   */
  askedSince: z.number().int().default(1),
  votes: z.array(Vote).readonly(),
  /** Somebody said "I'm on it"; for information, it reserves nothing. */
  claim: z.object({ by: Person, at: Instant }).optional(),
  /** When the current stage was escalated. */
  escalatedAt: Instant.optional(),
  /** When the people of the current stage were last looked up while it was running. */
  lookedAt: Instant.optional(),
  /** Who was asked and has left the group, the role or the beneficiary since, without having answered. */
  left: z.array(UserId).readonly().optional(),
  reminders: z.object({
    sent: z.number().int().min(0),
    lastAt: Instant.optional(),
    /** Who has been reminded, each in their own working hours; `sent` is the most of them. */
    people: z
      .array(z.object({ id: UserId, sent: z.number().int().min(1), lastAt: Instant.optional() }))
      .readonly()
      .optional(),
    /** Worked out ahead, because it depends on working hours; absent when there is nothing more to come. */
    nextAt: Instant.optional(),
  }),
  expiresAt: Instant.optional(),
  /** SHA-256 of what is to be approved, base64url. */
  planHash: z.string(),
  /** Why the request came back after it had been approved. */
  returned: z
    .object({ at: Instant, differences: z.array(PlanDifference).min(1).readonly() })
    .optional(),
  /** An approver made it shorter than was asked for. */
  shortened: z
    .object({ by: Person, at: Instant, askedDays: z.number().int().optional() })
    .optional(),
  /** Access was taken first and is reviewed afterwards. */
  breakGlass: z
    .object({
      at: Instant,
      reason: z.string(),
      review: z
        .object({
          by: Person,
          at: Instant,
          verdict: z.enum(['justified', 'not-justified']),
          comment: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
});
export type Approval = z.infer<typeof Approval>;

/** What the route is called where the organisation has written no policy; no name that means anything to a reader. */
export const builtInNames = { rule: 'Default', stage: 'Approval' } as const;

/** A request from before there were policies has a route of this kind too. */
export function isBuiltIn({ rule, stages }: ApprovalRoute): boolean {
  const isOurs = rule === builtInNames.rule || rule === 'before-policies';
  return isOurs && stages.length === 1 && stages[0]?.name === builtInNames.stage;
}

/** Who of the current stage is asked now, escalation included. */
export function askedNow({ route, stage, escalatedAt }: Approval): readonly Approver[] {
  const current = route.stages[stage];
  if (current === undefined) {
    return [];
  }
  return escalatedAt === undefined
    ? current.approvers
    : [...current.approvers, ...(current.escalation?.approvers ?? [])];
}

/** Everybody who has been asked so far, each once, in the order of the stages. */
export function askedSoFar(approval: Approval): readonly Person[] {
  const before = approval.route.stages
    .slice(0, approval.stage)
    .flatMap(({ approvers, escalation }) => [...approvers, ...(escalation?.approvers ?? [])]);
  const seen = new Set<UserId>();
  return [...before, ...askedNow(approval)]
    .map(({ person }) => person)
    .filter(({ id }) => !seen.has(id) && seen.add(id).size > 0);
}
