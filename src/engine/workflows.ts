import { setTimeout as delay } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { RequestId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import { isProblem } from '../domain/problem.ts';
import type { RunStep } from '../setup/run-step.ts';
import { refreshCards, setUp } from './identity.ts';
import { runStep } from './run-step.ts';

/** What the engine runs; all of it may be repeated after a crash, at any point. */
export interface Handlers {
  /**
   * The procedure. Whatever touches the world or the store goes through `step`, in an order that does
   * not change. It handles Problems itself; anything it throws is logged as a defect.
   */
  setUp(step: RunStep, requestId: RequestId): Promise<void>;
  /** Brings the cards of a request up to date with its stored state; never runs twice at once for one request. */
  refreshCards(requestId: RequestId): Promise<void>;
}

export interface Limits {
  /** Procedures at once in this process. */
  readonly setUps: number;
  /** Requests whose cards are refreshed at once in this process. */
  readonly cardRefreshes: number;
  /** How often refreshing cards is tried; the pauses double from one second. */
  readonly cardAttempts: number;
  readonly firstCardPauseSeconds: number;
  /** Real milliseconds between two looks of a queue for work; with the sending less than a second, which a follow-up may take. */
  readonly pollMs: number;
}

export const defaultLimits: Limits = {
  setUps: 6,
  cardRefreshes: 6,
  cardAttempts: 8,
  firstCardPauseSeconds: 1,
  pollMs: 750,
};

const longestRetryAfterMs = 60_000;

/** Must be called before the engine is launched. */
export function registerWorkflows(handlers: Handlers, limits: Limits, log: Log): void {
  DBOS.registerWorkflow(
    (requestId: string) =>
      logged(log, { requestId, workflow: setUp }, () =>
        handlers.setUp(runStep, RequestId.parse(requestId)),
      ),
    { name: setUp },
  );
  DBOS.registerWorkflow(
    (requestId: string) =>
      logged(log, { requestId, workflow: refreshCards }, () =>
        DBOS.runStep(() => handlers.refreshCards(RequestId.parse(requestId)), {
          name: 'refresh',
          retriesAllowed: true,
          maxAttempts: limits.cardAttempts,
          intervalSeconds: limits.firstCardPauseSeconds,
          shouldRetry: afterWhatWasAsked,
        }),
      ),
    { name: refreshCards },
  );
}

/** Must be called after the engine was launched. */
export async function registerQueues(limits: Limits): Promise<void> {
  const minPollingIntervalMs = limits.pollMs;
  await DBOS.registerQueue(setUp, { workerConcurrency: limits.setUps, minPollingIntervalMs });
  await DBOS.registerQueue(refreshCards, {
    workerConcurrency: limits.cardRefreshes,
    partitionConcurrency: 1,
    minPollingIntervalMs,
  });
}

async function logged(log: Log, fields: object, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ ...fields, error }, 'work of the durable engine failed for good');
    throw error;
  }
}

async function afterWhatWasAsked(error: unknown): Promise<boolean> {
  if (isProblem(error) && error.retryAfterMs !== undefined) {
    await delay(Math.min(error.retryAfterMs, longestRetryAfterMs));
  }
  return true;
}
