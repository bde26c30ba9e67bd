import type { Waiting } from '../domain/lateness.ts';
import { isProblem } from '../domain/problem.ts';
import { type RequestIn, waitingStates } from '../domain/request.ts';
import { confirmInActiveDirectory } from './confirm-in-directory.ts';
import type { SetupDeps } from './deps.ts';
import { type Engines, seeEngines, statusFor } from './engines.ts';
import { inParallel } from './in-parallel.ts';
import { noteExpectedTime, noteLateness, type Watched } from './lateness-watch.ts';
import type { Outlook } from './pace.ts';
import { confirmEntraMembership } from './steps/confirm-entra-membership.ts';
import { followAssignment } from './steps/follow-assignment.ts';

const pageSize = 100;

/** Requests whose assignment or membership is asked for at the same time. */
const atOnce = 8;

type Early = RequestIn<'delivering' | 'awaiting-membership'>;

/**
 * Step 5, for all requests that wait: follow the assignment to its delivery, confirm the membership in Entra, wait
 * for a sync cycle that began after it, and confirm the membership in Active Directory. Looks at everything once,
 * moves on what has moved and notes what is late; call it again and again. A positive is final, a negative never is.
 * Resolves to when proofs are expected.
 */
export async function confirmWaiting(deps: SetupDeps, signal?: AbortSignal): Promise<Outlook> {
  const expected = new Map<number, Date>();
  let engines: Engines | undefined;
  let after: Waiting['id'] | undefined;
  for (;;) {
    const page = await deps.requests.listIn(waitingStates, pageSize, after);
    const waiting = page.filter(isWaiting);
    engines = await seeEngines(deps, waiting, engines);
    for (const moment of await lookAt(deps, waiting, engines)) {
      expected.set(moment.getTime(), moment);
    }
    after = page.at(-1)?.id;
    if (page.length < pageSize || signal?.aborted === true) {
      return { expected: [...expected.values()] };
    }
  }
}

function isWaiting(request: { readonly state: string }): request is Waiting {
  return waitingStates.some((state) => state === request.state);
}

async function lookAt(
  deps: SetupDeps,
  page: readonly Waiting[],
  engines: Engines,
): Promise<readonly Date[]> {
  const early = page.filter((request) => request.state !== 'awaiting-sync');
  const forSync = page.filter((request) => request.state === 'awaiting-sync');
  const [, looks] = await Promise.all([
    inParallel(atOnce, early, (request) =>
      guarded(deps, request, () => lookAtCloud(deps, request, engines)),
    ),
    confirmInActiveDirectory(deps, forSync, engines),
  ]);
  await noteLateness(deps, [
    ...early.map((request) => watched(request, engines)),
    ...looks.filter(({ isConfirmed }) => !isConfirmed).map(({ watch }) => watch),
  ]);
  return looks.flatMap(({ expectedAt }) => (expectedAt === undefined ? [] : [expectedAt]));
}

function watched(request: Early, engines: Engines): Watched {
  return { request, status: statusFor(request, engines), known: { sync: engines.sync } };
}

async function lookAtCloud(deps: SetupDeps, request: Early, engines: Engines): Promise<void> {
  const hasMoved = await (request.state === 'delivering'
    ? followAssignment(deps, request)
    : confirmEntraMembership(deps, request));
  if (!hasMoved) {
    await noteExpectedTime(deps, request, statusFor(request, engines));
  }
}

/** One request that cannot be looked at does not keep the others waiting. */
async function guarded(
  deps: SetupDeps,
  { id }: Waiting,
  look: () => Promise<unknown>,
): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    deps.log.warn({ requestId: id, code: error.code }, 'a waiting request could not be looked at');
  }
}
