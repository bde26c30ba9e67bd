import { findDrift } from '../domain/drift.ts';
import type { DriftFinding } from '../domain/drift-finding.ts';
import { fixFor } from '../domain/drift-fix.ts';
import { isLookDue, settlesAfterMs } from '../domain/drift-schedule.ts';
import type { OnPremGroup } from '../domain/drift-sides.ts';
import type {
  DriftRecord,
  DriftReport,
  DriftRow,
  DriftStore,
  DriftSubject,
  WatchedGroup,
} from '../domain/drift-store.ts';
import { findEngine } from '../domain/group.ts';
import type { Log } from '../domain/log.ts';
import type { Clock, CloudInventory, Directory, OnPremInventory } from '../domain/ports.ts';
import { isProblem, Problem } from '../domain/problem.ts';
import type { SetupDeps } from './deps.ts';

export interface DriftDeps {
  readonly directory: Pick<Directory, 'findGroup' | 'getWritebackTenant'>;
  readonly cloud: CloudInventory;
  /** Undefined where nobody can read whole groups in Active Directory. */
  readonly onPrem: OnPremInventory | undefined;
  readonly drift: DriftStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells the owners and administrators what is new; what it rejects for is told again at the next look. */
  readonly announce: (news: readonly DriftRecord[]) => Promise<void>;
}

/** What came of one look. */
export type DriftLook =
  | { readonly kind: 'not-available' }
  | {
      readonly kind: 'looked';
      readonly at: Date;
      readonly groups: number;
      /** Could not be compared; what is known of them stays. */
      readonly unread: readonly UnreadGroup[];
    };

export interface UnreadGroup {
  readonly group: WatchedGroup;
  readonly problem: Problem;
}

/** Looks when it is time to: each day at the hour (UTC), and again when what was found can have settled. */
export async function watchDriftDaily(
  deps: DriftDeps,
  hour: number,
  signal?: AbortSignal,
): Promise<void> {
  if (
    deps.onPrem !== undefined &&
    isLookDue(await deps.drift.looksSoFar(), hour, deps.clock.now())
  ) {
    await watchDrift(deps, signal);
  }
}

/**
 * Looks, and announces what is new: each finding once, and only when it is still there after the sync had the time
 * to mend it. Rejects with what `announce` rejects with.
 */
export async function watchDrift(deps: DriftDeps, signal?: AbortSignal): Promise<DriftLook> {
  const look = await lookForDrift(deps, signal);
  if (look.kind === 'looked') {
    const findings = await deps.drift.list();
    const counts = { groups: look.groups, unread: look.unread.length, findings: findings.length };
    await deps.drift.recordLook(look.at, counts);
    await tell(deps, findings.filter(isNews));
  }
  return look;
}

/** Compares every group with a confirmed request and records what differs; changes nothing else anywhere. */
export async function lookForDrift(
  deps: Omit<DriftDeps, 'announce'>,
  signal?: AbortSignal,
): Promise<DriftLook> {
  const { onPrem, drift, clock, log } = deps;
  if (onPrem === undefined) {
    return { kind: 'not-available' };
  }
  const at = clock.now();
  const watched = await drift.listWatched();
  const unread: UnreadGroup[] = [];
  for (const group of watched) {
    signal?.throwIfAborted();
    const problem = await compareAndRecord({ ...deps, onPrem }, group, at);
    if (problem !== undefined) {
      const { code, detail } = problem;
      log.warn({ groupId: group.groupId, code, detail }, 'a group could not be compared');
      unread.push({ group, problem });
    }
  }
  return { kind: 'looked', at, groups: watched.length, unread };
}

/** Everything that differed at the last look, told or not, each with its fix. */
export async function listDrift({
  drift,
}: {
  readonly drift: Pick<DriftStore, 'list'>;
}): Promise<readonly DriftRow[]> {
  const records = await drift.list();
  return records.map(withFix);
}

/** The differences as they stand, with when they were looked for last. */
export async function reportDrift({
  drift,
  settings: { driftWatch: watch = 'daily' },
}: Pick<SetupDeps, 'drift' | 'settings'>): Promise<DriftReport> {
  if (drift === undefined) {
    return { rows: [], lastLook: undefined, watch };
  }
  const [rows, lastLook] = await Promise.all([listDrift({ drift }), drift.lastLook()]);
  return { rows, lastLook, watch };
}

export function withFix(record: DriftRecord): DriftRow {
  const { finding, groupId, engine } = record;
  return { ...record, fix: fixFor(finding, { groupId, engine }) };
}

type Reading = Omit<DriftDeps, 'announce' | 'onPrem'> & { readonly onPrem: OnPremInventory };

/** Resolves to the problem that kept it from comparing. */
async function compareAndRecord(
  deps: Reading,
  watched: WatchedGroup,
  at: Date,
): Promise<Problem | undefined> {
  try {
    const { subject, findings } = await compare(deps, watched);
    await deps.drift.record(subject, findings, at);
    return undefined;
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    return error;
  }
}

async function compare(
  { directory, cloud, onPrem }: Reading,
  watched: WatchedGroup,
): Promise<{ readonly subject: DriftSubject; readonly findings: readonly DriftFinding[] }> {
  const { tenantId, groupId, groupName } = watched;
  // Active Directory first: whoever is added in Entra meanwhile only seems to be missing, and is looked for again.
  const [present]: readonly (OnPremGroup | undefined)[] = await onPrem.describeGroups([groupId]);
  const group = await directory.findGroup(groupId);
  const members = group === undefined ? [] : await cloud.listMembers(groupId);
  if (present === undefined || members === undefined) {
    throw new Problem('not-visible-yet', { detail: `group ${groupId} went while it was read` });
  }
  const owners = group === undefined ? [] : await cloud.listOwners(groupId);
  const { engines } = await directory.getWritebackTenant();
  const engine = group && findEngine(group.kind, engines);
  const findings = findDrift({ ...watched, group, members, engine }, present);
  const name = group?.displayName ?? groupName;
  return { subject: { tenantId, groupId, groupName: name, engine, owners }, findings };
}

function isNews({ firstSeenAt, lastSeenAt, reportedAt }: DriftRecord): boolean {
  return reportedAt === undefined && lastSeenAt.getTime() - firstSeenAt.getTime() >= settlesAfterMs;
}

async function tell(deps: DriftDeps, news: readonly DriftRecord[]): Promise<void> {
  if (news.length > 0) {
    await deps.announce(news);
    await deps.drift.markReported(news, deps.clock.now());
  }
}
