import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import {
  createTokenCheck,
  type TokenCheck,
  TokenKeysUnreachable,
  TokenRefused,
} from '../../src/onprem/agent/agent-token.ts';
import { agentDatabase, newKey, pollBody, send, startBot, wall } from '../support/agent-world.ts';

const tenantId = '7c1a1c3e-4d5f-4a68-9c67-0d6f1a2b3c4d';
const audience = '0b8f6c1d-2e3a-4b5c-8d7e-9f0a1b2c3d4e';
const clientId = '1c9e7d2f-3a4b-4c5d-9e8f-0a1b2c3d4e5f';
const issuer = `https://login.entra.test/${tenantId}/v2.0`;

const entra = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const now = Math.floor(wall.now().getTime() / 1000);

const claims = {
  iss: issuer,
  aud: audience,
  tid: tenantId,
  azp: clientId,
  roles: ['Agent.Run'],
  nbf: now - 60,
  exp: now + 3600,
};

async function startKeys(t: TestContext, status = 200): Promise<string> {
  const jwk = { ...(await exportJWK(entra.publicKey)), kid: 'entra-1', use: 'sig' };
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/keys`;
}

function checkWith(keysUrl: string): TokenCheck {
  const rules = { tenantId, audience, clientIds: [clientId], role: 'Agent.Run', issuer };
  return createTokenCheck({ ...rules, keysUrl, time: wall });
}

async function bearer(
  given: JWTPayload,
  { key = entra.privateKey, alg = 'RS256', kid = 'entra-1' } = {},
): Promise<string> {
  return `Bearer ${await new SignJWT(given).setProtectedHeader({ alg, kid }).sign(key)}`;
}

describe('the token of an agent', () => {
  it('is believed with the role, for this bot, from this tenant', async (t) => {
    await checkWith(await startKeys(t))(await bearer(claims));
  });

  const { roles: _roles, ...withoutRoles } = claims;
  const { exp: _exp, ...endless } = claims;
  const { tid: _tid, ...withoutTenant } = claims;
  const { azp: _azp, ...withoutClient } = claims;
  for (const [title, wrong] of [
    ['for another audience', { ...claims, aud: clientId }],
    ['of another issuer', { ...claims, iss: issuer.replace('entra', 'elsewhere') }],
    ['of another tenant', { ...claims, tid: audience }],
    ['without a tenant', withoutTenant],
    ['with another role', { ...claims, roles: ['Agent.Read'] }],
    ['without roles', withoutRoles],
    ['with a role as a text', { ...claims, roles: 'Agent.Run' }],
    ['of another application', { ...claims, azp: audience }],
    ['without an application', withoutClient],
    ['that has expired', { ...claims, exp: now - 301 }],
    ['without an end', endless],
    ['that is not valid yet', { ...claims, nbf: now + 400 }],
  ] as const) {
    it(`is refused ${title}`, async (t) => {
      const check = checkWith(await startKeys(t));

      await assert.rejects(check(await bearer(wrong)), TokenRefused);
    });
  }

  it('is refused with a signature of another key, another algorithm, or none', async (t) => {
    const check = checkWith(await startKeys(t));
    const { privateKey: pss } = await generateKeyPair('PS256');
    const forgeries = [
      await bearer(claims, { key: stranger.privateKey }),
      await bearer(claims, { key: stranger.privateKey, kid: 'other' }),
      await bearer(claims, { key: pss, alg: 'PS256' }),
      `Bearer ${new UnsecuredJWT(claims).encode()}`,
      'Bearer x',
      'Basic abc',
      '',
    ];

    for (const authorization of forgeries) {
      await assert.rejects(check(authorization), TokenRefused);
    }
  });

  it('is believed by nobody while the keys of Entra cannot be read', async (t) => {
    const failing = await startKeys(t, 500);

    for (const url of [failing, 'http://127.0.0.1:9/keys']) {
      await assert.rejects(checkWith(url)(await bearer(claims)), TokenKeysUnreachable);
    }
  });

  it('is needed beside the signature, and its refusal has no words', async (t) => {
    const database = await agentDatabase(t);
    const key = newKey('site-1');
    const caller = { checkToken: checkWith(await startKeys(t)) };
    const bot = await startBot(t, database, { keys: [key], caller, holdMs: 50 });

    const without = await send(bot, { body: pollBody, key });
    const wrong = await send(bot, {
      body: pollBody,
      key,
      authorization: await bearer({ ...claims, roles: [] }),
    });
    const right = await send(bot, { body: pollBody, key, authorization: await bearer(claims) });

    assert.deepEqual([without.status, wrong.status, right.status], [401, 401, 204]);
    assert.equal(await wrong.text(), '');
    assert.deepEqual(bot.log.messages('warn'), [
      'a caller could not prove to be an agent',
      'a caller could not prove to be an agent',
    ]);
  });

  it('cannot be judged without keys, which is not the fault of the agent', async (t) => {
    const database = await agentDatabase(t);
    const key = newKey('site-1');
    const caller = { checkToken: checkWith('http://127.0.0.1:9/keys') };
    const bot = await startBot(t, database, { keys: [key], caller });

    const response = await send(bot, {
      body: pollBody,
      key,
      authorization: await bearer(claims),
    });

    assert.equal(response.status, 503);
  });
});
