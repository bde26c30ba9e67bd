import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { Attribute, Change } from 'ldapts';
import { GroupId } from '../../src/domain/ids.ts';
import type { MembershipVerdict } from '../../src/domain/membership.ts';
import { guidToBytes, immutableIdFromBytes, sidFromBytes } from '../../src/onprem/ids.ts';
import { LdapDirectory } from '../../src/onprem/ldap-directory.ts';
import { NoDirectory } from '../../src/onprem/none.ts';
import type { ActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import {
  addStaff,
  addWrittenGroup,
  bindAs,
  changeMember,
  onPremises,
  readEntry,
  startDomain,
} from '../support/active-directory.ts';

const groupId = GroupId.parse('3a5c3221-c465-48c0-95b8-e9305786a271');
const rita = onPremises('rita');
const ben = onPremises('ben');

function directoryOf(domain: ActiveDirectory): LdapDirectory {
  return new LdapDirectory({
    urls: [domain.url],
    ca: domain.ca,
    ...domain.reader,
    writebackOu: domain.writebackOu,
    searchBase: domain.searchBase,
    clock: new SandboxClock({ speed: 1 }),
  });
}

function immutableIdOf(guid: string): string {
  return immutableIdFromBytes(guidToBytes(guid));
}

async function check(
  domain: ActiveDirectory,
  user: Parameters<LdapDirectory['check']>[0][number]['user'],
): Promise<MembershipVerdict | undefined> {
  const [verdict] = await directoryOf(domain).check([{ groupId, user }]);
  return verdict;
}

async function startWithGroup(
  t: TestContext,
  members: readonly string[],
): Promise<ActiveDirectory> {
  const domain = await startDomain(t);
  await addWrittenGroup(await bindAs(t, domain, 'administrator'), groupId, members);
  return domain;
}

describe('checking a membership in Active Directory', () => {
  it('proves a member from both sides', async (t) => {
    const domain = await startWithGroup(t, [rita.dn]);

    const verdict = await check(domain, { securityIdentifier: rita.sid });

    assert.ok(verdict?.state === 'member');
    assert.deepEqual(verdict, {
      state: 'member',
      groupDn: `CN=Group_${groupId},${domain.writebackOu}`,
      userDn: rita.dn,
      attribute: 'member and memberOf',
      groupType: 8,
      server: 'dc1.corp.contoso.test',
      checkedAt: verdict.checkedAt,
    });
  });

  it('says who is not a member', async (t) => {
    const domain = await startWithGroup(t, [ben.dn]);

    const verdict = await check(domain, { securityIdentifier: rita.sid });

    assert.equal(verdict?.state, 'not-member');
  });

  it('says that a group without members has no such member', async (t) => {
    const domain = await startWithGroup(t, []);

    const verdict = await check(domain, { securityIdentifier: rita.sid });

    assert.equal(verdict?.state, 'not-member');
  });

  it('says that the group is missing', async (t) => {
    const verdict = await check(await startDomain(t), { securityIdentifier: rita.sid });

    assert.equal(verdict?.state, 'group-missing');
  });

  it('does not look for the group outside of the writeback OU', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    await client.add(`CN=Group_${groupId},CN=Users,${domain.searchBase}`, {
      objectClass: ['top', 'group'],
      adminDescription: `Group_${groupId}`,
      member: [rita.dn],
    });

    assert.equal((await check(domain, { securityIdentifier: rita.sid }))?.state, 'group-missing');
  });

  for (const { title, user } of [
    { title: 'an unknown SID', user: { securityIdentifier: 'S-1-5-21-1-2-3-4444' } },
    { title: 'an unknown immutable id', user: { immutableId: immutableIdOf(randomUUID()) } },
    { title: 'no anchor at all', user: {} },
    { title: 'a SID that is none', user: { securityIdentifier: 'S-1-5-21)(cn=*' } },
  ]) {
    it(`says that the user is missing for ${title}`, async (t) => {
      const domain = await startWithGroup(t, [rita.dn]);

      assert.equal((await check(domain, user))?.state, 'user-missing');
    });
  }

  for (const { title, user } of [
    { title: 'the immutable id alone', user: { immutableId: immutableIdOf(rita.guid) } },
    { title: 'the DN alone', user: { distinguishedName: rita.dn.toUpperCase() } },
    {
      title: 'the SID although the DN is stale',
      user: { securityIdentifier: rita.sid, distinguishedName: `CN=Rita,OU=Old,DC=corp` },
    },
    {
      title: 'the SID although the anchor is another kind of id',
      user: { securityIdentifier: rita.sid, immutableId: 'employee-4711' },
    },
  ]) {
    it(`finds the user by ${title}`, async (t) => {
      const domain = await startWithGroup(t, [rita.dn]);

      const verdict = await check(domain, user);

      assert.ok(verdict?.state === 'member');
      assert.equal(verdict.userDn, rita.dn);
    });
  }

  it('takes no side when SID and immutable id are of two people', async (t) => {
    const domain = await startWithGroup(t, [rita.dn]);
    const user = { securityIdentifier: rita.sid, immutableId: immutableIdOf(ben.guid) };

    assert.equal((await check(domain, user))?.state, 'user-ambiguous');
  });

  it('prefers mS-DS-ConsistencyGuid to objectGUID, and notices when two users carry one anchor', async (t) => {
    const domain = await startWithGroup(t, [rita.dn]);
    const client = await bindAs(t, domain, 'administrator');
    const anchor = randomUUID();
    const values = [guidToBytes(anchor)];
    const modification = new Attribute({ type: 'mS-DS-ConsistencyGuid', values });
    const change = new Change({ operation: 'replace', modification });

    await client.modify(rita.dn, change);
    assert.equal((await check(domain, { immutableId: immutableIdOf(anchor) }))?.state, 'member');
    assert.equal(
      (await check(domain, { immutableId: immutableIdOf(rita.guid) }))?.state,
      'user-missing',
    );

    await client.modify(ben.dn, change);
    assert.equal(
      (await check(domain, { immutableId: immutableIdOf(anchor) }))?.state,
      'user-ambiguous',
    );
  });

  it('follows a user who was moved', async (t) => {
    const domain = await startWithGroup(t, [rita.dn]);
    const client = await bindAs(t, domain, 'administrator');
    const moved = `CN=Rita Married,OU=Service,${domain.searchBase}`;
    await client.modifyDN(rita.dn, moved);

    const verdict = await check(domain, {
      securityIdentifier: rita.sid,
      distinguishedName: rita.dn,
    });

    assert.ok(verdict?.state === 'member');
    assert.equal(verdict.userDn, moved);
  });
});

