import { accessPackageRoutes } from './access-packages.ts';
import { assignmentRequestRoutes } from './assignment-requests.ts';
import { assignmentRoutes } from './assignments.ts';
import type { Route } from './call.ts';
import { catalogRoutes } from './catalogs.ts';
import { cloudSyncRoutes } from './cloud-sync.ts';
import { delegatedOnlyRoutes } from './delegated-only.ts';
import { delegationRoutes } from './delegation.ts';
import { groupMemberRoutes } from './group-members.ts';
import { groupRoutes } from './groups.ts';
import { licenceRoutes } from './licences.ts';
import { policyRoutes } from './policies.ts';
import { onDemandRoutes } from './provision-on-demand.ts';
import { provisioningLogRoutes } from './provisioning-log.ts';
import { resourceRequestRoutes } from './resource-requests.ts';
import { roleScopeRoutes } from './role-scopes.ts';
import { teamsAppRoutes } from './teams-apps.ts';
import { tenantRoutes } from './tenant-routes.ts';
import { userRoutes } from './users.ts';
import { validateRoutes } from './validate-properties.ts';

export const routes: readonly Route[] = [
  ...tenantRoutes,
  ...licenceRoutes,
  ...cloudSyncRoutes,
  ...onDemandRoutes,
  ...provisioningLogRoutes,
  ...userRoutes,
  ...teamsAppRoutes,
  ...validateRoutes,
  ...groupRoutes,
  ...groupMemberRoutes,
  ...catalogRoutes,
  ...resourceRequestRoutes,
  ...accessPackageRoutes,
  ...roleScopeRoutes,
  ...policyRoutes,
  ...assignmentRequestRoutes,
  ...assignmentRoutes,
  ...delegationRoutes,
  ...delegatedOnlyRoutes,
];
