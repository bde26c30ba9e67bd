import type { ApprovalRoute } from '../domain/approval.ts';
import {
  type ApprovalTemplate,
  findTextComplaint,
  type PolicyFacts,
} from '../domain/approval-policy.ts';
import type { Actor, DirectoryUser } from '../domain/person.ts';
import type { GroupChoice, Plan } from '../domain/plan.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import { toPerson } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { planRequest } from './plan-request.ts';
import {
  type Facts,
  gatherFacts,
  groupChoiceOf,
  refuseFacts,
  type Subject,
} from './request-facts.ts';
import { resolveRoute } from './route.ts';
import type { SubmitWish } from './use-cases.ts';

/** A wish that the world permits: what would be changed, and which rule says who is asked. */
export interface Proposal {
  readonly user: DirectoryUser;
  readonly facts: Facts;
  readonly choice: GroupChoice;
  readonly plan: Plan;
  readonly template: ApprovalTemplate;
  readonly route: ApprovalRoute;
}

export type Proposed =
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** Looks at the world, plans the change and finds who would be asked. Stores nothing and changes nothing. */
export async function propose(
  deps: SetupDeps,
  actor: Actor,
  wish: Subject & Pick<SubmitWish, 'days'>,
): Promise<Proposed> {
  const facts = await gatherFacts(deps, actor, wish);
  const { user } = facts;
  const refusals = await refuseFacts(deps, wish, facts);
  if (user === undefined || refusals.length > 0) {
    return { kind: 'refused', refusals };
  }
  const choice = groupChoiceOf(wish, facts.group);
  const plan = await planRequest(deps.entitlement, deps.settings, { ...facts, choice });
  const template = await deps.policy.routeFor(
    policyFacts(deps, { requesterId: actor.id, beneficiaryId: user.id, plan, days: wish.days }),
  );
  if (template.kind === 'refused') {
    const subject = template.message;
    return { kind: 'refused', refusals: [{ code: 'refused-by-policy', subject }] };
  }
  const resolved = await resolveRoute(deps, template, {
    beneficiary: toPerson(user),
    parties: [actor.id, user.id],
    catalog: plan.catalog,
  });
  return resolved.kind === 'refused'
    ? resolved
    : {
        kind: 'proposal',
        proposal: { user, facts, choice, plan, template, route: resolved.route },
      };
}

/** A package that the bot will use counts as much as one that somebody chose. */
function policyFacts(
  { directory }: SetupDeps,
  {
    plan,
    ...rest
  }: Pick<PolicyFacts, 'requesterId' | 'beneficiaryId' | 'days'> & { readonly plan: Plan },
): PolicyFacts {
  const { group, catalog, accessPackage } = plan;
  return {
    ...rest,
    group: { id: group.id, displayName: group.displayName, isNew: group.action === 'create' },
    catalog: { id: catalog.id, displayName: catalog.displayName },
    accessPackage: { id: accessPackage.id, displayName: accessPackage.displayName },
    isMember: (userId, groupId) => directory.isMember(userId, groupId),
  };
}

/** What the rule says against the words and the duration of the form. */
export function refuseByRule(
  { reasonRule, ticketRule, maximumDays }: ApprovalTemplate,
  { reason, ticket, days }: Pick<SubmitWish, 'reason' | 'ticket' | 'days'>,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const aboutReason = reasonRule && findTextComplaint(reasonRule, reason);
  if (aboutReason !== undefined) {
    refusals.push({ code: 'reason-not-accepted', subject: aboutReason });
  }
  const aboutTicket = ticketRule && complainOfTicket(ticketRule, ticket);
  if (aboutTicket !== undefined) {
    refusals.push({ code: 'ticket-not-accepted', subject: aboutTicket });
  }
  if (maximumDays !== undefined && (days ?? Number.POSITIVE_INFINITY) > maximumDays) {
    refusals.push({ code: 'duration-too-long', subject: String(maximumDays) });
  }
  return refusals;
}

function complainOfTicket(
  rule: NonNullable<ApprovalTemplate['ticketRule']>,
  ticket: string | undefined,
): string | undefined {
  const text = ticket?.trim() ?? '';
  return text === '' ? rule.message : findTextComplaint(rule, text);
}
