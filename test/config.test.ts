import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { ConfigError, readConfig } from '../src/config.ts';
import { findMisspelt } from '../src/config-names.ts';

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
  it('complains in plain words, and says which value of a list is wrong', () => {
    const complaints = complaintsOf({
      APPROVERS: `${guid}, somebody`,
      LOG_LEVEL: 'loud',
      DRIFT_HOUR: '24',
      MAXIMUM_DAYS: '0',
      MAXIMUM_OPEN_REQUESTS: 'many',
      SENDS_PER_SECOND: '4',
      CATALOG_NAME: 'x'.repeat(256),
    });

    assert.deepEqual(complaints.split('\n').slice(1, -1), [
      '  LOG_LEVEL: must be one of silent, error, warn, info, debug',
      '  APPROVERS: must be a GUID (see value 2)',
      '  CATALOG_NAME: must be at most 255 characters',
      '  MAXIMUM_DAYS: must be a number of days, 1 to 3650',
      '  MAXIMUM_OPEN_REQUESTS: must be a number of requests, 1 to 10000, or no',
      '  DRIFT_HOUR: must be an hour, 0 to 23',
      '  SENDS_PER_SECOND: must be a number of messages, at least 5',
    ]);
  });

  it('finds variables whose names are nearly those of settings, and says nothing of others', () => {
    const env = { APROVERS: 'x', GRAPH_MOED: 'graph', AD_BIND_DM: 'y', APPROVERS: 'z' };

    assert.deepEqual(findMisspelt(env), [
      'APROVERS (APPROVERS?)',
      'GRAPH_MOED (GRAPH_MODE?)',
      'AD_BIND_DM (AD_BIND_DN?)',
    ]);
    assert.deepEqual(findMisspelt({ PATH: '', HOME: '', LANG: '', PWD: '', HOSTNAME: '' }), []);
  });

  it('takes object ids for the same however their letters are written', () => {
    const capitals = 'ABCDEF00-0000-4000-8000-00000000000F';
    const config = readConfig({
      ADMINISTRATORS: capitals,
      APPROVERS: `${capitals.toLowerCase()}, ${capitals}`,
    });

    const small = capitals.toLowerCase();
    assert.deepEqual(config.settings.ADMINISTRATORS, [small]);
    assert.deepEqual(config.settings.APPROVERS, [small, small]);
  });

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

  it('reads the engines of the sandbox, and none of them where none is named', () => {
    const { settings } = readConfig({ SANDBOX_ENGINES: 'connect-v1, cloud-sync' });

    assert.deepEqual(settings.SANDBOX_ENGINES, ['connect-v1', 'cloud-sync']);
    assert.equal(readConfig({}).settings.SANDBOX_ENGINES, undefined);
    assert.match(complaintsOf({ SANDBOX_ENGINES: 'adfs' }), /SANDBOX_ENGINES: must be connect-v1/);
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

  it('refuses to install an app that it is not told the id of', () => {
    const graph = {
      GRAPH_MODE: 'graph',
      GRAPH_CREDENTIAL: 'managed-identity',
      APP_INSTALL: 'graph',
    };

    assert.match(complaintsOf({ ...real, ...graph }), /^ {2}TEAMS_APP_ID: is missing while/m);
    assert.equal(
      readConfig({ ...real, ...graph, TEAMS_APP_ID: guid }).settings.APP_INSTALL,
      'graph',
    );
  });

  it('refuses a real channel without somebody to approve', () => {
    const { APPROVERS: _, ...rest } = real;

    assert.match(complaintsOf(rest), /^ {2}APPROVERS: is missing$/m);
  });

  it('takes a policy file instead of a list of approvers', () => {
    const { APPROVERS: _, ...rest } = real;
    const { settings } = readConfig({ ...rest, APPROVAL_POLICY_FILE: 'policy.yaml' });

    assert.equal(settings.APPROVAL_POLICY_FILE, 'policy.yaml');
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

  const cloud = {
    ToChannelFromBotLoginUrl: 'https://login.cloud.test/tenant',
    ToChannelFromBotOAuthScope: 'https://api.cloud.test',
    ToBotFromChannelTokenIssuer: 'https://api.cloud.test',
    ToBotFromChannelOpenIdMetadataUrl: 'https://login.cloud.test/openidconfiguration',
  };

  it('takes the endpoints of another cloud under the names of botbuilder', () => {
    const { channel } = readConfig({ ...real, ...cloud, ValidateAuthority: 'false' });

    assert.ok(channel.CHANNEL_MODE === 'teams');
    assert.deepEqual(channel.cloud, { ...cloud, ValidateAuthority: false });
  });

  for (const name of Object.keys(cloud)) {
    it(`asks for ${name} when the other endpoints of a cloud are given`, () => {
      const message = complaintsOf({ ...real, ...cloud, [name]: '' });

      assert.match(
        message,
        new RegExp(`^ {2}${name}: missing; set .* together or not at all$`, 'm'),
      );
      assert.equal(message.split('\n').length, 3);
    });
  }

  it('takes the older name of the metadata, but not alone', () => {
    const { ToBotFromChannelOpenIdMetadataUrl: BotOpenIdMetadata, ...rest } = cloud;

    assert.ok(readConfig({ ...real, ...rest, BotOpenIdMetadata }));
    assert.match(
      complaintsOf({ ...real, BotOpenIdMetadata }),
      /^ {2}ToChannelFromBotLoginUrl, .*: missing/m,
    );
  });

  it('takes one word for the cloud of the US government, and nothing beside it', () => {
    const ChannelService = 'https://botframework.azure.us';

    assert.ok(readConfig({ ...real, ChannelService }));
    assert.match(
      complaintsOf({ ...real, ...cloud, ChannelService }),
      /^ {2}ChannelService: must be absent/m,
    );
    assert.match(
      complaintsOf({ ...real, ChannelService: 'https://elsewhere.test' }),
      /^ {2}ChannelService: must be/m,
    );
  });

  for (const [name, value] of [
    ['ToBotFromChannelOpenIdMetadataUrl', 'http://login.cloud.test/openidconfiguration'],
    ['ToChannelFromBotLoginUrl', 'http://login.cloud.test/tenant'],
    ['ALLOWED_SERVICE_URLS', 'http://smba.trafficmanager.net'],
    ['ALLOWED_SERVICE_URLS', 'https://smba.trafficmanager.net/emea'],
    ['DEFAULT_SERVICE_URL', 'http://smba.trafficmanager.net/teams/'],
  ] as const) {
    it(`refuses ${name}=${value}`, () => {
      assert.match(
        complaintsOf({ ...real, ...cloud, [name]: value }),
        new RegExp(`^ {2}${name}: must be`, 'm'),
      );
    });
  }

  it('refuses to listen beyond this machine while nobody is authenticated', () => {
    assert.match(complaintsOf({ HOST: '0.0.0.0' }), /^ {2}HOST: must be 127\.0\.0\.1/m);
  });

  it('finds every variable described in env/.env.example', async () => {
    const example = await readFile('env/.env.example', 'utf8');
    const files = ['src/config-schema.ts', 'src/config-channel.ts', 'src/config-agent.ts'];
    const schema = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('');
    const names = new Set(
      schema
        .match(/^\s+(?:[A-Z][A-Z_]+|(?:[A-Z]+[a-z]+){2,})(?=[:,])/gm)
        ?.map((name) => name.trim()),
    );
    for (const [name] of schema.matchAll(/GRAPH_(?:TENANT|CLIENT)_ID/g)) {
      names.add(name);
    }

    assert.ok(names.size > 45);
    assert.ok(names.has('ToBotFromChannelTokenIssuer'));
    for (const name of names) {
      assert.match(example, new RegExp(`^#? ?${name}=`, 'm'), `${name} is not described`);
    }
  });
});
