import { tenantId } from '../seed.ts';
import type { Answer, Call, Route } from './call.ts';
import { entityAnswer } from './collection.ts';
import { entitlementRoot, readPermission } from './entitlement-query.ts';
import { notAuthorized } from './refusal.ts';
import type { World } from './world.ts';

const approvals = `${entitlementRoot}/accessPackageAssignmentApprovals`;
const version = 'v1.0';

/** What an application is refused whatever it was granted, and the settings, which probe the licence. */
export const delegatedOnlyRoutes: readonly Route[] = [
  { method: 'GET', version, path: approvals, handle: refuseApplication },
  { method: 'GET', version, path: `${approvals}/{}`, handle: refuseApplication },
  { method: 'GET', version, path: `${approvals}/{}/stages`, handle: refuseApplication },
  { method: 'GET', version, path: `${approvals}/{}/stages/{}`, handle: refuseApplication },
  { method: 'PATCH', version, path: `${approvals}/{}/stages/{}`, handle: refuseApplication },
  {
    method: 'GET',
    version,
    path: `${entitlementRoot}/settings`,
    permission: readPermission,
    handle: getSettings,
  },
];

function refuseApplication(): Answer {
  throw notAuthorized();
}

function getSettings(_world: World, call: Call): Answer {
  const properties = {
    id: tenantId,
    durationUntilExternalUserDeletedAfterBlocked: 'P30D',
    externalUserLifecycleAction: 'blockSignInAndDelete',
  };
  return entityAnswer(
    call,
    { type: 'entitlementManagementSettings', properties },
    `${entitlementRoot}/settings`,
  );
}
