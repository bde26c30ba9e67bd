import type { ApprovalRoute } from '../domain/approval.ts';
import {
  type ApprovalTemplate,
  findTextComplaint,
  type PolicyFacts,
} from '../domain/approval-policy.ts';
import type { Actor, DirectoryUser } from '../domain/person.ts';
import type { GroupChoice, Plan } from '../domain/plan.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import { isProblem, Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import { contextOf, toPerson } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { type PlanFacts, packageNameOf, planRequest } from './plan-request.ts';
import {
  type Facts,
  gatherFacts,
  groupChoiceOf,
  refuseFacts,
  type Subject,
} from './request-facts.ts';
import { resolveReviewers } from './reviewers.ts';
import { resolveRoute, toRefusal } from './route.ts';
import type { Refused, SubmitWish } from './use-cases.ts';

/** A wish that the world permits: what would be changed, and which rule says who is asked. */
export interface Proposal {
  readonly user: DirectoryUser;
  readonly facts: Facts;
  readonly choice: GroupChoice;
  readonly plan: Plan;
  readonly template: ApprovalTemplate;
  readonly route: ApprovalRoute;
}

export type Proposed = { readonly kind: 'proposal'; readonly proposal: Proposal } | Refused;

/**
 * Looks at the world, plans the change and finds who would be asked; of access that is taken first, who reviews it.
 * Stores nothing and changes nothing.
 */
export async function propose(
  deps: SetupDeps,
  actor: Actor,
  wish: Subject & Pick<SubmitWish, 'days'> & { readonly isEmergency?: boolean },
): Promise<Proposed> {
  const facts = await gatherFacts(deps, actor, wish);
  const { user } = facts;
  const refusals = await refuseFacts(deps, wish, facts);
  if (user === undefined || refusals.length > 0) {
    return { kind: 'refused', refusals };
  }
  const choice = groupChoiceOf(wish, facts.group);
  const planned = await planUnlessOverfull(deps, { ...facts, choice, requester: actor });
  if (planned.kind === 'refused') {
    return planned;
  }
  const { plan } = planned;
  const template = await deps.policy.routeFor(
    policyFacts(deps, { requesterId: actor.id, beneficiaryId: user.id, plan, days: wish.days }),
  );
  if (template.kind === 'refused') {
    const subject = template.message;
    return { kind: 'refused', refusals: [{ code: 'refused-by-policy', subject }] };
  }
  const resolve = wish.isEmergency === true ? resolveReviewers : resolveRoute;
  const resolved = await resolve(deps, template, {
    beneficiary: toPerson(user),
    parties: [actor.id, user.id],
    catalog: plan.catalog,
  }).catch(toRefusal);
  return resolved.kind === 'refused'
    ? { ...resolved, ...offered(breakGlassHoursOf(plan, template)) }
    : {
        kind: 'proposal',
        proposal: { user, facts, choice, plan, template, route: resolved.route },
      };
}

function offered(breakGlassHours: number | undefined): Pick<Refused, 'breakGlassHours'> {
  return breakGlassHours === undefined ? {} : { breakGlassHours };
}

/** For how long access could be taken at once; a group that does not exist yet is not made in that way. */
export function breakGlassHoursOf(
  { group }: Plan,
  { breakGlass }: ApprovalTemplate,
): number | undefined {
  return group.action === 'create' ? undefined : breakGlass?.hours;
}

/** The bot's own package, into which somebody has put more, is a reason against the request like any other. */
async function planUnlessOverfull(
  { entitlement, settings }: SetupDeps,
  facts: PlanFacts,
): Promise<
  { readonly kind: 'planned'; readonly plan: Plan } | Extract<Proposed, { kind: 'refused' }>
> {
  try {
    return { kind: 'planned', plan: await planRequest(entitlement, settings, facts) };
  } catch (error) {
    if (isProblem(error) && error.code === 'access-package-holds-more') {
      const subject = packageNameOf(facts.choice.displayName);
      return { kind: 'refused', refusals: [{ code: error.code, subject }] };
    }
    throw error;
  }
}

/**
 * The way to approval that the policy gives another plan of a request that was made before. Throws `refused-by-policy`,
 * `nobody-can-approve`, and what the new rule has against the words and the duration.
 */
export async function chooseAgain(
  deps: SetupDeps,
  request: Request,
  plan: Plan,
): Promise<ApprovalRoute> {
  const { requester, beneficiary, duration } = request;
  const days = duration.kind === 'days' ? duration.days : undefined;
  const template = await deps.policy.routeFor(
    policyFacts(deps, { requesterId: requester.id, beneficiaryId: beneficiary.id, plan, days }),
  );
  if (template.kind === 'refused') {
    throw new Problem('refused-by-policy', { detail: template.message });
  }
  const resolved = await resolveRoute(deps, template, contextOf({ ...request, plan }));
  const refusals = refuseByRule(template, { ...request, days });
  if (resolved.kind === 'route' && refusals.length === 0) {
    return resolved.route;
  }
  const [first] = resolved.kind === 'refused' ? resolved.refusals : refusals;
  const { code, subject } = first ?? { code: 'refused-by-policy', subject: template.rule };
  throw new Problem(code, { detail: subject });
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
