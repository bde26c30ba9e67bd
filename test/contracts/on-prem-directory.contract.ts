import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Attribute, Change, InsufficientAccessError, StrongAuthRequiredError } from 'ldapts';
import { GroupId } from '../../src/domain/ids.ts';
import { guidToBytes, immutableIdFromBytes } from '../../src/onprem/ids.ts';
import { startDomain } from '../support/active-directory.ts';
import { deadAddress, startBlackHole, startBreakingProxy } from '../support/broken-controllers.ts';
import type { DomainUnderTest } from '../support/domain-under-test.ts';
import { newClientOf, Site } from '../support/domain-under-test.ts';

/** What the product relies on in any Active Directory. `domain` is asked for when the tests run. */
export function onPremDirectoryContract(domain: () => DomainUnderTest): void {
  binding(domain);
  trust(domain);
  failover(domain);
  users(domain);
  groups(domain);
}

function freshGroup(): GroupId {
  return GroupId.parse(randomUUID());
}

function immutableIdOf(guid: string): string {
  return immutableIdFromBytes(guidToBytes(guid));
}

async function setAnchor(site: Site, dn: string, guid: string): Promise<void> {
  const values = [guidToBytes(guid)];
  const modification = new Attribute({ type: 'mS-DS-ConsistencyGuid', values });
  await site.client.modify(dn, new Change({ operation: 'replace', modification }));
}

function binding(domain: () => DomainUnderTest): void {
  describe('binding', () => {
    const pairs = [{ groupId: freshGroup(), user: { securityIdentifier: 'S-1-5-21-1-2-3-4' } }];

    for (const { title, change, detail } of [
      {
        title: 'a wrong password',
        change: { password: 'wrong' },
        detail: /the name or the password is wrong/,
      },
      {
        title: 'an unknown account',
        change: { bindDn: 'nobody@corp.contoso.test' },
        detail: /the name or the password is wrong/,
      },
    ]) {
      it(`is refused for ${title}`, async (t) => {
        const site = await Site.open(t, domain());

        await assert.rejects(site.directory(change).check(pairs), {
          code: 'directory-refused-credentials',
          detail,
        });
      });
    }

    it('is refused for a disabled account', async (t) => {
      const site = await Site.open(t, domain());
      const bindDn = `CN=Disabled,${site.staffOu}`;
      const password = `Aa1-${randomUUID()}`;
      await site.client.add(bindDn, [
        new Attribute({ type: 'objectClass', values: ['top', 'person', 'user'] }),
        new Attribute({ type: 'sAMAccountName', values: [randomUUID().slice(0, 18)] }),
        new Attribute({ type: 'userAccountControl', values: ['514'] }),
        new Attribute({ type: 'unicodePwd', values: [Buffer.from(`"${password}"`, 'utf16le')] }),
      ]);

      await assert.rejects(site.directory({ bindDn, password }).check(pairs), {
        code: 'directory-refused-credentials',
        detail: /the account is disabled/,
      });
    });

    it('is refused on a connection that is not encrypted', async (t) => {
      const { plainUrl: url = '', ca, reader } = domain();

      await assert.rejects(
        newClientOf(t, { url, ca }).bind(reader.bindDn, reader.password),
        StrongAuthRequiredError,
      );
    });

    it('as the reader gives no right to write', async (t) => {
      const site = await Site.open(t, domain());
      const dn = await site.addGroup(freshGroup(), []);
      const client = newClientOf(t, domain());
      await client.bind(domain().reader.bindDn, domain().reader.password);

      await assert.rejects(client.del(dn), InsufficientAccessError);
    });
  });
}

function trust(domain: () => DomainUnderTest): void {
  describe('a domain controller that cannot be trusted', () => {
    const pairs = [{ groupId: freshGroup(), user: { securityIdentifier: 'S-1-5-21-1-2-3-4' } }];

    it('is not asked when another authority signed its certificate', async (t) => {
      const site = await Site.open(t, domain());
      const { ca } = await startDomain(t);

      await assert.rejects(site.directory({ ca }).check(pairs), { code: 'directory-not-secure' });
    });

    it('is not asked when the configured authority is missing', async (t) => {
      const site = await Site.open(t, domain());

      await assert.rejects(site.directory({ ca: undefined }).check(pairs), {
        code: 'directory-not-secure',
      });
    });

    it('is not asked when it is not the one that was meant', async (t) => {
      const site = await Site.open(t, domain());
      const { url } = await startBreakingProxy(t, domain().url);
      const urls = [url.replace('127.0.0.1', 'localhost')];

      await assert.rejects(site.directory({ urls }).check(pairs), { code: 'directory-not-secure' });
    });
  });
}

