import type { SchedulerSnapshot } from './sync-server.ts';

/** What Get-ADSyncScheduler prints, with ISO 8601 dates and durations, and the times of the cycles. */
export interface Scheduler {
  readonly AllowedSyncCycleInterval: string;
  readonly CurrentlyEffectiveSyncCycleInterval: string;
  readonly NextSyncCyclePolicyType: 'Delta';
  readonly NextSyncCycleStartTimeInUTC: string;
  readonly PurgeRunHistoryInterval: 'P7D';
  readonly SyncCycleEnabled: boolean;
  readonly MaintenanceEnabled: boolean;
  readonly StagingModeEnabled: boolean;
  readonly SchedulerSuspended: boolean;
  readonly SyncCycleInProgress: boolean;
  readonly CurrentCycleStartedAt?: string | undefined;
  readonly LastCycleStartedAt?: string | undefined;
  readonly LastCycleFinishedAt?: string | undefined;
  readonly LastCycleError?: string | undefined;
}

export function toScheduler(state: SchedulerSnapshot, intervalMs: number): Scheduler {
  const interval = toIsoDuration(intervalMs);
  return {
    AllowedSyncCycleInterval: interval,
    CurrentlyEffectiveSyncCycleInterval: interval,
    NextSyncCyclePolicyType: 'Delta',
    NextSyncCycleStartTimeInUTC: state.nextStartAt,
    PurgeRunHistoryInterval: 'P7D',
    SyncCycleEnabled: state.enabled,
    MaintenanceEnabled: true,
    StagingModeEnabled: state.staging,
    SchedulerSuspended: false,
    SyncCycleInProgress: state.currentCycleStartedAt !== undefined,
    CurrentCycleStartedAt: state.currentCycleStartedAt,
    LastCycleStartedAt: state.lastCycle?.startedAt,
    LastCycleFinishedAt: state.lastCycle?.finishedAt,
    LastCycleError: state.lastError,
  };
}

function toIsoDuration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const seconds = (milliseconds % 60_000) / 1000;
  return seconds === 0 ? `PT${minutes}M` : `PT${minutes}M${seconds}S`;
}
