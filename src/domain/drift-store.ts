import type { DriftFinding } from './drift-finding.ts';
import type { DriftFix } from './drift-fix.ts';
import type { LooksSoFar } from './drift-schedule.ts';
import type { WritebackEngine } from './group.ts';
import type { GroupId, TenantId, UserId } from './ids.ts';
import type { Person } from './person.ts';

/** A group for which Writeback has proven a membership. */
export interface WatchedGroup {
  readonly tenantId: TenantId;
  readonly groupId: GroupId;
  /** As the newest of its requests calls it. */
  readonly groupName: string;
  readonly proven: ReadonlySet<UserId>;
  readonly provenGroupType?: number | undefined;
  readonly arriving: ReadonlySet<UserId>;
}

/** What a report says of the group besides its findings. */
export interface DriftSubject {
  readonly tenantId: TenantId;
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly engine?: WritebackEngine | undefined;
  readonly owners: readonly Person[];
}

export interface DriftRecord extends DriftSubject {
  /** Tells the finding from the others of its group. */
  readonly key: string;
  readonly finding: DriftFinding;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  /** Undefined while nobody has been told. */
  readonly reportedAt?: Date | undefined;
}

/** A finding with the command that mends it, for whoever may. */
export interface DriftRow extends DriftRecord {
  readonly fix: DriftFix;
}

/** What was found, in PostgreSQL. */
export interface DriftStore {
  listWatched(): Promise<readonly WatchedGroup[]>;
  /** Keeps since when each finding is there and whether it was told; forgets those that are gone. */
  record(subject: DriftSubject, findings: readonly DriftFinding[], at: Date): Promise<void>;
  /** Everything that was there at the last look, by group and key. */
  list(): Promise<readonly DriftRecord[]>;
  markReported(records: readonly DriftRecord[], at: Date): Promise<void>;
  recordLook(at: Date, counts: LookCounts): Promise<void>;
  /** The newest look that was recorded. */
  lastLook(): Promise<LastLook | undefined>;
  looksSoFar(): Promise<LooksSoFar>;
}

export interface LastLook extends LookCounts {
  readonly at: Date;
}

/** `off`: an administrator has switched it off. `impossible`: nobody can read whole groups in Active Directory. */
export type DriftWatch = 'daily' | 'off' | 'impossible';

/** What there is to tell of the differences, and how far it can be trusted. */
export interface DriftReport {
  readonly rows: readonly DriftRow[];
  /** Undefined while nobody has looked. */
  readonly lastLook: LastLook | undefined;
  readonly watch: DriftWatch;
}

export interface LookCounts {
  readonly groups: number;
  /** Groups that could not be compared. */
  readonly unread: number;
  readonly findings: number;
}
