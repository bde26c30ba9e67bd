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
  RequestId,
  TenantId,
  UserId,
} from './ids.ts';
import type { MembershipPair, MembershipVerdict, SyncStatus } from './membership.ts';
import type { DirectoryUser, Person } from './person.ts';
import type { OnDemandProvisioning, ProvisioningEvent, ProvisioningJob } from './provisioning.ts';
import type { Request, RequestState } from './request.ts';

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

/** Requests, in PostgreSQL. Every change is a compare-and-swap and commits together with the work that follows. */
export interface RequestStore {
  /**
   * Stores a new request. The same `formId` again resolves to the request stored the first time.
   * Throws `open-request-exists` when an open request for the same group and beneficiary exists.
   */
  create(request: Request, formId: string): Promise<Request>;
  find(tenantId: TenantId, id: RequestId): Promise<Request | undefined>;
  /** For work that was enqueued by this store itself. */
  get(id: RequestId): Promise<Request>;
  /** The request that this form made, if it was sent before. */
  findByForm(tenantId: TenantId, formId: string): Promise<Request | undefined>;
  /** Newest first: those this user made or benefits from; of their own lists only the lines for themselves. */
  listFor(tenantId: TenantId, userId: UserId, limit: number): Promise<readonly Request[]>;
  /** How much of what this user made is open: each request, and each list once, also while it is being sent. */
  countOpen(tenantId: TenantId, requesterId: UserId): Promise<number>;
  /** In the order of their ids, beginning after `after`, so that a sweep can page through all of them. */
  listIn(
    states: readonly RequestState[],
    limit: number,
    after?: RequestId,
  ): Promise<readonly Request[]>;
  /** Those whose `nextDueAt` has come, the longest overdue first. */
  listDue(now: Date, limit: number): Promise<readonly Request[]>;
  /**
   * Lists it as due at another moment, and changes nothing that anybody sees: no new version, no line in the audit
   * trail, no cards. False when the request has changed since it was read; each change sets the moment anew.
   */
  postpone(current: Request, dueAt: Date | undefined): Promise<boolean>;
  /** Requests that wait for approval and have asked this person, in the order of their ids. */
  listAsking(
    tenantId: TenantId,
    approverId: UserId,
    page: { readonly limit: number; readonly after?: RequestId | undefined },
  ): Promise<readonly Request[]>;
  /** Access that was taken first and nobody has reviewed, the oldest first; of one approver, or of everybody. */
  listToReview(
    tenantId: TenantId,
    approverId: UserId | undefined,
    limit: number,
  ): Promise<readonly Request[]>;
  /** Access that this person took first and nobody has reviewed; the oldest. */
  findUnreviewedOf(tenantId: TenantId, requesterId: UserId): Promise<Request | undefined>;
  /**
   * Stores `next` if nobody changed the request since `current` was read, and resolves to it with the
   * version counted up; resolves to undefined when somebody was faster. `actor` goes into the audit trail.
   */
  advance(
    current: Request,
    next: Request,
    actor: UserId | 'writeback',
  ): Promise<Request | undefined>;
}

/** Who decides for whom. An approver has one deputy at a time, and can have several one after the other. */
export interface DelegationStore {
  /**
   * Stores it in place of those of the approver that it overlaps, of which the time beside it stays (`partsBeside`), all
   * at once. Resolves to those as they were, in their order.
   */
  save(delegation: Delegation): Promise<readonly Delegation[]>;
  /** Removes the approver's delegations; resolves to them in their order. */
  remove(approver: Pick<Delegation, 'tenantId' | 'approver'>): Promise<readonly Delegation[]>;
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
  /** True the first time per person, so that the welcome is said once. */
  claimWelcome(tenantId: TenantId, userId: UserId): Promise<boolean>;
}
