import type { WritebackTenant } from '../domain/group.ts';
import type { SyncStatus } from '../domain/membership.ts';
import type { SyncControl } from '../domain/ports.ts';
import { isProblem, Problem } from '../domain/problem.ts';
import type { GraphHttp } from './graph-http.ts';
import { readOrganization } from './organization.ts';

/** Connect's shortest supported interval, and its default. */
const defaultIntervalMs = 30 * 60_000;

/**
 * The sync engine as the cloud sees it: only when the last cycle ended is known (organization's
 * onPremisesLastSyncDateTime). Whether one runs, or the server is in staging mode or suspended, Graph does not say.
 */
export function lastSyncControl(
  http: GraphHttp,
  getWritebackTenant: () => Promise<WritebackTenant>,
): SyncControl {
  return {
    status: async () => {
      try {
        return await readStatus(http, getWritebackTenant);
      } catch (error) {
        if (!isProblem(error)) {
          throw error;
        }
        const { detail, retryAfterMs = defaultWaitMs } = error;
        throw new Problem('sync-unreachable', { detail, retryAfterMs, cause: error });
      }
    },
  };
}

const defaultWaitMs = 60_000;

async function readStatus(
  http: GraphHttp,
  getWritebackTenant: () => Promise<WritebackTenant>,
): Promise<SyncStatus | undefined> {
  const { isHybrid, lastSyncAt } = await readOrganization(http);
  if (!isHybrid) {
    return undefined;
  }
  const { syncIntervalMs } = await getWritebackTenant();
  return {
    enabled: true,
    staging: false,
    suspended: false,
    inProgress: false,
    intervalMs: syncIntervalMs ?? defaultIntervalMs,
    lastCycle: lastSyncAt === undefined ? undefined : { finishedAt: lastSyncAt },
  };
}
