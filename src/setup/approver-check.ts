import type { UserId } from '../domain/ids.ts';
import { Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import { findAskedSeat } from '../domain/voting.ts';
import { contextOf, isAmong } from './approvers.ts';
import type { SetupDeps } from './deps.ts';

/**
 * Somebody can leave a group, a role or a team after they were asked; so a word counts only while the rule still comes
 * to whoever it is said for. Throws `no-longer-approver`, and what the directory throws.
 */
export async function refuseFormerApprover(
  deps: SetupDeps,
  request: Request,
  actorId: UserId,
): Promise<void> {
  const { approval, id: requestId } = request;
  const { route, stage, escalatedAt } = approval;
  const seat = findAskedSeat(approval, actorId, deps.clock.now());
  const rule = route.stages[stage]?.template;
  if (seat === undefined || rule === undefined) {
    return;
  }
  const id = seat.because.kind === 'deputy' ? seat.because.of.id : actorId;
  const further = escalatedAt === undefined ? [] : (rule.escalation?.to ?? []);
  const sources = [...rule.approvers, ...further];
  if (!(await isAmong(deps, sources, { id, context: contextOf(request) }))) {
    throw new Problem('no-longer-approver', { detail: `${id} left the approvers of ${requestId}` });
  }
}
