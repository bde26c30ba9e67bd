import { isDeepStrictEqual } from 'node:util';
import type { MembershipVerdict, SyncCycle, SyncStatus } from '../domain/membership.ts';
import { isProblem } from '../domain/problem.ts';
import { type LastLook, type Proof, type RequestIn, waitingStates } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';
import { confirmEntraMembership } from './steps/confirm-entra-membership.ts';
import { followAssignment } from './steps/follow-assignment.ts';

const pageSize = 100;

/**
 * A cycle whose start nobody knows is taken to have begun at most this long before its end, so that a change
 * which came in the middle of it is not counted as exported.
 */
const longestCycleMs = 10 * 60_000;

type Waiting = RequestIn<'delivering' | 'awaiting-membership' | 'awaiting-sync'>;

/**
 * Step 5, for all requests that wait: follow the assignment to its delivery, confirm the membership in Entra, wait
 * for a sync cycle that began after it, and confirm the membership in Active Directory. Looks at everything once
 * and moves on what has moved; call it again and again. A positive is final, a negative never is.
 */
export async function confirmWaiting(deps: SetupDeps, signal?: AbortSignal): Promise<void> {
  let after: Waiting['id'] | undefined;
  for (;;) {
    const page = await deps.requests.listIn(waitingStates, pageSize, after);
    await lookAt(deps, page.filter(isWaiting));
    after = page.at(-1)?.id;
    if (page.length < pageSize || signal?.aborted === true) {
      return;
    }
  }
}

function isWaiting(request: { readonly state: string }): request is Waiting {
  return waitingStates.some((state) => state === request.state);
}

async function lookAt(deps: SetupDeps, page: readonly Waiting[]): Promise<void> {
  const forSync: RequestIn<'awaiting-sync'>[] = [];
  for (const request of page) {
    switch (request.state) {
      case 'delivering':
        await guarded(deps, request, () => followAssignment(deps, request));
        break;
      case 'awaiting-membership':
        await guarded(deps, request, () => confirmEntraMembership(deps, request));
        break;
      case 'awaiting-sync':
        forSync.push(request);
        break;
    }
  }
  if (forSync.length > 0) {
    await confirmInActiveDirectory(deps, forSync);
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

/** Asks once for the whole page: at most three LDAP queries, whatever the size of the groups. */
async function confirmInActiveDirectory(
  deps: SetupDeps,
  page: readonly RequestIn<'awaiting-sync'>[],
): Promise<void> {
  const status = await orUndefined(deps, () => deps.sync.status());
  const verdicts = await orUndefined(deps, () =>
    deps.onPrem.check(
      page.map((request) => ({
        groupId: request.setUp.groupId,
        user: request.beneficiaryAnchors,
      })),
    ),
  );
  for (const [index, request] of page.entries()) {
    await record(deps, request, { status, verdict: verdicts?.[index] });
  }
}

async function orUndefined<T>(deps: SetupDeps, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    deps.log.warn(
      { code: error.code, detail: error.detail },
      'the on-premises side does not answer',
    );
    return undefined;
  }
}

interface Seen {
  readonly status: SyncStatus | undefined;
  readonly verdict: MembershipVerdict | undefined;
}

async function record(
  deps: SetupDeps,
  request: RequestIn<'awaiting-sync'>,
  seen: Seen,
): Promise<void> {
  const updatedAt = deps.clock.now();
  const cycle = request.cycle?.finishedAt === undefined ? findCycle(request, seen) : request.cycle;
  const proof = findProof({ ...request, cycle }, seen);
  if (proof !== undefined) {
    const { lastLook: _, ...rest } = request;
    const confirmed = { ...rest, cycle, proof, updatedAt, state: 'confirmed' as const };
    await deps.requests.advance(request, confirmed, 'writeback');
    return;
  }
  const lastLook = lookOf(cycle, seen, updatedAt);
  if (!isNews(request, cycle, lastLook)) {
    return;
  }
  await deps.requests.advance(request, { ...request, cycle, lastLook, updatedAt }, 'writeback');
}

type Cycle = RequestIn<'awaiting-sync'>['cycle'];

/** The first sync cycle that began after the membership was in Entra, as far as the schedule tells. */
function findCycle({ memberAt }: RequestIn<'awaiting-sync'>, { status }: Seen): Cycle {
  if (status?.lastCycle !== undefined && beganAfter(status.lastCycle, memberAt)) {
    return status.lastCycle;
  }
  const startedAt = status?.currentCycleStartedAt;
  return startedAt !== undefined && startedAt > memberAt ? { startedAt } : undefined;
}

function beganAfter({ startedAt, finishedAt }: SyncCycle, moment: Date): boolean {
  const began = startedAt ?? new Date(finishedAt.getTime() - longestCycleMs);
  return began > moment;
}

/** What Active Directory says counts once a cycle has taken the change along, or when no schedule can be seen at all. */
function findProof(
  { cycle }: Pick<RequestIn<'awaiting-sync'>, 'cycle'>,
  { status, verdict }: Seen,
): Proof | undefined {
  const isDue = cycle !== undefined || status === undefined;
  if (!isDue || verdict?.state !== 'member') {
    return undefined;
  }
  const { groupDn, userDn, attribute, groupType, server, checkedAt } = verdict;
  return { kind: 'ldap', groupDn, userDn, attribute, groupType, server, checkedAt };
}

function lookOf(cycle: Cycle, { status, verdict }: Seen, at: Date): LastLook {
  const expectedAt = status?.nextStartAt;
  if (verdict === undefined) {
    return { at, finding: 'directory-unreachable', expectedAt };
  }
  if (verdict.state === 'not-verifiable') {
    return { at, finding: 'not-verifiable', expectedAt };
  }
  if (cycle === undefined && status !== undefined) {
    return { at, finding: 'waiting-for-cycle', expectedAt };
  }
  const finding = verdict.state === 'member' ? 'waiting-for-cycle' : verdict.state;
  return { at, finding, expectedAt };
}

/** Cards are drawn anew for news only, not for every look. */
function isNews(request: RequestIn<'awaiting-sync'>, cycle: Cycle, look: LastLook): boolean {
  const { finding, expectedAt } = request.lastLook ?? {};
  const before = { finding, expectedAt, cycle: request.cycle };
  return !isDeepStrictEqual(before, { finding: look.finding, expectedAt: look.expectedAt, cycle });
}
