import { type AssignmentWish, isEmpty } from '../../domain/entitlement.ts';
import type { AssignmentRequestId, GroupId } from '../../domain/ids.ts';
import type { AccessPackageChoice } from '../../domain/plan.ts';
import type { EntitlementManagement } from '../../domain/ports.ts';
import { Problem } from '../../domain/problem.ts';
import { requireOnly } from '../own-package.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

/** Undefined: the user holds a delivered assignment already. */
export type AssignmentFound = AssignmentRequestId | undefined;

/** What the approval is for: membership of this group through that package. */
export interface Approved {
  readonly groupId: GroupId;
  readonly choice: AccessPackageChoice;
}

/**
 * Step 4: directly assign the user to the access package. Looks first, whatever was answered before: an
 * assignment request in the service is adopted, never repeated, and a package that gives more than what was approved
 * is left alone.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentrequests
 */
export async function ensureAssignment(
  entitlement: EntitlementManagement,
  wish: AssignmentWish,
  { groupId, choice }: Approved,
): Promise<StepResult<AssignmentFound>> {
  const open = await entitlement.findAssignmentRequest(wish.userId, wish.accessPackageId);
  if (open?.state === 'pendingApproval') {
    throw new Problem('policy-needs-approval', {
      detail: `assignment request ${open.id} waits for an approval in Entra`,
    });
  }
  if (await entitlement.isAssigned(wish.userId, wish.accessPackageId)) {
    const summary = 'The user was assigned to the access package already.';
    return { changed: false, summary, value: undefined };
  }
  if (open !== undefined && open.state !== 'delivered') {
    const summary = 'Adopted the assignment request that was there.';
    return { changed: false, summary, value: open.id };
  }
  const accessPackage = await entitlement.findAccessPackage(wish.accessPackageId);
  if (accessPackage === undefined || isEmpty(accessPackage)) {
    throw notVisibleYet(`access package ${wish.accessPackageId}`);
  }
  requireOnly(accessPackage, groupId, choice);
  const requested = await entitlement.requestAssignment(wish);
  const summary = 'Asked entitlement management to assign the user.';
  return { changed: true, summary, value: requested.id };
}