describe('recognising the group that was written back', () => {
  const cases = [
    { title: 'by its CN', cn: `Group_${groupId}`, marks: {} },
    {
      title: 'by adminDescription under a readable CN',
      cn: 'Sales_e9305786a271',
      marks: { adminDescription: `Group_${groupId}` },
    },
    {
      title: 'after Cloud Sync took it over',
      cn: 'Sales',
      marks: { adminDescription: `TakenOver_Group_${groupId}` },
    },
    {
      title: 'by the mark of Cloud Sync',
      cn: 'Sales',
      marks: { 'msDS-ExternalDirectoryObjectId': `Group_${groupId}` },
    },
    {
      title: 'in upper case',
      cn: 'Sales',
      marks: { adminDescription: `GROUP_${groupId.toUpperCase()}` },
    },
  ];
  for (const { title, cn, marks } of cases) {
    it(title, async (t) => {
      const domain = await startDomain(t);
      const client = await bindAs(t, domain, 'administrator');
      await client.add(`CN=${cn},${domain.writebackOu}`, {
        objectClass: ['top', 'group'],
        member: [rita.dn],
        ...marks,
      });

      assert.equal((await check(domain, { securityIdentifier: rita.sid }))?.state, 'member');
    });
  }

  it('is not misled by a CN that another mark contradicts', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    await client.add(`CN=Group_${groupId},${domain.writebackOu}`, {
      objectClass: ['top', 'group'],
      adminDescription: `Group_${randomUUID()}`,
      member: [rita.dn],
    });

    assert.equal((await check(domain, { securityIdentifier: rita.sid }))?.state, 'group-missing');
  });

  it('takes no side when two objects carry the mark', async (t) => {
    const domain = await startWithGroup(t, [rita.dn]);
    const client = await bindAs(t, domain, 'administrator');
    await client.add(`CN=Copy,${domain.writebackOu}`, {
      objectClass: ['top', 'group'],
      adminDescription: `Group_${groupId}`,
    });

    assert.equal((await check(domain, { securityIdentifier: rita.sid }))?.state, 'group-ambiguous');
  });

  it('says that the configured OU does not exist', async (t) => {
    const domain = await startDomain(t);
    const directory = directoryOf({ ...domain, writebackOu: `OU=Gone,${domain.searchBase}` });

    await assert.rejects(directory.check([{ groupId, user: { securityIdentifier: rita.sid } }]), {
      code: 'organizational-unit-missing',
    });
  });
});

