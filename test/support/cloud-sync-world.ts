import type { TestContext } from 'node:test';
import type { Client } from 'ldapts';
import { GroupId, UserId } from '../../src/domain/ids.ts';
import type { MembershipVerdict } from '../../src/domain/membership.ts';
import { createGraph, type Graph } from '../../src/graph/create-graph.ts';
import { LdapDirectory } from '../../src/onprem/ldap-directory.ts';
import type { ActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import { type CloudSync, startCloudSync } from '../../src/sandbox/cloud-sync/server.ts';
import { cloudTenantOf } from '../../src/sandbox/cloud-sync/tenant-of-graph.ts';
import { type CloudSyncJob, noLags } from '../../src/sandbox/graph/options.ts';
import { type SandboxGraph, startGraph } from '../../src/sandbox/graph/server.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { people } from '../../src/sandbox/seed.ts';
import { bindAs, onPremises, startDomain } from './active-directory.ts';

/** The security group "Finance Servers" of the seed. */
export const serversId = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000008');

/** A tenant with Cloud Sync between the simulated Graph and the embedded Active Directory, and the product's adapters on both sides. */
export interface CloudSyncWorld {
  readonly clock: SandboxClock;
  readonly graph: Graph;
  readonly sandbox: SandboxGraph;
  readonly cloudSync: CloudSync;
  readonly domain: ActiveDirectory;
  /** Bound as administrator. */
  readonly client: Client;
  setJob(job: Partial<CloudSyncJob>): void;
  /** POST or DELETE of a member through Graph itself. */
  changeMember(change: 'add' | 'remove', key: string, groupId?: GroupId): Promise<void>;
  /** What the product finds out about a seeded person by LDAP. */
  verdictOn(key: string, groupId?: GroupId): Promise<MembershipVerdict>;
}

export interface CloudSyncWorldOptions {
  readonly speed?: number;
  readonly intervalMs?: number;
  /** In front of the sandbox's Graph, such as a judge of the traffic. */
  readonly origin?: (sandboxOrigin: string) => Promise<string>;
}

export async function startCloudSyncWorld(
  t: TestContext,
  options: CloudSyncWorldOptions = {},
): Promise<CloudSyncWorld> {
  const clock = new SandboxClock({ speed: options.speed ?? 1000 });
  const domain = await startDomain(t);
  const sandbox = await startGraph({ journal: new Journal(), clock, lags: noLags });
  t.after(() => sandbox.close());
  const origin = (await options.origin?.(sandbox.origin)) ?? sandbox.origin;
  const credentials = { kind: 'sandbox' } as const;
  const graph = createGraph({ clock, origin, credentials, keepTenantForMs: 0 });
  t.after(() => graph.close());
  const { url, ca, writer, reader, writebackOu, searchBase } = domain;
  const directory = { url, ca, writebackOu, searchBase, ...writer };
  const tenant = cloudTenantOf(sandbox);
  const cloudSync = startCloudSync({
    clock,
    journal: new Journal(),
    tenant,
    directory,
    intervalMs: options.intervalMs ?? 24 * 60 * 60_000,
  });
  t.after(() => cloudSync.close());
  sandbox.provisioning.agent = cloudSync;
  const onPrem = new LdapDirectory({ urls: [url], ca, ...reader, writebackOu, searchBase, clock });
  function setJob(job: Partial<CloudSyncJob>): void {
    sandbox.setTenant({ cloudSyncJob: { present: true, status: 'Active', ...job } });
  }
  setJob({});
  return {
    clock,
    graph,
    sandbox,
    cloudSync,
    domain,
    client: await bindAs(t, domain, 'administrator'),
    setJob,
    changeMember: (change, key, groupId = serversId) =>
      changeMember(sandbox.origin, { change, groupId, userId: userIdOf(key) }),
    verdictOn: async (key, groupId = serversId) => {
      const { sid } = onPremises(key);
      const [verdict] = await onPrem.check([{ groupId, user: { securityIdentifier: sid } }]);
      return verdict ?? { state: 'not-verifiable' };
    },
  };
}

/** A key of the seed. */
export function userIdOf(key: string): UserId {
  return UserId.parse(people.find((person) => person.key === key)?.objectId);
}

async function changeMember(
  origin: string,
  wish: { readonly change: 'add' | 'remove'; readonly groupId: GroupId; readonly userId: UserId },
): Promise<void> {
  const members = `${origin}/v1.0/groups/${wish.groupId}/members`;
  const id = `https://graph.microsoft.com/v1.0/directoryObjects/${wish.userId}`;
  const headers = { authorization: 'Bearer test', 'content-type': 'application/json' };
  const response =
    wish.change === 'add'
      ? await fetch(`${members}/$ref`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ '@odata.id': id }),
        })
      : await fetch(`${members}/${wish.userId}/$ref`, { method: 'DELETE', headers });
  if (response.status !== 204) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
}
