import { randomUUID } from 'node:crypto';
import { getPackageRow } from './access-packages.ts';
import { getPolicyRow } from './policies.ts';
import { isLive, isOpen } from './progress.ts';
import { provision } from './provisioning.ts';
import { invalidModel, refuseEntitlement } from './refusal.ts';
import type { Outcome, PackageRow, PolicyRow, RequestRow } from './rows.ts';
import { planSchedule, type Schedule } from './schedule.ts';
import { isInScope } from './target-scope.ts';
import type { World } from './world.ts';

export interface Wanted {
  readonly targetId: string;
  readonly policyId: string;
  readonly packageId: string;
  readonly schedule: Schedule | undefined;
  readonly justification: string | null;
}

/** `adminAdd`: assigns a person directly. Everything that follows is a matter of time. */
export function assign(world: World, wanted: Wanted): RequestRow {
  const home = getPackageRow(world, wanted.packageId);
  const policy = getPolicyRow(world, wanted.policyId);
  if (policy.packageId !== home.id) {
    throw invalidModel();
  }
  const targetId = wanted.targetId.toLowerCase();
  refuseTarget(world, policy, targetId);
  refuseSecond(world, home, targetId);
  const plan = planSchedule(wanted.schedule, policy, world.now());
  const request: RequestRow = {
    id: randomUUID(),
    createdAt: world.now(),
    beginsAt: plan.beginsAt,
    requestType: 'adminAdd',
    justification: wanted.justification,
    packageId: home.id,
    targetId,
    assignmentId: randomUUID(),
    schedule: plan.schedule,
    outcome: outcomeOf(world, policy, home),
  };
  const { endsAt } = plan;
  const assignment = {
    id: request.assignmentId,
    requestId: request.id,
    packageId: home.id,
    policyId: policy.id,
    targetId,
    schedule: plan.schedule,
    ...(endsAt === undefined ? {} : { endsAt }),
  };
  world.assignments.put(assignment);
  world.requests.put(request);
  provision(world, assignment);
  return request;
}

function refuseTarget(world: World, policy: PolicyRow, targetId: string): void {
  if (world.users.get(targetId) === undefined) {
    throw refuseEntitlement(404, 'TargetNotFound', 'The target was not found.');
  }
  if (!isInScope(world, policy, targetId)) {
    throw refuseEntitlement(
      400,
      'PolicyRequirementsNotMet',
      "You don't meet policy requirements to request this entitlement.",
    );
  }
}

function refuseSecond(world: World, home: PackageRow, targetId: string): void {
  const requests = world.requests.by('target', targetId);
  if (requests.some((row) => row.packageId === home.id && isOpen(world, row))) {
    throw refuseEntitlement(
      400,
      'ExistingOpenRequest',
      'There is already an existing open request for this access package and target.',
    );
  }
  const assignments = world.assignments.by('target', targetId);
  if (assignments.some((row) => row.packageId === home.id && isLive(world, row))) {
    throw refuseEntitlement(
      400,
      'ExistingAssignment',
      'The target already has an assignment to the access package.',
    );
  }
}

function outcomeOf(world: World, policy: PolicyRow, home: PackageRow): Outcome {
  return policy.needsApproval ? 'pendingApproval' : deliveryOutcome(world, home.id);
}

/** How a delivery ends: as the tenant is set, and never well when a group of the package is gone. */
export function deliveryOutcome(world: World, packageId: string): Outcome {
  const isBroken = world.roleScopes.by('package', packageId).some((scope) => {
    const resource = world.resources.get(scope.resourceId);
    const group = resource && world.groups.get(resource.groupId);
    return group === undefined || group.deletedAt !== undefined;
  });
  return isBroken ? 'deliveryFailed' : world.tenant().deliveryOutcome;
}
