import { z } from 'zod';
import type { AssignmentRequest, AssignmentRequestState } from '../domain/entitlement.ts';
import { AssignmentRequestId } from '../domain/ids.ts';

const states: readonly AssignmentRequestState[] = [
  'submitted',
  'pendingApproval',
  'delivering',
  'delivered',
  'deliveryFailed',
  'denied',
  'scheduled',
  'canceled',
  'partiallyDelivered',
];

/** Graph spells states in either case; a new request has been seen with its status, "Accepted", as its state. */
function findState(text: string): AssignmentRequestState | undefined {
  if (text.toLowerCase() === 'accepted') {
    return 'submitted';
  }
  return states.find((state) => state.toLowerCase() === text.toLowerCase());
}

/** v1.0 shows the beta's names at times. */
const Fields = z.object({
  id: AssignmentRequestId,
  state: z.string().nullish(),
  requestState: z.string().nullish(),
  status: z.string().nullish(),
  requestStatus: z.string().nullish(),
  completedDateTime: z.coerce.date().nullish(),
});

function toRequest(answer: z.infer<typeof Fields>, context: z.RefinementCtx): AssignmentRequest {
  const text = answer.state ?? answer.requestState ?? '';
  const state = findState(text);
  if (state === undefined) {
    context.addIssue({ code: 'custom', path: ['state'], message: `unknown state "${text}"` });
    return z.NEVER;
  }
  return {
    id: answer.id,
    state,
    status: answer.status ?? answer.requestStatus ?? undefined,
    completedAt: answer.completedDateTime ?? undefined,
  };
}

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequest */
export const AssignmentRequestAnswer = Fields.transform(toRequest);

/** A request in a list, with what tells whether it still counts. */
export const ListedRequest = Fields.extend({
  requestType: z.string(),
  createdDateTime: z.coerce.date().nullish(),
  assignment: z
    .object({ state: z.string().nullish(), assignmentState: z.string().nullish() })
    .nullish(),
}).transform((answer, context) => ({
  request: toRequest(answer, context),
  requestType: answer.requestType.toLowerCase(),
  createdAt: answer.createdDateTime ?? undefined,
  assignmentState: (
    answer.assignment?.state ??
    answer.assignment?.assignmentState ??
    ''
  ).toLowerCase(),
}));
export type ListedRequest = z.infer<typeof ListedRequest>;
