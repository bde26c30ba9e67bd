import { isDeepStrictEqual } from 'node:util';
import type { Seen } from '../domain/facts.ts';
import { etaOf } from '../domain/lateness.ts';
import type { MembershipVerdict, SyncCycle, SyncStatus } from '../domain/membership.ts';
import type { LastLook, Proof, RequestIn } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';
import { type Engines, orUndefined, statusFor } from './engines.ts';
import { inParallel } from './in-parallel.ts';
import type { Watched } from './lateness-watch.ts';

/**
 * A cycle whose start nobody knows is taken to have begun at most this long before its end, so that a change
 * which came in the middle of it is not counted as exported.
 */
const longestCycleMs = 10 * 60_000;

const atOnce = 8;

type Awaiting = RequestIn<'awaiting-sync'>;

/** What one look found, and whether it ended the wait. */
export interface Look {
  readonly isConfirmed: boolean;
  readonly expectedAt: Date | undefined;
  readonly watch: Watched;
}

/** Asks once for the whole page: at most three LDAP queries, whatever the size of the groups. */
export async function confirmInActiveDirectory(
  deps: SetupDeps,
  page: readonly Awaiting[],
  engines: Engines,
): Promise<readonly Look[]> {
  if (page.length === 0) {
    return [];
  }
  const pairs = page.map(({ setUp, beneficiaryAnchors }) => ({
    groupId: setUp.groupId,
    user: beneficiaryAnchors,
  }));
  const verdicts = await orUndefined(deps, () => deps.onPrem.check(pairs));
  const looks: Look[] = [];
  await inParallel(atOnce, [...page.entries()], async ([index, request]) => {
    const verdict = verdicts?.value[index];
    const seen = { status: statusFor(request, engines), verdict };
    const found = await record(deps, request, seen);
    looks.push({
      ...found,
      watch: { request, status: seen.status, known: knownOf(engines, verdicts, index) },
    });
  });
  return looks;
}

function knownOf(
  { sync }: Engines,
  verdicts: Seen<readonly MembershipVerdict[]> | undefined,
  index: number,
): Watched['known'] {
  const verdict = verdicts?.value[index];
  return {
    sync,
    verdict: verdict && verdicts && { value: verdict, at: verdicts.at },
  };
}

interface SeenNow {
  readonly status: SyncStatus | undefined;
  readonly verdict: MembershipVerdict | undefined;
}

async function record(
  deps: SetupDeps,
  request: Awaiting,
  seen: SeenNow,
): Promise<Pick<Look, 'isConfirmed' | 'expectedAt'>> {
  const updatedAt = deps.clock.now();
  const cycle = request.cycle?.finishedAt === undefined ? findCycle(request, seen) : request.cycle;
  const proof = findProof({ ...request, cycle }, seen);
  if (proof !== undefined) {
    const { lastLook: _, ...rest } = request;
    const confirmed = { ...rest, cycle, proof, updatedAt, state: 'confirmed' as const };
    await deps.requests.advance(request, confirmed, 'writeback');
    return { isConfirmed: true, expectedAt: undefined };
  }
  const expectedAt = etaOf(request, seen.status);
  const lastLook = { at: updatedAt, finding: findingOf(cycle, seen), expectedAt };
  if (isNews(request, cycle, lastLook)) {
    await deps.requests.advance(request, { ...request, cycle, lastLook, updatedAt }, 'writeback');
  }
  return { isConfirmed: false, expectedAt };
}

type Cycle = Awaiting['cycle'];

/** The first sync cycle that began after the membership was in Entra, as far as the schedule tells. */
function findCycle({ memberAt }: Awaiting, { status }: SeenNow): Cycle {
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

/**
 * What Active Directory says counts once a cycle has taken the change along, or when no schedule can be seen at all.
 * Cloud Sync also writes single members on demand, between its cycles.
 */
function findProof(
  { cycle, plan }: Pick<Awaiting, 'cycle' | 'plan'>,
  { status, verdict }: SeenNow,
): Proof | undefined {
  const isOnDemand = plan.writeback.engine === 'cloud-sync';
  const isDue = isOnDemand || cycle !== undefined || status === undefined;
  if (!isDue || verdict?.state !== 'member') {
    return undefined;
  }
  const { groupDn, userDn, attribute, groupType, server, checkedAt } = verdict;
  return { kind: 'ldap', groupDn, userDn, attribute, groupType, server, checkedAt };
}

function findingOf(cycle: Cycle, { status, verdict }: SeenNow): LastLook['finding'] {
  if (verdict === undefined) {
    return 'directory-unreachable';
  }
  if (verdict.state === 'not-verifiable') {
    return 'not-verifiable';
  }
  const halt = status && findHalt(status);
  if (halt !== undefined && cycle?.finishedAt === undefined) {
    return halt;
  }
  if (cycle === undefined && status !== undefined) {
    return 'waiting-for-cycle';
  }
  return verdict.state === 'member' ? 'waiting-for-cycle' : verdict.state;
}

/** Why no cycle will export anything until an administrator acts. */
function findHalt({
  staging,
  suspended,
  enabled,
  inProgress,
}: SyncStatus): LastLook['finding'] | undefined {
  if (staging) {
    return 'sync-staging';
  }
  if (suspended) {
    return 'sync-suspended';
  }
  return enabled || inProgress ? undefined : 'sync-disabled';
}

/** Cards are drawn anew for news only, not for every look. */
function isNews(request: Awaiting, cycle: Cycle, look: LastLook): boolean {
  const { finding, expectedAt } = request.lastLook ?? {};
  const before = { finding, expectedAt, cycle: request.cycle };
  return !isDeepStrictEqual(before, { finding: look.finding, expectedAt: look.expectedAt, cycle });
}
