import { assignmentView } from './assignment-views.ts';
import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { entityAnswer } from './collection.ts';
import { entitlementRoot, listAnswer, readPermission } from './entitlement-query.ts';
import type { Filter } from './filter.ts';
import { demanded } from './filter-match.ts';
import { assignmentState } from './progress.ts';
import { refuseEntitlement } from './refusal.ts';
import type { AssignmentRow } from './rows.ts';
import type { World } from './world.ts';

const root = `${entitlementRoot}/assignments`;
const version = 'v1.0';

export const assignmentRoutes: readonly Route[] = [
  { method: 'GET', version, path: root, permission: readPermission, handle: listAssignments },
  { method: 'GET', version, path: `${root}/{}`, permission: readPermission, handle: getAssignment },
];

function listAssignments(world: World, call: Call): Answer {
  return listAnswer(call, {
    rows: (filter) =>
      candidates(world, filter).filter((row) => assignmentState(world, row) !== undefined),
    view: (row) => assignmentView(world, row),
    resource: 'accessPackageAssignment',
    filters: {
      id: ['eq', 'in'],
      state: ['eq', 'in'],
      'accessPackage/id': ['eq', 'in'],
      'target/id': ['eq', 'in'],
      'target/objectId': ['eq', 'in'],
      'assignmentPolicy/id': ['eq', 'in'],
      'accessPackage/catalog/id': ['eq', 'in'],
    },
    tail: 'assignments',
  });
}

function candidates(world: World, filter: Filter | undefined): readonly AssignmentRow[] {
  const targetId = demanded(filter, 'target/objectId');
  if (targetId !== undefined) {
    return world.assignments.by('target', targetId);
  }
  const packageId = demanded(filter, 'accessPackage/id');
  return packageId === undefined
    ? world.assignments.all()
    : world.assignments.by('package', packageId);
}

function getAssignment(world: World, call: Call): Answer {
  const row = world.assignments.get(param(call).toLowerCase());
  if (row === undefined || assignmentState(world, row) === undefined) {
    throw refuseEntitlement(
      404,
      'AccessPackageAssignmentNotFound',
      'The access package assignment was not found.',
    );
  }
  return entityAnswer(call, assignmentView(world, row), root);
}
