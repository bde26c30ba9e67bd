import { z } from 'zod';
import { isProblem } from '../domain/problem.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';

/** The gallery application of Entra Cloud Sync. */
const cloudSyncTemplate = '1a4721b3-e57f-4451-ae87-ef078703ec94';
const groupProvisioning = 'AAD2ADGroupProvisioning.';

const ServicePrincipal = z.object({ id: z.guid() });
const Job = z.object({
  id: z.string(),
  status: z.object({ code: z.string().nullish() }).nullish(),
});

/**
 * Whether a Cloud Sync job that writes groups to Active Directory is switched on. A paused or never started
 * job writes nothing. Without the permission to look, the answer is no.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs
 */
export async function hasCloudSync(http: GraphHttp): Promise<boolean> {
  try {
    return await look(http);
  } catch (error) {
    if (isProblem(error) && error.code === 'graph-permission-missing') {
      return false;
    }
    throw error;
  }
}

async function look(http: GraphHttp): Promise<boolean> {
  const path = graphPath`/servicePrincipals?$filter=applicationTemplateId eq ${literal(cloudSyncTemplate)}&$select=id`;
  const call = { operation: 'find-cloud-sync', method: 'GET', path } as const;
  for await (const { id } of http.list(call, ServicePrincipal)) {
    const jobs = graphPath`/servicePrincipals/${id}/synchronization/jobs`;
    const listJobs = { operation: 'list-cloud-sync-jobs', method: 'GET', path: jobs } as const;
    for await (const job of http.list(listJobs, Job)) {
      if (isWriting(job)) {
        return true;
      }
    }
  }
  return false;
}

function isWriting(job: z.infer<typeof Job>): boolean {
  const code = job.status?.code?.toLowerCase();
  return job.id.startsWith(groupProvisioning) && (code === 'active' || code === 'quarantine');
}
