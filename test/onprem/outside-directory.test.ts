import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { Client, EqualityFilter } from 'ldapts';
import { GroupId } from '../../src/domain/ids.ts';
import { sidFromBytes } from '../../src/onprem/ids.ts';
import { LdapDirectory } from '../../src/onprem/ldap-directory.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import type { CloudGroup, CloudMember } from '../../src/sandbox/connect/cloud-source.ts';
import { startConnect } from '../../src/sandbox/connect/server.ts';
import type { Naming } from '../../src/sandbox/connect/written-group.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { runCycle } from '../support/connect.ts';

/**
 * The same scenario against a directory that is not ours, such as a Samba domain controller:
 * AD_URL=ldaps://127.21.9.1 AD_CA=ca.pem AD_BIND_DN=administrator@corp.contoso.test AD_PASSWORD=… AD_BASE=DC=corp,DC=contoso,DC=test
 */
const {
  AD_URL: url,
  AD_CA: caFile,
  AD_BIND_DN: bindDn,
  AD_PASSWORD: password,
  AD_BASE: base,
} = process.env;
const skip = url === undefined ? 'AD_URL names no directory to test against' : false;

interface Outside {
  readonly client: Client;
  readonly connection: {
    readonly url: string;
    readonly ca: string;
    readonly bindDn: string;
    readonly password: string;
  };
  readonly ou: string;
  readonly base: string;
}

async function prepare(t: TestContext): Promise<Outside> {
  assert.ok(url && caFile && bindDn && password && base);
  const connection = { url, ca: readFileSync(caFile, 'utf8'), bindDn, password };
  const client = new Client({
    url,
    timeout: 5000,
    connectTimeout: 5000,
    tlsOptions: { ca: [connection.ca] },
  });
  await client.bind(bindDn, password);
  const ou = `OU=Writeback ${randomUUID()},${base}`;
  await client.add(ou, { objectClass: ['top', 'organizationalUnit'] });
  t.after(async () => {
    const { searchEntries } = await client.search(ou, { scope: 'one', attributes: ['1.1'] });
    for (const { dn } of searchEntries) {
      await client.del(dn);
    }
    await client.del(ou);
    await client.unbind();
  });
  return { client, connection, ou, base };
}

/** Resolves to the SID. */
async function addUser({ client, ou }: Outside, name: string): Promise<string> {
  const dn = `CN=${name},${ou}`;
  await client.add(dn, {
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    sAMAccountName: randomUUID().slice(0, 18),
  });
  const { searchEntries } = await client.search(ou, {
    filter: new EqualityFilter({ attribute: 'cn', value: name }),
    attributes: ['objectSid'],
    explicitBufferAttributes: ['objectSid'],
  });
  const sid = searchEntries[0]?.['objectSid'];
  assert.ok(Buffer.isBuffer(sid));
  return sidFromBytes(sid);
}

describe('a directory that is not ours', { skip }, () => {
  for (const naming of ['object-id', 'display-name'] as const satisfies readonly Naming[]) {
    it(`is written and read like the sandbox's own, with names by ${naming}`, async (t) => {
      const outside = await prepare(t);
      const sids = [await addUser(outside, 'One'), await addUser(outside, 'Two')];
      const id = GroupId.parse(randomUUID());
      const group: CloudGroup = {
        id,
        displayName: 'Sales, "EU" <East> #1 + Ops ',
        securityEnabled: false,
        groupTypes: ['Unified'],
      };
      let members: readonly CloudMember[] = [{ id: 'one', onPremisesSecurityIdentifier: sids[0] }];
      let groups: readonly CloudGroup[] = [group];
      const clock = new SandboxClock({ speed: 100 });
      const { connection, ou, base: searchBase } = outside;
      const connect = await startConnect({
        clock,
        journal: new Journal(),
        naming,
        source: { groups: () => groups, members: () => members },
        directory: { ...connection, writebackOu: ou, searchBase },
      });
      t.after(() => connect.close());
      const directory = new LdapDirectory({
        ...connection,
        urls: [connection.url],
        writebackOu: ou,
        searchBase,
        clock,
      });
      async function states(): Promise<readonly string[]> {
        const pairs = sids.map((sid) => ({ groupId: id, user: { securityIdentifier: sid } }));
        const verdicts = await directory.check(pairs);
        return verdicts.map((verdict) =>
          verdict.state === 'member' ? verdict.attribute : verdict.state,
        );
      }

      const before = await states();
      await runCycle(connect);
      const created = await states();
      members = [{ id: 'two', onPremisesSecurityIdentifier: sids[1] }];
      await runCycle(connect);
      const swapped = await states();
      await runCycle(connect);
      const unchanged = connect.lastExport();
      groups = [];
      await runCycle(connect);

      assert.equal(connect.scheduler().LastCycleError, undefined);
      assert.deepEqual(before, ['group-missing', 'group-missing']);
      assert.deepEqual(created, ['member and memberOf', 'not-member']);
      assert.deepEqual(swapped, ['not-member', 'member and memberOf']);
      assert.deepEqual([unchanged?.membersAdded, unchanged?.membersRemoved], [0, 0]);
      assert.deepEqual(await states(), ['group-missing', 'group-missing']);
    });
  }
});
