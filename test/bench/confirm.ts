import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { Attribute, Change, Client, PresenceFilter } from 'ldapts';
import { GroupId } from '../../src/domain/ids.ts';
import type { MembershipPair } from '../../src/domain/membership.ts';
import { sidFromBytes } from '../../src/onprem/ids.ts';
import { LdapDirectory } from '../../src/onprem/ldap-directory.ts';
import type { ActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { startActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { staffOu } from '../../src/sandbox/seed.ts';

/**
 * Measures one sweep over everybody who waits: 10,000 pairs over 100 groups against the embedded directory of 55,000
 * accounts, with a group of 50,000 members among them and with small groups only, in turn. Client and directory
 * share one process, so that the milliseconds are those of both. Prints one JSON object; nothing is judged.
 */
const groupCount = 100;
const pairsInGroup = 100;
const smallSize = 50;
const largeSize = 50_000;
const accountCount = 55_000;
const sweeps = 7;
const atOnce = 500;

interface Account {
  readonly dn: string;
  readonly sid: string;
}

async function openAsAdministrator({ url, ca, administrator }: ActiveDirectory): Promise<Client> {
  const client = new Client({ url, timeout: 60_000, tlsOptions: { ca: [ca] } });
  await client.bind(administrator.bindDn, administrator.password);
  return client;
}

async function addAccounts(client: Client, count: number): Promise<readonly Account[]> {
  const objectClass = ['top', 'person', 'organizationalPerson', 'user'];
  for (let start = 0; start < count; start += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - start) }, (_, at) => start + at);
    await Promise.all(
      numbers.map((number) => client.add(`CN=Bench ${number},${staffOu}`, { objectClass })),
    );
  }
  const { searchEntries } = await client.search(staffOu, {
    scope: 'one',
    filter: new PresenceFilter({ attribute: 'objectSid' }),
    attributes: ['objectSid'],
    explicitBufferAttributes: ['objectSid'],
    paged: { pageSize: 1000 },
  });
  return searchEntries
    .filter(({ dn }) => dn.startsWith('CN=Bench '))
    .map(({ dn, objectSid }) => ({ dn, sid: sidFromBytes(objectSid as Buffer) }));
}

function idOf(number: number): GroupId {
  return GroupId.parse(`10000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
}

async function addGroup(client: Client, ou: string, number: number): Promise<string> {
  const name = `Group_${idOf(number)}`;
  const dn = `CN=${name},${ou}`;
  await client.add(dn, { objectClass: ['top', 'group'], groupType: '8', adminDescription: name });
  return dn;
}

async function addMembers(client: Client, dn: string, members: readonly Account[]): Promise<void> {
  for (let start = 0; start < members.length; start += 5000) {
    const values = members.slice(start, start + 5000).map((member) => member.dn);
    const modification = new Attribute({ type: 'member', values });
    await client.modify(dn, new Change({ operation: 'add', modification }));
  }
}

/** Half of the pairs of each group are members already, and half still wait. */
function toPairs(
  accounts: readonly Account[],
  toId: (number: number) => GroupId,
): readonly MembershipPair[] {
  const waiting = accounts.slice(-(pairsInGroup - smallSize));
  return Array.from({ length: groupCount }, (_, number) =>
    [...membersOf(accounts, number), ...waiting].map(({ sid }) => ({
      groupId: toId(number),
      user: { securityIdentifier: sid },
    })),
  ).flat();
}

function membersOf(accounts: readonly Account[], number: number): readonly Account[] {
  return accounts.slice(number * smallSize, (number + 1) * smallSize);
}

/** People of whom nothing is asked, so that nothing but the size of the group changes. */
function crowdOf(accounts: readonly Account[]): readonly Account[] {
  const start = groupCount * smallSize;
  return accounts.slice(start, start + largeSize - smallSize);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

const operations: string[] = [];
const domain = await startActiveDirectory({
  journal: new Journal(),
  onRequest: (operation) => operations.push(operation),
});
const client = await openAsAdministrator(domain);
const accounts = await addAccounts(client, accountCount);
for (let number = 0; number < groupCount; number += 1) {
  const dn = await addGroup(client, domain.writebackOu, number);
  await addMembers(client, dn, membersOf(accounts, number));
}
const largeNumber = groupCount;
const largeDn = await addGroup(client, domain.writebackOu, largeNumber);
await addMembers(client, largeDn, [...membersOf(accounts, 0), ...crowdOf(accounts)]);
await client.unbind();
const directory = new LdapDirectory({
  urls: [domain.url],
  ca: domain.ca,
  ...domain.reader,
  writebackOu: domain.writebackOu,
  searchBase: domain.searchBase,
  clock: new SandboxClock({ speed: 1 }),
});

interface Series {
  readonly pairs: readonly MembershipPair[];
  readonly largestGroup: number;
  readonly times: number[];
}

async function sweep({ pairs, times }: Series): Promise<void> {
  const begun = performance.now();
  await directory.check(pairs);
  times.push(performance.now() - begun);
}

async function report({ pairs, largestGroup, times }: Series) {
  operations.length = 0;
  const verdicts = await directory.check(pairs);
  const msPerSweep = median(times);
  return {
    pairs: pairs.length,
    groups: groupCount,
    largestGroup,
    members: verdicts.filter(({ state }) => state === 'member').length,
    queriesPerSweep: operations.filter((name) => /search|compare/.test(name)).length,
    connectionsPerSweep: operations.filter((name) => name === 'bind').length,
    msPerSweep: round(msPerSweep),
    msPerPair: round(msPerSweep / pairs.length, 4),
  };
}

const small: Series = { pairs: toPairs(accounts, idOf), largestGroup: smallSize, times: [] };
const large: Series = {
  pairs: toPairs(accounts, (number) => idOf(number === 0 ? largeNumber : number)),
  largestGroup: largeSize,
  times: [],
};
await directory.check(small.pairs);
for (let turn = 0; turn < sweeps; turn += 1) {
  await sweep(small);
  await sweep(large);
}
const smallGroupsOnly = await report(small);
const withLargeGroup = await report(large);
await domain.close();

const packageFile = new URL('../../node_modules/ldapts/package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly version: string };
const result = {
  ...withLargeGroup,
  smallGroupsOnly,
  ratioOfMsPerPair: round(withLargeGroup.msPerPair / smallGroupsOnly.msPerPair, 2),
  sweeps,
  machine: {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
  },
  versions: { node: process.versions.node, ldapts: version },
  measuredAt: new Date().toISOString(),
};
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
