import type { GroupId } from './ids.ts';
import type { OnPremAnchors } from './person.ts';

export interface MembershipPair {
  readonly groupId: GroupId;
  readonly user: OnPremAnchors;
}

interface Seen {
  /** Host name of the domain controller that answered. */
  readonly server: string;
  readonly checkedAt: Date;
}

/** What Active Directory says of one (group, user) pair. Absence and ambiguity are answers, not errors. */
export type MembershipVerdict =
  | (Seen & {
      readonly state: 'member';
      readonly groupDn: string;
      readonly userDn: string;
      /** Which attribute proved it: `member` of the group, `memberOf` of the user, or both. */
      readonly attribute: 'member' | 'memberOf' | 'member and memberOf';
      /** AD's groupType: 8 universal distribution, -2147483640 universal security. */
      readonly groupType: number;
    })
  | (Seen & { readonly state: 'not-member'; readonly groupDn: string; readonly userDn: string })
  | (Seen & {
      readonly state: 'group-missing' | 'user-missing' | 'group-ambiguous' | 'user-ambiguous';
    })
  | { readonly state: 'not-verifiable' };

/** What `Get-ADSyncScheduler` tells, as far as it is known. */
export interface SyncStatus {
  readonly enabled: boolean;
  /** A staging server imports and never exports. */
  readonly staging: boolean;
  /** An open configuration wizard suspends the scheduler. */
  readonly suspended: boolean;
  readonly inProgress: boolean;
  readonly intervalMs: number;
  readonly currentCycleStartedAt?: Date | undefined;
  readonly lastCycle?: SyncCycle | undefined;
  readonly nextStartAt?: Date | undefined;
}

export interface SyncCycle {
  /** Undefined where only the end of a cycle is known (Graph's onPremisesLastSyncDateTime). */
  readonly startedAt?: Date | undefined;
  readonly finishedAt: Date;
}
