import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { readAgentConfig } from '../../src/agent/config.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import { toPublicJwk } from '../../src/onprem/agent/request-signature.ts';
import { newKey } from '../support/agent-world.ts';

const root = new URL('../../', import.meta.url);
const guid = '5d1f0a52-6f6b-4f0c-9a1e-7f6a0c5f7b21';
const key = newKey('site-1');
const keys = JSON.stringify({ keys: [toPublicJwk(key)] });

const agent = {
  AGENT_BOT_URL: 'https://bot.example.com',
  AGENT_ID: 'site-1',
  AGENT_KEY_FILE: 'key.pem',
  AGENT_CREDENTIAL: 'managed-identity',
  AGENT_AUDIENCE: guid,
  AGENT_SYNC: 'powershell',
};
const bot = {
  SYNC_MODE: 'agent',
  AGENT_KEYS: keys,
  AGENT_TENANT_ID: guid,
  AGENT_AUDIENCE: guid,
  AGENT_CLIENT_IDS: guid,
};

function complaintsOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return assert.fail('these settings are wrong and were accepted');
}

async function importsOf(file: URL, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file.href)) {
    return seen;
  }
  seen.add(file.href);
  const source = await readFile(file, 'utf8');
  for (const [, what = ''] of source.matchAll(
    /^(?:import|export) (?!type )[^;]*?from '([^']+)';/gm,
  )) {
    if (what.startsWith('.')) {
      await importsOf(new URL(what, file), seen);
    } else {
      seen.add(what);
    }
  }
  return seen;
}

describe('the settings of the agent', () => {
  it('are enough with a bot, a key, a credential and something to do', () => {
    const { settings, sync, ad } = readAgentConfig({ ...agent, LOG_LEVEL: ' ' });

    assert.equal(settings.AGENT_CONCURRENCY, 2);
    assert.equal(ad.AD_MODE, 'none');
    assert.ok(sync.AGENT_SYNC === 'powershell');
    assert.match(sync.AGENT_SYNC_SCRIPT, /Invoke-WritebackAgent\.ps1$/);
  });

  it('are refused in one message that names every wrong variable and no value', () => {
    const message = complaintsOf(() =>
      readAgentConfig({
        AGENT_BOT_URL: 'http://hunter2.example.com',
        AGENT_ID: 'hunter2 hunter2',
        AGENT_CREDENTIAL: 'certificate',
        AD_MODE: 'direct',
        AD_URLS: 'ldap://hunter2',
        AGENT_SYNC: 'powershell',
        AGENT_SYNC_COMPUTER: 'hunter2; Remove-Item',
        AGENT_SYNC_TIMEOUT_SECONDS: '26',
      }),
    );

    for (const name of [
      'AGENT_BOT_URL',
      'AGENT_ID',
      'AGENT_KEY_FILE',
      'AGENT_AUDIENCE',
      'AGENT_TENANT_ID',
      'AGENT_CLIENT_ID',
      'AGENT_CERTIFICATE_FILE',
      'AD_URLS',
      'AD_BIND_DN',
      'SECRET_AD_BIND_PASSWORD',
      'AGENT_SYNC_COMPUTER',
      'AGENT_SYNC_TIMEOUT_SECONDS',
    ]) {
      assert.match(message, new RegExp(`^ {2}${name}: `, 'm'));
    }
    assert.doesNotMatch(message, /hunter2/);
  });

  it('are all described in env/.env.agent.example', async () => {
    const example = await readFile(new URL('env/.env.agent.example', root), 'utf8');
    const source = await readFile(new URL('src/agent/config.ts', root), 'utf8');
    const shared = await readFile(new URL('src/config-schema.ts', root), 'utf8');
    const direct = /const directAd = \{(.*?)\};/s.exec(shared)?.[1] ?? '';
    const names = `${source}${direct}`.match(/^\s+[A-Z][A-Z_]+(?=:)/gm) ?? [];

    assert.ok(names.length > 20);
    for (const name of names) {
      assert.match(example, new RegExp(`^#? ?${name.trim()}=`, 'm'), `${name} is not described`);
    }
  });

  it('and those of the bot are named in docs/agent.md as they are', async () => {
    const page = await readFile(new URL('docs/agent.md', root), 'utf8');
    const files = ['env/.env.agent.example', 'env/.env.example'];
    const examples = await Promise.all(files.map((file) => readFile(new URL(file, root), 'utf8')));
    const foreign = new Set(['HTTPS_PROXY', 'NODE_USE_ENV_PROXY']);

    const names = page.match(/(?<=`)[A-Z]+(?:_[A-Z]+)+(?=[=`])/g) ?? [];

    assert.ok(names.length > 15);
    for (const name of names.filter((given) => !foreign.has(given))) {
      assert.match(examples.join('\n'), new RegExp(`^#? ?${name}=`, 'm'), name);
    }
  });
});

