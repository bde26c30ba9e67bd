import type { CatalogRole } from './approval-policy.ts';
import type { CatalogOption } from './catalog-authority.ts';
import type { AccessPackage, Catalog, CatalogRoleAssignment } from './entitlement.ts';
import type { DirectoryUser } from './person.ts';

/** A role that is delegated here; other roles on a catalog are left alone. */
export type Managing = CatalogRoleAssignment & { readonly role: CatalogRole };

export interface CatalogSummary {
  readonly catalog: Catalog;
  /** Groups, applications and sites. */
  readonly resources: number;
  readonly packages: number;
  readonly roles: readonly Managing[];
}

export interface CatalogList {
  readonly entries: readonly CatalogSummary[];
  /** So many more there are. */
  readonly hidden: number;
  readonly mayCreate: boolean;
}

export interface CatalogGroup {
  readonly id: string;
  readonly displayName: string;
  /** `unknown`: not looked at, or it did not answer; `undecided`: nobody has switched it on or off. */
  readonly writeback: 'on' | 'off' | 'undecided' | 'unknown';
}

/** A catalog as somebody who may see it sees it. */
export interface CatalogView {
  readonly catalog: Catalog;
  readonly groups: readonly CatalogGroup[];
  /** Applications and sites. */
  readonly otherResources: number;
  readonly packages: readonly Pick<AccessPackage, 'id' | 'displayName'>[];
  readonly roles: readonly Managing[];
  readonly options: readonly CatalogOption[];
}

export interface DelegationPreview {
  readonly catalog: Catalog;
  readonly role: CatalogRole;
  readonly person: DirectoryUser;
  /** They have it already. */
  readonly isHeld: boolean;
}

export interface TakeBackPreview {
  readonly catalog: Catalog;
  readonly assignment: Managing;
  readonly isLastOwner: boolean;
}
