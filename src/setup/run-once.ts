import type { Actor } from '../domain/person.ts';
import { isProblem, Problem } from '../domain/problem.ts';
import type { RequestIn } from '../domain/request.ts';
import type { SyncRun, SyncRunOutcome, SyncRuns, SyncTarget } from '../domain/sync-run.ts';
import type { SetupDeps } from './deps.ts';

const minimumIntervalMs = 5 * 60_000;

export interface RunWish {
  readonly target: SyncTarget;
  readonly actor: Actor;
  readonly requests: readonly RequestIn<'awaiting-sync'>[];
}

/** A run that is so young that there is no second one yet. */
export type Recent = Pick<SyncRun, 'startedAt' | 'by' | 'requestIds'> & { readonly retryAt: Date };

/** What an attempt resulted in, for the record and for the asker. */
export interface Attempted<T> {
  readonly outcome: Exclude<SyncRunOutcome, 'starting' | 'failed'>;
  readonly detail?: string | undefined;
  readonly answer: T;
}

/**
 * Starts a sync by hand unless one was started a moment ago, one at a time over all instances, and keeps it on
 * record: before the act, so that a crash in the middle starts no second one, and afterwards with its outcome.
 */
export async function runOnce<T>(
  deps: SetupDeps,
  { target, actor, requests }: RunWish,
  start: () => Promise<Attempted<T>>,
): Promise<{ readonly recent: Recent } | { readonly answer: T }> {
  const runs = runsOf(deps);
  return deps.locks.exclusively(`sync-now:${target}`, async () => {
    const recent = await findRecent(deps, runs, { target, actor });
    if (recent !== undefined) {
      return { recent };
    }
    const id = await runs.begin({
      tenantId: actor.tenantId,
      target,
      startedAt: deps.clock.now(),
      by: actor.id,
      requestIds: requests.map((request) => request.id),
    });
    const { outcome, detail, answer } = await attempt(runs, id, start);
    await runs.conclude(id, outcome, detail);
    deps.log.info({ target, by: actor.id, outcome, detail, waiting: requests.length }, 'sync now');
    return { answer };
  });
}

async function attempt<T>(
  runs: SyncRuns,
  id: SyncRun['id'],
  start: () => Promise<Attempted<T>>,
): Promise<Attempted<T>> {
  try {
    return await start();
  } catch (error) {
    // A defect leaves the record at `starting`, because nobody knows what was started.
    if (isProblem(error)) {
      await runs.conclude(id, 'failed', error.code);
    }
    throw error;
  }
}

async function findRecent(
  { clock, settings }: SetupDeps,
  runs: SyncRuns,
  { target, actor }: Pick<RunWish, 'target' | 'actor'>,
): Promise<Recent | undefined> {
  const last = await runs.findLastStarted(actor.tenantId, target);
  if (last === undefined) {
    return undefined;
  }
  const pauseMs = settings.syncMinimumIntervalMs ?? minimumIntervalMs;
  const retryAt = new Date(last.startedAt.getTime() + pauseMs);
  return retryAt > clock.now() ? { ...last, retryAt } : undefined;
}

function runsOf({ syncRuns }: SetupDeps): SyncRuns {
  if (syncRuns === undefined) {
    throw new Problem('sync-start-not-available', { detail: 'no record of syncs is kept' });
  }
  return syncRuns;
}
