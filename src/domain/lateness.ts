import type { UserId } from './ids.ts';
import type { SyncStatus } from './membership.ts';
import type { ProvisioningJob } from './provisioning.ts';
import type { Lateness, Request, RequestIn } from './request.ts';

const minuteMs = 60_000;

/** Connect's default, and its shortest supported interval. */
const connectCycleMs = 30 * minuteMs;

/** Cloud Sync runs every 20 to 40 minutes; nobody is late before the longer time has passed. */
const cloudSyncCycleMs = 40 * minuteMs;

/** Where no cycle could be timed. */
const usualDurationMs = 3 * minuteMs;

/** How long the parts in front of the sync usually take. */
const usualSetUpMs = 2 * minuteMs;
const usualDeliveryMs = 5 * minuteMs;
const usualMembershipMs = 2 * minuteMs;

/** Delivery and membership are a matter of minutes, so they are late sooner than a cycle. */
const lateBeforeSyncMs = 15 * minuteMs;

export type Waiting = RequestIn<'delivering' | 'awaiting-membership' | 'awaiting-sync'>;

/** Milliseconds from the start of one sync cycle to the next, for the engine that writes this group. */
export function expectedCycleMs(
  { plan }: Pick<Request, 'plan'>,
  status: SyncStatus | undefined,
): number {
  const byDefault = plan.writeback.engine === 'cloud-sync' ? cloudSyncCycleMs : connectCycleMs;
  return status?.intervalMs ?? byDefault;
}

/**
 * When the proof is expected: the end of the first cycle that begins after the membership is, or will usually be, in
 * Entra. Undefined where nobody can tell: no schedule, nothing scheduled, or a state that leads to no cycle.
 */
export function etaOf(request: Request, status: SyncStatus | undefined): Date | undefined {
  const readyAt = findReadyAt(request);
  if (status === undefined || readyAt === undefined || isHalted(status)) {
    return undefined;
  }
  const startAt = findStartAfter(readyAt, status);
  return startAt && new Date(startAt.getTime() + durationOf(status));
}

/** The expected time as it was stored by the last look; for cards and answers, which never ask anew. */
export function expectedAtOf(request: Request): Date | undefined {
  if (request.state === 'awaiting-sync') {
    return request.lastLook?.expectedAt;
  }
  return 'expectedAt' in request ? request.expectedAt : undefined;
}

/**
 * How late the request is: the proof can take one whole cycle to begin and one to run, so `late` begins after that,
 * and `overdue` one cycle later.
 */
export function latenessOf(
  request: Waiting,
  status: SyncStatus | undefined,
  now: Date,
): Lateness | undefined {
  const { from, lateMs, overdueMs } = limitsOf(request, status);
  const lateAt = later(from, lateMs);
  const overdueAt = later(from, overdueMs);
  if (now >= overdueAt) {
    return { grade: 'overdue', since: overdueAt };
  }
  return now >= lateAt ? { grade: 'late', since: lateAt } : undefined;
}

/** The request as it goes into its next wait: each wait is late on its own account. */
export function afresh<R extends Waiting>(request: R): Omit<R, 'lateness' | 'diagnosis'> {
  const { lateness: _, diagnosis: __, ...rest } = request;
  return rest;
}

/** Who gets a card of their own when a request becomes late or overdue. */
export function toldOfLateness(
  { requester }: Pick<Request, 'requester'>,
  administrators: readonly UserId[],
): readonly UserId[] {
  return [...new Set([requester.id, ...administrators])];
}

/** Nothing will be exported until an administrator acts. */
export function isHalted({ enabled, staging, suspended, inProgress }: SyncStatus): boolean {
  return staging || suspended || !(enabled || inProgress);
}

/** The job of Cloud Sync in the terms of a schedule. */
export function statusOfJob({ status, intervalMs, lastRun }: ProvisioningJob): SyncStatus {
  const { startedAt, endedAt } = lastRun ?? {};
  const inProgress = startedAt !== undefined && endedAt === undefined;
  return {
    enabled: status.state === 'active' || status.state === 'quarantined',
    staging: false,
    suspended: false,
    inProgress,
    intervalMs: intervalMs ?? cloudSyncCycleMs,
    currentCycleStartedAt: inProgress ? startedAt : undefined,
    lastCycle: endedAt === undefined ? undefined : { startedAt, finishedAt: endedAt },
  };
}

function limitsOf(
  request: Waiting,
  status: SyncStatus | undefined,
): { readonly from: Date; readonly lateMs: number; readonly overdueMs: number } {
  switch (request.state) {
    case 'delivering':
      return { from: request.setUp.submittedAt, ...beforeSync };
    case 'awaiting-membership':
      return { from: request.deliveredAt, ...beforeSync };
    case 'awaiting-sync': {
      const cycleMs = expectedCycleMs(request, status);
      const lateMs = cycleMs + durationOf(status);
      return { from: request.memberAt, lateMs, overdueMs: lateMs + cycleMs };
    }
  }
}

const beforeSync = { lateMs: lateBeforeSyncMs, overdueMs: 2 * lateBeforeSyncMs };

/** When the membership is in Entra, or usually will be. */
function findReadyAt(request: Request): Date | undefined {
  if (request.state === 'setting-up') {
    return later(request.decision.at, usualSetUpMs + usualDeliveryMs + usualMembershipMs);
  }
  if (request.state === 'delivering') {
    return later(request.setUp.submittedAt, usualDeliveryMs + usualMembershipMs);
  }
  if (request.state === 'awaiting-membership') {
    return later(request.deliveredAt, usualMembershipMs);
  }
  return request.state === 'awaiting-sync' ? request.memberAt : undefined;
}

function findStartAfter(readyAt: Date, status: SyncStatus): Date | undefined {
  const { currentCycleStartedAt: current, intervalMs } = status;
  if (current !== undefined && current > readyAt) {
    return current;
  }
  const next = findNextStart(status);
  if (next === undefined || next > readyAt) {
    return next;
  }
  const missed = Math.floor((readyAt.getTime() - next.getTime()) / intervalMs) + 1;
  return later(next, missed * intervalMs);
}

/** The engine does not move its next start on before the running cycle has ended, so then it lies in the past. */
function findNextStart(status: SyncStatus): Date | undefined {
  const { nextStartAt, currentCycleStartedAt: current, lastCycle, intervalMs } = status;
  if (nextStartAt !== undefined && (current === undefined || nextStartAt > current)) {
    return nextStartAt;
  }
  const lastStart = current ?? lastCycle?.startedAt ?? lastCycle?.finishedAt;
  return lastStart && later(lastStart, intervalMs);
}

function durationOf(status: SyncStatus | undefined): number {
  const { startedAt, finishedAt } = status?.lastCycle ?? {};
  const measured =
    startedAt === undefined || finishedAt === undefined
      ? usualDurationMs
      : finishedAt.getTime() - startedAt.getTime();
  return measured > 0 ? measured : usualDurationMs;
}

function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}
