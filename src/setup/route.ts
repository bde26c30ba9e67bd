import type { ApprovalRoute, ApprovalStage } from '../domain/approval.ts';
import type { ApprovalTemplate, StageTemplate } from '../domain/approval-policy.ts';
import { findUnfillableStage } from '../domain/distinct-approvers.ts';
import type { Refusal } from '../domain/prerequisites.ts';
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
  const stages = await Promise.all(
    template.stages.map((stage) => resolveStage(deps, stage, context)),
  );
  const short = stages.find(({ approvers, need }) => approvers.length < need);
  const lacking = short ?? (template.distinctApprovers ? findUnfillableStage(stages) : undefined);
  if (lacking !== undefined) {
    const subject = lacking.name;
    return { kind: 'refused', refusals: [{ code: 'nobody-can-approve', subject }] };
  }
  const { rule, distinctApprovers, expiresAfterMs, reminders } = template;
  return { kind: 'route', route: { rule, stages, distinctApprovers, expiresAfterMs, reminders } };
}

async function resolveStage(
  deps: SetupDeps,
  template: StageTemplate,
  context: RouteContext,
): Promise<ApprovalStage> {
  const { name, escalation } = template;
  const approvers = await findApprovers(deps, template.approvers, context);
  const need = needOf(template.need, approvers.length);
  if (escalation === undefined) {
    return { name, approvers, need };
  }
  const asked = new Set(approvers.map(({ person }) => person.id));
  const further = await findApprovers(deps, escalation.to, context);
  const added = further.filter(({ person }) => !asked.has(person.id));
  return added.length === 0
    ? { name, approvers, need }
    : { name, approvers, need, escalation: { afterMs: escalation.afterMs, approvers: added } };
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
