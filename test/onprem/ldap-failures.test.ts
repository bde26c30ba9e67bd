import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import { LdapDirectory } from '../../src/onprem/ldap-directory.ts';
import type { ActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { addWrittenGroup, bindAs, onPremises, startDomain } from '../support/active-directory.ts';
import { deadAddress, startBlackHole, startFakeController } from '../support/broken-controllers.ts';
import { stopwatch } from '../support/stopwatch.ts';

const groupId = GroupId.parse('3a5c3221-c465-48c0-95b8-e9305786a271');
const rita = onPremises('rita');
const pairs = [{ groupId, user: { securityIdentifier: rita.sid } }];

function directoryOf(
  domain: ActiveDirectory,
  changes: Partial<ConstructorParameters<typeof LdapDirectory>[0]> = {},
): LdapDirectory {
  return new LdapDirectory({
    urls: [domain.url],
    ca: domain.ca,
    ...domain.reader,
    writebackOu: domain.writebackOu,
    searchBase: domain.searchBase,
    clock: new SandboxClock({ speed: 1 }),
    connectTimeoutMs: 300,
    timeoutMs: 600,
    deadlineMs: 2000,
    ...changes,
  });
}

describe('configuring the way to Active Directory', () => {
  for (const { title, change } of [
    { title: 'an ldap:// address', change: { urls: ['ldap://127.0.0.1:389'] } },
    {
      title: 'one ldap:// address among others',
      change: { urls: ['ldaps://a.test', 'ldap://b.test'] },
    },
    { title: 'an empty password', change: { password: '' } },
  ]) {
    it(`refuses ${title}`, async (t) => {
      const domain = await startDomain(t);

      assert.throws(() => directoryOf(domain, change), { code: 'directory-not-secure' });
    });
  }
});

describe('a domain controller that does not answer', () => {
  it('is passed over for the next one', async (t) => {
    const journal = new Journal();
    const domain = await startDomain(t, { journal });
    await addWrittenGroup(await bindAs(t, domain, 'administrator'), groupId, [rita.dn]);
    const dyingUrl = await startFakeController(t, journal, (socket, id) => {
      socket.write(Buffer.from([0x30, 0x82, 0x10, 0x00, 2, 1, id, 0x64]));
      setTimeout(() => socket.destroy(), 20);
    });
    const urls = [await deadAddress(), await startBlackHole(t), dyingUrl, domain.url];

    const [verdict] = await directoryOf(domain, { urls }).check(pairs);

    assert.ok(verdict?.state === 'member');
    assert.equal(verdict.server, 'dc1.corp.contoso.test');
  });

  it('is named when there is no other', async (t) => {
    const domain = await startDomain(t);
    const url = await deadAddress();

    await assert.rejects(directoryOf(domain, { urls: [url] }).check(pairs), (error) => {
      assert.ok(error instanceof Error && 'code' in error);
      assert.equal(error.code, 'directory-unreachable');
      assert.match(error.message, new RegExp(`${url}.*ECONNREFUSED`));
      return true;
    });
  });

  it('does not hold the check longer than the deadline', async (t) => {
    const domain = await startDomain(t);
    const urls = await Promise.all([1, 2, 3, 4].map(() => startBlackHole(t)));
    const elapsed = stopwatch();

    await assert.rejects(directoryOf(domain, { urls, deadlineMs: 450 }).check(pairs), {
      code: 'directory-unreachable',
    });

    assert.ok(elapsed() < 1500);
  });

  it('cannot hold it by answering for ever either', async (t) => {
    const journal = new Journal();
    const domain = await startDomain(t, { journal });
    const url = await startFakeController(t, journal, (socket, id) => {
      const timer = setInterval(() => {
        socket.write(Buffer.from([0x30, 9, 2, 1, id, 0x64, 4, 4, 0, 0x30, 0]));
      }, 50);
      socket.on('close', () => clearInterval(timer));
    });

    await assert.rejects(
      directoryOf(domain, { urls: [url], timeoutMs: 60_000, deadlineMs: 500 }).check(pairs),
      { code: 'directory-unreachable', detail: /before the deadline/ },
    );
  });

  it('does no harm to the next check', async (t) => {
    const journal = new Journal();
    const domain = await startDomain(t, { journal });
    let searches = 0;
    const flakyUrl = await startFakeController(t, journal, (socket, id) => {
      searches += 1;
      socket.write(Buffer.from([0x30, 0x82, 0x10, 0x00, 2, 1, id, 0x64]));
      socket.destroy();
    });
    const directory = directoryOf(domain, { urls: [flakyUrl, domain.url] });

    const states = [];
    for (let round = 0; round < 3; round += 1) {
      states.push((await directory.check(pairs))[0]?.state);
    }

    assert.deepEqual(states, ['group-missing', 'group-missing', 'group-missing']);
    assert.equal(searches, 3);
  });
});

describe('a domain controller that cannot be trusted', () => {
  it('is not asked when another authority signed its certificate', async (t) => {
    const domain = await startDomain(t);
    const other = await startDomain(t);

    await assert.rejects(directoryOf({ ...domain, ca: other.ca }).check(pairs), {
      code: 'directory-not-secure',
    });
  });

  it('is not asked when it is not the one that was meant', async (t) => {
    const domain = await startDomain(t);
    const urls = [domain.url.replace('127.0.0.1', 'localhost')];

    await assert.rejects(directoryOf(domain, { urls }).check(pairs), {
      code: 'directory-not-secure',
    });
  });
});

describe('an account that is refused', () => {
  it('is said to be so, and no other controller is tried with it', async (t) => {
    const binds: string[] = [];
    const domain = await startDomain(t, { onRequest: (operation) => binds.push(operation) });
    const directory = directoryOf(domain, { urls: [domain.url, domain.url], password: 'wrong' });

    await assert.rejects(directory.check(pairs), {
      code: 'directory-refused-credentials',
      detail: /the name or the password is wrong/,
    });
    assert.deepEqual(
      binds.filter((operation) => operation === 'bind'),
      ['bind'],
    );
  });

  it('keeps the password out of every message', async (t) => {
    const domain = await startDomain(t);
    const directory = directoryOf(domain, { password: 'Secret-4711' });

    await assert.rejects(directory.check(pairs), (error) => {
      assert.doesNotMatch(String(error) + JSON.stringify(error), /Secret-4711/);
      return true;
    });
  });
});
