import type { ApprovalPolicy } from '../domain/approval-policy.ts';
import type { DriftStore, DriftWatch } from '../domain/drift-store.ts';
import type { FavouriteStore } from '../domain/favourite.ts';
import type { OnPremisesGroupType } from '../domain/group.ts';
import type { TenantId, UserId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { DurationLimits } from '../domain/plan.ts';
import type {
  ApproverDirectory,
  Clock,
  CloudProvisioning,
  DelegationStore,
  Directory,
  DirectoryDetails,
  EntitlementManagement,
  Locks,
  OnPremDirectory,
  SyncControl,
  SyncTrigger,
} from '../domain/ports.ts';
import type { RequestStore } from '../domain/request-store.ts';
import type { SyncRuns } from '../domain/sync-run.ts';
import type { InTurn } from './in-turn.ts';

/** What an organisation decides about its use of Writeback. */
export interface SetupSettings extends DurationLimits {
  readonly approvers: readonly UserId[];
  readonly administrators: readonly UserId[];
  /** The catalog for packages that the bot makes itself. */
  readonly catalogName: string;
  /** Wanted where the engine honours it and the group has no type yet. */
  readonly preferredGroupType: OnPremisesGroupType;
  readonly canChooseAccessPackage: boolean;
  /** Guests never approve unless this is true. */
  readonly guestsMayApprove?: boolean;
  /** Whether approvers may have a sync run by hand, as administrators may. */
  readonly approversMayStartSync?: boolean;
  /** Daily when not given. */
  readonly driftWatch?: DriftWatch;
  /** From one sync by hand to the next; five minutes when not given. */
  readonly syncMinimumIntervalMs?: number;
  /** What one person may have open at once; no limit when not given. */
  readonly maximumOpenRequests?: number | undefined;
}

export interface SetupDeps {
  readonly directory: Directory;
  /** Absent where nothing more is known of groups; a diagnosis does without it. */
  readonly details?: DirectoryDetails | undefined;
  readonly entitlement: EntitlementManagement;
  readonly onPrem: OnPremDirectory;
  readonly sync: SyncControl;
  /** Absent where no cycle of Connect can be started from here. */
  readonly syncTrigger?: SyncTrigger | undefined;
  /** Absent where nobody can have a sync run by hand. */
  readonly syncRuns?: SyncRuns | undefined;
  /** Absent where no Cloud Sync can be asked. */
  readonly provisioning?: CloudProvisioning | undefined;
  readonly requests: RequestStore;
  readonly locks: Locks;
  readonly inTurn: InTurn;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: SetupSettings;
  readonly policy: ApprovalPolicy;
  readonly approverDirectory: ApproverDirectory;
  readonly delegations: DelegationStore;
  readonly favourites: FavouriteStore;
  /** Absent where no drift is known. */
  readonly drift?: Pick<DriftStore, 'list' | 'lastLook'> | undefined;
  /** IANA name as this person's Teams told it; undefined while they have not used the bot. */
  readonly timeZoneOf: (tenantId: TenantId, userId: UserId) => Promise<string | undefined>;
  /** Five random bytes for a request id. */
  readonly random: () => Uint8Array;
}