describe('checking many memberships at once', () => {
  it('asks three times for each hundred pairs and answers in order', async (t) => {
    const requests: string[] = [];
    const domain = await startDomain(t, { onRequest: (operation) => requests.push(operation) });
    const client = await bindAs(t, domain, 'administrator');
    const pairs = [];
    const expected: string[] = [];
    for (let number = 0; number < 25; number += 1) {
      const staff = await addStaff(client, `Person ${number}`);
      const entry = await readEntry(client, staff);
      assert.ok(Buffer.isBuffer(entry?.['objectSid']));
      const user = { securityIdentifier: sidFromBytes(entry['objectSid']) };
      for (let group = 0; group < 10; group += 1) {
        const id = GroupId.parse(`10000000-0000-4000-8000-00000000000${group}`);
        pairs.push({ groupId: id, user });
        expected.push((number + group) % 3 === 0 ? 'member' : 'not-member');
      }
    }
    for (let group = 0; group < 10; group += 1) {
      const members = Array.from({ length: 25 }, (_, number) => number).filter(
        (number) => (number + group) % 3 === 0,
      );
      const dns = members.map((number) => `CN=Person ${number},OU=Staff,${domain.searchBase}`);
      await addWrittenGroup(client, `10000000-0000-4000-8000-00000000000${group}`, dns);
    }
    requests.length = 0;

    const verdicts = await directoryOf(domain).check(pairs);

    assert.equal(verdicts.length, 250);
    assert.deepEqual(
      verdicts.map(({ state }) => state),
      expected,
    );
    const counted = Object.groupBy(requests, (operation) => operation);
    assert.deepEqual(
      [counted['bind']?.length, counted['search']?.length, counted['compare']?.length],
      [3, 9, undefined],
    );
  });

  it('needs no connection for no pairs', async () => {
    const domain = {
      url: 'ldaps://127.0.0.1:1',
      ca: '',
      reader: { bindDn: 'CN=x', password: 'x' },
    };
    const directory = directoryOf({
      ...domain,
      writebackOu: 'OU=x',
      searchBase: 'DC=x',
    } as ActiveDirectory);

    assert.deepEqual(await directory.check([]), []);
  });

  it('finds members whose memberOf is cut into ranges', async (t) => {
    const domain = await startDomain(t, { maxValRange: 2 });
    const client = await bindAs(t, domain, 'administrator');
    const ids = ['1', '2', '3', '4'].map((digit) =>
      GroupId.parse(`${digit}0000000-0000-4000-8000-000000000000`),
    );
    for (const id of ids) {
      await addWrittenGroup(client, id, [rita.dn]);
    }

    const user = { securityIdentifier: rita.sid };
    const verdicts = await directoryOf(domain).check(ids.map((id) => ({ groupId: id, user })));

    const proofs = verdicts.map((verdict) => verdict.state === 'member' && verdict.attribute);
    assert.deepEqual(proofs, ['member and memberOf', 'member and memberOf', 'member', 'member']);
  });

  it('sees a removal', async (t) => {
    const domain = await startWithGroup(t, [rita.dn, ben.dn]);
    const client = await bindAs(t, domain, 'administrator');
    await changeMember(client, `CN=Group_${groupId},${domain.writebackOu}`, ['delete', rita.dn]);

    const verdicts = await directoryOf(domain).check(
      [rita, ben].map(({ sid }) => ({ groupId, user: { securityIdentifier: sid } })),
    );

    assert.deepEqual(
      verdicts.map(({ state }) => state),
      ['not-member', 'member'],
    );
  });
});

describe('having no way into the network', () => {
  it('says of every pair that it cannot be verified', async () => {
    const verdicts = await new NoDirectory().check([{ groupId, user: {} }]);

    assert.deepEqual(verdicts, [{ state: 'not-verifiable' }]);
  });
});