function failover(domain: () => DomainUnderTest): void {
  const patience = { connectTimeoutMs: 300, timeoutMs: 3000 };

  describe('a domain controller that fails', () => {
    it('is passed over when it is dead or says nothing', async (t) => {
      const site = await Site.open(t, domain());
      const user = await site.addUser('Rita');
      const groupId = freshGroup();
      await site.addGroup(groupId, [user]);
      const urls = [await deadAddress(), await startBlackHole(t), domain().url];

      const [verdict] = await site
        .directory({ urls, ...patience })
        .check([{ groupId, user: { securityIdentifier: user.sid } }]);

      assert.ok(verdict?.state === 'member');
      assert.equal(verdict.server, 'dc1.corp.contoso.test');
    });

    it('is passed over wherever its answers break off', async (t) => {
      const site = await Site.open(t, domain());
      const user = await site.addUser('Rita');
      const groupId = freshGroup();
      await site.addGroup(groupId, [user]);
      const pairs = [{ groupId, user: { securityIdentifier: user.sid } }];
      const whole = await startBreakingProxy(t, domain().url);
      await site.directory({ urls: [whole.url] }).check(pairs);

      for (let tenth = 0; tenth < 10; tenth += 1) {
        const bytes = Math.max(1, Math.floor((whole.passed() * tenth) / 10));
        const { url } = await startBreakingProxy(t, domain().url, bytes);
        const alone = site.directory({ urls: [url], ...patience });
        const both = site.directory({ urls: [url, domain().url], ...patience });
        await assert.rejects(alone.check(pairs), { code: 'directory-unreachable' });
        const [verdict] = await both.check(pairs);
        assert.equal(verdict?.state, 'member', `after ${bytes} bytes`);
      }
    });

    it('is named when there is no other', async (t) => {
      const site = await Site.open(t, domain());
      const { url } = await startBreakingProxy(t, domain().url, 1);
      const pairs = [{ groupId: freshGroup(), user: { securityIdentifier: 'S-1-5-21-1-2-3-4' } }];

      await assert.rejects(site.directory({ urls: [url], ...patience }).check(pairs), {
        code: 'directory-unreachable',
        detail: new RegExp(url),
      });
    });
  });
}

