import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Journal } from '../../../src/sandbox/journal.ts';
import { graphChatId, people, tenantId } from '../../../src/sandbox/seed.ts';
import { pageOf } from '../../../src/sandbox/teams/members.ts';
import type { SandboxTeams } from '../../../src/sandbox/teams/server.ts';
import {
  activitiesOf,
  callConnector,
  cardAttachment,
  type StubBot,
  startStubBot,
  startTeamsFor,
  textBlock,
} from './stub-bot.ts';

const rita = people[0];
const groupId = '19:7f1d3c5b9a2e4860b1c7d9e0f2a4b6c8@thread.v2';

describe('the Bot Connector of the sandbox', () => {
  let bot: StubBot;
  let teams: SandboxTeams;
  let ritasChat: string;

  before(async () => {
    bot = await startStubBot();
    teams = await startTeamsFor(bot, { withoutApp: ['gina'] });
    ritasChat = teams.personalConversation('rita');
  });

  after(async () => {
    await teams.close();
    await bot.close();
  });

  async function postText(text: string): Promise<string> {
    const body = { type: 'message', text };
    const posted = await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(ritasChat),
      body,
    });
    return String(posted.body.id);
  }

  for (const id of [rita?.teamsId, rita?.objectId]) {
    it(`opens the chat of a person named by ${id}`, async () => {
      const body = { members: [{ id }], tenantId, activity: { type: 'message', text: 'Hello' } };

      const created = await callConnector(teams, { method: 'POST', path: 'conversations', body });

      assert.equal(created.status, 201);
      assert.equal(created.body.id, ritasChat);
      assert.equal(teams.messages(ritasChat).at(-1)?.id, created.body.activityId);
    });
  }

  const refusals = [
    {
      why: 'somebody unknown',
      members: [{ id: '29:nobody' }],
      tenant: tenantId,
      status: 403,
      code: 'ForbiddenOperationException',
    },
    {
      why: 'somebody without the app',
      members: [{ id: people.find(({ key }) => key === 'gina')?.objectId }],
      tenant: tenantId,
      status: 403,
      code: 'ForbiddenOperationException',
    },
    {
      why: 'another tenant',
      members: [{ id: rita?.teamsId }],
      tenant: 'other',
      status: 403,
      code: 'ForbiddenOperationException',
    },
    {
      why: 'no tenant',
      members: [{ id: rita?.teamsId }],
      tenant: undefined,
      status: 400,
      code: 'BadArgument',
    },
    {
      why: 'several people',
      members: [{ id: rita?.teamsId }, { id: people[1]?.teamsId }],
      tenant: tenantId,
      status: 400,
      code: 'BadSyntax',
    },
  ];
  for (const { why, members, tenant, status, code } of refusals) {
    it(`refuses to open a chat with ${why}`, async () => {
      const body = { members, tenantId: tenant };

      const refused = await callConnector(teams, { method: 'POST', path: 'conversations', body });

      assert.equal(refused.status, status);
      assert.equal(refused.body.error.code, code);
      assert.equal(typeof refused.body.error.message, 'string');
    });
  }

  it('takes the name that Graph has for a chat as well', async () => {
    const chat = activitiesOf(graphChatId(rita?.objectId ?? ''));
    const body = { type: 'message', text: 'By the other name' };

    const { status } = await callConnector(teams, { method: 'POST', path: chat, body });

    assert.equal(status, 201);
    assert.equal(teams.messages(ritasChat).at(-1)?.text, 'By the other name');
  });

  it('begins a thread in a channel', async () => {
    await teams.say('rita', 'channel', 'first');
    const team = await callConnector(teams, { method: 'GET', path: 'teams/x' });
    const [, channel] = teamsChannels(
      await callConnector(teams, {
        method: 'GET',
        path: `teams/${encodeURIComponent(teamId)}/conversations`,
      }),
    );
    const body = {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: { type: 'message', text: 'News' },
    };

    const created = await callConnector(teams, { method: 'POST', path: 'conversations', body });

    assert.equal(team.status, 404);
    assert.equal(created.body.id, `${channel};messageid=${created.body.activityId}`);
    assert.equal(teams.messages(String(created.body.id)).at(0)?.text, 'News');
  });

  it('changes a message in place and keeps its time', async () => {
    const id = await postText('old');
    const original = teams.messages(ritasChat).at(-1);

    const body = { type: 'message', attachments: [cardAttachment([textBlock('new')])] };
    const updated = await callConnector(teams, {
      method: 'PUT',
      path: `${activitiesOf(ritasChat)}/${id}`,
      body,
    });

    const now = teams.messages(ritasChat).at(-1);
    assert.equal(updated.status, 200);
    assert.equal(now?.id, id);
    assert.equal(now?.text, undefined);
    assert.equal(now?.attachments.length, 1);
    assert.equal(now?.sentAt, original?.sentAt);
    assert.equal(now?.version, 2);
  });

  it('deletes a message, and then knows it no more', async () => {
    const id = await postText('gone soon');
    const call = { method: 'DELETE', path: `${activitiesOf(ritasChat)}/${id}` };

    const deleted = await callConnector(teams, call);
    const again = await callConnector(teams, call);

    assert.equal(deleted.status, 200);
    assert.equal(again.status, 404);
    assert.equal(again.body.error.code, 'ActivityNotFoundInConversation');
  });

  it('names no id for text with a card, because Teams makes two messages of it', async () => {
    const count = teams.messages(ritasChat).length;
    const body = {
      type: 'message',
      text: 'Look',
      attachments: [cardAttachment([textBlock('card')])],
    };

    const posted = await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(ritasChat),
      body,
    });

    assert.equal(posted.status, 201);
    assert.equal(posted.body.id, undefined);
    assert.equal(teams.messages(ritasChat).length, count + 2);
  });

  it('takes typing and shows no message for it', async () => {
    const count = teams.messages(ritasChat).length;

    const typing = await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(ritasChat),
      body: { type: 'typing' },
    });

    assert.equal(typing.status, 202);
    assert.equal(teams.messages(ritasChat).length, count);
  });

  it('knows no other conversations', async () => {
    const lost = await callConnector(teams, {
      method: 'POST',
      path: activitiesOf('a:1nothing'),
      body: { type: 'message', text: 'x' },
    });

    assert.equal(lost.status, 404);
    assert.equal(lost.body.error.code, 'ConversationNotFound');
  });

  it('refuses a message above 100 KB of UTF-16', async () => {
    const big = { type: 'message', text: 'x'.repeat(51_200) };
    const fits = { type: 'message', text: 'x'.repeat(51_100) };

    const refused = await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(ritasChat),
      body: big,
    });
    const taken = await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(ritasChat),
      body: fits,
    });

    assert.equal(refused.status, 413);
    assert.equal(refused.body.error.code, 'MessageSizeTooBig');
    assert.equal(taken.status, 201);
  });

  it('does not let the bot write to somebody who took the app away', async () => {
    teams.setInstalled('cleo', false);
    const chat = activitiesOf(teams.personalConversation('cleo'));

    const refused = await callConnector(teams, {
      method: 'POST',
      path: chat,
      body: { type: 'message', text: 'x' },
    });

    assert.equal(refused.status, 403);
    assert.equal(refused.body.error.code, 'BotNotInConversationRoster');
  });

  it('gives the members of a chat as a whole, and finds one by either id', async () => {
    const group = encodeURIComponent(groupId);

    const all = await callConnector(teams, {
      method: 'GET',
      path: `conversations/${group}/pagedmembers?pageSize=3`,
    });
    const byMri = await callConnector(teams, {
      method: 'GET',
      path: `conversations/${group}/members/${rita?.teamsId}`,
    });
    const byObjectId = await callConnector(teams, {
      method: 'GET',
      path: `conversations/${group}/members/${rita?.objectId}`,
    });
    const outsider = await callConnector(teams, {
      method: 'GET',
      path: `conversations/${group}/members/29:nobody`,
    });

    assert.equal(all.body.continuationToken, undefined);
    assert.equal(all.body.members.length, 4);
    assert.deepEqual(byMri.body, byObjectId.body);
    assert.deepEqual(all.body.members[0], byMri.body);
    assert.equal(byMri.body.userPrincipalName, rita?.userPrincipalName);
    assert.equal(byMri.body.tenantId, tenantId);
    assert.equal(outsider.status, 404);
  });

  it('answers no host but this machine and no page of another site', async () => {
    const rebound = await rawStatus(teams, { host: 'evil.example' });
    const foreign = await rawStatus(teams, { origin: 'http://evil.example' });
    const own = await rawStatus(teams, { origin: new URL(teams.url).origin });

    assert.equal(rebound, 403);
    assert.equal(foreign, 403);
    assert.equal(own, 201);
  });
});

