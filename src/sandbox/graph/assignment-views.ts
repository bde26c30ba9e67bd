import { botAppId } from '../seed.ts';
import { findPackageView, policyView, subjectView } from './entitlement-views.ts';
import { guidOf } from './guids.ts';
import { assignmentState, deliveredAt, requestState } from './progress.ts';
import type { AssignmentRow, RequestRow } from './rows.ts';
import type { View } from './view.ts';
import { toIso, type World } from './world.ts';

const statuses: Readonly<Record<string, string>> = {
  scheduled: 'Accepted',
  submitted: 'Accepted',
  delivering: 'Fulfilling',
  delivered: 'FulfilledNotificationTriggered',
  deliveryFailed: 'FulfillmentFailed',
  partiallyDelivered: 'PartiallyFulfilled',
  pendingApproval: 'PendingApproval',
};

/** The request as it stands now. */
export function requestView(world: World, row: RequestRow): View {
  return requestViewIn(world, row, requestState(world, row));
}

/** The request as it is shown in that state; the answer to its creation always says `submitted`. */
export function requestViewIn(world: World, row: RequestRow, state: string): View {
  const isDone =
    state === 'delivered' || state === 'deliveryFailed' || state === 'partiallyDelivered';
  const properties = {
    id: row.id,
    requestType: row.requestType,
    state,
    status: statuses[state] ?? state,
    createdDateTime: toIso(row.createdAt),
    completedDateTime: isDone ? toIso(deliveredAt(world, row)) : null,
    justification: row.justification,
    schedule: row.schedule,
    answers: [],
    parameters: null,
    customExtensionCalloutInstances: [],
  };
  const related = {
    assignment: () => shownAssignment(world, row.assignmentId),
    accessPackage: () => findPackageView(world, row.packageId),
    requestor: requestorView,
  };
  return { type: 'accessPackageAssignmentRequest', properties, related };
}

/** A request shows its assignment, and so its target, even before the list of assignments has it. */
/** Open requests have theirs too, so that they can be found by the assignment's target. */
function shownAssignment(world: World, id: string): View | null {
  const assignment = world.assignments.get(id);
  return assignment === undefined ? null : assignmentView(world, assignment);
}

/** The service principal of whoever calls. */
function requestorView(): View {
  const properties = {
    id: guidOf('subject of the caller'),
    objectId: guidOf(`service principal ${botAppId}`),
    displayName: 'Writeback',
    principalName: null,
    email: '',
    onPremisesSecurityIdentifier: null,
    subjectType: 'servicePrincipal',
    subjectLifecycle: 'notDefined',
  };
  return { type: 'accessPackageSubject', properties };
}

/** The assignment as it stands now; one that was only asked for counts as being delivered. */
export function assignmentView(world: World, row: AssignmentRow): View {
  const state = assignmentState(world, row) ?? 'delivering';
  const properties = {
    id: row.id,
    state,
    status:
      state === 'expired'
        ? 'ExpiredNotificationTriggered'
        : state.charAt(0).toUpperCase() + state.slice(1),
    expiredDateTime: state === 'expired' && row.endsAt !== undefined ? toIso(row.endsAt) : null,
    schedule: row.schedule,
    customExtensionCalloutInstances: [],
  };
  const related = {
    target: () => subjectView(world, row.targetId),
    accessPackage: () => findPackageView(world, row.packageId),
    assignmentPolicy: () => {
      const policy = world.policies.get(row.policyId);
      return policy === undefined ? null : policyView(world, policy);
    },
  };
  return { type: 'accessPackageAssignment', properties, related };
}
