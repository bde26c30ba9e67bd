import type { Certainty } from './cause.ts';
import { evidence, type Facts, type Hint, type Rule, type Seen } from './facts.ts';
import type { GroupId } from './ids.ts';
import type { ProvisioningEvent, ProvisioningJob } from './provisioning.ts';
import { isExported } from './sync-rules.ts';

/** Entra Cloud Sync: what keeps its job from writing the group. */
export const cloudSyncRules: readonly Rule[] = [noJob, status, scope, lastRun, logged, notBegun];

function noJob({ job, request }: Facts): readonly Hint[] {
  return isOfCloudSync(request) && job !== undefined && job.value === undefined
    ? [
        {
          code: 'job-missing',
          certainty: 'certain',
          evidence: evidence('cloud-sync', job.at, [['jobs that write groups', 0]]),
        },
      ]
    : [];
}

function status(facts: Facts): readonly Hint[] {
  const job = jobOf(facts);
  if (job === undefined) {
    return [];
  }
  const { state } = job.value.status;
  switch (state) {
    case 'active':
      return [];
    case 'paused':
    case 'not-started':
      return [
        {
          code: `job-${state}`,
          certainty: 'certain',
          evidence: evidence('cloud-sync', job.at, [['status.code', state]]),
        },
      ];
    case 'quarantined':
      return [quarantine(job, job.value.status)];
  }
}

function quarantine(
  { at }: Seen<ProvisioningJob>,
  { since, reason, nextAttemptAt }: Extract<ProvisioningJob['status'], { state: 'quarantined' }>,
): Hint {
  return {
    code: 'job-quarantined',
    certainty: 'certain',
    evidence: evidence('cloud-sync', at, [
      ['status.code', 'Quarantine'],
      ['reason', reason.code],
      ['since', since],
      ['next attempt', nextAttemptAt],
    ]),
  };
}

function scope(facts: Facts): readonly Hint[] {
  const job = jobOf(facts);
  const { request } = facts;
  const groupId = 'setUp' in request ? request.setUp?.groupId : undefined;
  if (job === undefined || groupId === undefined) {
    return [];
  }
  const certainty = judgeScope(job.value.scope, groupId, facts);
  return certainty === undefined
    ? []
    : [
        {
          code: 'group-out-of-scope',
          certainty,
          evidence: evidence('cloud-sync', job.at, [
            ['scope', job.value.scope.kind],
            ['group', groupId],
          ]),
        },
      ];
}

/** Where attributes decide, by rules that only the job knows, a group that does not appear is all there is to go by. */
function judgeScope(
  of: ProvisioningJob['scope'],
  groupId: GroupId,
  { verdict }: Facts,
): Certainty | undefined {
  switch (of.kind) {
    case 'all':
      return undefined;
    case 'groups':
      return of.groupIds.includes(groupId) ? undefined : 'certain';
    case 'filtered':
    case 'unknown':
      return verdict?.value.state === 'group-missing' ? 'possible' : undefined;
  }
}

function lastRun(facts: Facts): readonly Hint[] {
  const job = jobOf(facts);
  const run = job?.value.lastRun;
  return job === undefined || run === undefined || run.succeeded
    ? []
    : [
        {
          code: 'job-failing',
          certainty: 'likely',
          evidence: evidence('cloud-sync', job.at, [
            ['lastExecution.error', run.error?.code],
            ['ended', run.endedAt],
          ]),
        },
      ];
}

/** The newest line about this group, or about this person in it, when it was not a success. */
function logged({ events, request }: Facts): readonly Hint[] {
  if (events === undefined || !('setUp' in request) || !isOfCloudSync(request)) {
    return [];
  }
  const newest = events.value.findLast((event) => isAbout(event, request));
  if (newest === undefined || newest.status === 'success' || newest.status === 'warning') {
    return [];
  }
  return [
    {
      code: newest.status === 'failure' ? 'provisioning-failed' : 'provisioning-skipped',
      certainty: 'certain',
      evidence: evidence('provisioning-log', newest.at, [
        ['status', newest.status],
        ['errorCode', newest.reason?.code],
        ['id', newest.id],
      ]),
    },
  ];
}

function isAbout({ groupId, userId }: ProvisioningEvent, request: Facts['request']): boolean {
  const setUp = 'setUp' in request ? request.setUp : undefined;
  return groupId === setUp?.groupId && (userId === undefined || userId === request.beneficiary.id);
}

function notBegun(facts: Facts): readonly Hint[] {
  const job = jobOf(facts);
  const { request } = facts;
  if (job?.value.status.state !== 'active' || request.state !== 'awaiting-sync') {
    return [];
  }
  if (isExported(facts)) {
    return [];
  }
  return [
    {
      code: 'sync-not-begun',
      certainty: 'certain',
      evidence: [
        ...evidence('cloud-sync', job.at, [['last run started', job.value.lastRun?.startedAt]]),
        ...evidence('writeback', request.memberAt, [['member in Entra', request.memberAt]]),
      ],
    },
  ];
}

function jobOf({ job, request }: Facts): Seen<ProvisioningJob> | undefined {
  return job?.value === undefined || !isOfCloudSync(request)
    ? undefined
    : { value: job.value, at: job.at };
}

function isOfCloudSync({ plan }: Facts['request']): boolean {
  return plan.writeback.engine === 'cloud-sync';
}
