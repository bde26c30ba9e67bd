import type { TestContext } from 'node:test';
import type { ClientOptions, Entry } from 'ldapts';
import { Attribute, Change, Client, EqualityFilter } from 'ldapts';
import type {
  ActiveDirectory,
  ActiveDirectoryOptions,
} from '../../src/sandbox/active-directory/server.ts';
import { startActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { people, staffOu, writebackOu } from '../../src/sandbox/seed.ts';

/** A domain of its own for one test, in memory unless a journal is given. */
export async function startDomain(
  t: TestContext,
  options: Partial<ActiveDirectoryOptions> = {},
): Promise<ActiveDirectory> {
  const domain = await startActiveDirectory({ journal: new Journal(), ...options });
  t.after(() => domain.close());
  return domain;
}

export function newClient(
  t: TestContext,
  domain: ActiveDirectory,
  options: Partial<ClientOptions> = {},
): Client {
  const client = new Client({
    url: domain.url,
    timeout: 5000,
    connectTimeout: 2000,
    tlsOptions: { ca: [domain.ca] },
    ...options,
  });
  t.after(() => client.unbind());
  return client;
}

export async function bindAs(
  t: TestContext,
  domain: ActiveDirectory,
  who: 'administrator' | 'reader' | 'writer',
): Promise<Client> {
  const client = newClient(t, domain);
  await client.bind(domain[who].bindDn, domain[who].password);
  return client;
}

/** What a seeded person is called on premises. */
export function onPremises(key: string): {
  readonly dn: string;
  readonly sid: string;
  readonly guid: string;
} {
  const person = people.find((candidate) => candidate.key === key)?.onPremises;
  if (person === undefined) {
    throw new Error(`nobody called ${key} is on premises`);
  }
  return {
    dn: `CN=${person.commonName},${staffOu}`,
    sid: person.sid,
    guid: person.objectGuid,
  };
}

/** Adds a group as Connect writes it and resolves to its DN. */
export async function addWrittenGroup(
  client: Client,
  groupId: string,
  memberDns: readonly string[] = [],
): Promise<string> {
  const dn = `CN=Group_${groupId},${writebackOu}`;
  const attributes: Record<string, string[]> = {
    objectClass: ['top', 'group'],
    groupType: ['8'],
    adminDescription: [`Group_${groupId}`],
  };
  await client.add(
    dn,
    memberDns.length === 0 ? attributes : { ...attributes, member: [...memberDns] },
  );
  return dn;
}

export async function addStaff(client: Client, name: string): Promise<string> {
  const dn = `CN=${name},${staffOu}`;
  await client.add(dn, { objectClass: ['top', 'person', 'organizationalPerson', 'user'] });
  return dn;
}

export async function changeMember(
  client: Client,
  groupDn: string,
  [operation, userDn]: readonly ['add' | 'delete', string],
): Promise<void> {
  const modification = new Attribute({ type: 'member', values: [userDn] });
  await client.modify(groupDn, new Change({ operation, modification }));
}

export async function readEntry(client: Client, dn: string): Promise<Entry | undefined> {
  const { searchEntries } = await client.search(staffOu.replace(/^OU=Staff,/, ''), {
    scope: 'sub',
    filter: new EqualityFilter({ attribute: 'distinguishedName', value: dn }),
    explicitBufferAttributes: ['objectSid', 'objectGUID'],
  });
  return searchEntries[0];
}
