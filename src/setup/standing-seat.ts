import type { Approver } from '../domain/approval.ts';
import type { UserId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import { askedSeats, openSeats } from '../domain/voting.ts';
import { findDeparture } from './approver-check.ts';
import type { SetupDeps } from './deps.ts';
import { findEndedDelegation } from './deputy-check.ts';

/**
 * As what this person decides: the first of their seats that still stands, since whoever has left a group can be the
 * deputy of somebody in it. A vote takes one that is not used yet. Undefined where they have none; throws
 * `no-longer-approver` or `not-asked-now` where none stands, and what the directory throws.
 */
export async function findStandingSeat(
  deps: SetupDeps,
  request: Request,
  { id, action }: { readonly id: UserId; readonly action: 'approve' | 'deny' },
): Promise<Approver | undefined> {
  const seatsFor = action === 'approve' ? openSeats : askedSeats;
  let refusal: Problem | undefined;
  for (const seat of seatsFor(request.approval, id, deps.clock.now())) {
    const found =
      (await findEndedDelegation(deps, request, seat)) ??
      (await findDeparture(deps, request, seat));
    if (found === undefined) {
      return seat;
    }
    refusal ??= found;
  }
  if (refusal !== undefined) {
    throw refusal;
  }
  return undefined;
}
