import type { ApprovalStage } from './approval.ts';
import type { UserId } from './ids.ts';

/**
 * The first stage that runs out of people when everybody may approve one stage only; undefined when all stages can be
 * filled with different people. Seats are given away as in a bipartite matching: whoever sits in an earlier stage
 * moves on when another person can take that seat.
 */
export function findUnfillableStage(stages: readonly ApprovalStage[]): ApprovalStage | undefined {
  const seats = stages.flatMap((stage) =>
    Array.from({ length: stage.need }, () => ({ stage, people: peopleOf(stage) })),
  );
  const seatOf = new Map<UserId, number>();
  return seats.find((_, index) => !fill(index, { seats, seatOf, tried: new Set() }))?.stage;
}

interface Seating {
  readonly seats: readonly { readonly people: readonly UserId[] }[];
  readonly seatOf: Map<UserId, number>;
  readonly tried: Set<UserId>;
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

function peopleOf({ approvers }: ApprovalStage): readonly UserId[] {
  return approvers.map(({ person }) => person.id);
}
