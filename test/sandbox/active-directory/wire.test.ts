import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { connect } from 'node:tls';
import fc from 'fast-check';
import {
  decode,
  firstElementLength,
  integer,
  octets,
  sequence,
  toInteger,
} from '../../../src/sandbox/active-directory/ber.ts';
import {
  dnKey,
  escapeRdnValue,
  parseDn,
} from '../../../src/sandbox/active-directory/distinguished-name.ts';
import { bindAs, startDomain } from '../../support/active-directory.ts';

describe('the encoding of LDAP messages', () => {
  it('gives integers back', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        const [decoded] = decode(integer(value));

        assert.equal(decoded === undefined ? undefined : toInteger(decoded), value);
      }),
    );
  });

  it('gives nested octets of any length back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
        const message = sequence(octets(Buffer.from(bytes)));

        assert.equal(firstElementLength(message), message.length);
        assert.deepEqual(decode(message)[0]?.children[0]?.content, Buffer.from(bytes));
      }),
      { numRuns: 30 },
    );
  });

  it('refuses what is cut off, endless or too deep, and never hangs on noise', () => {
    assert.throws(() => decode(Buffer.from('3005', 'hex')), RangeError);
    assert.throws(() => firstElementLength(Buffer.from('3080', 'hex')), RangeError);
    assert.throws(() => firstElementLength(Buffer.from('3084ffffffff', 'hex')), RangeError);
    let deep = octets('x');
    for (let level = 0; level < 70; level += 1) {
      deep = sequence(deep);
    }
    assert.throws(() => decode(deep), RangeError);
  });
});

describe('distinguished names', () => {
  it('keep any value through escape and parse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        fc.pre(value.trim() !== '');
        const [own, parent] = parseDn(`CN=${escapeRdnValue(value)},DC=test`);

        assert.deepEqual(
          [own, parent],
          [
            { type: 'CN', value },
            { type: 'DC', value: 'test' },
          ],
        );
      }),
    );
  });

  for (const value of ['\u3000a\u00A0', '\\ ', '! ', ' # ']) {
    it(`keep ${JSON.stringify(value)}`, () => {
      assert.deepEqual(parseDn(`CN=${escapeRdnValue(value)},DC=test`)[0], { type: 'CN', value });
    });
  }

  it('are equal however they are escaped', () => {
    assert.equal(
      dnKey(String.raw`CN=Sales\2C EU, DC=test`),
      dnKey(String.raw`cn=sales\, eu,dc=TEST`),
    );
    assert.equal(dnKey(String.raw`CN=Caf\C3\A9,DC=test`), dnKey('CN=Café,DC=test'));
  });
});

describe('a client that does not speak LDAP', () => {
  it('is disconnected, and the others go on', async (t) => {
    const domain = await startDomain(t);
    const reader = await bindAs(t, domain, 'reader');
    const stranger = connect({
      port: Number(new URL(domain.url).port),
      host: '127.0.0.1',
      ca: domain.ca,
    });
    stranger.on('error', () => {});
    await once(stranger, 'secureConnect');

    stranger.write('GET / HTTP/1.1\r\nHost: dc1\r\n\r\n');
    await once(stranger, 'close');

    const { searchEntries } = await reader.search(domain.writebackOu, { scope: 'base' });
    assert.equal(searchEntries.length, 1);
  });
});
