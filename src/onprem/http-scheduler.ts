import { z } from 'zod';
import type { SyncStatus } from '../domain/membership.ts';
import type { SyncControl, SyncStart, SyncTrigger } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';
import { durationToMs, isDuration } from './duration.ts';

export interface HttpSchedulerOptions {
  /** Such as `http://127.0.0.1:8081`. */
  readonly origin: string;
  /** Milliseconds of wall time for one answer; 10000. */
  readonly timeoutMs?: number;
}

const instant = z.iso.datetime().transform((text) => new Date(text));

/** The fields of `Get-ADSyncScheduler` that are used, with ISO dates and durations, and those of the cycles. */
const Scheduler = z.object({
  CurrentlyEffectiveSyncCycleInterval: z.string().refine(isDuration).transform(durationToMs),
  NextSyncCycleStartTimeInUTC: instant.optional(),
  SyncCycleEnabled: z.boolean(),
  StagingModeEnabled: z.boolean(),
  SchedulerSuspended: z.boolean(),
  SyncCycleInProgress: z.boolean(),
  CurrentCycleStartedAt: instant.optional(),
  LastCycleStartedAt: instant.optional(),
  LastCycleFinishedAt: instant.optional(),
});
type Scheduler = z.infer<typeof Scheduler>;

/** The ADSync scheduler behind an HTTP endpoint. Throws `sync-unreachable`. */
export class HttpScheduler implements SyncControl, SyncTrigger {
  readonly #options: HttpSchedulerOptions;

  constructor(options: HttpSchedulerOptions) {
    this.#options = options;
  }

  async status(): Promise<SyncStatus> {
    const response = await this.#request('GET', '/scheduler');
    if (!response.ok) {
      throw this.#unreachable(`GET /scheduler answered ${response.status}`);
    }
    const parsed = Scheduler.safeParse(await this.#json(response));
    if (!parsed.success) {
      throw this.#unreachable(z.prettifyError(parsed.error), parsed.error);
    }
    return toStatus(parsed.data);
  }

  /** Asks for a delta cycle now; one that is running already will do, or the next after it. */
  async startDelta(): Promise<SyncStart> {
    const response = await this.#request('POST', '/start-delta');
    await response.body?.cancel();
    if (response.ok) {
      return { kind: 'started' };
    }
    if (response.status === 409) {
      return { kind: 'already-running' };
    }
    throw this.#unreachable(`POST /start-delta answered ${response.status}`);
  }

  async #request(method: 'GET' | 'POST', path: string): Promise<Response> {
    try {
      const signal = AbortSignal.timeout(this.#options.timeoutMs ?? 10_000);
      return await fetch(new URL(path, this.#options.origin), { method, signal });
    } catch (error) {
      throw this.#unreachable(`${method} ${path} was not answered`, error);
    }
  }

  async #json(response: Response): Promise<unknown> {
    try {
      return await response.json();
    } catch (error) {
      throw this.#unreachable('the answer is not JSON', error);
    }
  }

  #unreachable(reason: string, cause?: unknown): Problem {
    const detail = `the sync scheduler at ${this.#options.origin}: ${reason}`;
    return new Problem('sync-unreachable', { detail, cause });
  }
}

function toStatus(scheduler: Scheduler): SyncStatus {
  return {
    enabled: scheduler.SyncCycleEnabled,
    staging: scheduler.StagingModeEnabled,
    suspended: scheduler.SchedulerSuspended,
    inProgress: scheduler.SyncCycleInProgress,
    intervalMs: scheduler.CurrentlyEffectiveSyncCycleInterval,
    currentCycleStartedAt: scheduler.CurrentCycleStartedAt,
    lastCycle:
      scheduler.LastCycleFinishedAt === undefined
        ? undefined
        : {
            startedAt: scheduler.LastCycleStartedAt,
            finishedAt: scheduler.LastCycleFinishedAt,
          },
    nextStartAt: scheduler.NextSyncCycleStartTimeInUTC,
  };
}
