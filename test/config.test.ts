import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { ConfigError, readConfig } from '../src/config.ts';

const guid = '5d1f0a52-6f6b-4f0c-9a1e-7f6a0c5f7b21';

const real = {
  CHANNEL_MODE: 'teams',
  BOT_ID: guid,
  BOT_TENANT_ID: guid,
  BOT_CREDENTIAL: 'secret',
  SECRET_BOT_PASSWORD: 'hunter2',
  APPROVERS: `${guid}, ${guid}`,
  ADMINISTRATORS: guid,
};

function complaintsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return assert.fail('these settings are wrong and were accepted');
}

describe('reading the settings', () => {
  it('chooses the sandbox for every part when nothing is said', () => {
    const config = readConfig({ PORT: '', CHANNEL_MODE: ' ' });

    assert.deepEqual(
      [
        config.channel.CHANNEL_MODE,
        config.graph.GRAPH_MODE,
        config.ad.AD_MODE,
        config.sync.SYNC_MODE,
        config.settings.DATABASE_URL,
      ],
      ['sandbox', 'sandbox', 'sandbox', 'sandbox', undefined],
    );
  });

  it('names every wrong variable in one message and no value', () => {
    const message = complaintsOf({
      PORT: 'hunter2',
      DATABASE_URL: 'mysql://hunter2',
      CHANNEL_MODE: 'teams',
      GRAPH_MODE: 'graph',
      GRAPH_CREDENTIAL: 'hunter2',
      AD_MODE: 'direct',
      AD_URLS: 'ldap://hunter2',
      SYNC_MODE: 'hunter2',
    });

    for (const name of ['PORT', 'DATABASE_URL', 'BOT_ID', 'BOT_TENANT_ID', 'BOT_CREDENTIAL']) {
      assert.match(message, new RegExp(`^ {2}${name}: `, 'm'));
    }
    for (const name of [
      'GRAPH_CREDENTIAL',
      'AD_URLS',
      'AD_BIND_DN',
      'AD_WRITEBACK_OU',
      'SYNC_MODE',
    ]) {
      assert.match(message, new RegExp(`^ {2}${name}: `, 'm'));
    }
    assert.doesNotMatch(message, /hunter2/);
  });

  it('takes each part on its own', () => {
    const config = readConfig({ ...real, SYNC_MODE: 'entra' });

    assert.equal(config.channel.CHANNEL_MODE, 'teams');
    assert.equal(config.graph.GRAPH_MODE, 'sandbox');
    assert.equal(config.sync.SYNC_MODE, 'entra');
  });

  it('refuses a real channel without somebody to approve', () => {
    const { APPROVERS: _, ...rest } = real;

    assert.match(complaintsOf(rest), /^ {2}APPROVERS: is missing$/m);
  });

  for (const [kind, missing] of [
    ['certificate', 'GRAPH_CERTIFICATE_FILE'],
    ['federated', 'GRAPH_TOKEN_FILE'],
    ['secret', 'SECRET_GRAPH_CLIENT_SECRET'],
  ] as const) {
    it(`names ${missing} when Graph's credential is ${kind} and it is missing`, () => {
      const message = complaintsOf({
        GRAPH_MODE: 'graph',
        GRAPH_CREDENTIAL: kind,
        GRAPH_TENANT_ID: guid,
        GRAPH_CLIENT_ID: guid,
      });

      assert.match(message, new RegExp(`^ {2}${missing}: is missing$`, 'm'));
    });
  }

  it('refuses to listen beyond this machine while nobody is authenticated', () => {
    assert.match(complaintsOf({ HOST: '0.0.0.0' }), /^ {2}HOST: must be 127\.0\.0\.1/m);
  });

  it('finds every variable described in env/.env.example', async () => {
    const example = await readFile('env/.env.example', 'utf8');
    const schema = await readFile('src/config-schema.ts', 'utf8');
    const names = new Set(schema.match(/^\s+[A-Z][A-Z_]+(?=[:,])/gm)?.map((name) => name.trim()));
    for (const [name] of schema.matchAll(/GRAPH_(?:TENANT|CLIENT)_ID/g)) {
      names.add(name);
    }

    assert.ok(names.size > 30);
    for (const name of names) {
      assert.match(example, new RegExp(`^#? ?${name}=`, 'm'), `${name} is not described`);
    }
  });
});
