import type { CauseCode } from './cause.ts';
import { evidence, type Facts, type Hint, type Property, type Rule } from './facts.ts';
import { expectedCycleMs, isHalted } from './lateness.ts';
import type { SyncStatus } from './membership.ts';

/** Entra Connect: what keeps a membership that is in Entra from being exported. */
export const syncRules: readonly Rule[] = [blocked, running, notBegun];

/** After so many cycles without one, the server itself is in doubt. */
const silentCycles = 2;
const slackMs = 10 * 60_000;

function blocked(facts: Facts): readonly Hint[] {
  const { sync } = facts;
  if (sync?.value === undefined || !isOfConnect(facts) || isExported(facts)) {
    return [];
  }
  const { staging, suspended, enabled, inProgress } = sync.value;
  const codes: readonly (readonly [boolean, CauseCode, Property])[] = [
    [staging, 'sync-staging', ['StagingModeEnabled', staging]],
    [suspended, 'sync-suspended', ['SchedulerSuspended', suspended]],
    [!enabled && !inProgress, 'sync-disabled', ['SyncCycleEnabled', enabled]],
  ];
  return codes
    .filter(([isSo]) => isSo)
    .map(([, code, property]) => ({
      code,
      certainty: 'certain',
      evidence: evidence('sync-schedule', sync.at, [property]),
    }));
}

function running(facts: Facts): readonly Hint[] {
  const { sync } = facts;
  const memberAt = memberSince(facts);
  if (sync?.value?.inProgress !== true || memberAt === undefined || isExported(facts)) {
    return [];
  }
  const { currentCycleStartedAt: startedAt } = sync.value;
  return [
    {
      code: 'sync-running',
      certainty: 'certain',
      evidence: [
        ...evidence('sync-schedule', sync.at, [
          ['SyncCycleInProgress', true],
          ['started', startedAt],
        ]),
        ...evidence('writeback', memberAt, [['member in Entra', memberAt]]),
      ],
    },
  ];
}

function notBegun(facts: Facts): readonly Hint[] {
  const memberAt = memberSince(facts);
  const { value: status, at } = facts.sync ?? {};
  if (status === undefined || at === undefined || memberAt === undefined) {
    return [];
  }
  if (hasBegun(facts, status, memberAt)) {
    return [];
  }
  const isSilent = hasFallenSilent(facts, status, memberAt);
  return [
    {
      code: isSilent ? 'sync-stopped' : 'sync-not-begun',
      certainty: isSilent ? 'likely' : 'certain',
      evidence: [
        ...evidence('sync-schedule', at, [
          ['last cycle finished', status.lastCycle?.finishedAt],
          ...nextStart(status),
        ]),
        ...evidence('writeback', memberAt, [['member in Entra', memberAt]]),
      ],
    },
  ];
}

/** A scheduler that is switched off still names a next start, which never comes. */
function nextStart(status: SyncStatus): readonly Property[] {
  const { nextStartAt } = status;
  return nextStartAt === undefined || isHalted(status) ? [] : [['next cycle starts', nextStartAt]];
}

function hasBegun(facts: Facts, status: SyncStatus, memberAt: Date): boolean {
  return status.inProgress || isExported(facts) || lastStart(status) > memberAt.getTime();
}

function hasFallenSilent({ now, request }: Facts, status: SyncStatus, memberAt: Date): boolean {
  const lastAt = status.lastCycle?.finishedAt ?? memberAt;
  const silentMs = silentCycles * expectedCycleMs(request, status) + slackMs;
  return now.getTime() - lastAt.getTime() > silentMs;
}

/** Where only the end of a cycle is known, it may have begun at that very moment. */
function lastStart({ lastCycle }: SyncStatus): number {
  return (lastCycle?.startedAt ?? lastCycle?.finishedAt ?? new Date(0)).getTime();
}

function memberSince(facts: Facts): Date | undefined {
  const { request } = facts;
  return request.state === 'awaiting-sync' && isOfConnect(facts) ? request.memberAt : undefined;
}

function isOfConnect({ request }: Facts): boolean {
  return request.plan.writeback.engine !== 'cloud-sync' && isWaiting(request);
}

function isWaiting({ state }: Facts['request']): boolean {
  return state === 'delivering' || state === 'awaiting-membership' || state === 'awaiting-sync';
}

/** A cycle that began after the membership has come to its end. */
export function isExported({ request, job }: Facts): boolean {
  if (request.state !== 'awaiting-sync') {
    return false;
  }
  if (request.plan.writeback.engine === 'cloud-sync') {
    const { startedAt, endedAt, succeeded } = job?.value?.lastRun ?? {};
    const isAfter = startedAt !== undefined && startedAt > request.memberAt;
    return isAfter && endedAt !== undefined && succeeded === true;
  }
  return request.cycle?.finishedAt !== undefined;
}
