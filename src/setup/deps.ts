import type { OnPremisesGroupType } from '../domain/group.ts';
import type { UserId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type {
  Clock,
  Directory,
  EntitlementManagement,
  Locks,
  OnPremDirectory,
  RequestStore,
  SyncControl,
} from '../domain/ports.ts';

/** What an organisation decides about its use of Writeback. */
export interface SetupSettings {
  readonly approvers: readonly UserId[];
  readonly administrators: readonly UserId[];
  /** The catalog for packages that the bot makes itself. */
  readonly catalogName: string;
  /** Wanted where the engine honours it and the group has no type yet. */
  readonly preferredGroupType: OnPremisesGroupType;
  readonly canChooseAccessPackage: boolean;
  readonly maximumDays: number;
}

export interface SetupDeps {
  readonly directory: Directory;
  readonly entitlement: EntitlementManagement;
  readonly onPrem: OnPremDirectory;
  readonly sync: SyncControl;
  readonly requests: RequestStore;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: SetupSettings;
  /** Five random bytes for a request id. */
  readonly random: () => Uint8Array;
}
