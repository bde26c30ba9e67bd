import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wallClock } from '../../src/compose/clock.ts';
import { CannotListenError, startServer } from '../../src/teams/server.ts';
import { isAllowedServiceUrl, teamsServiceUrls } from '../../src/teams/service-urls.ts';
import { createTeams } from '../../src/teams/teams-bot.ts';
import { MemoryConversations } from '../support/memory-conversations.ts';
import { noLists } from '../support/no-lists.ts';
import { rita } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';
import {
  envelope,
  FakeUseCases,
  InstantClock,
  MemoryCards,
  startTeamsWorld,
} from '../support/teams-world.ts';

const nowhere = 'http://127.0.0.1:9';

describe('the server', () => {
  it('tells that it is alive', async () => {
    await using world = await startTeamsWorld();

    const response = await fetch(`${world.url}/healthz`);

    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { status: 'ok' });
  });

  const good = { ...envelope(rita, nowhere), type: 'message', text: 'help' };
  for (const { title, body, headers, status } of [
    { title: 'a body that is no JSON', body: '{"type":', status: 400 },
    { title: 'an empty body', body: '', status: 400 },
    { title: 'a list', body: '[]', status: 400 },
    {
      title: 'an activity without a type',
      body: JSON.stringify({ ...good, type: undefined }),
      status: 400,
    },
    { title: 'a type that is no text', body: JSON.stringify({ ...good, type: 7 }), status: 400 },
    {
      title: 'an activity without a service URL',
      body: JSON.stringify({ ...good, serviceUrl: undefined }),
      status: 403,
    },
    {
      title: 'a service URL elsewhere',
      body: JSON.stringify({ ...good, serviceUrl: 'http://169.254.169.254/' }),
      status: 403,
    },
    {
      title: 'more than 256 KB',
      body: JSON.stringify({ ...good, text: 'x'.repeat(300_000) }),
      status: 413,
    },
    {
      title: 'something compressed',
      body: 'xx',
      headers: { 'content-encoding': 'gzip' },
      status: 415,
    },
    {
      title: 'something else than JSON',
      body: JSON.stringify(good),
      headers: { 'content-type': 'text/plain' },
      status: 400,
    },
  ]) {
    it(`refuses ${title} without a word`, async () => {
      await using world = await startTeamsWorld();

      const response = await fetch(`${world.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });

      assert.equal(response.status, status);
      assert.equal(await response.text(), '');
      assert.deepEqual(world.log.messages('error'), []);
    });
  }

  it('knows no other route', async () => {
    await using world = await startTeamsWorld();

    const response = await fetch(`${world.url}/secret`);

    assert.equal(response.status, 404);
    assert.equal(await response.text(), '');
  });

  it('keeps the sandbox, which believes everybody, on this machine', async () => {
    const endpoint = {
      requiresAuthentication: false,
      receive: () => Promise.resolve({ status: 200 }),
    };

    await assert.rejects(startServer({ host: '0.0.0.0', port: 0, endpoint }), {
      name: 'CannotListenError',
      code: 'NOT_LOOPBACK',
    });
  });

  it('names the port that is taken', async () => {
    await using world = await startTeamsWorld();
    const port = Number(new URL(world.url).port);
    const { endpoint } = realTeams();

    await assert.rejects(startServer({ host: '127.0.0.1', port, endpoint }), (error) => {
      assert.ok(error instanceof CannotListenError);
      assert.deepEqual([error.code, error.port], ['EADDRINUSE', port]);
      return true;
    });
  });
});

describe('the real channel', () => {
  for (const { title, authorization } of [
    { title: 'no token', authorization: '' },
    { title: 'a token that is none', authorization: 'Bearer nonsense' },
    {
      title: 'an unsigned token',
      authorization: `Bearer ${part({ alg: 'none' })}.${part({ iss: 'https://api.botframework.com' })}.`,
    },
  ]) {
    it(`refuses ${title} with 401 and no body`, async () => {
      const { endpoint } = realTeams();
      const activity = {
        ...envelope(rita, 'https://smba.trafficmanager.net/emea/'),
        type: 'message',
        text: 'help',
      };

      assert.deepEqual(await endpoint.receive(authorization, activity), { status: 401 });
    });
  }

  for (const [url, isAllowed] of [
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', true],
    ['https://evil.trafficmanager.net/', false],
    ['http://smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://smba.trafficmanager.net@evil.test/', false],
    ['https://infra.gcc.teams.microsoft.com.evil.test/', false],
    ['not a url', false],
  ] as const) {
    it(`${isAllowed ? 'answers' : 'never answers'} ${url}`, () => {
      assert.equal(isAllowedServiceUrl(url, teamsServiceUrls), isAllowed);
    });
  }
});

function part(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

function realTeams(): ReturnType<typeof createTeams> {
  const useCases = new FakeUseCases();
  return createTeams({
    lists: noLists,
    channel: {
      kind: 'teams',
      appId: '5d1f0a52-6f6b-4f0c-9a1e-7f6a0c5f7b21',
      tenantId: '9f3c2b7a-54d1-4e0e-8a77-2c1f6d0b9e11',
      appType: 'SingleTenant',
      credential: { kind: 'secret', password: 'not a real one' },
      time: wallClock,
    },
    useCases,
    conversations: new MemoryConversations(),
    cards: new MemoryCards(),
    requests: { get: (id) => Promise.reject(new Error(id)) },
    clock: new InstantClock(),
    log: new SilentLog(),
    newFormId: () => 'ffffffff-0000-4000-8000-000000000001',
  });
}
