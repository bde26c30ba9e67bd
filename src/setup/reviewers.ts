import type { ApprovalStage, Approver } from '../domain/approval.ts';
import type { ApprovalTemplate } from '../domain/approval-policy.ts';
import { findApprovers, type RouteContext } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { findLacking, type ResolvedRoute, resolveStages, routeOf } from './route.ts';

/**
 * For access that is taken first: whoever the route comes to, and administrators where that is too few to approve.
 * That nobody can approve is an emergency of its own, but somebody must be there to look at it afterwards. A source of
 * too many people, who could not be asked either, is not told: administrators stand in for it.
 */
export async function resolveReviewers(
  deps: SetupDeps,
  template: ApprovalTemplate,
  context: RouteContext,
): Promise<ResolvedRoute> {
  const stages = await resolveStages(deps, template, { ...context, leavesOutCrowds: true });
  const lacking = findLacking(template, stages);
  if (lacking === undefined) {
    return { kind: 'route', route: routeOf(template, stages) };
  }
  const administrators = await findAdministrators(deps, context);
  const filled = stages
    .map((stage) => (isShort(stage) || stage === lacking ? joined(stage, administrators) : stage))
    .filter(({ approvers }) => approvers.length > 0);
  return filled.length === 0
    ? {
        kind: 'refused',
        refusals: [{ code: 'nobody-can-approve', subject: lacking.name }],
      }
    : { kind: 'route', route: routeOf(template, filled) };
}

async function findAdministrators(
  deps: SetupDeps,
  context: RouteContext,
): Promise<readonly Approver[]> {
  const sources = deps.settings.administrators.map((id) => ({ kind: 'user' as const, id }));
  const found = await findApprovers(deps, sources, context);
  return found.map(({ person }) => ({ person, because: { kind: 'administrator' } }));
}

function isShort({ approvers, need }: ApprovalStage): boolean {
  return approvers.length < need;
}

function joined(stage: ApprovalStage, administrators: readonly Approver[]): ApprovalStage {
  const ids = stage.approvers.map(({ person }) => person.id);
  const added = administrators.filter(({ person }) => !ids.includes(person.id));
  // Nobody is asked later, and its rule would not come to them again.
  const { escalation: _escalation, template: _template, ...rest } = stage;
  return { ...rest, approvers: [...stage.approvers, ...added], need: 1 };
}
