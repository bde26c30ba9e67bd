import { afresh } from '../../domain/lateness.ts';
import type { RequestIn } from '../../domain/request.ts';
import type { SetupDeps } from '../deps.ts';
import { fail } from '../progress.ts';

/** Membership follows `delivered` within minutes; after this long the assignment itself is looked at again. */
const patienceMs = 30 * 60_000;

/**
 * Step 5, second: the user is a member of the group in Entra. Until then no sync cycle can take the change along.
 * Resolves to whether anything has changed.
 * https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups
 */
export async function confirmEntraMembership(
  deps: SetupDeps,
  request: RequestIn<'awaiting-membership'>,
): Promise<boolean> {
  const { groupId, accessPackageId } = request.setUp;
  const now = deps.clock.now();
  if (await deps.directory.isMember(request.beneficiary.id, groupId)) {
    const { expectedAt: _, ...rest } = afresh(request);
    const next = { ...rest, state: 'awaiting-sync' as const, memberAt: now, updatedAt: now };
    await deps.requests.advance(request, next, 'writeback');
    return true;
  }
  const isPatient = now.getTime() - request.deliveredAt.getTime() < patienceMs;
  if (isPatient || (await deps.entitlement.isAssigned(request.beneficiary.id, accessPackageId))) {
    return false;
  }
  await fail(deps, request.id, {
    code: 'assignment-ended',
    detail: `no assignment of package ${accessPackageId} is left`,
  });
  return true;
}
