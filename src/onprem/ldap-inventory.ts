import type { OnPremGroup } from '../domain/drift-sides.ts';
import type { GroupId } from '../domain/ids.ts';
import type { OnPremInventory } from '../domain/ports.ts';
import type { Connection, ConnectionOptions } from './ldap/connection.ts';
import { requireSecure, withConnection } from './ldap/connection.ts';
import type { FoundGroup } from './ldap/find-groups.ts';
import { findGroups } from './ldap/find-groups.ts';
import { findMembers } from './ldap/find-members.ts';

export interface LdapInventoryOptions extends ConnectionOptions {
  /** DN of the OU that groups are written back to. */
  readonly writebackOu: string;
  /** DN of the domain that the members are in; empty for the whole forest on a global catalog (port 3269). */
  readonly searchBase: string;
}

/** Reading 50,000 members takes seconds on a quiet controller; this is for a slow line. */
const deadlineMs = 10 * 60_000;

/**
 * Reads whole groups from Active Directory by LDAPS, each on a connection of its own. A group that is not in the
 * OU for written-back groups is looked for in the rest of its domain.
 */
export class LdapInventory implements OnPremInventory {
  readonly #options: LdapInventoryOptions;

  /** Throws `directory-not-secure` for an address that is not ldaps:// and for an empty password. */
  constructor(options: LdapInventoryOptions) {
    requireSecure(options);
    this.#options = { deadlineMs, ...options };
  }

  /** Throws the `directory-…` Problems and `organizational-unit-missing`. */
  async describeGroups(groupIds: readonly GroupId[]): Promise<readonly OnPremGroup[]> {
    const described: OnPremGroup[] = [];
    for (const groupId of groupIds) {
      described.push(
        await withConnection(this.#options, (connection) => this.#describe(connection, groupId)),
      );
    }
    return described;
  }

  async #describe(connection: Connection, groupId: GroupId): Promise<OnPremGroup> {
    const { writebackOu } = this.#options;
    const inPlace = await findGroup(connection, writebackOu, groupId);
    const groups =
      inPlace.length > 0 ? inPlace : await findGroup(connection, domainOf(writebackOu), groupId);
    const [group] = groups;
    if (group === undefined) {
      return { state: 'missing' };
    }
    if (groups.length > 1) {
      return { state: 'ambiguous', dns: groups.map(({ dn }) => dn) };
    }
    return this.#read(connection, group, inPlace.length > 0);
  }

  async #read(
    connection: Connection,
    { dn, groupType }: FoundGroup,
    isInPlace: boolean,
  ): Promise<OnPremGroup> {
    const { writebackOu: organizationalUnit, searchBase } = this.#options;
    const dns = await connection.readMembers(dn);
    if (dns === undefined) {
      return { state: 'missing' };
    }
    const members = await findMembers(connection, searchBase, dns);
    return { state: 'found', dn, groupType, isInPlace, organizationalUnit, members };
  }
}

async function findGroup(
  connection: Connection,
  base: string,
  groupId: GroupId,
): Promise<readonly FoundGroup[]> {
  const found = await findGroups(connection, base, [groupId]);
  return found.get(groupId.toLowerCase()) ?? [];
}

/** The domain's own DN; an escaped comma before `DC=` belongs to a name. */
function domainOf(ou: string): string {
  const [domain = ou] = /(?:(?<!\\),|^)((?:DC=[^,]+,)*DC=[^,]+)$/i.exec(ou)?.slice(1) ?? [];
  return domain;
}