describe('the settings of a bot with agents', () => {
  it('ask for nothing while nothing is left to agents', () => {
    assert.deepEqual(readConfig({}).agent, { AGENT_AUTH: 'off' });
  });

  it('take the keys as the agent prints them', () => {
    const config = readConfig(bot);

    assert.ok(config.agent.AGENT_AUTH === 'entra');
    assert.deepEqual(config.agent.AGENT_KEYS.keys, [toPublicJwk(key)]);
    assert.equal(config.agent.AGENT_ROLE, 'Agent.Run');
  });

  it('need everything by which a token is judged', () => {
    const message = complaintsOf(() => readConfig({ AD_MODE: 'agent' }));

    for (const name of ['AGENT_KEYS', 'AGENT_TENANT_ID', 'AGENT_AUDIENCE', 'AGENT_CLIENT_IDS']) {
      assert.match(message, new RegExp(`^ {2}${name}: is missing$`, 'm'));
    }
  });

  for (const [title, value] of [
    ['text', 'hunter2'],
    ['an empty set', '{"keys":[]}'],
    ['an agent twice', JSON.stringify({ keys: [toPublicJwk(key), toPublicJwk(key)] })],
    ['a short RSA key', '{"keys":[{"kid":"site-1","kty":"RSA","n":"AQAB","e":"AQAB"}]}'],
    ['a shared secret', '{"keys":[{"kid":"site-1","kty":"oct","k":"AQAB"}]}'],
  ] as const) {
    it(`do not take ${title} for keys`, () => {
      assert.match(
        complaintsOf(() => readConfig({ ...bot, AGENT_KEYS: value })),
        /^ {2}AGENT_KEYS: /m,
      );
    });
  }

  it('leave signatures alone to the sandbox', () => {
    const real = {
      CHANNEL_MODE: 'teams',
      BOT_ID: guid,
      BOT_TENANT_ID: guid,
      BOT_CREDENTIAL: 'managed-identity',
      APPROVERS: guid,
      ADMINISTRATORS: guid,
    };
    const signed = { SYNC_MODE: 'agent', AGENT_AUTH: 'key', AGENT_KEYS: keys };

    assert.equal(readConfig(signed).agent.AGENT_AUTH, 'key');
    assert.match(
      complaintsOf(() => readConfig({ ...real, ...signed })),
      /^ {2}AGENT_AUTH: must be entra while CHANNEL_MODE is teams$/m,
    );
  });
});

describe('the program of the agent', () => {
  it('loads nothing of the bot, its SDK, its database or the sandbox', async () => {
    const loaded = await importsOf(new URL('src/agent/main.ts', root));

    assert.ok(loaded.has('@azure/identity') && loaded.has('ldapts'));
    const foreign = [...loaded].filter((name) =>
      /botbuilder|botframework|restify|adaptivecards|dbos|kysely|^pg$|graph-client|\/src\/(?:teams|store|engine|sandbox|setup)\//.test(
        name,
      ),
    );
    assert.deepEqual(foreign, []);
  });
});
