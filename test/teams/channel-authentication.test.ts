import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { wallClock } from '../../src/compose/clock.ts';
import { type RunningServer, startServer } from '../../src/teams/server.ts';
import { createTeams } from '../../src/teams/teams-bot.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { MemoryConversations } from '../support/memory-conversations.ts';
import { noLists } from '../support/no-lists.ts';
import {
  appId,
  encode,
  type OwnChannel,
  seconds,
  startOwnChannel,
} from '../support/own-channel.ts';
import { rita, tenantId } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';
import {
  envelope,
  FakeUseCases,
  InstantClock,
  MemoryCards,
  wordsOf,
} from '../support/teams-world.ts';

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const otherTenant = '11111111-2222-4333-8444-555555555555';

/** The real server before a channel of our own: real keys, real tokens, a real login for the way back. */
class RealChannel implements AsyncDisposable {
  readonly useCases = new FakeUseCases();
  readonly conversations = new MemoryConversations();
  readonly log = new SilentLog();
  readonly own: OwnChannel;
  readonly connector: FakeConnector;
  readonly #server: RunningServer;

  private constructor(own: OwnChannel, connector: FakeConnector, server: RunningServer) {
    this.own = own;
    this.connector = connector;
    this.#server = server;
  }

  static async start(): Promise<RealChannel> {
    const own = await startOwnChannel();
    const connector = await startFakeConnector();
    const world: { channel?: RealChannel } = {};
    const parts = {
      useCases: new FakeUseCases(),
      conversations: new MemoryConversations(),
      log: new SilentLog(),
    };
    const { endpoint } = createTeams({
      lists: noLists,
      channel: {
        kind: 'teams',
        appId,
        tenantId,
        appType: 'SingleTenant',
        credential: { kind: 'secret', password: 'not a real one' },
        cloud: own.cloud,
        time: wallClock,
      },
      ...parts,
      cards: new MemoryCards(),
      requests: { get: (id) => Promise.reject(new Error(id)) },
      clock: new InstantClock(),
      newFormId: () => 'ffffffff-0000-4000-8000-000000000001',
      allowedServiceUrls: [new URL(connector.serviceUrl).origin],
    });
    const server = await startServer({ host: '127.0.0.1', port: 0, endpoint });
    world.channel = new RealChannel(own, connector, server);
    return Object.assign(world.channel, parts);
  }

  get serviceUrl(): string {
    return this.connector.serviceUrl;
  }

  /** A message of Rita's, changed as said. */
  activity(changes: object = {}): object {
    return { ...envelope(rita, this.serviceUrl), type: 'message', text: 'help', ...changes };
  }

