import { type Approval, type ApprovalStage, type Approver, askedNow } from './approval.ts';
import type { UserId } from './ids.ts';
import { peopleIn } from './voting.ts';

/** A stage, and how many approvals it wants of which people. */
export interface Wanted<T> {
  readonly stage: T;
  readonly need: number;
  /** Their object ids. */
  readonly people: readonly string[];
}

/**
 * The first stage that runs out of people when everybody may approve one stage only; undefined when all stages can be
 * filled with different people. Seats are given away as in a bipartite matching: whoever sits in an earlier stage
 * moves on when another person can take that seat.
 */
export function findUnfillable<T>(stages: readonly Wanted<T>[]): T | undefined {
  const seats = stages.flatMap(({ stage, need, people }) =>
    Array.from({ length: Math.max(need, 0) }, () => ({ stage, people })),
  );
  const seatOf = new Map<string, number>();
  return seats.find((_, index) => !fill(index, { seats, seatOf, tried: new Set() }))?.stage;
}

/** The same for the stages of a request that nobody has approved yet. */
export function findUnfillableStage(stages: readonly ApprovalStage[]): ApprovalStage | undefined {
  return findUnfillable(stages.map((stage) => wantedOf(stage)));
}

/** Whether all stages can be filled, each with people of its own, when this person approves that one. */
export function isFillableWith(
  stages: readonly ApprovalStage[],
  { id, stage }: { readonly id: UserId; readonly stage: number },
): boolean {
  const others = stages.map((each) => without(new Set([id]), wantedOf(each)));
  const left = others.map((each, index) =>
    index === stage ? { ...each, need: each.need - 1 } : each,
  );
  return findUnfillable(left) === undefined;
}

/** A stage that cannot be decided any more. */
export interface Starved {
  readonly stage: ApprovalStage;
  /** Before this vote it could be. */
  readonly isByVote: boolean;
}

/**
 * The stage that has too few people left once this vote counts, so that the request could never be decided; undefined
 * when there is none. Whom a later escalation would ask does not count.
 */
export function findStarvedStage(before: Approval, after: Approval): Starved | undefined {
  const stage = findLackingStage(after);
  return stage && { stage, isByVote: findLackingStage(before) === undefined };
}

/** The first stage, from the one that is asked now on, that cannot get what it still needs from people who are free. */
function findLackingStage(approval: Approval): ApprovalStage | undefined {
  const { route, stage, votes } = approval;
  const [current, ...later] = route.stages.slice(stage);
  if (current === undefined) {
    return undefined;
  }
  const here = votes.filter((vote) => vote.stage === stage);
  const missing = current.need - new Set(here.map(({ by }) => by.id)).size;
  const now = { stage: current, need: missing, people: ownOf(askedNow(approval)) };
  const then = later.map((each) => wantedOf(each));
  return route.distinctApprovers
    ? findUnfillable([now, ...then].map((each) => without(peopleIn(votes), each)))
    : [without(peopleIn(here), now), ...then].find(isShort)?.stage;
}

type WantedStage = Wanted<ApprovalStage>;

function without(used: ReadonlySet<string>, wanted: WantedStage): WantedStage {
  return { ...wanted, people: wanted.people.filter((id) => !used.has(id)) };
}

function isShort({ need, people }: WantedStage): boolean {
  return people.length < need;
}

function wantedOf(stage: ApprovalStage): WantedStage {
  return { stage, need: stage.need, people: ownOf(stage.approvers) };
}

/** A vote of a deputy uses up whom it is cast for, so deputies make no stage larger. */
function ownOf(approvers: readonly Approver[]): readonly UserId[] {
  return approvers
    .filter(({ because }) => because.kind !== 'deputy')
    .map(({ person }) => person.id);
}

interface Seating {
  readonly seats: readonly { readonly people: readonly string[] }[];
  readonly seatOf: Map<string, number>;
  readonly tried: Set<string>;
}

function fill(index: number, seating: Seating): boolean {
  const { seats, seatOf, tried } = seating;
  for (const id of seats[index]?.people ?? []) {
    if (tried.has(id)) {
      continue;
    }
    tried.add(id);
    const taken = seatOf.get(id);
    if (taken === undefined || fill(taken, seating)) {
      seatOf.set(id, index);
      return true;
    }
  }
  return false;
}
