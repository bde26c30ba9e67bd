import type { CatalogRole } from '../../src/domain/approval-policy.ts';
import type { CatalogId, GroupId, UserId } from '../../src/domain/ids.ts';
import type { DirectoryUser, Person } from '../../src/domain/person.ts';
import type { ApproverDirectory } from '../../src/domain/ports.ts';

/** An approver directory that knows what it was told. */
export class KnownApprovers implements ApproverDirectory {
  readonly managers = new Map<UserId, DirectoryUser>();
  readonly groups = new Map<GroupId, { groupName: string; users: readonly DirectoryUser[] }>();
  readonly roles = new Map<CatalogRole, readonly DirectoryUser[]>();

  findManager(id: UserId): Promise<DirectoryUser | undefined> {
    return Promise.resolve(this.managers.get(id));
  }

  listGroupUsers(
    id: GroupId,
    limit: number,
  ): Promise<{ groupName: string; users: readonly DirectoryUser[] } | undefined> {
    const group = this.groups.get(id);
    return Promise.resolve(group && { ...group, users: group.users.slice(0, limit) });
  }

  listCatalogRoleHolders(_: CatalogId, role: CatalogRole): Promise<readonly DirectoryUser[]> {
    return Promise.resolve(this.roles.get(role) ?? []);
  }
}

/** Somebody as the directory has them, in good standing unless said otherwise. */
export function userOf(person: Person, changes: Partial<DirectoryUser> = {}): DirectoryUser {
  return {
    id: person.id,
    displayName: person.displayName,
    userPrincipalName: `${person.displayName.split(' ')[0]?.toLowerCase()}@contoso.test`,
    userType: 'Member',
    accountEnabled: true,
    ...changes,
  };
}
