import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Attribute,
  Change,
  Client,
  InvalidCredentialsError,
  OperationsError,
  StrongAuthRequiredError,
} from 'ldapts';
import { bindAs, newClient, onPremises, startDomain } from '../../support/active-directory.ts';

function replace(type: string, value: string): Change {
  const modification = new Attribute({ type, values: [value] });
  return new Change({ operation: 'replace', modification });
}

function setPassword(password: string): Change {
  const values = [Buffer.from(`"${password}"`, 'utf16le')];
  const modification = new Attribute({ type: 'unicodePwd', values });
  return new Change({ operation: 'replace', modification });
}

describe('binding to the sandbox directory', () => {
  it('works by DN, by user principal name and by the name before Windows 2000', async (t) => {
    const domain = await startDomain(t);
    const { bindDn, password } = domain.reader;

    for (const name of [
      bindDn,
      'svc-writeback-read@corp.contoso.test',
      'CONTOSO\\svc-writeback-read',
    ]) {
      const client = newClient(t, domain);
      await client.bind(name, password);

      assert.equal(client.isBound, true);
    }
  });

  it('is refused with 52e for a wrong password, an unknown name and an empty password', async (t) => {
    const domain = await startDomain(t);
    const cases = [
      [domain.reader.bindDn, 'wrong'],
      ['CN=Nobody,DC=corp,DC=contoso,DC=test', 'wrong'],
      [domain.reader.bindDn, ''],
      [onPremises('rita').dn, 'she has no password here'],
    ] as const;

    for (const [name, password] of cases) {
      await assert.rejects(newClient(t, domain).bind(name, password), (error) => {
        assert.ok(error instanceof InvalidCredentialsError);
        assert.match(error.message, /80090308.*data 52e/);
        return true;
      });
    }
  });

  for (const { attribute, value, data } of [
    { attribute: 'userAccountControl', value: '514', data: '533' },
    { attribute: 'pwdLastSet', value: '0', data: '773' },
  ]) {
    it(`is refused with ${data} where ${attribute} is ${value}`, async (t) => {
      const domain = await startDomain(t);
      const administrator = await bindAs(t, domain, 'administrator');
      const { dn } = onPremises('ada');
      await administrator.modify(dn, [setPassword('Correct1!'), replace(attribute, value)]);

      await assert.rejects(newClient(t, domain).bind(dn, 'Correct1!'), new RegExp(`data ${data}`));
    });
  }

  it('is required before a search', async (t) => {
    const domain = await startDomain(t);

    await assert.rejects(newClient(t, domain).search(domain.searchBase), (error) => {
      assert.ok(error instanceof OperationsError);
      assert.match(error.message, /000004DC/);
      return true;
    });
  });

  it('is not required to read what the server says of itself', async (t) => {
    const domain = await startDomain(t);

    const { searchEntries } = await newClient(t, domain).search('', { scope: 'base' });

    assert.equal(searchEntries[0]?.['dnsHostName'], 'dc1.corp.contoso.test');
    assert.equal(searchEntries[0]?.['defaultNamingContext'], domain.searchBase);
  });

  it('needs encryption: plain LDAP is refused until StartTLS', async (t) => {
    const domain = await startDomain(t, { plain: true });
    const { bindDn, password } = domain.reader;
    const url = domain.plainUrl ?? '';
    const plain = new Client({ url, timeout: 5000, connectTimeout: 2000 });
    t.after(() => plain.unbind());

    await assert.rejects(plain.bind(bindDn, password), StrongAuthRequiredError);
    await plain.startTLS({ ca: [domain.ca], servername: 'dc1.corp.contoso.test' });
    await plain.bind(bindDn, password);

    assert.equal(plain.isBound, true);
  });
});

describe('trusting the sandbox directory', () => {
  it('is impossible without its authority', async (t) => {
    const domain = await startDomain(t);
    const client = newClient(t, domain, { tlsOptions: {} });

    await assert.rejects(client.bind(domain.reader.bindDn, domain.reader.password), {
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
  });

  it('is impossible under another name', async (t) => {
    const domain = await startDomain(t);
    const client = newClient(t, domain, {
      tlsOptions: { ca: [domain.ca], servername: 'evil.test' },
    });

    await assert.rejects(client.bind(domain.reader.bindDn, domain.reader.password), {
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  it('works by its DNS name too', async (t) => {
    const domain = await startDomain(t);
    const tlsOptions = { ca: [domain.ca], servername: 'dc1.corp.contoso.test' };
    const client = newClient(t, domain, { tlsOptions });

    await client.bind(domain.reader.bindDn, domain.reader.password);

    assert.equal(client.isBound, true);
  });
});
