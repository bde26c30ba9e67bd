import type {
  AccessPackage,
  Catalog,
  CatalogEntry,
  CatalogRoleAssignment,
  DelegatedRole,
} from './entitlement.ts';
import type { CatalogId, RoleAssignmentId, UserId } from './ids.ts';
import type { EntitlementManagement } from './ports.ts';

/** Catalogs and who may manage them, for delegation. Throws the `graph-…` Problems and `licence-missing`. */
export interface CatalogManagement
  extends Pick<EntitlementManagement, 'findCatalog' | 'createCatalog'> {
  /** In the order Graph gives, at most `limit`. https://learn.microsoft.com/graph/api/entitlementmanagement-list-catalogs */
  listCatalogs(limit: number): Promise<readonly Catalog[]>;
  /** https://learn.microsoft.com/graph/api/accesspackagecatalog-get */
  findCatalogById(id: CatalogId): Promise<Catalog | undefined>;
  /** All packages of the catalog, in the order Graph gives. https://learn.microsoft.com/graph/api/entitlementmanagement-list-accesspackages */
  listAccessPackages(id: CatalogId): Promise<readonly Pick<AccessPackage, 'id' | 'displayName'>[]>;
  /** Undefined when there is no such catalog. https://learn.microsoft.com/graph/api/accesspackagecatalog-list-resources */
  listCatalogResources(id: CatalogId): Promise<readonly CatalogEntry[] | undefined>;
  /** Roles on this one catalog, not those for all; none when there is no such catalog. https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments */
  listRoleAssignments(catalogId: CatalogId): Promise<readonly CatalogRoleAssignment[]>;
  /**
   * The same call again changes nothing and resolves to the same id, also when several run at once. Throws `user-not-found`.
   * https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignments
   */
  assignRole(catalogId: CatalogId, role: DelegatedRole, userId: UserId): Promise<RoleAssignmentId>;
  /** Takes the role away; one that is gone already is success. https://learn.microsoft.com/graph/api/unifiedroleassignment-delete */
  removeRole(id: RoleAssignmentId): Promise<void>;
}
