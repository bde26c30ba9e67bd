/** How far each of the service's copies runs behind, in sandbox milliseconds. */
export interface Lags {
  /** At most so long a new group flaps between 200 and 404; the real length differs from group to group. */
  readonly directoryReplica: number;
  /** Entitlement management knows a new group after about so long (three to five quarters of it). */
  readonly entitlementGroup: number;
  /** `roles` of a freshly added catalog resource are empty so long; `resourceRoles` has them at once. */
  readonly resourceRoles: number;
  /** From a request's submission to `delivering`. */
  readonly delivering: number;
  /** From a request's submission to `delivered`. */
  readonly delivered: number;
  /** From `delivered` to the change of the group's members. */
  readonly membership: number;
  /** Queries with `ConsistencyLevel: eventual` miss groups younger than this. */
  readonly eventualIndex: number;
  /** From what Cloud Sync does to its line in the provisioning log. */
  readonly provisioningLog: number;
}

export const defaultLags: Lags = {
  directoryReplica: 8000,
  entitlementGroup: 20_000,
  resourceRoles: 2000,
  delivering: 3000,
  delivered: 12_000,
  membership: 5000,
  eventualIndex: 15_000,
  provisioningLog: 120_000,
};

export const noLags: Lags = {
  directoryReplica: 0,
  entitlementGroup: 0,
  resourceRoles: 0,
  delivering: 0,
  delivered: 0,
  membership: 0,
  eventualIndex: 0,
  provisioningLog: 0,
};

export const faultKinds = [
  '429',
  '429-without-retry-after',
  '503',
  '504-after-write',
  'html-502',
  'reset',
  'slow',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Faults are drawn for every request by a generator that repeats itself for the same seed. */
export interface FaultOptions {
  readonly seed: number;
  /** The share of requests that meet a fault, 0 to 1. */
  readonly rate: number;
  readonly kinds?: readonly FaultKind[];
  /** What a 429 asks for in `Retry-After`, in seconds; 10 when absent, as Graph does. */
  readonly retryAfterSeconds?: number;
  /** How long a slow answer takes, in sandbox milliseconds; 5000 when absent. */
  readonly slowMilliseconds?: number;
}

export interface CloudSyncJob {
  readonly present: boolean;
  readonly status: 'NotConfigured' | 'NotRun' | 'Active' | 'Paused' | 'Quarantine';
  /** All security groups when absent, else those with these ids, or those whose attribute says so. */
  readonly scope?: readonly string[] | { readonly attribute: 'isWritebackEnabled' };
  /** Where the groups go; the OU of Connect when absent. */
  readonly organizationalUnit?: string;
}

/** What an administrator of the tenant has configured. */
export interface TenantSettings {
  readonly onPremisesSyncEnabled: boolean;
  /** ISO 8601; absent until the first cycle has been recorded. */
  readonly onPremisesLastSyncDateTime?: string;
  /** Group writeback v1 (`unifiedGroupWritebackEnabled`) and v2 (`groupWriteBackEnabled`). */
  readonly unifiedGroupWritebackEnabled: boolean;
  readonly groupWriteBackEnabled: boolean;
  /** The distinguished name of the OU that groups are written to; null when none is configured. */
  readonly unifiedGroupContainer: string | null;
  /** ISO 8601 duration. */
  readonly synchronizationInterval: string;
  /** `Governance` includes P2, P2 includes P1. */
  readonly licence: 'none' | 'P1' | 'P2' | 'Governance';
  /** Whether an application may read `/directory/onPremisesSynchronization`. */
  readonly appOnlyOnPremSyncAllowed: boolean;
  readonly cloudSyncJob: CloudSyncJob;
  /** The value in the Group.Unified settings; null when the value is not there. */
  readonly newUnifiedGroupWritebackDefault: boolean | null;
  /** How requests made from now on end. */
  readonly deliveryOutcome: 'delivered' | 'deliveryFailed' | 'partiallyDelivered';
  /** What a new assignment request is answered with: the documentation says 201, 200 was seen as well. */
  readonly assignmentRequestStatus: 200 | 201;
  /** Graph application permissions that the caller was not given, for example `Group.ReadWrite.All`. */
  readonly missingPermissions: readonly string[];
  /** Whether the organisation's app catalog has the app. */
  readonly teamsAppInCatalog: boolean;
  /** Object ids of people whose app permission policy keeps them from having it. */
  readonly appBlockedFor: readonly string[];
  /** The naming policy for Microsoft 365 groups. */
  readonly groupNamePrefix: string;
  readonly blockedWords: readonly string[];
}

export type EffectKind =
  | 'group-created'
  | 'group-updated'
  | 'group-deleted'
  | 'writeback-set'
  | 'member-added'
  | 'member-removed'
  | 'catalog-created'
  | 'resource-added'
  | 'resource-removed'
  | 'access-package-created'
  | 'access-package-deleted'
  | 'role-scope-added'
  | 'role-scope-removed'
  | 'policy-created'
  | 'policy-updated'
  | 'assignment-requested'
  | 'assignment-update-requested'
  | 'assignment-removal-requested'
  | 'request-reprocessed'
  | 'role-assigned'
  | 'role-unassigned'
  | 'app-installed'
  | 'provisioned-on-demand';

/** A write that is done and recorded, but not yet answered. */
export interface GraphEffect {
  readonly method: string;
  readonly path: string;
  readonly kind: EffectKind;
  readonly id: string;
}
