import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Journal } from '../../../src/sandbox/journal.ts';
import { botId, people, tenantId } from '../../../src/sandbox/seed.ts';
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

/** Those who have it from the start. */
const peopleWithApp = people.filter(({ withoutApp }) => withoutApp !== true).length;

describe('what people do reaches the bot as Teams activities', () => {
  let bot: StubBot;
  let teams: SandboxTeams;

  before(async () => {
    bot = await startStubBot();
    teams = await startTeamsFor(bot);
    await teams.announceInstall();
  });

  after(async () => {
    await teams.close();
    await bot.close();
  });

  it('sends a message of a 1:1 chat with everything a Teams activity carries', async () => {
    const answer = await teams.say('layla', 'personal', 'help');

    const layla = people.find(({ key }) => key === 'layla');
    const activity = bot.received.at(-1);
    assert.equal(answer.status, 200);
    assert.partialDeepStrictEqual(activity, {
      type: 'message',
      text: 'help',
      textFormat: 'plain',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      locale: 'en-GB',
      localTimezone: 'Asia/Dubai',
      from: { id: layla?.teamsId, name: layla?.displayName, aadObjectId: layla?.objectId },
      recipient: { id: botId },
      conversation: {
        id: teams.personalConversation('layla'),
        conversationType: 'personal',
        tenantId,
      },
      channelData: { tenant: { id: tenantId } },
      entities: [
        {
          type: 'clientInfo',
          locale: 'en-GB',
          country: 'GB',
          platform: 'Web',
          timezone: 'Asia/Dubai',
        },
      ],
    });
    assert.match(String(activity?.['localTimestamp']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+04:00$/u);
    assert.equal(teams.messages(teams.personalConversation('layla')).at(-1)?.id, activity?.id);
  });

  it('says in which language the person has their Teams', async () => {
    teams.setLocale('paul', 'de-DE');
    await teams.say('paul', 'personal', 'help');

    assert.partialDeepStrictEqual(bot.received.at(-1), {
      locale: 'de-DE',
      entities: [{ type: 'clientInfo', locale: 'de-DE', country: 'DE' }],
    });
  });

  for (const place of ['group', 'channel']) {
    it(`hands a message of the ${place} to the bot only when it mentions the bot`, async () => {
      const already = bot.received.length;

      const unheard = await teams.say('ben', place, 'lunch?');
      const heard = await teams.say('ben', place, '@Writeback help');

      assert.equal(unheard.status, 0);
      assert.equal(heard.status, 200);
      assert.equal(bot.received.length, already + 1);
      assert.partialDeepStrictEqual(bot.received.at(-1), {
        text: '<at>Writeback</at> help',
        conversation: { isGroup: true },
        entities: [
          {
            type: 'mention',
            mentioned: { id: botId, name: 'Writeback' },
            text: '<at>Writeback</at>',
          },
          { type: 'clientInfo' },
        ],
      });
    });
  }

  it('keeps a channel thread together by the id of its first post', async () => {
    await teams.say('ada', 'channel', '@Writeback help');
    const first = bot.received.at(-1);
    const thread = String(first?.conversation.id);
    await teams.say('ben', thread, '@Writeback request');
    const reply = bot.received.at(-1);

    assert.match(thread, new RegExp(`@thread.tacv2;messageid=${first?.id}$`, 'u'));
    assert.equal(reply?.conversation.id, thread);
    assert.notEqual(reply?.id, first?.id);
    assert.equal(teams.messages(thread).length, 2);
  });

  it('sends a click as an invoke about the message of the card', async () => {
    const messageId = teams.messages(teams.personalConversation('layla')).at(-1)?.id ?? '';
    const value = {
      action: { type: 'Action.Execute', verb: 'approve', data: { x: 1 } },
      trigger: 'manual',
    };

    await teams.invoke('layla', messageId, 'adaptiveCard/action', value);

    const invoke = bot.received.at(-1);
    assert.equal(invoke?.type, 'invoke');
    assert.equal(invoke?.name, 'adaptiveCard/action');
    assert.equal(invoke?.replyToId, messageId);
    assert.deepEqual(invoke?.value, value);
  });

  it('does not let somebody act in a chat of others', async () => {
    const messageId = teams.messages(teams.personalConversation('layla')).at(-1)?.id ?? '';

    await assert.rejects(
      teams.invoke('ben', messageId, 'adaptiveCard/action', {}),
      /ben is not in/u,
    );
  });

  it('delivers twice when told to', async () => {
    teams.deliverTwice(true);
    await teams.say('rita', 'personal', 'once?');
    teams.deliverTwice(false);

    const [second, first] = [bot.received.at(-1), bot.received.at(-2)];
    assert.equal(first?.id, second?.id);
    assert.equal(first?.text, 'once?');
  });

  it('marks a message that no bot took', async () => {
    const nobody = await startTeamsFor({ endpoint: 'http://127.0.0.1:9/api/messages' });

    const answer = await nobody.say('rita', 'personal', 'hello?');

    assert.equal(answer.status, 502);
    assert.equal(nobody.messages(nobody.personalConversation('rita')).at(-1)?.undelivered, true);
    await nobody.close();
  });
});

describe('announcing the installation', () => {
  it('tells the bot once per person, over a restart too', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'teams-'));
    const file = path.join(folder, 'journal');
    const bot = await startStubBot();

    for (let start = 0; start < 2; start += 1) {
      const teams = await startTeamsFor(bot, { journal: new Journal(file) });
      await teams.announceInstall();
      await teams.close();
    }

    const installs = bot.received.filter(({ type }) => type === 'installationUpdate');
    const updates = bot.received.filter(({ type }) => type === 'conversationUpdate');
    assert.equal(installs.length, peopleWithApp);
    assert.equal(updates.length, peopleWithApp);
    assert.ok(installs.every(({ action }) => action === 'add'));
    assert.deepEqual(updates[0]?.['membersAdded'], [{ id: botId }]);
    await bot.close();
    rmSync(folder, { recursive: true });
  });

  it('tries again until the bot listens', async () => {
    let endpoint = 'http://127.0.0.1:9/api/messages';
    const teams = await startTeamsFor({ endpoint }, { botEndpoint: () => endpoint });
    const announced = teams.announceInstall();

    const bot = await startStubBot();
    ({ endpoint } = bot);
    await announced;

    assert.equal(
      bot.received.filter(({ type }) => type === 'installationUpdate').length,
      peopleWithApp,
    );
    await teams.close();
    await bot.close();
  });

  it('says nothing for the people of the seed who never installed it', async () => {
    const bot = await startStubBot();
    const teams = await startTeamsFor(bot);
    await teams.announceInstall();

    assert.equal(teams.hasApp('nora'), false);
    assert.ok(bot.received.every(({ from }) => from.name !== 'Nora Nakamura'));
    await teams.close();
    await bot.close();
  });

  it('says nothing for people without the app, and tells of it when they add it', async () => {
    const bot = await startStubBot();
    const teams = await startTeamsFor(bot, { withoutApp: ['gina'] });
    await teams.announceInstall();
    const already = bot.received.filter(({ from }) => from.name === 'Gina Guest').length;

    teams.setInstalled('gina', true);
    await teams.announceInstall();

    assert.equal(already, 0);
    assert.deepEqual(
      bot.received.filter(({ from }) => from.name === 'Gina Guest').map(({ type }) => type),
      ['installationUpdate', 'conversationUpdate'],
    );
    await teams.close();
    await bot.close();
  });
});

