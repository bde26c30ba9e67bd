import { z } from 'zod';
import type {
  AssignmentRequest,
  AssignmentRequestState,
  AssignmentWish,
} from '../domain/entitlement.ts';
import type { AccessPackageId, AssignmentRequestId, UserId } from '../domain/ids.ts';
import type { EntitlementManagement } from '../domain/ports.ts';
import { AssignmentRequestAnswer, ListedRequest } from './assignment-request-answer.ts';
import type { GraphCall } from './graph-call.ts';
import { refusalOf } from './graph-failure.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';

const finishedBadly: ReadonlySet<AssignmentRequestState> = new Set<AssignmentRequestState>([
  'denied',
  'canceled',
  'deliveryFailed',
]);

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequest */
export function assignments(
  http: GraphHttp,
): Pick<
  EntitlementManagement,
  'findAssignmentRequest' | 'getAssignmentRequest' | 'isAssigned' | 'requestAssignment'
> {
  return {
    findAssignmentRequest: (userId, accessPackageId) => findRequest(http, userId, accessPackageId),
    getAssignmentRequest: (id) => getRequest(http, id),
    isAssigned: (userId, accessPackageId) => isAssigned(http, userId, accessPackageId),
    requestAssignment: (wish) => requestAssignment(http, wish),
  };
}

function getRequest(http: GraphHttp, id: AssignmentRequestId): Promise<AssignmentRequest> {
  const path = graphPath`/identityGovernance/entitlementManagement/assignmentRequests/${id}`;
  const call = { operation: 'get-assignment-request', method: 'GET', path } as const;
  return http.fetch(call, AssignmentRequestAnswer);
}

/** Any request to add counts, whoever made it: entitlement management allows but one at a time. */
async function findRequest(
  http: GraphHttp,
  userId: UserId,
  accessPackageId: AccessPackageId,
): Promise<AssignmentRequest | undefined> {
  const path = graphPath`/identityGovernance/entitlementManagement/assignmentRequests?$filter=accessPackage/id eq ${literal(accessPackageId)} and assignment/target/objectId eq ${literal(userId)}&$expand=assignment`;
  const call = { operation: 'find-assignment-request', method: 'GET', path } as const;
  const listed: ListedRequest[] = [];
  for await (const item of http.list(call, ListedRequest)) {
    listed.push(item);
  }
  const counting = listed
    .filter(({ request }) => !finishedBadly.has(request.state))
    .filter(({ requestType }) => /(add|remove)$/.test(requestType))
    .toSorted((one, other) => ageKey(other) - ageKey(one));
  const newest = counting[0];
  // What was removed or has expired since is no assignment any more, although its request stays "delivered".
  const isOver =
    newest?.requestType.endsWith('remove') === true || newest?.assignmentState === 'expired';
  return isOver ? undefined : newest?.request;
}

/** A request just made can lack its date. */
function ageKey({ createdAt }: ListedRequest): number {
  return createdAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

async function isAssigned(
  http: GraphHttp,
  userId: UserId,
  accessPackageId: AccessPackageId,
): Promise<boolean> {
  const path = graphPath`/identityGovernance/entitlementManagement/assignments?$filter=accessPackage/id eq ${literal(accessPackageId)} and target/objectId eq ${literal(userId)}`;
  const call = { operation: 'list-assignments', method: 'GET', path } as const;
  const Assignment = z.object({
    state: z.string().nullish(),
    assignmentState: z.string().nullish(),
  });
  for await (const { state, assignmentState } of http.list(call, Assignment)) {
    if ((state ?? assignmentState)?.toLowerCase() === 'delivered') {
      return true;
    }
  }
  return false;
}

/** After a refusal the state decides, not the text: when the assignment is under way or there, that request is ours. */
async function requestAssignment(
  http: GraphHttp,
  wish: AssignmentWish,
): Promise<AssignmentRequest> {
  try {
    return await http.fetch(toCall(wish), AssignmentRequestAnswer);
  } catch (error) {
    const status = refusalOf(error)?.status;
    const existing =
      status === 400 || status === 409
        ? await findRequest(http, wish.userId, wish.accessPackageId)
        : undefined;
    if (existing === undefined) {
      throw error;
    }
    return existing;
  }
}

function toCall(wish: AssignmentWish): GraphCall {
  const expiration =
    wish.endsAt === undefined
      ? { type: 'noExpiration' }
      : { type: 'afterDateTime', endDateTime: wish.endsAt.toISOString() };
  return {
    operation: 'request-assignment',
    method: 'POST',
    path: '/identityGovernance/entitlementManagement/assignmentRequests',
    body: {
      requestType: 'adminAdd',
      justification: wish.justification,
      assignment: {
        targetId: wish.userId,
        assignmentPolicyId: wish.policyId,
        accessPackageId: wish.accessPackageId,
        schedule: { startDateTime: wish.startsAt.toISOString(), expiration },
      },
    },
  };
}
