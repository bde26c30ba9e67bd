import type { UserId } from '../domain/ids.ts';
import { Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import { findSeat } from '../domain/voting.ts';
import type { SetupDeps } from './deps.ts';

/**
 * A delegation can end in the very moment in which a stage begins with its deputy; so the word of a deputy counts
 * only while the delegation itself stands. Throws `not-asked-now`.
 */
export async function refuseEndedDeputy(
  { delegations, clock }: SetupDeps,
  { id, tenantId, approval }: Request,
  actorId: UserId,
): Promise<void> {
  const now = clock.now();
  const because = findSeat(approval, actorId, now)?.because;
  if (because?.kind !== 'deputy') {
    return;
  }
  const active = await delegations.listActive(tenantId, [because.of.id], now);
  if (!active.some(({ deputy }) => deputy.id === actorId)) {
    throw new Problem('not-asked-now', { detail: `${actorId} is no deputy any more for ${id}` });
  }
}
