import type { AssignmentWish } from '../../domain/entitlement.ts';
import type { AssignmentRequestId } from '../../domain/ids.ts';
import type { EntitlementManagement } from '../../domain/ports.ts';
import { Problem } from '../../domain/problem.ts';
import type { StepResult } from './step.ts';

/** Undefined: the user holds a delivered assignment already. */
export type AssignmentFound = AssignmentRequestId | undefined;

/**
 * Step 4: directly assign the user to the access package. Looks first, whatever was answered before: an
 * assignment request in the service is adopted, never repeated.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentrequests
 */
export async function ensureAssignment(
  entitlement: EntitlementManagement,
  wish: AssignmentWish,
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
  const requested = await entitlement.requestAssignment(wish);
  const summary = 'Asked entitlement management to assign the user.';
  return { changed: true, summary, value: requested.id };
}
