import {
  type Approval,
  type ApprovalStage,
  type Approver,
  askedNow,
  askedSoFar,
} from '../domain/approval.ts';
import { isSameSeat } from '../domain/delegation.ts';
import { findStarvedStage } from '../domain/distinct-approvers.ts';
import type { UserId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import type { RequestIn } from '../domain/request.ts';
import { askedAt, peopleIn } from '../domain/voting.ts';
import { contextOf } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { resolveAgain } from './route.ts';
import { addDeputies, replaceStage } from './stages.ts';
import { withLaterStages } from './votes.ts';

type Asking = RequestIn<'awaiting-approval'>;

/**
 * The approval with the people whom the rule of its running stage comes to at this moment: those who are new are asked
 * from now on, those who have left without having answered no more; a vote that was given stays. Where the people
 * cannot be read, or are too many, those who are asked stay asked.
 */
export async function lookAgain(deps: SetupDeps, request: Asking): Promise<Approval> {
  const before = request.approval;
  const lookedAt = deps.clock.now();
  const found = await findPeople(deps, request);
  const current = found.route.stages[found.stage];
  if (current === undefined) {
    return { ...before, lookedAt };
  }
  const stage = await merged(deps, request, current);
  const isFound = ownIdsOf(current.approvers).length > 0;
  const after = withNeed(replaceStage(found, stage), isFound);
  return { ...withoutThoseWhoLeft(before, after), lookedAt };
}

/** The running stage as its rule has it now; later ones too where they take people from each other. */
async function findPeople(deps: SetupDeps, request: Asking): Promise<Approval> {
  const { approval } = request;
  const running = await orAsBefore(deps, request, async () => {
    const current = approval.route.stages[approval.stage];
    return current === undefined
      ? approval
      : replaceStage(approval, await resolveAgain(deps, current, contextOf(request)));
  });
  const next = { ...request, approval: running };
  return running.route.distinctApprovers
    ? orAsBefore(deps, next, () => withLaterStages(deps, next, running))
    : running;
}

async function orAsBefore(
  deps: SetupDeps,
  { id: requestId, approval }: Asking,
  look: () => Promise<Approval>,
): Promise<Approval> {
  try {
    return await look();
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    const { code, detail } = error;
    deps.log.warn({ requestId, code, detail }, 'who decides could not be looked up again');
    return approval;
  }
}

/** The stage with whom it asks now, `need` as it was. */
async function merged(
  deps: SetupDeps,
  request: Asking,
  found: ApprovalStage,
): Promise<ApprovalStage> {
  const { approval } = request;
  const current = approval.route.stages[approval.stage] ?? found;
  const approvers = await seatsOf(deps, request, {
    before: current.approvers,
    found: found.approvers,
  });
  const { escalation: _escalation, ...stage } = { ...current, approvers };
  const further = found.escalation ?? current.escalation;
  if (further === undefined) {
    return stage;
  }
  const own = new Set(ownIdsOf(approvers));
  const to = (found.escalation?.approvers ?? []).filter(({ person }) => !own.has(person.id));
  if (approval.escalatedAt === undefined) {
    return to.length === 0 ? stage : { ...stage, escalation: { ...further, approvers: to } };
  }
  const before = (current.escalation?.approvers ?? []).filter(({ person }) => !own.has(person.id));
  const asked = await seatsOf(deps, request, { before, found: to });
  return { ...stage, escalation: { ...further, approvers: asked } };
}

interface Seats {
  readonly before: readonly Approver[];
  readonly found: readonly Approver[];
}

/** Whoever was found or has voted, with the deputies of both, each since they were first asked. */
async function seatsOf(
  deps: SetupDeps,
  request: Asking,
  { before, found }: Seats,
): Promise<readonly Approver[]> {
  const { approval } = request;
  const own = found.filter(({ because }) => because.kind !== 'deputy');
  const ids = new Set(ownIdsOf(found));
  const voted = peopleIn(approval.votes.filter((vote) => vote.stage === approval.stage));
  const kept = before.filter(({ person, because }) =>
    because.kind === 'deputy'
      ? ids.has(because.of.id) || voted.has(because.of.id)
      : voted.has(person.id) && !ids.has(person.id),
  );
  const seats = await addDeputies(deps, request, [...own, ...kept]);
  const now = deps.clock.now();
  return seats.map((seat) => withSince(approval, seat, now));
}

function withSince(approval: Approval, seat: Approver, now: Date): Approver {
  const { since: _since, ...rest } = seat;
  const before = askedNow(approval).find((each) => isSameSeat(each, seat));
  const since = before === undefined ? now : askedAt(approval, before);
  return since > approval.stageSince ? { ...rest, since } : rest;
}

/**
 * Where all have to approve these are other people now; as many as before where more would leave a later stage short,
 * or where the rule comes to nobody: a group that is gone or empty has not approved with the votes of its last people.
 */
function withNeed(after: Approval, isFound: boolean): Approval {
  const stage = after.route.stages[after.stage];
  if (stage?.template?.need !== 'all' || !isFound) {
    return after;
  }
  const all = new Set(ownIdsOf(stage.approvers)).size;
  const changed = replaceStage(after, { ...stage, need: Math.max(all, 1) });
  return findStarvedStage(after, changed)?.isByVote === true ? after : changed;
}

function withoutThoseWhoLeft(before: Approval, after: Approval): Approval {
  const { left: _left, claim, ...rest } = after;
  const asked = new Set(askedSoFar(after).map(({ id }) => id));
  const left = [
    ...new Set<UserId>([...(before.left ?? []), ...askedSoFar(before).map(({ id }) => id)]),
  ].filter((id) => !asked.has(id));
  return {
    ...rest,
    ...(isAsked(after, claim?.by.id) ? { claim } : {}),
    ...(left.length === 0 ? {} : { left }),
  };
}

function isAsked(approval: Approval, id: UserId | undefined): boolean {
  return askedNow(approval).some(({ person }) => person.id === id);
}

function ownIdsOf(approvers: readonly Approver[]): readonly UserId[] {
  return approvers
    .filter(({ because }) => because.kind !== 'deputy')
    .map(({ person }) => person.id);
}
