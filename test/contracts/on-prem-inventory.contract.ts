import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Attribute, Change } from 'ldapts';
import type { OnPremGroup } from '../../src/domain/drift-sides.ts';
import { GroupId } from '../../src/domain/ids.ts';
import { guidToBytes, immutableIdFromBytes } from '../../src/onprem/ids.ts';
import { LdapInventory } from '../../src/onprem/ldap-inventory.ts';
import { assertProblem } from '../graph/problems.ts';
import type { DomainUnderTest, UserOnPremises } from '../support/domain-under-test.ts';
import { Site } from '../support/domain-under-test.ts';

/** How whole groups are read, in any Active Directory. `domain` is asked for when the tests run. */
export function onPremInventoryContract(domain: () => DomainUnderTest): void {
  describe('a group read as a whole', () => {
    it('tells its place, its type and its members by SID and anchor', async (t) => {
      const site = await Site.open(t, domain());
      const [rita, ben] = [await site.addUser('Rita, "R" (1) *'), await site.addUser('Ben Ökafor')];
      const id = newId();
      const dn = await site.addGroup(id, [rita, ben], { cn: 'Sales\\, EU_0123456789ab' });

      const group = found(await describeOne(site, id));

      assert.equal(group.isInPlace, true);
      assert.equal(group.organizationalUnit, site.writebackOu);
      assert.equal(group.groupType, 8);
      assert.equal(group.dn, dn);
      assert.deepEqual(new Set(group.members), new Set([asMember(rita), asMember(ben)]));
    });

    it('shows who was added and who was removed by hand', async (t) => {
      const site = await Site.open(t, domain());
      const [rita, ben] = [await site.addUser('Rita'), await site.addUser('Ben')];
      const id = newId();
      const dn = await site.addGroup(id, [rita]);

      await site.changeMembers(dn, 'add', [ben.dn]);
      const added = found(await describeOne(site, id));
      await site.changeMembers(dn, 'delete', [rita.dn]);
      const removed = found(await describeOne(site, id));

      assert.deepEqual(new Set(added.members), new Set([asMember(rita), asMember(ben)]));
      assert.deepEqual(removed.members, [asMember(ben)]);
    });

    it('is found where somebody moved it, and as what somebody made it', async (t) => {
      const site = await Site.open(t, domain());
      const rita = await site.addUser('Rita');
      const id = newId();
      const dn = await site.addGroup(id, [rita]);
      const moved = `CN=Group_${id},${site.staffOu}`;

      await site.client.modifyDN(dn, moved);
      const modification = new Attribute({ type: 'groupType', values: ['-2147483640'] });
      await site.client.modify(moved, new Change({ operation: 'replace', modification }));
      const group = found(await describeOne(site, id));

      assert.equal(group.isInPlace, false);
      assert.equal(group.dn.toLowerCase(), moved.toLowerCase());
      assert.equal(group.groupType, -2_147_483_640);
      assert.deepEqual(group.members, [asMember(rita)]);
    });

    it('is missing, or there twice', async (t) => {
      const site = await Site.open(t, domain());
      const [twice, missing] = [newId(), newId()];
      const first = await site.addGroup(twice, []);
      const second = await site.addGroup(twice, [], { cn: 'Copy' });

      const [ambiguous, none] = await inventoryOf(site).describeGroups([twice, missing]);

      assert.deepEqual(none, { state: 'missing' });
      assert.ok(ambiguous?.state === 'ambiguous');
      assert.deepEqual(ambiguous.dns.toSorted(), [first, second].toSorted());
    });

    it('tells which of its members are groups written back, and which are no accounts', async (t) => {
      const site = await Site.open(t, domain());
      const [outer, inner] = [newId(), newId()];
      const innerDn = await site.addGroup(inner, []);
      const dn = await site.addGroup(outer, []);
      const contact = `CN=Contact,${site.staffOu}`;
      await site.client.add(contact, {
        objectClass: ['top', 'person', 'organizationalPerson', 'contact'],
      });
      await site.changeMembers(dn, 'add', [innerDn, contact]);

      const { members } = found(await describeOne(site, outer));

      const nested = members.find((member) => member.dn === innerDn);
      assert.equal(nested?.cloudGroupId, inner);
      assert.ok(nested.securityIdentifier?.startsWith('S-1-5-21-'));
      const other = members.find((member) => member.dn === contact);
      assert.equal(other?.securityIdentifier, undefined);
      assert.equal(other?.cloudGroupId, undefined);
      assert.equal(members.length, 2);
    });

    it('is read to its last member however many there are', async (t) => {
      const site = await Site.open(t, domain());
      const id = newId();
      const last = await site.addUser('Last');
      const dn = await site.addGroup(id, []);
      const crowd: string[] = [];
      for (let number = 0; number < 1600; number += 1) {
        const contact = `CN=Contact ${number},${site.staffOu}`;
        await site.client.add(contact, {
          objectClass: ['top', 'person', 'organizationalPerson', 'contact'],
        });
        crowd.push(contact);
      }
      await site.changeMembers(dn, 'add', [...crowd, last.dn]);

      const { members } = found(await describeOne(site, id));

      assert.deepEqual(new Set(members.map((member) => member.dn)), new Set([...crowd, last.dn]));
      assert.ok(members.every(({ immutableId }) => immutableId !== undefined));
      assert.equal(members.find((member) => member.dn === last.dn)?.securityIdentifier, last.sid);
    });

    it('knows of a member outside of the search base its DN alone', async (t) => {
      const site = await Site.open(t, domain());
      const rita = await site.addUser('Rita');
      const id = newId();
      await site.addGroup(id, [rita]);

      const inventory = inventoryOf(site, { searchBase: site.writebackOu });
      const [group] = await inventory.describeGroups([id]);

      assert.deepEqual(found(group).members, [{ dn: rita.dn }]);
    });

    it('is a problem when the organizational unit is not there', async (t) => {
      const site = await Site.open(t, domain());

      await assertProblem(
        inventoryOf(site, { writebackOu: `OU=Nowhere,${domain().searchBase}` }).describeGroups([
          newId(),
        ]),
        'organizational-unit-missing',
      );
    });
  });
}

function newId(): GroupId {
  return GroupId.parse(randomUUID());
}

/** As the account that only reads. */
function inventoryOf(
  site: Site,
  changes: { readonly searchBase?: string; readonly writebackOu?: string } = {},
): LdapInventory {
  const { url, ca, reader, searchBase } = site.domain;
  const { writebackOu } = site;
  return new LdapInventory({ urls: [url], ca, ...reader, writebackOu, searchBase, ...changes });
}

async function describeOne(site: Site, id: GroupId): Promise<OnPremGroup | undefined> {
  const [group] = await inventoryOf(site).describeGroups([id]);
  return group;
}

function found(group: OnPremGroup | undefined): Extract<OnPremGroup, { readonly state: 'found' }> {
  assert.ok(group?.state === 'found', group?.state);
  return group;
}

function asMember({ dn, sid, guid }: UserOnPremises): object {
  return {
    dn,
    securityIdentifier: sid,
    immutableId: immutableIdFromBytes(guidToBytes(guid)),
    cloudGroupId: undefined,
  };
}
