import type { GroupId, UserId } from '../domain/ids.ts';
import type { Clock, CloudProvisioning } from '../domain/ports.ts';
import {
  isInScope,
  type MemberProvisioning,
  type OnDemandProvisioning,
} from '../domain/provisioning.ts';
import { CallLimiter } from './call-limiter.ts';
import { EventPoller } from './event-poller.ts';
import type { GraphHttp } from './graph-http.ts';
import { provisionMembers } from './provision-on-demand.ts';
import { readProvisioningLog } from './provisioning-events.ts';
import { type FoundJob, isWriting } from './provisioning-job.ts';

const membersInOneCall = 5;

/** Both limits of Graph, with half a second for what the network does to the distances between calls. */
const fiveInTenSeconds = { calls: 5, withinMs: 10_500 };

export interface ProvisioningOptions {
  readonly http: GraphHttp;
  /** With the patience that an agent on premises needs. */
  readonly patientHttp: GraphHttp;
  readonly clock: Clock;
  readonly findJob: () => Promise<FoundJob | undefined>;
}

/** Entra Cloud Sync through Microsoft Graph; its limits are kept as long as one process of the tenant asks. */
export function cloudProvisioning({
  http,
  patientHttp,
  clock,
  findJob,
}: ProvisioningOptions): CloudProvisioning {
  const onDemand = new CallLimiter(clock, fiveInTenSeconds);
  const reports = new CallLimiter(clock, fiveInTenSeconds);
  const poller = new EventPoller({
    clock,
    read: async (since) => {
      const found = await findJob();
      return found === undefined
        ? []
        : readProvisioningLog(http, {
            jobId: found.job.jobId,
            since,
            admit: () => reports.admit(),
          });
    },
  });
  return {
    findJob: async () => (await findJob())?.job,
    listEvents: (since) => poller.listSince(since),
    provisionOnDemand: (groupId, userIds) =>
      provision({ groupId, userIds }, findJob, {
        http: patientHttp,
        admit: () => onDemand.admit(),
      }),
  };
}

async function provision(
  { groupId, userIds }: { readonly groupId: GroupId; readonly userIds: readonly UserId[] },
  findJob: () => Promise<FoundJob | undefined>,
  { http, admit }: { readonly http: GraphHttp; readonly admit: () => Promise<void> },
): Promise<OnDemandProvisioning> {
  const found = await findJob();
  if (found === undefined) {
    return { kind: 'no-job' };
  }
  const { job, ruleId } = found;
  if (!isWriting(job.status)) {
    return { kind: 'not-running' };
  }
  if (isInScope(job, groupId) === false) {
    return { kind: 'out-of-scope' };
  }
  if (ruleId === undefined) {
    return { kind: 'no-job' };
  }
  const results = new Map<UserId, MemberProvisioning>();
  for (const part of parts([...new Set(userIds)])) {
    const { servicePrincipalId, jobId } = job;
    const call = { servicePrincipalId, jobId, ruleId, groupId, userIds: part, admit };
    for (const result of await provisionMembers(http, call)) {
      results.set(result.userId, result);
    }
  }
  return { kind: 'asked', members: userIds.flatMap((id) => results.get(id) ?? []) };
}

function* parts(userIds: readonly UserId[]): Generator<readonly UserId[]> {
  for (let start = 0; start < userIds.length; start += membersInOneCall) {
    yield userIds.slice(start, start + membersInOneCall);
  }
}
