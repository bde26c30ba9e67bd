import type { Delegation } from './delegation.ts';
import type { CloudMember, OnPremGroup } from './drift-sides.ts';
import type {
  AccessPackage,
  AssignmentRequest,
  AssignmentWish,
  Catalog,
  CatalogResource,
} from './entitlement.ts';
import type { Group, NewGroupKind, OnPremisesGroupType, WritebackTenant } from './group.ts';
import type {
  AccessPackageId,
  AssignmentRequestId,
  CatalogId,
  GroupId,
  PolicyId,
  TenantId,
  UserId,
} from './ids.ts';
import type { MembershipPair, MembershipVerdict, SyncStatus } from './membership.ts';
import type { NewNotice, Notice } from './notice.ts';
import type { DirectoryUser, Person } from './person.ts';
import type { OnDemandProvisioning, ProvisioningEvent, ProvisioningJob } from './provisioning.ts';

/** Time as the product knows it; the sandbox runs it faster. */
export interface Clock {
  now(): Date;
  /** Resolves after so many milliseconds of this clock; rejects with AbortError when aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/**
 * Users and groups in Microsoft Entra. Every method throws the `graph-…` Problems; what a method
 * adds to them is said there. A 404 of an object that was just made is `not-visible-yet`.
 */
export interface Directory {
  findUser(id: UserId): Promise<DirectoryUser | undefined>;
  /** Object id, exact user principal name, or a mail address that nobody else has, as somebody typed it. */
  findUserByName(text: string): Promise<DirectoryUser | undefined>;
  /** Groups whose display name begins with the text, at most `limit`, in the order Graph gives; without `writeback`, which only `findGroup` reads. */
  searchGroups(text: string, limit: number): Promise<readonly Group[]>;
  /**
   * Groups with words in their name that begin with those of the text, in any order, as `searchGroups`; the newest may
   * be missing. None where the directory does not offer that or does not answer: it only adds to `searchGroups`.
   */
  searchGroupsByWords(text: string, limit: number): Promise<readonly Group[]>;
  /** Reads the beta representation, because writebackConfiguration exists there alone. */
  findGroup(id: GroupId): Promise<Group | undefined>;
  /** Those of the ids that are groups, in no particular order; without `writeback`, as `searchGroups`. */
  findGroups(ids: readonly GroupId[]): Promise<readonly Group[]>;
  /** The one group with this mail address; without `writeback`, as `searchGroups`. */
  findGroupByMail(mail: string): Promise<Group | undefined>;
  findGroupByUniqueName(uniqueName: string): Promise<Group | undefined>;
  /** Microsoft 365 groups must not share a mail nickname. */
  findGroupByMailNickname(mailNickname: string): Promise<Group | undefined>;
  /**
   * Creates a group once per unique name (PATCH with `Prefer: create-if-missing`); the
   * second call changes nothing, so it may be repeated blindly. Throws `group-name-taken`, `group-name-not-allowed`.
   * https://learn.microsoft.com/graph/api/group-upsert
   */
  createGroupOnce(wish: NewGroup): Promise<void>;
  /** PATCH /beta/groups/{id}: explicit true, type never null. Throws `writeback-refused`. */
  enableWriteback(id: GroupId, type: OnPremisesGroupType): Promise<void>;
  /** POST /users/{id}/checkMemberGroups: direct or nested member. */
  isMember(userId: UserId, groupId: GroupId): Promise<boolean>;
  /** Which engines the tenant has and where groups go. May be cached for some minutes. */
  getWritebackTenant(): Promise<WritebackTenant>;
}

export interface NewGroup {
  readonly uniqueName: string;
  readonly displayName: string;
  readonly mailNickname: string;
  readonly description: string;
  /** A Microsoft 365 group when absent. */
  readonly kind?: NewGroupKind | undefined;
  /** A Microsoft 365 group requires that a user be its owner. */
  readonly ownerId: UserId;
}

/**
 * Entra entitlement management (v1.0, identityGovernance/entitlementManagement). Throws the `graph-…`
 * Problems, `licence-missing`, and `not-visible-yet` for objects this backend has not seen so far.
 */
export interface EntitlementManagement {
  findCatalog(displayName: string): Promise<Catalog | undefined>;
  createCatalog(displayName: string, description: string): Promise<Catalog>;
  findResource(catalogId: CatalogId, groupId: GroupId): Promise<CatalogResource | undefined>;
  /** resourceRequests adminAdd. "Already onboarded" is success. Throws `not-visible-yet`, `not-resource-owner`. */
  addResource(catalogId: CatalogId, groupId: GroupId): Promise<void>;
  findAccessPackage(id: AccessPackageId): Promise<AccessPackage | undefined>;
  findAccessPackageByName(
    catalogId: CatalogId,
    displayName: string,
  ): Promise<AccessPackage | undefined>;
  /** Packages whose display name begins with the text, at most `limit`; for the form's typeahead. */
  searchAccessPackages(text: string, limit: number): Promise<readonly AccessPackage[]>;
  createAccessPackage(wish: {
    readonly catalogId: CatalogId;
    readonly displayName: string;
    readonly description: string;
  }): Promise<AccessPackageId>;
  /** Adds the group's Member role to the package; the same call again changes nothing. */
  addMemberRole(accessPackageId: AccessPackageId, resource: CatalogResource): Promise<void>;
  /** A policy without approval and without self-service, for direct assignment by the bot. */
  createDirectAssignmentPolicy(
    accessPackageId: AccessPackageId,
    displayName: string,
  ): Promise<PolicyId>;
  /** The newest request of ours for this user and package that is not finished badly, else undefined. */
  findAssignmentRequest(
    userId: UserId,
    accessPackageId: AccessPackageId,
  ): Promise<AssignmentRequest | undefined>;
  getAssignmentRequest(id: AssignmentRequestId): Promise<AssignmentRequest>;
  /** Whether a delivered assignment of the package exists for the user. */
  isAssigned(userId: UserId, accessPackageId: AccessPackageId): Promise<boolean>;
  /** assignmentRequests adminAdd. Never repeated blindly: look with `findAssignmentRequest` first. */
  requestAssignment(wish: AssignmentWish): Promise<AssignmentRequest>;
}

/** Active Directory, read-only. Throws `directory-unreachable`, `directory-refused-credentials`, `directory-not-secure`. */
export interface OnPremDirectory {
  /** One verdict per pair, in order; at most three queries per hundred pairs, whatever the size of the groups. */
  check(pairs: readonly MembershipPair[]): Promise<readonly MembershipVerdict[]>;
}

/** Everything Active Directory holds of written-back groups, read-only and not cheap. Throws what `OnPremDirectory` throws. */
export interface OnPremInventory {
  /** One description per group, in order, with all members however many; the groups are read one after another. */
  describeGroups(groupIds: readonly GroupId[]): Promise<readonly OnPremGroup[]>;
}

/** What explains why a group is not written. Throws the `graph-…` Problems. */
export interface DirectoryDetails {
  /** Direct members, some minutes behind. https://learn.microsoft.com/graph/api/group-list-members */
  countMembers(id: GroupId): Promise<number>;
  /**
   * The tenant's setting NewUnifiedGroupWritebackDefault; undefined where nobody has set it.
   * https://learn.microsoft.com/graph/api/group-list-settings
   */
  findWritebackDefault(): Promise<boolean | undefined>;
}

/** Who is in a group and who owns it, in Microsoft Entra. Throws the `graph-…` Problems. */
export interface CloudInventory {
  /** Direct members, all of them; undefined when there is no such group. https://learn.microsoft.com/graph/api/group-list-members */
  listMembers(id: GroupId): Promise<readonly CloudMember[] | undefined>;
  /** Users who own the group; none when there is no such group. https://learn.microsoft.com/graph/api/group-list-owners */
  listOwners(id: GroupId): Promise<readonly Person[]>;
}

/** The sync engine's schedule. Throws `sync-unreachable`. */
export interface SyncControl {
  /** Undefined where nothing can tell. */
  status(): Promise<SyncStatus | undefined>;
}

/** What came of asking for a sync cycle. */
export type SyncStart =
  | { readonly kind: 'started' }
  /** A cycle runs; what is new since it began waits for the next one. */
  | { readonly kind: 'already-running' }
  | {
      readonly kind: 'refused';
      /** `busy`: another operation holds the engine; `too-soon`: the last start was a moment ago; `denied`: no right to. */
      readonly why: 'busy' | 'suspended' | 'staging' | 'disabled' | 'denied' | 'too-soon';
      readonly retryAfterMs?: number | undefined;
    };

/** Starts a delta cycle of Entra Connect. Throws `sync-unreachable`. */
export interface SyncTrigger {
  /** `askedBy` goes into the audit trail where there is one; the program itself when not given. */
  startDelta(askedBy?: UserId | 'writeback'): Promise<SyncStart>;
}

/**
 * Entra Cloud Sync, which writes security groups to Active Directory. Every method throws the `graph-…` Problems;
 * calls are slowed down to the limits that Graph sets for the whole tenant, by the clock.
 */
export interface CloudProvisioning {
  /** The job that writes groups, with its scope; undefined when there is none. May be cached for a minute. */
  findJob(): Promise<ProvisioningJob | undefined>;
  /**
   * Writes the group and these of its members at once instead of at the next run: one answer per user, in order.
   * Five members a call, five calls in ten seconds. Repeating does no harm.
   * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
   */
  provisionOnDemand(groupId: GroupId, userIds: readonly UserId[]): Promise<OnDemandProvisioning>;
  /**
   * What the job did with groups since then, oldest first. Lines appear minutes late, so absence proves nothing.
   * All askers share one poller, at most one look in ten seconds of the clock; none when there is no job.
   * https://learn.microsoft.com/graph/api/provisioningobjectsummary-list
   */
  listEvents(since: Date): Promise<readonly ProvisioningEvent[]>;
}

/** Who could decide, read live from Microsoft Graph. Throws the `graph-…` Problems. */
export interface ApproverDirectory {
  /** GET /users/{id}/manager; undefined when there is none. https://learn.microsoft.com/graph/api/user-list-manager */
  findManager(id: UserId): Promise<DirectoryUser | undefined>;
  /** Users in the group, nested ones too, at most `limit`; undefined when the group does not exist. https://learn.microsoft.com/graph/api/group-list-transitivemembers */
  listGroupUsers(
    id: GroupId,
    limit: number,
  ): Promise<{ readonly groupName: string; readonly users: readonly DirectoryUser[] } | undefined>;
  /**
   * Users who hold this entitlement-management role on the catalog, also through a group, from
   * roleManagement/entitlementManagement/roleAssignments. https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments
   */
  listCatalogRoleHolders(
    catalogId: CatalogId,
    role: 'catalog-owner' | 'access-package-manager',
  ): Promise<readonly DirectoryUser[]>;
}

/** Work that must not run twice at once anywhere: looking for a thing and creating it when it is missing. */
export interface Locks {
  /** Runs the work while no other holder of the same name does, in this process or another. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Who is told what, of those that were replaced or removed, as they were. */
export type DelegationNews = (before: readonly Delegation[]) => readonly NewNotice[];

export interface DelegationChange {
  /** What was replaced or removed, as it was, in its order. */
  readonly before: readonly Delegation[];
  /** On record, to be sent; by anybody where that has not happened after `noticeGraceMs`. */
  readonly notices: readonly Notice[];
}

/** Who decides for whom. An approver has one deputy at a time, and can have several one after the other. */
export interface DelegationStore {
  /**
   * Stores it in place of those of the approver that it overlaps, of which the time beside it stays (`partsBeside`), and
   * puts on record who is to be told of it, all at once.
   */
  save(delegation: Delegation, newsOf?: DelegationNews): Promise<DelegationChange>;
  /** Removes the approver's delegations, and puts on record who is to be told of it. */
  remove(
    approver: Pick<Delegation, 'tenantId' | 'approver'>,
    newsOf?: DelegationNews,
  ): Promise<DelegationChange>;
  /** Those this person gave or received, also those that are over. */
  listFor(tenantId: TenantId, userId: UserId): Promise<readonly Delegation[]>;
  /** Delegations of these approvers whose period includes the moment. */
  listActive(
    tenantId: TenantId,
    approverIds: readonly UserId[],
    now: Date,
  ): Promise<readonly Delegation[]>;
  /** Begun, not over, and not yet marked as told to the open requests. */
  listBegun(now: Date, limit: number): Promise<readonly Delegation[]>;
  /** Marks it, if it is still the same. */
  markTold(delegation: Delegation): Promise<void>;
}

/** Where a person's 1:1 chat with the bot is. Kept from every activity of that person. */
export interface ConversationReference {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  /** The channel's own id of the person (MRI), needed for user-specific views. */
  readonly channelUserId: string;
  readonly displayName: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly botChannelId: string;
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
}

export interface ConversationStore {
  /** Keeps the newest reference per person, who has the app again if they had removed it. */
  remember(reference: ConversationReference): Promise<void>;
  find(tenantId: TenantId, userId: UserId): Promise<ConversationReference | undefined>;
  /** Nothing may be sent there any more. */
  forget(tenantId: TenantId, userId: UserId): Promise<void>;
  /** They have removed the app: forgets where they were, and that stays on record until they are heard of again. */
  noteRemoval(tenantId: TenantId, userId: UserId, at: Date): Promise<void>;
  hasRemovedApp(tenantId: TenantId, userId: UserId): Promise<boolean>;
  /**
   * True for one caller per person until that is settled, so that the welcome is said once. True again three minutes
   * later where nothing was settled, because the process has ended; all tries of one caller take less.
   */
  claimWelcome(tenantId: TenantId, userId: UserId): Promise<boolean>;
  /** Whether the welcome was said; `unsaid`, it may be claimed again at once. */
  settleWelcome(
    person: { readonly tenantId: TenantId; readonly userId: UserId },
    outcome: 'said' | 'unsaid',
  ): Promise<void>;
}
