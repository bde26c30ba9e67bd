/**
 * What this adapter asks of Microsoft Graph, each with the least application permission that allows it
 * (https://learn.microsoft.com/graph/permissions-reference).
 */
export const leastPermissions = {
  'find-user': 'User.Read.All',
  'find-user-by-name': 'User.Read.All',
  'find-users': 'User.Read.All',
  'find-manager': 'User.Read.All',
  'search-groups': 'Group.Read.All',
  'find-group': 'Group.Read.All',
  'find-groups': 'Group.Read.All',
  'find-group-by-unique-name': 'Group.Read.All',
  'find-group-by-mail': 'Group.Read.All',
  'find-group-by-mail-nickname': 'Group.Read.All',
  'create-group': 'Group.ReadWrite.All',
  'enable-writeback': 'Group.ReadWrite.All',
  'is-member': 'GroupMember.Read.All',
  'list-group-members': 'GroupMember.Read.All',
  'count-group-members': 'GroupMember.Read.All',
  'read-group-settings': 'GroupSettings.Read.All',
  'list-group-owners': 'GroupMember.Read.All',
  'find-group-names': 'Group.Read.All',
  'list-group-users': 'GroupMember.Read.All',
  'read-organization': 'Organization.Read.All',
  'read-directory-synchronization': 'OnPremDirectorySynchronization.Read.All',
  'find-cloud-sync': 'Application.Read.All',
  'list-cloud-sync-jobs': 'Synchronization.Read.All',
  'read-cloud-sync-schema': 'Synchronization.Read.All',
  'provision-on-demand': 'Synchronization.ReadWrite.All',
  'list-provisioning-events': 'ProvisioningLog.Read.All',
  'list-catalogs': 'EntitlementManagement.Read.All',
  'find-catalog': 'EntitlementManagement.Read.All',
  'find-catalog-by-id': 'EntitlementManagement.Read.All',
  'list-access-packages': 'EntitlementManagement.Read.All',
  'create-catalog': 'EntitlementManagement.ReadWrite.All',
  'find-resource': 'EntitlementManagement.Read.All',
  'list-catalog-resources': 'EntitlementManagement.Read.All',
  'find-resource-role': 'EntitlementManagement.Read.All',
  'add-resource': 'EntitlementManagement.ReadWrite.All',
  'find-access-package': 'EntitlementManagement.Read.All',
  'find-access-package-by-name': 'EntitlementManagement.Read.All',
  'search-access-packages': 'EntitlementManagement.Read.All',
  'create-access-package': 'EntitlementManagement.ReadWrite.All',
  'add-member-role': 'EntitlementManagement.ReadWrite.All',
  'create-policy': 'EntitlementManagement.ReadWrite.All',
  'find-assignment-request': 'EntitlementManagement.Read.All',
  'get-assignment-request': 'EntitlementManagement.Read.All',
  'list-assignments': 'EntitlementManagement.Read.All',
  'request-assignment': 'EntitlementManagement.ReadWrite.All',
  'list-role-assignments': 'EntitlementManagement.Read.All',
  'assign-role': 'EntitlementManagement.ReadWrite.All',
  'remove-role': 'EntitlementManagement.ReadWrite.All',
  'find-teams-app': 'AppCatalog.Read.All',
  'install-teams-app': 'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'find-teams-installation': 'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'find-teams-chat': 'TeamsAppInstallation.ReadWriteSelfForUser.All',
} as const;

export type GraphOperation = keyof typeof leastPermissions;

/** One request to Graph. */
export interface GraphCall {
  readonly operation: GraphOperation;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** v1.0 when absent. */
  readonly version?: 'beta';
  /** Made with `graphPath`, or a next link. */
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** A POST that changes nothing, and so may be sent again. */
  readonly onlyReads?: true;
  /** A POST that does no more when it is sent again. */
  readonly isIdempotent?: true;
  /** Awaited before each attempt, repetitions included, where Graph counts the calls. */
  readonly admit?: () => Promise<void>;
}

/** Whether sending the call twice does no harm: every GET and DELETE, and each PATCH of this adapter, which sets fixed values. */
export function isRepeatable(call: GraphCall): boolean {
  return call.method !== 'POST' || call.onlyReads === true || call.isIdempotent === true;
}