describe('the limits of the Bot Connector', () => {
  let bot: StubBot;
  let teams: SandboxTeams;
  let ritasChat: string;

  before(async () => {
    bot = await startStubBot();
    // Of a world that runs fast a slow machine would see too much pass.
    const clock = { now: () => new Date('2026-03-02T09:00:00Z'), sleep: () => Promise.resolve() };
    teams = await startTeamsFor(bot, { clock });
    ritasChat = teams.personalConversation('rita');
  });

  after(async () => {
    await teams.close();
    await bot.close();
  });

  it('counts looks at who is there apart from messages', async () => {
    async function look(): ReturnType<typeof callConnector> {
      return callConnector(teams, {
        method: 'GET',
        path: `conversations/${encodeURIComponent(groupId)}/pagedmembers`,
      });
    }
    teams.limitRate('bare');
    const looks = await Promise.all(Array.from({ length: 16 }, look));
    const body = { type: 'message', text: 'n' };
    const said = await callConnector(teams, { method: 'POST', path: activitiesOf(groupId), body });
    teams.limitRate('off');

    assert.equal(looks.filter(({ status }) => status === 429).length, 2);
    assert.equal(said.status, 201);
  });

  it('throttles a conversation only when switched on', async () => {
    async function send(): ReturnType<typeof callConnector> {
      return callConnector(teams, {
        method: 'POST',
        path: activitiesOf(ritasChat),
        body: { type: 'message', text: 'n' },
      });
    }
    const free = await Promise.all(Array.from({ length: 10 }, send));

    teams.limitRate('with-retry-after');
    const limited = await Promise.all(Array.from({ length: 9 }, send));
    teams.limitRate('bare');
    const bare = await send();
    teams.limitRate('off');

    const refused = limited.filter(({ status }) => status === 429);
    assert.ok(free.every(({ status }) => status === 201));
    assert.equal(refused.length, 2);
    assert.equal(refused[0]?.body.error.code, 'Throttled');
    assert.ok(Number(refused[0]?.headers.get('retry-after')) >= 1);
    assert.equal(bare.status, 429);
    assert.equal(bare.headers.get('retry-after'), null);
  });
});

