import type { RequestId } from '../domain/ids.ts';
import type { SetupDeps } from './deps.ts';
import { packageNameOf, periodOf } from './plan-request.ts';
import { fail, findSettingUp, handOver } from './progress.ts';
import { type RunStep, Stopped, stepsOf } from './run-step.ts';
import { checkPrerequisites } from './steps/check-prerequisites.ts';
import { comparePlan } from './steps/compare-plan.ts';
import { ensureAccessPackage } from './steps/ensure-access-package.ts';
import { ensureAssignment } from './steps/ensure-assignment.ts';
import { ensureCatalog } from './steps/ensure-catalog.ts';
import { ensureCatalogResource } from './steps/ensure-catalog-resource.ts';
import { ensureGroup } from './steps/ensure-group.ts';
import { ensurePolicy } from './steps/ensure-policy.ts';
import { ensureRoleScope } from './steps/ensure-role-scope.ts';
import { ensureWriteback } from './steps/ensure-writeback.ts';

/**
 * Steps 1 to 4 of "Set up group writeback in entitlement management", from an approved request to the direct
 * assignment. Step 5, the confirmation after the sync cycle, is in confirmation.ts, because a wait is a stored
 * state and not a running procedure. Every step looks before it acts and may run again at any time.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-group-writeback
 */
// oxlint-disable-next-line max-lines-per-function -- the page it implements is one numbered list, and so is this
export async function setUpWriteback(
  run: RunStep,
  deps: SetupDeps,
  requestId: RequestId,
): Promise<void> {
  const request = await run('read the request', () => findSettingUp(deps, requestId));
  if (request === undefined) {
    return;
  }
  const { directory, entitlement } = deps;
  const { plan } = request;
  const step = stepsOf(run, deps, requestId);
  try {
    // Check the prerequisites, and that the world is still as it was when the plan was approved.
    const comparison = await step('prerequisites', requestId, async () => {
      const met = await checkPrerequisites(directory, request);
      return { ...met, value: await comparePlan(deps, request) };
    });
    if (comparison === 'returned') {
      return;
    }

    // 1. Create the group (Microsoft 365 where an engine writes such groups), or pick the one that exists.
    const group = await step('group', requestId, () =>
      ensureGroup(directory, {
        requestId,
        choice: request.group,
        kind: plan.group.kind,
        reason: request.reason,
        ownerId: plan.group.owner?.id ?? request.requester.id,
      }),
    );

    // 2. Set the group to be written back to on-premises Active Directory.
    await step('writeback', group.id, () => ensureWriteback(directory, group, plan.writeback));

    // 3. Add the group to an access package as a resource role, which needs it in the package's catalog.
    const catalog = await step('catalog', plan.catalog.displayName, () =>
      ensureCatalog(entitlement, plan.catalog),
    );
    const resource = await step('catalog-resource', group.id, () =>
      ensureCatalogResource(entitlement, catalog, group),
    );
    const accessPackage = await step('access-package', group.id, () =>
      ensureAccessPackage(entitlement, {
        catalog,
        group,
        choice: request.accessPackage,
        displayName: packageNameOf(group.displayName),
      }),
    );
    await step('role-scope', group.id, () => ensureRoleScope(entitlement, accessPackage, resource));

    // 4. Directly assign the user to the access package.
    const policyId = await step('policy', accessPackage.id, () =>
      ensurePolicy(entitlement, accessPackage),
    );
    const assignmentRequestId = await step('assignment', request.beneficiary.id, () =>
      ensureAssignment(
        entitlement,
        {
          userId: request.beneficiary.id,
          accessPackageId: accessPackage.id,
          policyId,
          justification: `Writeback request ${requestId}: ${request.reason}`,
          ...periodOf(request.duration, deps.clock.now()),
        },
        { groupId: group.id, choice: request.accessPackage },
      ),
    );

    // 5. Wait for the sync cycle and confirm the membership: see confirmation.ts.
    await run('hand over to the wait', () =>
      handOver(deps, requestId, {
        groupId: group.id,
        catalogId: catalog.id,
        accessPackageId: accessPackage.id,
        policyId,
        assignmentRequestId,
      }),
    );
  } catch (error) {
    if (error instanceof Stopped) {
      return;
    }
    const detail = error instanceof Error ? error.message : 'unknown';
    await run('explain the defect', () => fail(deps, requestId, { code: 'defect', detail }));
    throw error;
  }
}
