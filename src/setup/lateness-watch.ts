import { diagnose } from '../domain/diagnosis.ts';
import { etaOf, expectedAtOf, latenessOf, type Waiting } from '../domain/lateness.ts';
import type { SyncStatus } from '../domain/membership.ts';
import type { Lateness } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';
import { gatherFacts, type Known } from './facts.ts';
import { inParallel } from './in-parallel.ts';

/** A diagnosis asks five questions or so; when everything becomes late at once, the rest has its turn at the next look. */
const mostAtOneLook = 8;

/** Cards are not drawn anew because the expected time moved by less. */
const notableMs = 5 * 60_000;

/** A request that waits, with what the sweep saw of the engine that writes its group. */
export interface Watched {
  readonly request: Waiting;
  readonly status: SyncStatus | undefined;
  readonly known: Known;
}

/**
 * Grades the requests that wait longer than expected, and notes why. Each grade is noted once; the change brings the
 * cards with it, as every change does.
 */
export async function noteLateness(deps: SetupDeps, waiting: readonly Watched[]): Promise<void> {
  const now = deps.clock.now();
  const late = waiting.flatMap((watched) => {
    const lateness = latenessOf(watched.request, watched.status, now);
    const isNew = lateness !== undefined && lateness.grade !== watched.request.lateness?.grade;
    return isNew ? [{ ...watched, lateness }] : [];
  });
  await inParallel(mostAtOneLook, late.slice(0, mostAtOneLook), (each) => note(deps, each));
}

async function note(
  deps: SetupDeps,
  { request, known, lateness }: Watched & { readonly lateness: Lateness },
): Promise<void> {
  const diagnosis = diagnose(await gatherFacts(deps, request, known));
  const current = await deps.requests.get(request.id);
  if (!isWaitingLike(current, request) || current.lateness?.grade === lateness.grade) {
    return;
  }
  // When somebody is faster, the next look finds out again.
  const next = { ...current, lateness, diagnosis, updatedAt: deps.clock.now() };
  await deps.requests.advance(current, next, 'writeback');
}

function isWaitingLike(
  current: { readonly state: string },
  { state }: Waiting,
): current is Waiting {
  return current.state === state;
}

/** Keeps the expected time of a request whose membership is not in Entra yet; later the look on premises does. */
export async function noteExpectedTime(
  deps: SetupDeps,
  request: Exclude<Waiting, { readonly state: 'awaiting-sync' }>,
  status: SyncStatus | undefined,
): Promise<void> {
  const before = expectedAtOf(request);
  const expectedAt = etaOf(request, status);
  if (expectedAt === undefined) {
    return;
  }
  const moved = Math.abs(expectedAt.getTime() - (before?.getTime() ?? 0));
  if (moved < notableMs) {
    return;
  }
  // Whatever changed the request in between was more important than this.
  await deps.requests.advance(
    request,
    { ...request, expectedAt, updatedAt: deps.clock.now() },
    'writeback',
  );
}
