import type { AccessPackage, AssignmentPolicy } from '../../domain/entitlement.ts';
import type { PolicyId } from '../../domain/ids.ts';
import type { EntitlementManagement } from '../../domain/ports.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

const displayName = 'Writeback direct assignment';

/**
 * A policy that permits direct assignment: no approval of its own (the bot owns approval) and no questions that
 * nobody would answer. Policies may share a name, so the caller lets nobody else look and create at the same time.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentpolicies
 */
export async function ensurePolicy(
  entitlement: EntitlementManagement,
  accessPackage: Pick<AccessPackage, 'id' | 'displayName'>,
): Promise<StepResult<PolicyId>> {
  const before = await findFitting(entitlement, accessPackage);
  if (before !== undefined) {
    const summary = `The policy ${before.displayName} permits direct assignment.`;
    return { changed: false, summary, value: before.id };
  }
  const id = await entitlement.createDirectAssignmentPolicy(accessPackage.id, displayName);
  if ((await findFitting(entitlement, accessPackage)) === undefined) {
    throw notVisibleYet(`policy ${id}`);
  }
  const summary = `Created a policy for direct assignment to ${accessPackage.displayName}.`;
  return { changed: true, summary, value: id };
}

async function findFitting(
  entitlement: EntitlementManagement,
  { id }: Pick<AccessPackage, 'id'>,
): Promise<AssignmentPolicy | undefined> {
  const accessPackage = await entitlement.findAccessPackage(id);
  return accessPackage?.policies.find(
    (policy) => !policy.isApprovalRequired && !policy.hasRequiredQuestions,
  );
}
