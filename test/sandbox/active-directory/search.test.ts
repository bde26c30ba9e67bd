import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Client, Filter } from 'ldapts';
import {
  AndFilter,
  EqualityFilter,
  ExtensibleFilter,
  NoSuchObjectError,
  NotFilter,
  OrFilter,
  PresenceFilter,
  SubstringFilter,
} from 'ldapts';
import { guidToBytes, sidToBytes } from '../../../src/onprem/ids.ts';
import type { ActiveDirectory } from '../../../src/sandbox/active-directory/server.ts';
import { people, staffOu } from '../../../src/sandbox/seed.ts';
import { bindAs, onPremises, startDomain } from '../../support/active-directory.ts';

function equal(attribute: string, value: string | Buffer): Filter {
  return new EqualityFilter({ attribute, value });
}

async function find(
  client: Client,
  domain: ActiveDirectory,
  filter: Filter,
): Promise<readonly string[]> {
  const { searchEntries } = await client.search(domain.searchBase, { filter, attributes: ['1.1'] });
  return searchEntries.map(({ dn }) => dn).toSorted();
}

describe('searching the sandbox directory', () => {
  const rita = onPremises('rita');
  const ben = onPremises('ben');
  const cases: readonly {
    readonly title: string;
    readonly filter: Filter;
    readonly found: readonly string[];
  }[] = [
    {
      title: 'the bytes of a SID',
      filter: equal('objectSid', sidToBytes(rita.sid)),
      found: [rita.dn],
    },
    { title: 'the text of a SID', filter: equal('objectSid', rita.sid), found: [rita.dn] },
    {
      title: 'the bytes of a GUID',
      filter: equal('objectGUID', guidToBytes(rita.guid)),
      found: [rita.dn],
    },
    { title: 'text in any case', filter: equal('MAIL', 'RITA@contoso.test'), found: [rita.dn] },
    {
      title: 'a DN written otherwise',
      filter: equal('distinguishedName', rita.dn.replaceAll(',', ' , ').toLowerCase()),
      found: [rita.dn],
    },
    {
      title: 'one of two',
      filter: new OrFilter({ filters: [equal('cn', 'Ben Okafor'), equal('cn', 'Rita Requester')] }),
      found: [ben.dn, rita.dn],
    },
    {
      title: 'both of two',
      filter: new AndFilter({
        filters: [equal('objectCategory', 'person'), equal('title', 'Controller')],
      }),
      found: [ben.dn],
    },
    {
      title: 'the beginning',
      filter: new SubstringFilter({ attribute: 'displayName', initial: 'Rita' }),
      found: [rita.dn],
    },
    {
      title: 'beginning, middle and end',
      filter: new SubstringFilter({
        attribute: 'displayName',
        initial: 'b',
        any: ['n o'],
        final: 'for',
      }),
      found: [ben.dn],
    },
    { title: 'an asterisk as text', filter: equal('cn', '*'), found: [] },
    {
      title: 'an attribute outside the schema beside one that matches',
      filter: new OrFilter({ filters: [equal('mailNickname', 'x'), equal('cn', 'Ben Okafor')] }),
      found: [ben.dn],
    },
    {
      title: 'the opposite of an attribute outside the schema',
      filter: new NotFilter({ filter: equal('mailNickname', 'x') }),
      found: [],
    },
    {
      title: 'the opposite of what is absent',
      filter: new AndFilter({
        filters: [
          equal('cn', 'Ben Okafor'),
          new NotFilter({ filter: new PresenceFilter({ attribute: 'mS-DS-ConsistencyGuid' }) }),
        ],
      }),
      found: [ben.dn],
    },
    {
      title: 'bits',
      filter: new AndFilter({
        filters: [
          equal('cn', 'Ben Okafor'),
          new ExtensibleFilter({
            rule: '1.2.840.113556.1.4.803',
            matchType: 'userAccountControl',
            value: '512',
          }),
        ],
      }),
      found: [ben.dn],
    },
  ];
  for (const { title, filter, found } of cases) {
    it(`finds by ${title}`, async (t) => {
      const domain = await startDomain(t);
      const client = await bindAs(t, domain, 'reader');

      assert.deepEqual(await find(client, domain, filter), found);
    });
  }

  it('understands a SID and a GUID as the base', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'reader');

    for (const base of [`<SID=${rita.sid}>`, `<GUID=${rita.guid}>`]) {
      const { searchEntries } = await client.search(base, { scope: 'base', attributes: ['cn'] });

      assert.deepEqual(searchEntries, [{ dn: rita.dn, cn: 'Rita Requester' }]);
    }
  });

  it('keeps to its scope', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'reader');
    const counts: number[] = [];

    for (const scope of ['base', 'one', 'sub'] as const) {
      const { searchEntries } = await client.search(staffOu, { scope, attributes: ['1.1'] });
      counts.push(searchEntries.length);
    }

    const staff = people.filter((person) => person.onPremises !== undefined).length;
    assert.deepEqual(counts, [1, staff, staff + 1]);
  });

  it('says that a base does not exist', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'reader');

    await assert.rejects(client.search('DC=other,DC=test'), NoSuchObjectError);
    await assert.rejects(client.search(`CN=gone,${domain.writebackOu}`), NoSuchObjectError);
  });

  it('mentions the configuration partition when the whole domain is searched', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'reader');

    const { searchReferences } = await client.search(domain.searchBase, { attributes: ['1.1'] });

    assert.deepEqual(searchReferences, [
      `ldaps://dc1.corp.contoso.test/CN=Configuration,${domain.searchBase}`,
    ]);
  });
});
