import type { Approver } from '../domain/approval.ts';
import { Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import { contextOf, isAmong } from './approvers.ts';
import type { SetupDeps } from './deps.ts';

/**
 * Somebody can leave a group, a role or a team after they were asked; so a word counts only while the rule still comes
 * to whoever it is said for. Resolves to `no-longer-approver` where it does not; throws what the directory throws.
 */
export async function findDeparture(
  deps: SetupDeps,
  request: Request,
  { person, because }: Approver,
): Promise<Problem | undefined> {
  const { approval, id: requestId } = request;
  const { route, stage, escalatedAt } = approval;
  const rule = route.stages[stage]?.template;
  if (rule === undefined) {
    return undefined;
  }
  const { id } = because.kind === 'deputy' ? because.of : person;
  const further = escalatedAt === undefined ? [] : (rule.escalation?.to ?? []);
  const sources = [...rule.approvers, ...further];
  return (await isAmong(deps, sources, { id, context: contextOf(request) }))
    ? undefined
    : new Problem('no-longer-approver', { detail: `${id} left the approvers of ${requestId}` });
}