describe('a command of the app', () => {
  let bot: StubBot;
  let teams: SandboxTeams;
  const rita = people.find(({ key }) => key === 'rita');
  const ben = people.find(({ key }) => key === 'ben');

  before(async () => {
    bot = await startStubBot();
    teams = await startTeamsFor(bot);
    await teams.announceInstall();
  });

  after(async () => {
    await teams.close();
    await bot.close();
  });

  it('in the box to write in tells the bot of no message', async () => {
    await teams.openDialog('rita', 'group');

    const asked = bot.received.at(-1);
    assert.equal(asked?.name, 'composeExtension/fetchTask');
    assert.equal(asked.value.messagePayload, undefined);
    assert.match(String(asked.value.requestId), /^[\da-f]{32}$/);
    assert.partialDeepStrictEqual(asked, {
      type: 'invoke',
      value: { commandId: 'requestAccess', commandContext: 'compose' },
      channelData: { source: { name: 'compose' } },
    });
  });

  it('on a message hands over who wrote it, what it says and whom it mentions', async () => {
    await teams.say('ben', 'channel', 'Begin');
    const channel = '19:2b9e7d5c1f3a4b6c8d0e9f8a7b6c5d4e@thread.tacv2';
    const root = teams.messages(channel).at(-1)?.id;
    const thread = `${channel};messageid=${root}`;
    await teams.say('ben', thread, '@Writeback & <b>: may @Rita Requester in?');
    const reply = teams.messages(channel).at(-1);

    await teams.openDialog('rita', 'channel', reply?.id);

    const asked = bot.received.at(-1);
    assert.equal(asked?.conversation.id, thread);
    assert.equal(asked.value.commandContext, 'message');
    assert.deepEqual(asked.value.messagePayload, {
      linkToMessage: `https://teams.microsoft.com/l/message/${channel}/${reply?.id}`,
      id: reply?.id,
      replyToId: root,
      createdDateTime: reply?.sentAt,
      lastModifiedDateTime: null,
      deleted: false,
      subject: null,
      summary: null,
      importance: 'normal',
      locale: 'en-us',
      body: {
        contentType: 'html',
        content:
          '<p><at id="0">Writeback</at> &amp; &lt;b&gt;: may <at id="1">Rita Requester</at> in?</p>',
      },
      from: {
        device: null,
        conversation: null,
        user: { userIdentityType: 'aadUser', id: ben?.objectId, displayName: 'Ben Okafor' },
        application: null,
      },
      reactions: [],
      mentions: [
        {
          id: 0,
          mentionText: 'Writeback',
          mentioned: {
            device: null,
            conversation: null,
            user: null,
            application: {
              applicationIdentityType: 'bot',
              id: botId.replace('28:', ''),
              displayName: 'Writeback',
            },
          },
        },
        {
          id: 1,
          mentionText: 'Rita Requester',
          mentioned: {
            device: null,
            conversation: null,
            user: {
              userIdentityType: 'aadUser',
              id: rita?.objectId,
              displayName: 'Rita Requester',
            },
            application: null,
          },
        },
      ],
      attachments: [],
    });
  });

  it('on a card of the bot hands over the card as text', async () => {
    const group = '19:7f1d3c5b9a2e4860b1c7d9e0f2a4b6c8@thread.v2';
    const card = cardAttachment([textBlock('Hello')]);
    const body = { type: 'message', attachments: [card], summary: 'A card' };
    const posted = await callConnector(teams, { method: 'POST', path: activitiesOf(group), body });

    await teams.openDialog('rita', 'group', String(posted.body.id));

    const { messagePayload } = bot.received.at(-1)?.value ?? {};
    const [attachment] = messagePayload.attachments;
    assert.equal(messagePayload.from.user, null);
    assert.equal(messagePayload.from.application.displayName, 'Writeback');
    assert.equal(messagePayload.summary, 'A card');
    assert.equal(messagePayload.body.content, `<attachment id="${attachment.id}"></attachment>`);
    assert.equal(attachment.contentType, card.contentType);
    assert.deepEqual(JSON.parse(String(attachment.content)), card.content);
  });

  it('is not for those who are not in the conversation of the message', async () => {
    await teams.say('ben', 'personal', 'Between us');
    const message = teams.messages(teams.personalConversation('ben')).at(-1)?.id;

    await assert.rejects(teams.openDialog('rita', 'personal', message), /rita is not in/);
  });
});
