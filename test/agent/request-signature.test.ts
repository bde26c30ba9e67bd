import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyPairKeyObjectResult, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { CompactSign } from 'jose';
import { AgentId } from '../../src/domain/agent-protocol.ts';
import {
  readAgentKey,
  SignatureRefused,
  signRequest,
  toPublicJwk,
  verifyRequest,
} from '../../src/onprem/agent/request-signature.ts';
import { newKey } from '../support/agent-world.ts';

const body = '{"verbs":["sync.status"]}';
const request = { method: 'POST' as const, path: '/agent/poll', iat: 1_700_000_000 };

function pemOf(kind: 'ed25519' | 'ec' | 'rsa' | 'p-384' | 'ed448'): string {
  return String(pairOf(kind).privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

function pairOf(kind: Parameters<typeof pemOf>[0]): KeyPairKeyObjectResult {
  switch (kind) {
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'ed448':
      return generateKeyPairSync('ed448');
    case 'ec':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'p-384':
      return generateKeyPairSync('ec', { namedCurve: 'P-384' });
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
  }
}

describe('signing a request of an agent', () => {
  for (const kind of ['ed25519', 'ec', 'rsa'] as const) {
    it(`is verified by the public half of a key of the kind ${kind}`, async () => {
      const key = readAgentKey(AgentId.parse('site-1'), pemOf(kind));
      const nonce = randomUUID();
      const signature = await signRequest(key, { ...request, nonce }, body);

      const verified = await verifyRequest({ keys: [toPublicJwk(key)] }, signature, {
        path: request.path,
        body,
      });

      assert.equal(verified.agentId, 'site-1');
      assert.equal(verified.signed.nonce, nonce);
      assert.equal(toPublicJwk(key)['d'], undefined);
    });
  }

  for (const kind of ['ed448', 'p-384'] as const) {
    it(`does not take a key of the kind ${kind}`, () => {
      assert.throws(() => readAgentKey(AgentId.parse('site-1'), pemOf(kind)), RangeError);
    });
  }

  const key = newKey('site-1');
  const keys = { keys: [toPublicJwk(key)] };

  for (const [what, changed] of [
    ['body', { path: request.path, body: `${body} ` }],
    ['path', { path: '/agent/result', body }],
  ] as const) {
    it(`refuses a signature of another ${what}`, async () => {
      const signature = await signRequest(key, { ...request, nonce: randomUUID() }, body);

      await assert.rejects(verifyRequest(keys, signature, changed), SignatureRefused);
    });
  }

  it('refuses a key that nobody knows, also under the name of a known agent', async () => {
    const stranger = newKey('site-1');
    const unknown = newKey('site-2');

    for (const other of [stranger, unknown]) {
      const signature = await signRequest(other, { ...request, nonce: randomUUID() }, body);
      await assert.rejects(
        verifyRequest(keys, signature, { path: request.path, body }),
        SignatureRefused,
      );
    }
  });

  it('refuses a signature that takes the public key for a shared secret', async () => {
    const { x = '' } = toPublicJwk(key);
    const signature = await new CompactSign(new TextEncoder().encode('{}'))
      .setProtectedHeader({ alg: 'HS256', kid: 'site-1' })
      .sign(Buffer.from(x, 'base64url'));

    await assert.rejects(
      verifyRequest(keys, signature, { path: request.path, body }),
      SignatureRefused,
    );
  });

  it('refuses what is no signature at all, and an unsigned one', async () => {
    const unsigned = `${Buffer.from('{"alg":"none","kid":"site-1"}').toString('base64url')}.e30.`;

    for (const signature of ['', 'x', '..', 'a.b.c', unsigned]) {
      await assert.rejects(
        verifyRequest(keys, signature, { path: request.path, body }),
        SignatureRefused,
      );
    }
  });
});
