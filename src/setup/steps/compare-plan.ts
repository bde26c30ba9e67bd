import type { Plan } from '../../domain/plan.ts';
import type { Request, RequestIn } from '../../domain/request.ts';
import type { SetupDeps } from '../deps.ts';
import { requireOnly } from '../own-package.ts';
import { findPlanDifferences } from '../plan-differences.ts';
import { planHashOf } from '../plan-hash.ts';
import { planRequest } from '../plan-request.ts';
import { changeRequest } from '../progress.ts';
import { chooseAgain } from '../proposal.ts';
import { beginStage, everybodyAsked, expiryOf } from '../stages.ts';

/** `returned`: something is no longer as it was approved, and the approvers are asked again. */
export type Comparison = 'as-approved' | 'returned';

/**
 * Plans once more before anything is changed and compares with what was approved. Once a step of this request has
 * changed something, the world differs because of us, and the approval stands; so it does for emergency access, which
 * nobody approved. What is gone altogether is left to the step that needs it: nobody can approve it back into being.
 */
export async function comparePlan(
  deps: SetupDeps,
  request: RequestIn<'setting-up'>,
): Promise<Comparison> {
  const { steps, approval } = request;
  if (steps.some(({ changed }) => changed) || approval.breakGlass !== undefined) {
    return 'as-approved';
  }
  const plan = await planAnew(deps, request);
  if (plan === undefined || findPlanDifferences(request.plan, plan).length === 0) {
    return 'as-approved';
  }
  await changeRequest(deps, request.id, (current) =>
    current.state === 'setting-up' && current.approval.planHash === approval.planHash
      ? askAgain(deps, current, plan)
      : undefined,
  );
  return 'returned';
}

/**
 * The plan as it would be made now; undefined when what it is about exists no more. Throws
 * `access-package-does-not-fit` and `access-package-holds-more`: nobody may approve more than the one group.
 */
async function planAnew(
  { directory, entitlement, settings }: SetupDeps,
  { group: choice, accessPackage: wanted, requester }: RequestIn<'setting-up'>,
): Promise<Plan | undefined> {
  const [group, accessPackage, tenant] = await Promise.all([
    choice.kind === 'existing' ? directory.findGroup(choice.id) : undefined,
    wanted.kind === 'existing' ? entitlement.findAccessPackage(wanted.id) : undefined,
    directory.getWritebackTenant(),
  ]);
  const isGone =
    (choice.kind === 'existing' && group === undefined) ||
    (wanted.kind === 'existing' && accessPackage === undefined);
  if (isGone) {
    return undefined;
  }
  if (accessPackage !== undefined && group !== undefined) {
    requireOnly(accessPackage, group.id, wanted);
  }
  return planRequest(entitlement, settings, { choice, group, accessPackage, tenant, requester });
}

/**
 * Back to the first stage with the new plan, under the rule that counts for it; the votes were for another one. Throws
 * what `chooseAgain` throws.
 */
async function askAgain(
  deps: SetupDeps,
  request: RequestIn<'setting-up'>,
  plan: Plan,
): Promise<Request> {
  const now = deps.clock.now();
  const route = await chooseAgain(deps, request, plan);
  const approval = await beginStage(deps, request, {
    approval: {
      ...request.approval,
      route,
      votes: [],
      expiresAt: expiryOf(route, now),
      planHash: planHashOf({ ...request, plan }),
      returned: { at: now, differences: [...findPlanDifferences(request.plan, plan)] },
    },
    stage: 0,
    version: request.version + 1,
    now,
  });
  const approvers = everybodyAsked(request, approval);
  return { ...request, state: 'awaiting-approval', plan, approval, approvers, updatedAt: now };
}
