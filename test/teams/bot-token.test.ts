import assert from 'node:assert/strict';
import { generateKeyPairSync, verify } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { wallClock } from '../../src/compose/clock.ts';
import { createBotToken } from '../../src/teams/bot-token.ts';
import type { BotCredential, TeamsChannel } from '../../src/teams/channel.ts';
import { governmentCloud } from '../../src/teams/cloud.ts';
import { appId, type OwnChannel, startOwnChannel } from '../support/own-channel.ts';
import { tenantId } from '../support/requests.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const certificate: BotCredential = {
  kind: 'certificate',
  thumbprint: 'AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

describe("the bot's own token", () => {
  const trusted = getCACertificates();
  let own: OwnChannel;

  before(async () => {
    own = await startOwnChannel();
    setDefaultCACertificates([...trusted, own.ca]);
  });

  after(async () => {
    setDefaultCACertificates(trusted);
    await own.close();
  });

  function channelWith(credential: BotCredential): TeamsChannel {
    return {
      kind: 'teams',
      appId,
      tenantId,
      appType: 'SingleTenant',
      credential,
      cloud: own.cloud,
      time: wallClock,
    };
  }

  it('is asked for once, however many want it at once, and kept', async () => {
    const token = createBotToken(channelWith({ kind: 'secret', password: 'not a real one' }));
    const asked = own.tokenForms.length;

    const tokens = await Promise.all([token.get(), token.get(), token.get()]);

    assert.equal(new Set([...tokens, await token.get()]).size, 1);
    assert.equal(own.tokenForms.length, asked + 1);
  });

  it('is renewed when it was refused, once for all who hold the refused one', async () => {
    const token = createBotToken(channelWith({ kind: 'secret', password: 'not a real one' }));
    const refused = await token.get();

    const renewed = await token.renew(refused);

    assert.notEqual(renewed, refused);
    assert.equal(await token.renew(refused), renewed);
    assert.equal(await token.get(), renewed);
  });

  it('is given for a statement that the certificate signed', async () => {
    const token = createBotToken(channelWith(certificate));

    await token.get();

    const form = own.tokenForms.at(-1);
    const [header = '', claims = '', signature = ''] =
      form?.get('client_assertion')?.split('.') ?? [];
    const signed = Buffer.from(`${header}.${claims}`);
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    assert.ok(verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url')));
    assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), {
      alg: 'RS256',
      typ: 'JWT',
      x5t: 'q83vASNFZ4mrze8BI0VniavN7wE',
    });
    assert.deepEqual([said['iss'], said['sub']], [appId, appId]);
    assert.match(String(said['aud']), new RegExp(`^https://127.*/${tenantId}/oauth2/v2.0/token$`));
  });

  for (const credential of [
    { kind: 'secret', password: 'not a real one' },
    certificate,
    { kind: 'managed-identity' },
    { kind: 'federated', managedIdentityClientId: appId },
  ] as const) {
    it(`is prepared for ${credential.kind} in each cloud without asking anybody`, () => {
      const asked = own.tokenForms.length;

      for (const cloud of [undefined, governmentCloud, own.cloud]) {
        assert.equal(typeof createBotToken({ ...channelWith(credential), cloud }).get, 'function');
      }

      assert.equal(own.tokenForms.length, asked);
    });
  }
});
