import type { Seen } from '../domain/facts.ts';
import { statusOfJob } from '../domain/lateness.ts';
import type { SyncStatus } from '../domain/membership.ts';
import { isProblem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';

/** The schedules of the engines that write the waiting groups, as one sweep saw them; each is asked once at most. */
export interface Engines {
  /** Connect's; absent: not asked, or it did not answer. */
  readonly sync?: Seen<SyncStatus | undefined> | undefined;
  /** The job's of Cloud Sync. */
  readonly cloudSync?: Seen<SyncStatus | undefined> | undefined;
  readonly asked: ReadonlySet<'sync' | 'cloudSync'>;
}

const nothing: Engines = { asked: new Set() };

/** Adds to what is known already what these requests need. */
export async function seeEngines(
  deps: SetupDeps,
  requests: readonly Pick<Request, 'plan'>[],
  known: Engines = nothing,
): Promise<Engines> {
  const needs = new Set(requests.map((request) => engineOf(request)));
  const asked = new Set([...known.asked, ...needs]);
  const [sync, cloudSync] = await Promise.all([
    needs.has('sync') && !known.asked.has('sync')
      ? orUndefined(deps, () => deps.sync.status())
      : known.sync,
    needs.has('cloudSync') && !known.asked.has('cloudSync')
      ? orUndefined(deps, () => statusOfCloudSync(deps))
      : known.cloudSync,
  ]);
  return { sync, cloudSync, asked };
}

/** The schedule that counts for this request. */
export function statusFor(
  request: Pick<Request, 'plan'>,
  engines: Engines,
): SyncStatus | undefined {
  return engines[engineOf(request)]?.value;
}

function engineOf({ plan }: Pick<Request, 'plan'>): 'sync' | 'cloudSync' {
  return plan.writeback.engine === 'cloud-sync' ? 'cloudSync' : 'sync';
}

async function statusOfCloudSync({ provisioning }: SetupDeps): Promise<SyncStatus | undefined> {
  const job = await provisioning?.findJob();
  return job && statusOfJob(job);
}

/** An engine or a directory that does not answer is no reason to stop. */
export async function orUndefined<T>(
  deps: Pick<SetupDeps, 'log' | 'clock'>,
  ask: () => Promise<T>,
): Promise<Seen<T> | undefined> {
  try {
    const value = await ask();
    return { value, at: deps.clock.now() };
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    deps.log.warn(
      { code: error.code, detail: error.detail },
      'the on-premises side does not answer',
    );
    return undefined;
  }
}
