import type { ApprovalRoute, ApprovalStage } from '../domain/approval.ts';
import type { ApprovalTemplate, StageTemplate } from '../domain/approval-policy.ts';
import { findUnfillableStage } from '../domain/distinct-approvers.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import { isProblem } from '../domain/problem.ts';
import { findApprovers, type RouteContext } from './approvers.ts';
import type { SetupDeps } from './deps.ts';

export type ResolvedRoute =
  | { readonly kind: 'route'; readonly route: ApprovalRoute }
  /** A stage has too few people who could approve it. */
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** The route of a rule with the people it comes to at this moment, read live. */
export async function resolveRoute(
  deps: SetupDeps,
  template: ApprovalTemplate,
  context: RouteContext,
): Promise<ResolvedRoute> {
  const stages = await resolveStages(deps, template, context);
  const lacking = findLacking(template, stages);
  if (lacking !== undefined) {
    const subject = lacking.name;
    return { kind: 'refused', refusals: [{ code: 'nobody-can-approve', subject }] };
  }
  return { kind: 'route', route: routeOf(template, stages) };
}

/** A source of too many people is a reason against the request like any other; what else was thrown goes on. */
export function toRefusal(error: unknown): ResolvedRoute {
  if (isProblem(error) && error.code === 'too-many-approvers') {
    return { kind: 'refused', refusals: [{ code: error.code, subject: error.detail }] };
  }
  throw error;
}

/** The stages with whoever they come to, be it nobody. Throws `too-many-approvers`. */
export function resolveStages(
  deps: SetupDeps,
  template: ApprovalTemplate,
  context: RouteContext,
): Promise<readonly ApprovalStage[]> {
  return Promise.all(template.stages.map((stage) => resolveStage(deps, stage, context)));
}

/** The first stage that has too few people to be approved. */
export function findLacking(
  { distinctApprovers }: Pick<ApprovalTemplate, 'distinctApprovers'>,
  stages: readonly ApprovalStage[],
): ApprovalStage | undefined {
  const short = stages.find(({ approvers, need }) => approvers.length < need);
  return short ?? (distinctApprovers ? findUnfillableStage(stages) : undefined);
}

export function routeOf(
  { rule, distinctApprovers, expiresAfterMs, reminders }: ApprovalTemplate,
  stages: readonly ApprovalStage[],
): ApprovalRoute {
  return { rule, stages: [...stages], distinctApprovers, expiresAfterMs, reminders };
}

/** The stage with the people its rule comes to now; one from before rules were kept is as it was. */
export async function resolveAgain(
  deps: SetupDeps,
  stage: ApprovalStage,
  context: RouteContext,
): Promise<ApprovalStage> {
  const { name, template } = stage;
  return template === undefined ? stage : resolveStage(deps, { name, ...template }, context);
}

async function resolveStage(
  deps: SetupDeps,
  template: StageTemplate,
  context: RouteContext,
): Promise<ApprovalStage> {
  const { name, ...rule } = template;
  const { escalation } = rule;
  const approvers = await findApprovers(deps, template.approvers, context);
  const need = needOf(template.need, approvers.length);
  if (escalation === undefined) {
    return { name, approvers, need, template: rule };
  }
  const asked = new Set(approvers.map(({ person }) => person.id));
  const further = await findApprovers(deps, escalation.to, context);
  const added = further.filter(({ person }) => !asked.has(person.id));
  return added.length === 0
    ? { name, approvers, need, template: rule }
    : {
        name,
        approvers,
        need,
        template: rule,
        escalation: { afterMs: escalation.afterMs, approvers: added },
      };
}

function needOf(need: StageTemplate['need'], available: number): number {
  switch (need) {
    case 'any':
      return 1;
    case 'all':
      return Math.max(available, 1);
    default:
      return need;
  }
}
