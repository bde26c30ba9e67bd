import type { ApprovalStage, Approver } from '../domain/approval.ts';
import { escalatesAt, nextDueAt } from '../domain/due.ts';
import { isProblem } from '../domain/problem.ts';
import type { Request, RequestIn } from '../domain/request.ts';
import { contextOf } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { remind, withNextReminder } from './remind.ts';
import { resolveAgain } from './route.ts';
import { addDeputies, everybodyAsked, replaceStage } from './stages.ts';

const pageSize = 100;

/**
 * Moves on every request whose time has come: expires it, asks further people, or counts a reminder of the decision or
 * of the review afterwards, which the engine then delivers. Reads due requests only, so that a hundred thousand that
 * merely wait cost nothing.
 */
export async function moveDueApprovals(deps: SetupDeps, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const page = await deps.requests.listDue(deps.clock.now(), pageSize);
    let moved = 0;
    for (const request of page) {
      moved += (await moveGuarded(deps, request)) ? 1 : 0;
    }
    if (moved === 0 || signal?.aborted === true) {
      return;
    }
  }
}

/** One request that cannot be moved on does not keep the others waiting. */
async function moveGuarded(deps: SetupDeps, request: Request): Promise<boolean> {
  try {
    return await move(deps, request);
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    const { code, detail } = error;
    deps.log.warn({ requestId: request.id, code, detail }, 'a due request could not be moved on');
    return false;
  }
}

async function move(deps: SetupDeps, request: Request): Promise<boolean> {
  const next = await whatIsDue(deps, request);
  if (next === undefined) {
    return false;
  }
  const updatedAt = deps.clock.now();
  const stored = await deps.requests.advance(request, { ...next, updatedAt }, 'writeback');
  return stored !== undefined;
}

async function whatIsDue(deps: SetupDeps, request: Request): Promise<Request | undefined> {
  const now = deps.clock.now();
  const { approval } = request;
  if (request.state !== 'awaiting-approval') {
    // What nobody has to decide on is due for its review alone.
    return hasCome(nextDueAt(request), now) ? reminded(deps, request) : undefined;
  }
  if (hasCome(approval.expiresAt, now)) {
    return { ...request, state: 'expired', at: now };
  }
  if (hasCome(escalatesAt(approval), now)) {
    return escalated(deps, request);
  }
  return hasCome(approval.reminders.nextAt, now) ? reminded(deps, request) : undefined;
}

function hasCome(moment: Date | undefined, now: Date): boolean {
  return moment !== undefined && moment <= now;
}

/** Nobody has decided for too long: the further people of this stage are asked as well. */
async function escalated(
  deps: SetupDeps,
  request: RequestIn<'awaiting-approval'>,
): Promise<Request> {
  const { route, stage } = request.approval;
  const current = route.stages[stage];
  const asked = { ...request.approval, escalatedAt: deps.clock.now() };
  if (current?.escalation === undefined) {
    return { ...request, approval: asked };
  }
  const further = await furtherPeople(deps, request, current);
  const approvers = await addDeputies(deps, request, further);
  const escalation = { ...current.escalation, approvers };
  const replaced = replaceStage(asked, { ...current, escalation });
  const approval = await withNextReminder(deps, request, replaced);
  return { ...request, approval, approvers: everybodyAsked(request, approval) };
}

/** Whom the rule comes to now, but nobody who is asked already. */
async function furtherPeople(
  deps: SetupDeps,
  request: Request,
  current: ApprovalStage,
): Promise<readonly Approver[]> {
  const { escalation } = await resolveAgain(deps, current, contextOf(request));
  const asked = new Set(current.approvers.map(({ person }) => person.id));
  return (escalation?.approvers ?? []).filter(({ person }) => !asked.has(person.id));
}

async function reminded(deps: SetupDeps, request: Request): Promise<Request> {
  return { ...request, approval: await remind(deps, request, request.approval) };
}
