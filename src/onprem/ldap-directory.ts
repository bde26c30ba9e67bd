import type { MembershipPair, MembershipVerdict } from '../domain/membership.ts';
import type { Clock, OnPremDirectory } from '../domain/ports.ts';
import type { Candidate } from './ldap/confirm-members.ts';
import { confirmMembers, saysMemberOf } from './ldap/confirm-members.ts';
import type { Connection, ConnectionOptions } from './ldap/connection.ts';
import { requireSecure, withConnection } from './ldap/connection.ts';
import type { FoundGroup } from './ldap/find-groups.ts';
import { findGroups } from './ldap/find-groups.ts';
import type { FoundUser } from './ldap/find-users.ts';
import { findUsers } from './ldap/find-users.ts';

export interface LdapDirectoryOptions extends ConnectionOptions {
  /** DN of the OU that groups are written back to; no group outside of it counts. */
  readonly writebackOu: string;
  /** DN of the domain that the users are in; empty for the whole forest on a global catalog (port 3269). */
  readonly searchBase: string;
  readonly clock: Clock;
}

const batchSize = 100;

interface Seen {
  readonly server: string;
  readonly checkedAt: Date;
}

/**
 * Proves memberships in Active Directory by LDAPS: three searches for each hundred pairs, on one connection of its own,
 * whatever the size of the groups.
 */
export class LdapDirectory implements OnPremDirectory {
  readonly #options: LdapDirectoryOptions;

  /** Throws `directory-not-secure` for an address that is not ldaps:// and for an empty password. */
  constructor(options: LdapDirectoryOptions) {
    requireSecure(options);
    this.#options = options;
  }

  /**
   * One verdict per pair, in order. A member is final; "not a member" may only mean that this domain controller
   * has not heard of it yet. Throws the `directory-…` Problems and `organizational-unit-missing`.
   */
  async check(pairs: readonly MembershipPair[]): Promise<readonly MembershipVerdict[]> {
    const verdicts: MembershipVerdict[] = [];
    for (let start = 0; start < pairs.length; start += batchSize) {
      const batch = pairs.slice(start, start + batchSize);
      verdicts.push(
        ...(await withConnection(this.#options, (connection) =>
          this.#checkBatch(connection, batch),
        )),
      );
    }
    return verdicts;
  }

  async #checkBatch(
    connection: Connection,
    pairs: readonly MembershipPair[],
  ): Promise<readonly MembershipVerdict[]> {
    const { writebackOu, searchBase, clock } = this.#options;
    const ids = pairs.map(({ groupId }) => groupId);
    const groups = await findGroups(connection, writebackOu, ids);
    const anchors = pairs.map(({ user }) => user);
    const users = await findUsers(connection, searchBase, anchors);
    const located = pairs.map(({ groupId }, index) =>
      locate(groups.get(groupId.toLowerCase()) ?? [], users[index] ?? []),
    );
    const candidates = located.filter((place) => typeof place !== 'string');
    const answers = await confirmMembers(connection, writebackOu, candidates);
    const confirmed = new Map(candidates.map((candidate, index) => [candidate, answers[index]]));
    const seen = { server: connection.server, checkedAt: clock.now() };
    return located.map((place) =>
      typeof place === 'string'
        ? { ...seen, state: place }
        : toVerdict(seen, place, confirmed.get(place)),
    );
  }
}

type Unlocated = 'group-missing' | 'group-ambiguous' | 'user-missing' | 'user-ambiguous';

function locate(groups: readonly FoundGroup[], users: readonly FoundUser[]): Candidate | Unlocated {
  const [group] = groups;
  const [user] = users;
  if (group === undefined) {
    return 'group-missing';
  }
  if (groups.length > 1) {
    return 'group-ambiguous';
  }
  if (user === undefined) {
    return 'user-missing';
  }
  return users.length > 1 ? 'user-ambiguous' : { group, user };
}

function toVerdict(
  seen: Seen,
  candidate: Candidate,
  isMember: boolean | undefined,
): MembershipVerdict {
  const { group, user } = candidate;
  if (isMember === undefined) {
    return { ...seen, state: 'group-missing' };
  }
  const names = { groupDn: group.dn, userDn: user.dn };
  const attribute = proof(isMember, saysMemberOf(candidate));
  return attribute === undefined
    ? { ...seen, ...names, state: 'not-member' }
    : { ...seen, ...names, state: 'member', attribute, groupType: group.groupType };
}

function proof(
  isMember: boolean,
  isMemberOf: boolean,
): 'member' | 'memberOf' | 'member and memberOf' | undefined {
  if (isMember) {
    return isMemberOf ? 'member and memberOf' : 'member';
  }
  return isMemberOf ? 'memberOf' : undefined;
}
