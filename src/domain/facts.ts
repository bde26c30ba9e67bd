import type { CauseCode, Certainty, Evidence, EvidenceName, Source, Unanswered } from './cause.ts';
import type { AssignmentRequest } from './entitlement.ts';
import type { Group, WritebackTenant } from './group.ts';
import type { MembershipVerdict, SyncStatus } from './membership.ts';
import type { DirectoryUser } from './person.ts';
import type { ProvisioningEvent, ProvisioningJob } from './provisioning.ts';
import type { Request } from './request.ts';

/** An answer, and when it was given. */
export interface Seen<T> {
  readonly value: T;
  readonly at: Date;
}

/** Everything that was found out about one request. What is absent was not asked; what did not answer is `unanswered`. */
export interface Facts {
  readonly now: Date;
  readonly request: Request;
  readonly user?: Seen<DirectoryUser | undefined> | undefined;
  readonly group?: Seen<Group | undefined> | undefined;
  readonly tenant?: Seen<WritebackTenant> | undefined;
  /** The tenant's setting NewUnifiedGroupWritebackDefault; undefined inside where nobody has set it. */
  readonly writebackDefault?: Seen<boolean | undefined> | undefined;
  readonly memberCount?: Seen<number> | undefined;
  readonly isMember?: Seen<boolean> | undefined;
  readonly assignment?: Seen<AssignmentRequest> | undefined;
  readonly isAssigned?: Seen<boolean> | undefined;
  readonly sync?: Seen<SyncStatus | undefined> | undefined;
  readonly job?: Seen<ProvisioningJob | undefined> | undefined;
  readonly events?: Seen<readonly ProvisioningEvent[]> | undefined;
  readonly verdict?: Seen<MembershipVerdict> | undefined;
  readonly unanswered: readonly Unanswered[];
}

/** What a rule concludes; owner, fix and link follow from the code. */
export interface Hint {
  readonly code: CauseCode;
  readonly certainty: Certainty;
  readonly evidence: readonly [Evidence, ...(readonly Evidence[])];
}

export type Rule = (facts: Facts) => readonly Hint[];

/** Names that the sources themselves have. */
type SourceName =
  | `${'writebackConfiguration' | 'lastExecution' | 'status'}.${string}`
  | `onPremises${string}`
  | `${'groups' | 'users'}/${string}`
  | 'members/$count'
  | 'userType'
  | 'accountEnabled'
  | 'groupTypes'
  | 'isAssignableToRole'
  | 'NewUnifiedGroupWritebackDefault'
  | 'StagingModeEnabled'
  | 'SchedulerSuspended'
  | 'SyncCycleEnabled'
  | 'SyncCycleInProgress'
  | 'errorCode'
  | 'id';

/** A property and the value it was seen with. */
export type Property = readonly [what: EvidenceName | SourceName, seen: Value];
type Value = string | number | boolean | Date | undefined | null | readonly string[];

/** Evidence from one source at one moment. */
export function evidence(
  source: Source,
  at: Date,
  [first, ...rest]: readonly [Property, ...(readonly Property[])],
): Hint['evidence'] {
  return [
    toEvidence(source, at, first),
    ...rest.map((property) => toEvidence(source, at, property)),
  ];
}

function toEvidence(source: Source, at: Date, [what, seen]: Property): Evidence {
  return { source, what, seen: toText(seen), at };
}

function toText(value: Value): string {
  if (value === undefined) {
    return 'absent';
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}