describe('the roster of a channel', () => {
  const members = Array.from({ length: 620 }, (_, index) => index);
  interface Roster {
    readonly members: readonly number[];
    readonly continuationToken?: string;
  }

  function page(query: string): Roster {
    return pageOf(members, 'channel', new URLSearchParams(query)) as Roster;
  }

  for (const { query, size } of [
    { query: '', size: 200 },
    { query: 'pageSize=100', size: 100 },
    { query: 'pageSize=3', size: 50 },
    { query: 'pageSize=10000', size: 500 },
  ]) {
    it(`has ${size} on a page when asked for "${query}"`, () => {
      assert.equal(page(query).members.length, size);
    });
  }

  it('goes on where the page before ended, and says when it is over', () => {
    const first = page('pageSize=500');
    const second = page(`pageSize=500&continuationToken=${first.continuationToken}`);

    assert.deepEqual([...first.members, ...second.members], members);
    assert.equal(second.continuationToken, undefined);
    assert.throws(() => page('continuationToken=500'), { code: 'BadArgument' });
  });
});

describe('what the sandbox remembers', () => {
  it('has every message after a restart, edits included', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'teams-'));
    const file = path.join(folder, 'journal');
    const bot = await startStubBot();
    const first = await startTeamsFor(bot, { journal: new Journal(file) });
    const chat = first.personalConversation('rita');
    const posted = await callConnector(first, {
      method: 'POST',
      path: activitiesOf(chat),
      body: { type: 'message', text: 'one' },
    });
    await callConnector(first, {
      method: 'PUT',
      path: `${activitiesOf(chat)}/${posted.body.id}`,
      body: { type: 'message', text: 'two' },
    });
    await first.close();

    const second = await startTeamsFor(bot, { journal: new Journal(file) });
    const later = await callConnector(second, {
      method: 'POST',
      path: activitiesOf(chat),
      body: { type: 'message', text: 'three' },
    });

    assert.deepEqual(
      second.messages(chat).map(({ text }) => text),
      ['two', 'three'],
    );
    assert.notEqual(later.body.id, posted.body.id);
    await second.close();
    await bot.close();
    rmSync(folder, { recursive: true });
  });
});

const teamId = '19:c0a8f6e24b7d4d2a9f6f0c1d2e3b4a55@thread.tacv2';

function teamsChannels(answer: {
  readonly body: { readonly conversations: readonly { readonly id: string }[] };
}): readonly string[] {
  return answer.body.conversations.map(({ id }) => id);
}

/** fetch would not let a test choose Host and Origin. */
async function rawStatus(
  teams: SandboxTeams,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  const url = new URL(`v3/${activitiesOf(teams.personalConversation('rita'))}`, teams.serviceUrl);
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    call.on('error', reject);
    call.end(JSON.stringify({ type: 'message', text: 'hello' }));
  });
}
