import type { SandboxGraph } from '../graph/server.ts';
import type { CloudTenant } from './cloud-tenant.ts';

/** The tenant of the simulated Graph as its Cloud Sync job sees it. */
export function cloudTenantOf(graph: SandboxGraph): CloudTenant {
  return {
    job: () => {
      const { cloudSyncJob } = graph.tenant();
      return cloudSyncJob.present ? cloudSyncJob : { ...cloudSyncJob, status: 'NotConfigured' };
    },
    groups: () => graph.groupsForSync(),
    members: (groupId) => graph.membersForSync(groupId),
    log: (entry) => graph.provisioning.log(entry),
    recordRun: (run) => graph.provisioning.recordRun(run),
  };
}
