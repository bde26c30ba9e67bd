import type { Approval, ApprovalRoute, ApprovalStage, Approver } from './approval.ts';
import { findStarvedStage, isFillableWith } from './distinct-approvers.ts';
import type { UserId } from './ids.ts';
import { castVote, findSeat, isLastStage, pendingApprovers } from './voting.ts';

/**
 * The later stage that this person has to be left to: it would have too few people if they approved the one that is
 * asked now, as far as the people on record go. Undefined where their approval takes nothing from the others.
 */
export function findStageNeeding(
  approval: Approval,
  id: UserId,
  now: Date,
): ApprovalStage | undefined {
  // Only where nobody approves twice can one stage take somebody from another.
  const seat =
    approval.route.distinctApprovers && !isLastStage(approval)
      ? findSeat(approval, id, now)
      : undefined;
  return seat && findStageOf(approval, seat, now);
}

/** Those whose approval would still count and is not kept for a later stage: whom a reminder is for. */
export function awaitedApprovers(approval: Approval, now: Date): readonly Approver[] {
  return pendingApprovers(approval, now).filter(
    ({ person }) => findStageNeeding(approval, person.id, now) === undefined,
  );
}

/** The same of one person, without a look at all the others. */
export function isAwaited(approval: Approval, id: UserId, now: Date): boolean {
  return (
    findSeat(approval, id, now) !== undefined && findStageNeeding(approval, id, now) === undefined
  );
}

/**
 * Whom a stage of a way that nobody has gone yet asks in their own right, without those who have to be left to another
 * one. All of them where that leaves none.
 */
export function approversAhead(
  { stages, distinctApprovers }: ApprovalRoute,
  stage: number,
): readonly Approver[] {
  const own = (stages[stage]?.approvers ?? []).filter(({ because }) => because.kind !== 'deputy');
  if (!distinctApprovers) {
    return own;
  }
  // Who is asked in the same stages is in the same place, so that one of them tells of all.
  const places = new Map(own.map(({ person }) => [placeOf(stages, person.id), person.id]));
  const free = new Set(
    [...places].flatMap(([place, id]) => (isFillableWith(stages, { id, stage }) ? [place] : [])),
  );
  const left = own.filter(({ person }) => free.has(placeOf(stages, person.id)));
  return left.length === 0 ? own : left;
}

/** The stages that ask this person in their own right. */
function placeOf(stages: readonly ApprovalStage[], id: UserId): string {
  const asking = stages.map(({ approvers }) =>
    approvers.some(({ person, because }) => person.id === id && because.kind !== 'deputy'),
  );
  return asking.join();
}

function findStageOf(approval: Approval, seat: Approver, now: Date): ApprovalStage | undefined {
  const { person, because } = seat;
  const { planHash, route, stage } = approval;
  const onBehalfOf = because.kind === 'deputy' ? { onBehalfOf: because.of } : {};
  const used = new Set([person.id, onBehalfOf.onBehalfOf?.id]);
  const own = route.stages
    .slice(stage + 1)
    .find(({ approvers }) => approvers.some((each) => used.has(each.person.id)));
  if (own === undefined) {
    // Whom no later stage asks takes nobody from one. Most are none of those, and this is asked for each on every card.
    return undefined;
  }
  const voted = castVote(approval, { by: person, ...onBehalfOf, at: now, planHash });
  // The one that is short need not be theirs: others can make room for each other.
  return findStarvedStage(approval, voted)?.isByVote === true ? own : undefined;
}
