import type { TestContext } from 'node:test';
import type { Client, Entry } from 'ldapts';
import { EqualityFilter } from 'ldapts';
import type { ActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import type { CloudGroup, CloudMember } from '../../src/sandbox/connect/cloud-source.ts';
import type { Connect, ConnectOptions } from '../../src/sandbox/connect/server.ts';
import { startConnect } from '../../src/sandbox/connect/server.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { bindAs, onPremises, startDomain } from './active-directory.ts';

const minute = 60_000;

/** The cloud's groups and members, to be changed by a test as it likes. */
export class Cloud {
  readonly byId = new Map<string, CloudGroup>();
  readonly membersById = new Map<string, readonly CloudMember[]>();

  put(group: Partial<CloudGroup> & { readonly id: string }, ...keys: string[]): void {
    const defaults = { displayName: group.id, securityEnabled: false, groupTypes: ['Unified'] };
    this.byId.set(group.id, { ...defaults, ...group });
    this.setMembers(group.id, ...keys);
  }

  /** Keys of seed.ts; who has no account on premises is a member without a SID. */
  setMembers(groupId: string, ...keys: readonly string[]): void {
    this.membersById.set(groupId, keys.map(toMember));
  }

  groups(): readonly CloudGroup[] {
    return [...this.byId.values()];
  }

  members(groupId: string): readonly CloudMember[] {
    const found = this.membersById.get(groupId);
    if (found === undefined) {
      throw new Error(`the cloud has no group ${groupId}`);
    }
    return found;
  }
}

function toMember(key: string): CloudMember {
  const isCloudOnly = key === 'cleo' || key === 'gina';
  return { id: key, onPremisesSecurityIdentifier: isCloudOnly ? null : onPremises(key).sid };
}

export interface Hybrid {
  readonly cloud: Cloud;
  readonly domain: ActiveDirectory;
  readonly connect: Connect;
  /** Bound as administrator. */
  readonly client: Client;
}

/** A cloud, a domain and a sync server between them; an hour passes in 36 seconds, and cycles start by hand. */
export async function startHybrid(
  t: TestContext,
  options: Partial<ConnectOptions> = {},
): Promise<Hybrid> {
  const cloud = new Cloud();
  const domain = await startDomain(t);
  const connect = await startSync(t, { cloud, domain, options });
  return { cloud, domain, connect, client: await bindAs(t, domain, 'administrator') };
}

export async function startSync(
  t: TestContext,
  setup: {
    readonly cloud: Cloud;
    readonly domain: ActiveDirectory;
    readonly options?: Partial<ConnectOptions>;
  },
): Promise<Connect> {
  const { cloud, domain, options = {} } = setup;
  const connect = await startConnect({
    clock: new SandboxClock({ speed: 100 }),
    journal: new Journal(),
    intervalMs: 60 * minute,
    importMs: 1000,
    exportMs: 1000,
    source: cloud,
    directory: { url: domain.url, ca: domain.ca, ...domain.writer },
    ...options,
  });
  t.after(() => connect.close());
  return connect;
}

export async function runCycle(connect: Connect): Promise<void> {
  connect.startCycle();
  await connect.idle();
}

/** The object that Connect wrote for the group. */
export async function findWritten(
  { client, domain }: Pick<Hybrid, 'client' | 'domain'>,
  groupId: string,
): Promise<Entry | undefined> {
  const { searchEntries } = await client.search(domain.writebackOu, {
    filter: new EqualityFilter({ attribute: 'adminDescription', value: `Group_${groupId}` }),
  });
  return searchEntries[0];
}

/** Keys of the seeded people among the members, sorted. */
export async function memberKeys(
  hybrid: Pick<Hybrid, 'client' | 'domain'>,
  groupId: string,
): Promise<readonly string[]> {
  const entry = await findWritten(hybrid, groupId);
  const dns = [entry?.['member'] ?? []].flat().map(String);
  const keys = ['rita', 'ben', 'ada', 'paul', 'amir', 'layla'];
  return keys.filter((key) => dns.includes(onPremises(key).dn)).toSorted();
}
