import type { AssignmentRequestState } from '../../domain/entitlement.ts';
import { afresh } from '../../domain/lateness.ts';
import type { RequestIn } from '../../domain/request.ts';
import type { SetupDeps } from '../deps.ts';
import { fail } from '../progress.ts';

/**
 * Step 5, first: follow the assignment request to `delivered`. The service itself retries for hours while it says
 * `delivering`; only what it gives up fails the request. Resolves to whether anything has changed.
 * https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequest
 */
export async function followAssignment(
  deps: SetupDeps,
  request: RequestIn<'delivering'>,
): Promise<boolean> {
  const { assignmentRequestId } = request.setUp;
  const found =
    assignmentRequestId === undefined
      ? undefined
      : await deps.entitlement.getAssignmentRequest(assignmentRequestId);
  const state = found?.state ?? 'delivered';
  switch (judge(state)) {
    case 'delivered':
      await markDelivered(deps, request);
      return true;
    case 'failed':
      await fail(deps, request.id, {
        code: state === 'pendingApproval' ? 'policy-needs-approval' : 'assignment-failed',
        detail: `assignment request ${found?.id} is ${state}: ${found?.status}`,
      });
      return true;
    case 'under-way':
      return noteState(deps, request, state);
  }
}

async function markDelivered(deps: SetupDeps, request: RequestIn<'delivering'>): Promise<void> {
  const now = deps.clock.now();
  const { assignmentState: _, ...rest } = afresh(request);
  const next = { ...rest, state: 'awaiting-membership' as const, deliveredAt: now, updatedAt: now };
  await deps.requests.advance(request, next, 'writeback');
}

async function noteState(
  deps: SetupDeps,
  request: RequestIn<'delivering'>,
  assignmentState: AssignmentRequestState,
): Promise<boolean> {
  if (assignmentState === request.assignmentState) {
    return false;
  }
  const next = { ...request, assignmentState, updatedAt: deps.clock.now() };
  await deps.requests.advance(request, next, 'writeback');
  return true;
}

function judge(state: AssignmentRequestState): 'delivered' | 'failed' | 'under-way' {
  switch (state) {
    case 'delivered':
      return 'delivered';
    case 'deliveryFailed':
    case 'partiallyDelivered':
    case 'denied':
    case 'canceled':
    case 'pendingApproval':
      return 'failed';
    case 'submitted':
    case 'delivering':
    case 'scheduled':
      return 'under-way';
  }
}
