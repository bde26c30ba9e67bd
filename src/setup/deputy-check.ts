import type { Approver } from '../domain/approval.ts';
import { Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';

/**
 * A delegation can end in the very moment in which a stage begins with its deputy; so the word of a deputy counts
 * only while the delegation itself stands. Resolves to `not-asked-now` where it does not.
 */
export async function findEndedDelegation(
  { delegations, clock }: SetupDeps,
  { id: requestId, tenantId }: Request,
  { person, because }: Approver,
): Promise<Problem | undefined> {
  if (because.kind !== 'deputy') {
    return undefined;
  }
  const active = await delegations.listActive(tenantId, [because.of.id], clock.now());
  return active.some(({ deputy }) => deputy.id === person.id)
    ? undefined
    : new Problem('not-asked-now', {
        detail: `${person.id} is no deputy any more for ${requestId}`,
      });
}
