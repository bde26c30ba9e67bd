import type { JsonObject } from './json.ts';

/** What is kept; times are sandbox milliseconds since 1970. */
export interface UserProperties extends JsonObject {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly userType: string;
  readonly onPremisesSecurityIdentifier: string | null;
}

export interface UserRow {
  readonly id: string;
  readonly managerId?: string;
  readonly properties: UserProperties;
}

export interface WritebackConfiguration {
  readonly isEnabled: boolean | null;
  readonly onPremisesGroupType: string | null;
}

export interface GroupProperties extends JsonObject {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mail: string | null;
  readonly mailNickname: string;
  readonly mailEnabled: boolean;
  readonly securityEnabled: boolean;
  readonly groupTypes: readonly string[];
  readonly uniqueName: string | null;
  readonly isAssignableToRole: boolean | null;
  readonly onPremisesSyncEnabled: boolean | null;
}

export interface GroupRow {
  readonly id: string;
  readonly createdAt: number;
  readonly deletedAt?: number;
  readonly properties: GroupProperties;
  readonly writeback: WritebackConfiguration;
  readonly ownerIds: readonly string[];
}

/** The user is a member from `from` until `until`; one row for each pair. */
export interface MembershipRow {
  readonly id: string;
  readonly groupId: string;
  readonly userId: string;
  readonly from: number;
  readonly until?: number;
}

export interface CatalogRow {
  readonly id: string;
  readonly createdAt: number;
  readonly displayName: string;
  readonly description: string;
  readonly catalogType: 'userManaged' | 'serviceDefault';
  readonly state: 'published' | 'unpublished';
  readonly isExternallyVisible: boolean;
}

export interface ResourceRow {
  readonly id: string;
  readonly createdAt: number;
  readonly catalogId: string;
  readonly groupId: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly memberRoleId: string;
  readonly ownerRoleId: string;
  readonly scopeId: string;
}

export interface ResourceRequestRow {
  readonly id: string;
  readonly createdAt: number;
  readonly requestType: string;
  readonly catalogId: string;
  readonly resourceId: string;
}

export interface PackageRow {
  readonly id: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly catalogId: string;
  readonly displayName: string;
  readonly description: string;
  readonly isHidden: boolean;
}

/** `id` is the package's id, a slash, and the id that Graph shows. */
export interface RoleScopeRow {
  readonly id: string;
  readonly createdAt: number;
  readonly packageId: string;
  readonly resourceId: string;
  readonly role: 'Member' | 'Owner';
}

export interface PolicyRow {
  readonly id: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly packageId: string;
  readonly displayName: string;
  readonly description: string;
  readonly allowedTargetScope: string;
  readonly needsApproval: boolean;
  /** The other properties as they were sent. */
  readonly rest: JsonObject;
}

export type Outcome = 'delivered' | 'deliveryFailed' | 'partiallyDelivered' | 'pendingApproval';

export interface RequestRow {
  readonly id: string;
  readonly createdAt: number;
  /** When the work on it begins: at its creation, its start date, or when it was last reprocessed. */
  readonly beginsAt: number;
  readonly requestType: 'adminAdd' | 'adminRemove' | 'adminUpdate';
  readonly justification: string | null;
  readonly packageId: string;
  readonly targetId: string;
  readonly assignmentId: string;
  readonly schedule: JsonObject;
  readonly outcome: Outcome;
}

export interface AssignmentRow {
  readonly id: string;
  /** The request that made it, whose progress is also the assignment's. */
  readonly requestId: string;
  readonly packageId: string;
  readonly policyId: string;
  readonly targetId: string;
  readonly schedule: JsonObject;
  /** When it ends or has ended: removal or expiry. */
  readonly endsAt?: number;
}

export interface RoleAssignmentRow {
  readonly id: string;
  readonly principalId: string;
  readonly roleDefinitionId: string;
  readonly appScopeId: string;
}
