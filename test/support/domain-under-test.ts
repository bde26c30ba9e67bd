import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Client as LdapClient } from 'ldapts';
import { Attribute, Change, Client, PresenceFilter } from 'ldapts';
import type { GroupId } from '../../src/domain/ids.ts';
import { guidFromBytes, sidFromBytes } from '../../src/onprem/ids.ts';
import { LdapDirectory } from '../../src/onprem/ldap-directory.ts';
import { escapeRdnValue } from '../../src/sandbox/active-directory/distinguished-name.ts';
import type { Account } from '../../src/sandbox/active-directory/initial-objects.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';

/** One domain controller of corp.contoso.test, whoever made it. */
export interface DomainUnderTest {
  readonly url: string;
  readonly plainUrl: string | undefined;
  /** PEM */
  readonly ca: string;
  readonly administrator: Account;
  /** Reads, and is refused every write. */
  readonly reader: Account;
  readonly searchBase: string;
  /** Whether it gives a thousand entries and 1500 values at most, as Active Directory does and Samba does not. */
  readonly enforcesLimits: boolean;
  close(): Promise<void>;
}

export interface UserOnPremises {
  readonly dn: string;
  readonly sid: string;
  readonly guid: string;
}

/** Two organizational units of their own for one test, and an administrator's connection to fill them. */
export class Site {
  readonly domain: DomainUnderTest;
  readonly client: LdapClient;
  readonly writebackOu: string;
  readonly staffOu: string;

  private constructor(domain: DomainUnderTest, client: LdapClient, id: string) {
    this.domain = domain;
    this.client = client;
    this.writebackOu = `OU=Writeback ${id},${domain.searchBase}`;
    this.staffOu = `OU=Staff ${id},${domain.searchBase}`;
  }

  static async open(t: TestContext, domain: DomainUnderTest): Promise<Site> {
    const { bindDn, password } = domain.administrator;
    const client = newClientOf(t, domain);
    await client.bind(bindDn, password);
    const site = new Site(domain, client, randomUUID());
    for (const ou of [site.writebackOu, site.staffOu]) {
      await client.add(ou, { objectClass: ['top', 'organizationalUnit'] });
    }
    return site;
  }

  async addUser(name: string): Promise<UserOnPremises> {
    const dn = `CN=${escapeRdnValue(name)},${this.staffOu}`;
    await this.client.add(dn, {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      sAMAccountName: randomUUID().slice(0, 18),
    });
    return this.readUser(dn);
  }

  async readUser(base: string): Promise<UserOnPremises> {
    const binary = ['objectSid', 'objectGUID'];
    const { searchEntries } = await this.client.search(base, {
      scope: 'base',
      filter: new PresenceFilter({ attribute: 'objectClass' }),
      attributes: binary,
      explicitBufferAttributes: binary,
    });
    const [entry] = searchEntries;
    assert.ok(entry);
    const { objectSid: sid, objectGUID: guid } = entry;
    assert.ok(Buffer.isBuffer(sid) && Buffer.isBuffer(guid));
    return { dn: entry.dn, sid: sidFromBytes(sid), guid: guidFromBytes(guid) };
  }

  /** Adds a group as Connect writes it, or with other marks and another CN, and resolves to its DN. */
  async addGroup(
    id: GroupId,
    members: readonly UserOnPremises[],
    looks: { readonly cn?: string; readonly marks?: Readonly<Record<string, string>> } = {},
  ): Promise<string> {
    const dn = `CN=${looks.cn ?? `Group_${id}`},${this.writebackOu}`;
    await this.client.add(dn, {
      objectClass: ['top', 'group'],
      groupType: '8',
      ...(looks.marks ?? { adminDescription: `Group_${id}` }),
      ...(members.length === 0 ? {} : { member: members.map((member) => member.dn) }),
    });
    return dn;
  }

  async changeMembers(
    groupDn: string,
    operation: 'add' | 'delete',
    dns: readonly string[],
  ): Promise<void> {
    const modification = new Attribute({ type: 'member', values: [...dns] });
    await this.client.modify(groupDn, new Change({ operation, modification }));
  }

  /** The product's own view of the site, as the account that only reads. */
  directory(changes: Partial<ConstructorParameters<typeof LdapDirectory>[0]> = {}): LdapDirectory {
    const { url, ca, reader, searchBase } = this.domain;
    return new LdapDirectory({
      urls: [url],
      ca,
      ...reader,
      writebackOu: this.writebackOu,
      searchBase,
      clock: new SandboxClock({ speed: 1 }),
      ...changes,
    });
  }

  /** What the directory says of each user in the group. */
  async states(id: GroupId, users: readonly UserOnPremises[]): Promise<readonly string[]> {
    const pairs = users.map(({ sid }) => ({ groupId: id, user: { securityIdentifier: sid } }));
    const verdicts = await this.directory().check(pairs);
    return verdicts.map(({ state }) => state);
  }
}

export function newClientOf(
  t: TestContext,
  { url, ca }: Pick<DomainUnderTest, 'url' | 'ca'>,
): LdapClient {
  const tls = url.startsWith('ldaps:') ? { tlsOptions: { ca: [ca] } } : {};
  const client = new Client({ url, timeout: 20_000, connectTimeout: 5000, ...tls });
  t.after(() => client.unbind());
  return client;
}
