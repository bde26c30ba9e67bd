import type { AssignmentRow, RequestRow } from './rows.ts';
import type { World } from './world.ts';

/** Where a request stands now; nothing moves it but the clock. */
export function requestState(world: World, request: RequestRow): string {
  if (request.outcome === 'pendingApproval') {
    return 'pendingApproval';
  }
  const age = world.now() - request.beginsAt;
  if (age < 0) {
    return 'scheduled';
  }
  if (age < world.lags.delivering) {
    return 'submitted';
  }
  return age < world.lags.delivered ? 'delivering' : request.outcome;
}

/** When the request is, or will be, delivered. */
export function deliveredAt(world: World, request: RequestRow): number {
  return request.beginsAt + world.lags.delivered;
}

/** Whether the request still waits for something: time or approval. */
export function isOpen(world: World, request: RequestRow): boolean {
  return ['scheduled', 'submitted', 'delivering', 'pendingApproval'].includes(
    requestState(world, request),
  );
}

/** Where an assignment stands; undefined while entitlement management does not show it. */
export function assignmentState(world: World, assignment: AssignmentRow): string | undefined {
  if (assignment.endsAt !== undefined && assignment.endsAt <= world.now()) {
    return 'expired';
  }
  const request = world.requests.get(assignment.requestId);
  const state = request && requestState(world, request);
  return state === 'scheduled' || state === 'submitted' || state === 'pendingApproval'
    ? undefined
    : state;
}

/** Whether the assignment gives access now or is about to. */
export function isLive(world: World, assignment: AssignmentRow): boolean {
  const state = assignmentState(world, assignment);
  return state === 'delivered' || state === 'delivering' || state === 'partiallyDelivered';
}
