import type { ProvisioningAgent } from '../graph/provisioning-ledger.ts';
import { CloudSyncJob, type CloudSyncJobOptions } from './job.ts';
import { OneAtATime } from './one-at-a-time.ts';

export interface CloudSyncOptions extends CloudSyncJobOptions {
  /** Sandbox milliseconds from the start of one run to the next; 20 minutes when absent. */
  readonly intervalMs?: number | undefined;
}

/** The running simulation of Entra Cloud Sync, with its agent on premises. */
export interface CloudSync extends ProvisioningAgent {
  /** Runs the job now; resolves when it is done. */
  run(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts Cloud Sync, which writes the security groups in its scope to Active Directory every 20 minutes of sandbox
 * time, and single groups at once when asked to. When the next run is due is in the journal and survives a restart.
 */
export function startCloudSync(options: CloudSyncOptions): CloudSync {
  const job = new CloudSyncJob(options);
  const turns = new OneAtATime();
  const closing = new AbortController();
  function run(): Promise<void> {
    return turns.take(() => job.run());
  }
  const schedule = followSchedule(options, run, closing.signal);
  return {
    run,
    provision: (groupId, memberIds) => turns.take(() => job.provision(groupId, memberIds)),
    close: async () => {
      closing.abort();
      await schedule;
      await turns.idle();
    },
  };
}

async function followSchedule(
  { clock, journal, intervalMs = 20 * 60_000 }: CloudSyncOptions,
  run: () => Promise<void>,
  closed: AbortSignal,
): Promise<void> {
  for (;;) {
    const now = clock.now().getTime();
    const nextAt = journal.get<number>('cloud-sync', 'nextAt') ?? now + intervalMs;
    journal.put('cloud-sync', 'nextAt', nextAt);
    try {
      await clock.sleep(Math.max(0, nextAt - now), closed);
    } catch (error) {
      if (!closed.aborted) {
        throw error;
      }
      return;
    }
    journal.put('cloud-sync', 'nextAt', clock.now().getTime() + intervalMs);
    await run();
  }
}
