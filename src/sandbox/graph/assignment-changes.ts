import { randomUUID } from 'node:crypto';
import type { NewAssignmentRequest } from './assignment-request-schema.ts';
import { getPolicyRow } from './policies.ts';
import { isLive, isOpen } from './progress.ts';
import { provision } from './provisioning.ts';
import { invalidModel, refuseEntitlement } from './refusal.ts';
import type { AssignmentRow, RequestRow } from './rows.ts';
import { planSchedule } from './schedule.ts';
import type { World } from './world.ts';

/** The assignment that an adminRemove or adminUpdate is about. */
function getLiveAssignment(world: World, sent: NewAssignmentRequest): AssignmentRow {
  if (sent.assignment.id === undefined) {
    throw invalidModel();
  }
  const assignment = world.assignments.get(sent.assignment.id.toLowerCase());
  if (assignment === undefined || !isLive(world, assignment)) {
    throw refuseEntitlement(
      404,
      'AccessPackageAssignmentNotFound',
      'The access package assignment was not found.',
    );
  }
  if (world.requests.by('assignment', assignment.id).some((row) => isOpen(world, row))) {
    throw refuseEntitlement(
      400,
      'ExistingOpenRequest',
      'There is already an existing open request for this assignment.',
    );
  }
  return assignment;
}

/** `adminRemove`: access ends when the removal is delivered. */
export function removeAssignment(world: World, sent: NewAssignmentRequest): RequestRow {
  const assignment = getLiveAssignment(world, sent);
  const row = followUp(world, assignment, { sent, requestType: 'adminRemove' });
  const ending = { ...assignment, endsAt: row.beginsAt + world.lags.delivered };
  world.assignments.put(ending);
  provision(world, ending);
  return row;
}

/** `adminUpdate`: gives the assignment another schedule. */
export function updateAssignment(world: World, sent: NewAssignmentRequest): RequestRow {
  const assignment = getLiveAssignment(world, sent);
  const policy = getPolicyRow(world, sent.assignment.assignmentPolicyId ?? assignment.policyId);
  const schedule = sent.assignment.schedule ?? sent.schedule ?? undefined;
  const plan = planSchedule(schedule, policy, world.now());
  const row = followUp(world, assignment, { sent, requestType: 'adminUpdate' });
  const { endsAt: _, ...kept } = assignment;
  const changed = {
    ...kept,
    schedule: plan.schedule,
    ...(plan.endsAt === undefined ? {} : { endsAt: plan.endsAt }),
  };
  world.assignments.put(changed);
  provision(world, changed);
  return row;
}

function followUp(
  world: World,
  assignment: AssignmentRow,
  asked: { sent: NewAssignmentRequest; requestType: 'adminRemove' | 'adminUpdate' },
): RequestRow {
  const now = world.now();
  const row: RequestRow = {
    id: randomUUID(),
    createdAt: now,
    beginsAt: now,
    requestType: asked.requestType,
    justification: asked.sent.justification ?? null,
    packageId: assignment.packageId,
    targetId: assignment.targetId,
    assignmentId: assignment.id,
    schedule: assignment.schedule,
    outcome: 'delivered',
  };
  world.requests.put(row);
  return row;
}
