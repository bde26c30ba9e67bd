import type { CatalogRole } from './approval-policy.ts';
import type {
  AccessPackageId,
  AssignmentRequestId,
  CatalogId,
  GroupId,
  PolicyId,
  RoleAssignmentId,
  UserId,
} from './ids.ts';

/** https://learn.microsoft.com/graph/api/resources/accesspackagecatalog */
export interface Catalog {
  readonly id: CatalogId;
  readonly displayName: string;
  readonly isPublished: boolean;
}

/** A group inside a catalog, with the ids that a resource role scope needs. https://learn.microsoft.com/graph/api/resources/accesspackageresource */
export interface CatalogResource {
  readonly id: string;
  readonly groupId: GroupId;
  /** Undefined while entitlement management has not read the roles of a new resource. */
  readonly memberRoleId?: string | undefined;
  readonly rootScopeId?: string | undefined;
}

/** https://learn.microsoft.com/graph/api/resources/accesspackage */
export interface AccessPackage {
  readonly id: AccessPackageId;
  readonly displayName: string;
  readonly catalog: Catalog;
  /** Groups whose Member role the package gives. */
  readonly memberOf: readonly GroupId[];
  /** How much it gives besides: other roles, applications, sites, and what Graph did not say. */
  readonly otherRoles: number;
  readonly policies: readonly AssignmentPolicy[];
}

/** The one group whose membership is all that the package gives; undefined where it gives more, or nothing yet. */
export function onlyGroupOf({ memberOf, otherRoles }: AccessPackage): GroupId | undefined {
  const [only, ...more] = memberOf;
  return more.length === 0 && otherRoles === 0 ? only : undefined;
}

export function isEmpty({ memberOf, otherRoles }: AccessPackage): boolean {
  return memberOf.length === 0 && otherRoles === 0;
}

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy */
export interface AssignmentPolicy {
  readonly id: PolicyId;
  readonly displayName: string;
  readonly isApprovalRequired: boolean;
  readonly hasRequiredQuestions: boolean;
}

export type AssignmentRequestState =
  | 'submitted'
  | 'pendingApproval'
  | 'delivering'
  | 'delivered'
  | 'deliveryFailed'
  | 'denied'
  | 'scheduled'
  | 'canceled'
  | 'partiallyDelivered';

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequest */
export interface AssignmentRequest {
  readonly id: AssignmentRequestId;
  readonly state: AssignmentRequestState;
  /** Free text of the service. */
  readonly status?: string | undefined;
  readonly completedAt?: Date | undefined;
}

export interface AssignmentWish {
  readonly userId: UserId;
  readonly accessPackageId: AccessPackageId;
  readonly policyId: PolicyId;
  /** Ties the assignment request to ours, so that it can be found again after a lost answer. */
  readonly justification: string;
  readonly startsAt: Date;
  /** Undefined: no expiration. */
  readonly endsAt?: Date | undefined;
}

/** Anything that a catalog can give, groups and others. https://learn.microsoft.com/graph/api/resources/accesspackageresource */
export interface CatalogEntry {
  readonly id: string;
  readonly displayName: string;
  readonly kind: 'group' | 'application' | 'site' | 'other';
  /** The id where it comes from: of a group or an application the object id, of a site its URL. */
  readonly originId: string;
}

/** What can be delegated on one catalog. https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate */
export type DelegatedRole = CatalogRole | 'access-package-assignment-manager' | 'catalog-reader';

/** Somebody holds a role on a catalog. https://learn.microsoft.com/graph/api/resources/unifiedroleassignment */
export interface CatalogRoleAssignment {
  readonly id: RoleAssignmentId;
  readonly role: DelegatedRole;
  readonly holder: {
    /** `other`: an application, or what is gone. */
    readonly kind: 'user' | 'group' | 'other';
    readonly id: string;
    /** The id where nothing else is known. */
    readonly displayName: string;
  };
}