  async post(
    authorization: string | undefined,
    activity: object = this.activity(),
  ): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(`http://127.0.0.1:${this.#server.port}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: JSON.stringify(activity),
    });
    return { status: response.status, text: await response.text() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.close();
    await this.connector.close();
    await this.own.close();
  }
}

describe('the channel', () => {
  const trusted = getCACertificates();
  let channel: RealChannel;
  let printed: string[];
  const write = process.stderr.write.bind(process.stderr);

  before(async () => {
    channel = await RealChannel.start();
    setDefaultCACertificates([...trusted, channel.own.ca]);
    process.stderr.write = (text: string | Uint8Array): boolean => {
      printed.push(String(text));
      return true;
    };
  });

  beforeEach(() => {
    printed = [];
  });

  after(async () => {
    process.stderr.write = write;
    setDefaultCACertificates(trusted);
    await channel[Symbol.asyncDispose]();
  });

  it('answers a call that carries its token, and shows a token of its own on the way back', async () => {
    const { status, text } = await channel.post(channel.own.authorize(channel.serviceUrl));

    assert.deepEqual([status, text], [200, '']);
    assert.match(wordsOf(channel.connector.sent.at(-1)), /request/i);
    assert.deepEqual(channel.connector.authorizations, ['Bearer bot-token-1']);
    const [form] = channel.own.tokenForms;
    assert.deepEqual(
      [form?.get('client_id'), form?.get('client_secret'), form?.get('scope')],
      [appId, 'not a real one', 'https://api.channel.writeback.test/.default'],
    );
  });

  it('asks for its own token once, however many answer at once', async () => {
    const forms = channel.own.tokenForms.length;

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => channel.post(channel.own.authorize(channel.serviceUrl))),
    );

    assert.ok(answers.every(({ status }) => status === 200));
    assert.equal(channel.own.tokenForms.length, forms);
    assert.equal(channel.own.keyFetches <= 2, true);
  });

  it('shows a new token when the Bot Connector refuses the old one, and says it once', async () => {
    const sent = channel.connector.sent.length;
    channel.connector.failNext('POST', { status: 401 });

    const { status } = await channel.post(channel.own.authorize(channel.serviceUrl));

    assert.equal(status, 200);
    assert.equal(channel.connector.sent.length, sent + 1);
    assert.match(channel.connector.authorizations.at(-1) ?? '', /^Bearer bot-token-\d+$/);
    assert.notEqual(
      channel.connector.authorizations.at(-1),
      channel.connector.authorizations.at(-2),
    );
  });

  type Call = (
    channel: RealChannel,
  ) => readonly [authorization: string | undefined, activity?: object];
  const refused: readonly { title: string; status: number; call: Call }[] = [
    { title: 'no token', status: 401, call: () => [undefined] },
    { title: 'another scheme', status: 401, call: () => ['Basic cml0YTpyaXRh'] },
    { title: 'two tokens', status: 401, call: (c) => [`${good(c)} ${good(c).slice(7)}`] },
    { title: 'a token that is none', status: 401, call: () => ['Bearer nonsense'] },
    ...claimed('an expired token', { exp: seconds() - 400 }),
    ...claimed('a token that is not valid yet', { nbf: later(), exp: later() + 600 }),
    ...claimed('a token without an end', { exp: undefined }),
    ...claimed('an end that is no number', { exp: String(later()) }),
    ...claimed('a token for another bot', { aud: otherTenant }),
    ...claimed('a token for nobody', { aud: undefined }),
    ...claimed('a token of another issuer', { iss: 'https://api.botframework.com' }),
    ...claimed('a token of the Emulator', {
      iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
      appid: appId,
      ver: '1.0',
    }),
    ...claimed('a token for another service URL', { serviceurl: 'https://elsewhere.test/' }),
    ...claimed('a token without a service URL', { serviceurl: undefined }),
    {
      title: 'an unsigned token',
      status: 401,
      call: (c) => [forged(c, { alg: 'none', typ: 'JWT' }, () => '')],
    },
    {
      title: 'an unsigned token with a signature',
      status: 401,
      call: (c) => [forged(c, { alg: 'none', kid: 'own-key-1' }, (signature) => signature)],
    },
    {
      title: 'a token signed with HMAC and the public key',
      status: 401,
      call: (c) => [c.own.authorizeByHmac(c.serviceUrl)],
    },
    {
      title: "another key's token under our key's name",
      status: 401,
      call: (c) => [c.own.authorize(c.serviceUrl, { key: stranger })],
    },
    {
      title: 'a key that nobody knows',
      status: 401,
      call: (c) => [c.own.authorize(c.serviceUrl, { key: stranger, header: { kid: 'x' } })],
    },
    {
      title: 'an extension that nobody knows',
      status: 401,
      call: (c) => [c.own.authorize(c.serviceUrl, { header: { crit: ['b64'] } })],
    },
    { title: 'a changed payload', status: 401, call: (c) => [tampered(c)] },
    { title: 'a cut signature', status: 401, call: (c) => [good(c).slice(0, -8)] },
    { title: 'no signature', status: 401, call: (c) => [good(c).replace(/[^.]+$/, '')] },
    { title: 'a padded signature', status: 401, call: (c) => [`${good(c)}==`] },
    {
      title: 'an activity without a service URL',
      status: 401,
      call: (c) => [good(c), c.activity({ serviceUrl: undefined })],
    },
    {
      title: 'an activity with another service URL than its token',
      status: 401,
      call: (c) => [good(c), c.activity({ serviceUrl: `${c.serviceUrl}/elsewhere` })],
    },
    {
      title: 'a channel that the key may not speak for',
      status: 401,
      call: (c) => [good(c), c.activity({ channelId: 'webchat' })],
    },
    {
      title: 'a service URL that is not on the list, though the token names it',
      status: 403,
      call: (c) => {
        const serviceUrl = 'https://elsewhere.test/';
        return [c.own.authorize(serviceUrl), c.activity({ serviceUrl })];
      },
    },
    {
      title: 'a person of another tenant',
      status: 403,
      call: (c) => [
        good(c),
        c.activity({
          conversation: { id: 'a:x', conversationType: 'personal', tenantId: otherTenant },
          channelData: { tenant: { id: otherTenant } },
        }),
      ],
    },
    {
      title: 'a conversation of ours with a person of another tenant',
      status: 403,
      call: (c) => [good(c), c.activity({ channelData: { tenant: { id: otherTenant } } })],
    },
    {
      title: 'a body that is too large',
      status: 413,
      call: (c) => [good(c), c.activity({ text: 'x'.repeat(300_000) })],
    },
  ];

  for (const { title, status, call } of refused) {
    it(`refuses ${title}`, async () => {
      const left = traces();

      const answer = await channel.post(...call(channel));

      assert.deepEqual(answer, { status, text: '' });
      assert.deepEqual(traces(), left);
      assert.deepEqual(channel.log.messages('error'), []);
      assert.deepEqual(printed, []);
    });
  }

  it('believes a key that was published later', async () => {
    await using fresh = await RealChannel.start();
    const key = fresh.own.addKey('own-key-2');

    const authorization = fresh.own.authorize(fresh.serviceUrl, {
      key,
      header: { kid: 'own-key-2' },
    });
    const invoke = fresh.activity({ type: 'invoke', name: 'adaptiveCard/action', value: {} });

    assert.equal((await fresh.post(authorization, invoke)).status, 200);
  });

  it('refuses everybody, and says so in the log, while the keys cannot be read', async () => {
    await using fresh = await RealChannel.start();
    const authorization = fresh.own.authorize(fresh.serviceUrl);
    await fresh.own.close();

    assert.deepEqual(await fresh.post(authorization), { status: 503, text: '' });
    assert.deepEqual(fresh.log.messages('error'), ['the keys of the Bot Connector cannot be read']);
    assert.deepEqual([fresh.useCases.calls, fresh.connector.requests], [[], []]);
  });

  /** Whatever a turn would leave behind. */
  function traces(): unknown {
    return {
      calls: [...channel.useCases.calls],
      known: channel.conversations.known.size,
      sent: channel.connector.requests.length,
      tokens: channel.own.tokenForms.length,
    };
  }
});

function good({ own, serviceUrl }: RealChannel): string {
  return own.authorize(serviceUrl);
}

function claimed(
  title: string,
  claims: Readonly<Record<string, unknown>>,
): {
  readonly title: string;
  readonly status: number;
  readonly call: (channel: RealChannel) => readonly [string];
}[] {
  return [{ title, status: 401, call: (c) => [c.own.authorize(c.serviceUrl, { claims })] }];
}

/** Another header before the same claims. */
function forged(
  channel: RealChannel,
  header: object,
  signature: (original: string) => string,
): string {
  const [, claims = '', original = ''] = good(channel).slice(7).split('.');
  return `Bearer ${encode(header)}.${claims}.${signature(original)}`;
}

function tampered(channel: RealChannel): string {
  const [header = '', claims = '', signature = ''] = good(channel).split('.');
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
  const changed = { ...read, exp: later() };
  return `${header}.${encode(changed)}.${signature}`;
}

function later(): number {
  return seconds() + 86_400;
}
