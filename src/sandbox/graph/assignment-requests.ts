import { removeAssignment, updateAssignment } from './assignment-changes.ts';
import { NewAssignmentRequest } from './assignment-request-schema.ts';
import { requestView, requestViewIn } from './assignment-views.ts';
import type { Answer, Call, Route } from './call.ts';
import { contextOf, param } from './call.ts';
import { entityAnswer } from './collection.ts';
import { assign, deliveryOutcome } from './direct-assignment.ts';
import {
  entitlementRoot,
  listAnswer,
  readPermission,
  writePermission,
} from './entitlement-query.ts';
import type { Filter } from './filter.ts';
import { demanded } from './filter-match.ts';
import type { EffectKind } from './options.ts';
import { provision } from './provisioning.ts';
import { invalidModel, notAuthorized, refuseEntitlement } from './refusal.ts';
import type { RequestRow } from './rows.ts';
import { render } from './view.ts';
import type { World } from './world.ts';

const root = `${entitlementRoot}/assignmentRequests`;
const version = 'v1.0';

export const assignmentRequestRoutes: readonly Route[] = [
  { method: 'GET', version, path: root, permission: readPermission, handle: listRequests },
  { method: 'POST', version, path: root, permission: writePermission, handle: createRequest },
  { method: 'GET', version, path: `${root}/{}`, permission: readPermission, handle: getRequest },
  {
    method: 'POST',
    version,
    path: `${root}/{}/reprocess`,
    permission: writePermission,
    handle: reprocess,
  },
  { method: 'POST', version, path: `${root}/{}/cancel`, handle: refuseCancel },
];

function createRequest(world: World, call: Call): Answer {
  const sent = NewAssignmentRequest.safeParse(call.body);
  if (!sent.success) {
    throw invalidModel();
  }
  switch (sent.data.requestType) {
    case 'adminadd':
      return requestAnswer(world, call, {
        row: add(world, sent.data),
        kind: 'assignment-requested',
      });
    case 'adminremove':
      return requestAnswer(world, call, {
        row: removeAssignment(world, sent.data),
        kind: 'assignment-removal-requested',
      });
    case 'adminupdate':
      return requestAnswer(world, call, {
        row: updateAssignment(world, sent.data),
        kind: 'assignment-update-requested',
      });
  }
}

function requestAnswer(
  world: World,
  call: Call,
  made: { row: RequestRow; kind: EffectKind },
): Answer {
  const { row, kind } = made;
  const state = row.outcome === 'pendingApproval' ? 'pendingApproval' : 'submitted';
  const context = contextOf(call.version, `${root}/$entity`);
  const body = { '@odata.context': context, ...render(requestViewIn(world, row, state), {}) };
  return { status: world.tenant().assignmentRequestStatus, body, effects: [{ kind, id: row.id }] };
}

function add(world: World, sent: NewAssignmentRequest): RequestRow {
  const { targetId, assignmentPolicyId, accessPackageId } = sent.assignment;
  if (assignmentPolicyId === undefined || accessPackageId === undefined) {
    throw refuseEntitlement(400, 'InvalidRequest', 'No valid policy was found in the request.');
  }
  if (targetId === undefined) {
    throw invalidModel();
  }
  return assign(world, {
    targetId,
    policyId: assignmentPolicyId,
    packageId: accessPackageId,
    schedule: sent.assignment.schedule ?? sent.schedule ?? undefined,
    justification: sent.justification ?? null,
  });
}

function getRequestRow(world: World, call: Call): RequestRow {
  const row = world.requests.get(param(call).toLowerCase());
  if (row === undefined) {
    throw refuseEntitlement(
      404,
      'AccessPackageAssignmentRequestNotFound',
      'The access package assignment request was not found.',
    );
  }
  return row;
}

function getRequest(world: World, call: Call): Answer {
  return entityAnswer(call, requestView(world, getRequestRow(world, call)), root);
}

function listRequests(world: World, call: Call): Answer {
  return listAnswer(call, {
    rows: (filter) => candidates(world, filter),
    view: (row) => requestView(world, row),
    resource: 'accessPackageAssignmentRequest',
    filters: {
      id: ['eq', 'in'],
      state: ['eq', 'in'],
      status: ['eq'],
      requestType: ['eq'],
      justification: ['eq'],
      'accessPackage/id': ['eq', 'in'],
      'assignment/id': ['eq'],
      'assignment/target/objectId': ['eq'],
      'requestor/objectId': ['eq'],
    },
    tail: 'assignmentRequests',
  });
}

function candidates(world: World, filter: Filter | undefined): readonly RequestRow[] {
  const packageId = demanded(filter, 'accessPackage/id');
  return packageId === undefined ? world.requests.all() : world.requests.by('package', packageId);
}

/** Tries a failed delivery again. */
function reprocess(world: World, call: Call): Answer {
  const row = getRequestRow(world, call);
  const state = requestView(world, row).properties['state'];
  if (state !== 'deliveryFailed' && state !== 'partiallyDelivered') {
    throw refuseEntitlement(
      400,
      'RequestCannotBeReprocessed',
      'Only requests that failed to be delivered can be reprocessed.',
    );
  }
  world.requests.put({
    ...row,
    beginsAt: world.now(),
    outcome: deliveryOutcome(world, row.packageId),
  });
  const assignment = world.assignments.get(row.assignmentId);
  if (assignment !== undefined) {
    provision(world, assignment);
  }
  return { status: 202, effects: [{ kind: 'request-reprocessed', id: row.id }] };
}

/** Documented for signed-in users only. */
function refuseCancel(): Answer {
  throw notAuthorized();
}
