import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Client, Entry, Filter } from 'ldapts';
import { EqualityFilter, ExtensibleFilter, SizeLimitExceededError, SubstringFilter } from 'ldapts';
import type { ActiveDirectory } from '../../../src/sandbox/active-directory/server.ts';
import { staffOu } from '../../../src/sandbox/seed.ts';
import {
  addStaff,
  addWrittenGroup,
  bindAs,
  onPremises,
  startDomain,
} from '../../support/active-directory.ts';

const groupId = '3a5c3221-c465-48c0-95b8-e9305786a271';

function equal(attribute: string, value: string | Buffer): Filter {
  return new EqualityFilter({ attribute, value });
}

function chain(matchType: string, value: string): Filter {
  return new ExtensibleFilter({ rule: '1.2.840.113556.1.4.1941', matchType, value });
}

async function readOne(client: Client, dn: string, attribute: string): Promise<Entry | undefined> {
  const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [attribute] });
  return searchEntries[0];
}

async function find(
  client: Client,
  domain: ActiveDirectory,
  filter: Filter,
): Promise<readonly string[]> {
  const { searchEntries } = await client.search(domain.searchBase, { filter, attributes: ['1.1'] });
  return searchEntries.map(({ dn }) => dn).toSorted();
}

describe('memberships in the sandbox directory', () => {
  const rita = onPremises('rita');
  const ben = onPremises('ben');

  it('are seen from both sides, and through nested groups', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    const inner = await addWrittenGroup(client, groupId, [rita.dn]);
    const outer = await addWrittenGroup(client, groupId.replace('3', '4'), [inner]);

    assert.deepEqual(await find(client, domain, equal('memberOf', inner)), [rita.dn]);
    assert.deepEqual(await find(client, domain, equal('member', rita.dn)), [inner]);
    assert.deepEqual(await find(client, domain, equal('member', `<SID=${rita.sid}>`)), [inner]);
    assert.deepEqual(
      await find(client, domain, chain('memberOf', outer)),
      [inner, rita.dn].toSorted(),
    );
    assert.deepEqual(
      await find(client, domain, chain('member', rita.dn)),
      [inner, outer].toSorted(),
    );
  });

  it('are compared by DN and by SID', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    const group = await addWrittenGroup(client, groupId, [rita.dn]);

    assert.equal(await client.compare(group, 'member', rita.dn), true);
    assert.equal(await client.compare(group, 'member', `<SID=${rita.sid}>`), true);
    assert.equal(await client.compare(group, 'member', ben.dn), false);
    assert.equal(await client.compare(group, 'member', `CN=Nobody,${staffOu}`), false);
  });

  it('come in ranges where there are many', async (t) => {
    const domain = await startDomain(t, { maxValRange: 3 });
    const client = await bindAs(t, domain, 'administrator');
    const members = ['rita', 'ben', 'ada', 'paul'].map((key) => onPremises(key).dn);
    const group = await addWrittenGroup(client, groupId, members);

    assert.deepEqual(await readOne(client, group, 'member'), {
      dn: group,
      member: [],
      'member;range=0-2': members.slice(0, 3),
    });
    assert.equal(
      (await readOne(client, group, 'member;range=3-*'))?.['member;range=3-*'],
      members[3],
    );
  });
});

describe('limits of the sandbox directory', () => {
  it('end a search without paging, and paging reads everything', async (t) => {
    const domain = await startDomain(t, { maxPageSize: 10 });
    const client = await bindAs(t, domain, 'administrator');
    for (let number = 0; number < 25; number += 1) {
      await addStaff(client, `Extra ${number}`);
    }
    const filter = new SubstringFilter({ attribute: 'cn', initial: 'Extra' });

    await assert.rejects(client.search(staffOu, { filter }), SizeLimitExceededError);
    const { searchEntries } = await client.search(staffOu, { filter, paged: { pageSize: 500 } });

    assert.equal(new Set(searchEntries.map(({ dn }) => dn)).size, 25);
  });

  it('include the one that the client sets', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'reader');

    const { searchEntries } = await client.search(staffOu, { scope: 'one', sizeLimit: 2 });

    assert.equal(searchEntries.length, 2);
  });
});
