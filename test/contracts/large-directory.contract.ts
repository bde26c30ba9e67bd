import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { EqualityFilter, PresenceFilter, SizeLimitExceededError } from 'ldapts';
import { GroupId } from '../../src/domain/ids.ts';
import { readRangedValues } from '../../src/sandbox/connect/ranged-values.ts';
import type { DomainUnderTest, UserOnPremises } from '../support/domain-under-test.ts';
import { Site } from '../support/domain-under-test.ts';

const many = 2000;

/** What holds in any Active Directory when there is much in it. `domain` is asked for when the tests run. */
export function largeDirectoryContract(domain: () => DomainUnderTest): void {
  describe('a group of two thousand members', () => {
    it('is answered like any other, and read in pages and ranges', async (t) => {
      const site = await Site.open(t, domain());
      const [first, last, outsider] = [
        await site.addUser('First'),
        await site.addUser('Last'),
        await site.addUser('Outsider'),
      ];
      const id = GroupId.parse(randomUUID());
      const groupDn = await site.addGroup(id, [first]);
      const crowd = await addContacts(site, many - 2);
      await site.changeMembers(groupDn, 'add', [...crowd, last.dn]);

      assert.deepEqual(await site.states(id, [first, last, outsider]), [
        'member',
        'member',
        'not-member',
      ]);
      assert.deepEqual(
        new Set(await readRangedValues(site.client, groupDn, 'member')),
        new Set([first.dn, last.dn, ...crowd]),
      );
      await assertRanges(site, groupDn);
      await assertPages(site);
    });
  });

  describe('many pairs at once', () => {
    it('are answered in order', async (t) => {
      const site = await Site.open(t, domain());
      const people: UserOnPremises[] = [];
      for (let number = 0; number < 12; number += 1) {
        people.push(await site.addUser(`Person ${number}`));
      }
      const pairs = [];
      const expected: string[] = [];
      for (let group = 0; group < 10; group += 1) {
        const groupId = GroupId.parse(randomUUID());
        const members = people.filter((_, number) => (number + group) % 3 === 0);
        await site.addGroup(groupId, members);
        for (const person of people) {
          pairs.push({ groupId, user: { securityIdentifier: person.sid } });
          expected.push(members.includes(person) ? 'member' : 'not-member');
        }
      }

      const verdicts = await site.directory().check(pairs);

      assert.deepEqual(
        verdicts.map(({ state }) => state),
        expected,
      );
    });
  });

  describe('a search of the whole domain', () => {
    it('points to other partitions, which are not followed', async (t) => {
      const site = await Site.open(t, domain());
      const user = await site.addUser('Rita');
      const id = GroupId.parse(randomUUID());
      await site.addGroup(id, [user]);

      const { searchReferences } = await site.client.search(domain().searchBase, {
        filter: new EqualityFilter({ attribute: 'distinguishedName', value: user.dn }),
      });

      assert.match(searchReferences[0] ?? '', /^ldaps?:\/\/.*CN=Configuration/);
      assert.deepEqual(await site.states(id, [user]), ['member']);
    });
  });
}

/** Contacts, because an account with a SID takes a directory three times as long to add. */
async function addContacts({ client, staffOu }: Site, count: number): Promise<readonly string[]> {
  const dns: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const dn = `CN=Contact ${number},${staffOu}`;
    await client.add(dn, { objectClass: ['top', 'person', 'organizationalPerson', 'contact'] });
    dns.push(dn);
  }
  return dns;
}

async function assertRanges({ client, domain }: Site, groupDn: string): Promise<void> {
  const asked = ['member', 'member;range=0-1499'];

  const [plain, ranged] = await Promise.all(
    asked.map((attribute) => client.search(groupDn, { scope: 'base', attributes: [attribute] })),
  );

  assert.equal(ranged?.searchEntries[0]?.['member;range=0-1499']?.length, 1500);
  assert.equal(plain?.searchEntries[0]?.['member']?.length, domain.enforcesLimits ? 0 : many);
}

async function assertPages({ client, domain, staffOu }: Site): Promise<void> {
  const options = { filter: new PresenceFilter({ attribute: 'cn' }), attributes: ['1.1'] };
  const all = many + 1;

  const paged = await client.search(staffOu, { ...options, paged: { pageSize: 500 } });
  const whole = client.search(staffOu, options);

  assert.equal(paged.searchEntries.length, all);
  if (domain.enforcesLimits) {
    await assert.rejects(whole, SizeLimitExceededError);
  } else {
    assert.equal((await whole).searchEntries.length, all);
  }
}
