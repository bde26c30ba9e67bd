import type { Approval, Approver } from '../domain/approval.ts';
import type { Complaint } from '../domain/complaint.ts';
import { findStarvedStage } from '../domain/distinct-approvers.ts';
import type { Actor, Person } from '../domain/person.ts';
import type { Duration } from '../domain/plan.ts';
import { Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import { castVote, isLastStage, isStageComplete } from '../domain/voting.ts';
import { contextOf } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { planHashOf } from './plan-hash.ts';
import { resolveAgain } from './route.ts';
import { beginStage, everybodyAsked } from './stages.ts';

export interface Ballot {
  readonly actor: Actor;
  /** As what they vote; undefined when nothing asks them any more. */
  readonly seat: Approver | undefined;
  readonly comment: string | undefined;
  /** Shorter than asked for; undefined or the same leaves the duration as it is. */
  readonly days: number | undefined;
}

/**
 * The request with one more approval: still in its stage, in the next one when this stage has enough, or on its way
 * when the last one has. Whether this person may approve has been checked.
 */
export async function withVote(
  deps: SetupDeps,
  request: Request,
  ballot: Ballot,
): Promise<Request | undefined> {
  const now = deps.clock.now();
  const { seat } = ballot;
  if (request.state !== 'awaiting-approval' || seat === undefined) {
    return undefined;
  }
  const shortened = shorten(request, ballot, { now, maximumDays: deps.settings.maximumDays });
  const { comment } = ballot;
  const { because } = seat;
  const approval = castVote(shortened.approval, {
    by: personOf(ballot.actor),
    ...(because.kind === 'deputy' ? { onBehalfOf: because.of } : {}),
    at: now,
    ...(comment === undefined ? {} : { comment }),
    planHash: shortened.approval.planHash,
  });
  return settle(deps, shortened, approval);
}

/**
 * The request with this approval: still in its stage, in the next one, or on its way, as the votes have it. Throws
 * `needed-later` and `nobody-can-approve` where a later stage would have too few people.
 */
export async function settle(
  deps: SetupDeps,
  request: Request,
  approval: Approval,
): Promise<Request> {
  const last = approval.votes.at(-1);
  if (last !== undefined && isStageComplete(approval) && isLastStage(approval)) {
    const { by, onBehalfOf, at, comment } = last;
    const decision = { by, onBehalfOf, at, comment };
    return { ...request, approval, state: 'setting-up', decision, steps: [] };
  }
  const open = await keepDecidable(deps, request, approval);
  return isStageComplete(open) ? toNextStage(deps, request, open) : { ...request, approval: open };
}

/**
 * The approval with the people of later stages looked up anew, where a stage ends or would lack somebody. A vote that
 * would use up whom a later stage needs throws `needed-later`; the end of a stage throws `nobody-can-approve` when a
 * later one has too few people by now.
 */
async function keepDecidable(
  deps: SetupDeps,
  request: Request,
  voted: Approval,
): Promise<Approval> {
  const before = request.approval;
  const isComplete = isStageComplete(voted);
  if (!isComplete && findStarvedStage(before, voted) === undefined) {
    return voted;
  }
  const after = await withLaterStages(deps, request, voted);
  const starved = findStarvedStage({ ...before, route: after.route }, after);
  if (starved === undefined) {
    return after;
  }
  const { name: detail } = starved.stage;
  if (starved.isByVote) {
    throw new Problem('needed-later', { detail });
  }
  if (isComplete) {
    throw new Problem('nobody-can-approve', { detail });
  }
  return after;
}

/** The approval with the people whom the rule of each later stage comes to now. */
export async function withLaterStages(
  deps: SetupDeps,
  request: Request,
  approval: Approval,
): Promise<Approval> {
  const { route, stage } = approval;
  const context = contextOf(request);
  const later = await Promise.all(
    route.stages.slice(stage + 1).map((each) => resolveAgain(deps, each, context)),
  );
  const stages = [...route.stages.slice(0, stage + 1), ...later];
  return { ...approval, route: { ...route, stages } };
}

async function toNextStage(
  deps: SetupDeps,
  request: Request,
  approval: Approval,
): Promise<Request> {
  const next = await beginStage(deps, request, {
    approval,
    stage: approval.stage + 1,
    version: request.version + 1,
    now: deps.clock.now(),
  });
  return { ...request, approval: next, approvers: everybodyAsked(request, next) };
}

/** Less than was asked for is another plan: those who look at the older one are asked to look again. */
function shorten(
  request: Request,
  { actor, days }: Ballot,
  { now, maximumDays }: { readonly now: Date; readonly maximumDays: number },
): Request {
  const asked = request.duration.kind === 'days' ? request.duration.days : undefined;
  if (days === undefined || days === asked) {
    return request;
  }
  if (!isShorter(days, request.duration, maximumDays)) {
    throw new Problem('input-not-valid', { detail: 'duration-not-shorter' satisfies Complaint });
  }
  const duration: Duration = { kind: 'days', days };
  return {
    ...request,
    duration,
    approval: {
      ...request.approval,
      askedSince: request.version + 1,
      planHash: planHashOf({ ...request, duration }),
      shortened: { by: personOf(actor), at: now, askedDays: askedAtFirst(request, asked) },
    },
  };
}

/** Two approvers may both make it shorter; what the requester asked for stays known. */
function askedAtFirst({ approval }: Request, asked: number | undefined): number | undefined {
  return approval.shortened === undefined ? asked : approval.shortened.askedDays;
}

function isShorter(days: number, asked: Duration, maximumDays: number): boolean {
  const most = asked.kind === 'days' ? asked.days - 1 : maximumDays;
  return asked.kind !== 'hours' && Number.isInteger(days) && days >= 1 && days <= most;
}

export function personOf({ id, displayName }: Actor): Person {
  return { id, displayName };
}