function users(domain: () => DomainUnderTest): void {
  describe('finding the user', () => {
    it('goes by SID, by either anchor, and by the DN', async (t) => {
      const site = await Site.open(t, domain());
      const groupId = freshGroup();
      const [plain, anchored] = [await site.addUser('Plain'), await site.addUser('Anchored')];
      const anchor = 'ffeeddcc-bbaa-9988-f7f6-f5f4f3f2f1f0';
      await setAnchor(site, anchored.dn, anchor);
      await site.addGroup(groupId, [plain, anchored]);

      const verdicts = await site
        .directory()
        .check(
          [
            { securityIdentifier: plain.sid },
            { immutableId: immutableIdOf(plain.guid) },
            { distinguishedName: plain.dn.toUpperCase() },
            { immutableId: immutableIdOf(anchor) },
            { securityIdentifier: anchored.sid, immutableId: immutableIdOf(anchor) },
            { immutableId: immutableIdOf(anchored.guid) },
            { securityIdentifier: plain.sid, immutableId: immutableIdOf(anchor) },
            { securityIdentifier: 'S-1-5-21-1-2-3-4444' },
            {},
          ].map((user) => ({ groupId, user })),
        );

      assert.deepEqual(
        verdicts.map((verdict) => (verdict.state === 'member' ? verdict.userDn : verdict.state)),
        [
          plain.dn,
          plain.dn,
          plain.dn,
          anchored.dn,
          anchored.dn,
          'user-missing',
          'user-ambiguous',
          'user-missing',
          'user-missing',
        ],
      );
    });

    it('takes no side when two users carry one anchor', async (t) => {
      const site = await Site.open(t, domain());
      const groupId = freshGroup();
      const anchor = randomUUID();
      for (const name of ['One', 'Two']) {
        await setAnchor(site, (await site.addUser(name)).dn, anchor);
      }
      await site.addGroup(groupId, []);

      const [verdict] = await site
        .directory()
        .check([{ groupId, user: { immutableId: immutableIdOf(anchor) } }]);

      assert.equal(verdict?.state, 'user-ambiguous');
    });

    it('follows whoever was moved to another OU under another name', async (t) => {
      const site = await Site.open(t, domain());
      const groupId = freshGroup();
      const rita = await site.addUser('Rita');
      await site.addGroup(groupId, [rita]);
      const elsewhere = `OU=Elsewhere,${site.staffOu}`;
      await site.client.add(elsewhere, { objectClass: ['top', 'organizationalUnit'] });
      await site.client.modifyDN(rita.dn, `CN=Rita Married,${elsewhere}`);

      const user = { securityIdentifier: rita.sid, distinguishedName: rita.dn };
      const [verdict] = await site.directory().check([{ groupId, user }]);

      assert.ok(verdict?.state === 'member');
      assert.equal(verdict.userDn, `CN=Rita Married,${elsewhere}`);
    });

    it('works for every name that a DN has to escape', async (t) => {
      const site = await Site.open(t, domain());
      const groupId = freshGroup();
      const names = [
        String.raw`Müller, "Hans" <h@x> #1 + Ops; a=b \ c`,
        '#first',
        '*)(cn=*',
        'ليلى الأحمد 北京 🌙',
      ];
      const people = [];
      for (const name of names) {
        people.push(await site.addUser(name));
      }
      const outsider = await site.addUser(String.raw`Müller, "Hans" <h@x> #1 + Ops; a=b \ d`);
      await site.addGroup(groupId, people);

      const states = await site.states(groupId, [...people, outsider]);

      assert.deepEqual(states, ['member', 'member', 'member', 'member', 'not-member']);
    });

    it('reads SIDs and GUIDs that name the same object again', async (t) => {
      const site = await Site.open(t, domain());
      const user = await site.addUser('Rita');

      assert.deepEqual(await site.readUser(`<SID=${user.sid}>`), user);
      assert.deepEqual(await site.readUser(`<GUID=${user.guid}>`), user);
    });
  });
}

function groups(domain: () => DomainUnderTest): void {
  describe('recognising the group that was written back', () => {
    const id = freshGroup();
    for (const { title, looks, state } of [
      { title: 'by its CN alone', looks: { marks: {} }, state: 'member' },
      {
        title: 'by adminDescription under a readable CN',
        looks: { cn: String.raw`Sales\, \"EU\"_${id.slice(-12)}` },
        state: 'member',
      },
      {
        title: 'after Cloud Sync took it over',
        looks: { cn: 'Sales', marks: { adminDescription: `TakenOver_Group_${id}` } },
        state: 'member',
      },
      {
        title: 'by the mark of Cloud Sync',
        looks: { cn: 'Sales', marks: { 'msDS-ExternalDirectoryObjectId': `Group_${id}` } },
        state: 'member',
      },
      {
        title: 'in upper case',
        looks: { cn: 'Sales', marks: { adminDescription: `GROUP_${id.toUpperCase()}` } },
        state: 'member',
      },
      {
        title: 'not by a CN that another mark contradicts',
        looks: { marks: { adminDescription: `Group_${randomUUID()}` } },
        state: 'group-missing',
      },
      {
        title: 'not by the end of a readable CN',
        looks: { cn: `Sales_${id.slice(-12)}`, marks: {} },
        state: 'group-missing',
      },
    ]) {
      it(title, async (t) => {
        const site = await Site.open(t, domain());
        const user = await site.addUser('Rita');
        await site.addGroup(id, [user], looks);

        assert.deepEqual(await site.states(id, [user]), [state]);
      });
    }

    it('takes no side when two objects carry the mark', async (t) => {
      const site = await Site.open(t, domain());
      const user = await site.addUser('Rita');
      await site.addGroup(id, [user]);
      await site.addGroup(id, [], { cn: 'Copy' });

      assert.deepEqual(await site.states(id, [user]), ['group-ambiguous']);
    });

    it('says that the configured OU does not exist', async (t) => {
      const site = await Site.open(t, domain());
      const directory = site.directory({ writebackOu: `OU=Gone,${site.writebackOu}` });

      await assert.rejects(
        directory.check([{ groupId: id, user: { securityIdentifier: 'S-1-5-21-1-2-3-4' } }]),
        { code: 'organizational-unit-missing' },
      );
    });
  });
}
