import {
  agentHealth,
  type ProvisioningJob,
  type ProvisioningJobStatus,
  type ProvisioningScope,
} from '../../domain/provisioning.ts';
import { listed } from '../words/counting.ts';
import type { Words } from '../words/words.ts';
import { type Element, row } from './elements.ts';
import { said } from './escape.ts';
import { moment } from './when.ts';

/** The job of Cloud Sync: whether it runs, when it last did, what it writes, and how its agents are. */
export function jobRows(words: Words, job: ProvisioningJob): readonly Element[] {
  const { engineReport: own } = words;
  return [
    row(own.job, statusWords(words, job.status)),
    ...lastRunRow(words, job),
    row(own.scope, scopeWords(words, job.scope)),
    row(own.agents, own.agentHealths[agentHealth(job)]),
  ];
}

function statusWords({ engineReport: own }: Words, status: ProvisioningJobStatus): string {
  return status.state === 'quarantined'
    ? own.quarantinedFor(said(status.reason.code))
    : own.jobStates[status.state];
}

function lastRunRow(
  { engineReport: own }: Words,
  { lastRun }: ProvisioningJob,
): readonly Element[] {
  const at = lastRun?.endedAt ?? lastRun?.startedAt;
  if (lastRun === undefined || at === undefined) {
    return [];
  }
  const { succeeded, error } = lastRun;
  const failed = own.failedFor(said(error?.code ?? '?'), moment(at));
  return [row(own.lastRun, succeeded ? own.succeeded(moment(at)) : failed)];
}

function scopeWords(words: Words, scope: ProvisioningScope): string {
  const { scopes, scopeGroups, scopeAttributes } = words.engineReport;
  switch (scope.kind) {
    case 'groups':
      return scopeGroups(scope.groupIds.length);
    case 'filtered':
      return scopeAttributes(
        listed(
          words,
          scope.attributes.map((name) => said(name, 40)),
          'and',
        ),
      );
    case 'all':
    case 'unknown':
      return scopes[scope.kind];
  }
}
