import type { ClockState } from '../page/protocol.ts';

/** The simulated clock and sync cycle, as far as the strip on top of the page shows and steers them. */
export interface ClockStrip {
  state(): {
    readonly now: Date;
    readonly speed: number;
    readonly nextSyncAt?: Date | undefined;
    readonly lastSyncAt?: Date | undefined;
    readonly inProgress: boolean;
    readonly paused: boolean;
  };
  runCycle(): void;
  /** Lets half an hour pass at once. */
  skip(): void;
  pause(): void;
  resume(): void;
}

export function toClockState(clockStrip: ClockStrip): ClockState {
  const { now, nextSyncAt, lastSyncAt, ...rest } = clockStrip.state();
  return {
    ...rest,
    now: now.toISOString(),
    ...(nextSyncAt === undefined ? {} : { nextSyncAt: nextSyncAt.toISOString() }),
    ...(lastSyncAt === undefined ? {} : { lastSyncAt: lastSyncAt.toISOString() }),
  };
}
