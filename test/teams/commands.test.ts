import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../src/domain/problem.ts';
import { readCommand } from '../../src/teams/read-command.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { ada, amir, at, ben, requestIn, rita, tenantId } from '../support/requests.ts';
import { startTeamsWorld, wordsOf } from '../support/teams-world.ts';

const texts = wordsFor('en');

describe('reading a command', () => {
  for (const [text, command] of [
    ['help', { name: 'help' }],
    ['', { name: 'help' }],
    ['HELP!', { name: 'help' }],
    ['¡Ayuda!', { name: 'help' }],
    ['???', { name: 'help' }],
    ['“my requests”.', { name: 'my-requests' }],
    ['request?', { name: 'request', groupName: undefined }],
    ['request Yahoo!', { name: 'request', groupName: 'Yahoo!' }],
    ['  REQUEST\u00A0', { name: 'request', groupName: undefined }],
    ['request  Finance\u00A0Reports', { name: 'request', groupName: 'Finance Reports' }],
    ['My requests', { name: 'my-requests' }],
    ['status wb-7k3f2q9x', { name: 'status', id: 'WB-7K3F2Q9X' }],
    ['cancel 7K3F2Q9X', { name: 'cancel', id: 'WB-7K3F2Q9X' }],
    ['status everything', { name: 'status', id: undefined }],
    ['status WB-999', { name: 'status', id: undefined, notANumber: 'WB-999' }],
    ['again 7K3F', { name: 'again', id: undefined, notANumber: '7K3F' }],
    ['why WB-7K3F2Q9X?', { name: 'why', id: 'WB-7K3F2Q9X' }],
    ['warum WB-7K3F2Q9X？', { name: 'why', id: 'WB-7K3F2Q9X' }],
    ['لماذا \u200FWB-7K3F2Q9X؟', { name: 'why', id: 'WB-7K3F2Q9X' }],
    ['status « 7K3F2Q9X ».', { name: 'status', id: 'WB-7K3F2Q9X' }],
    ['status WB-999?', { name: 'status', id: undefined, notANumber: 'WB-999' }],
    ['cancel …', { name: 'cancel', id: undefined }],
    ['sync now please', { name: 'sync-now', id: undefined }],
    ['hepl', { name: 'unknown', meant: 'help' }],
    ['requst Finance Reports', { name: 'unknown', meant: 'request Finance Reports' }],
    ['my reqests!', { name: 'unknown', meant: 'my requests' }],
    ['zu entscheidne', { name: 'unknown', meant: 'zu entscheiden' }],
    ['thanks!', { name: 'unknown' }],
    ['anfrage', { name: 'request', groupName: undefined }],
    ['wartend', { name: 'waiting' }],
    ['pedir acceso Finance', { name: 'request', groupName: 'Finance' }],
    ['à décider', { name: 'waiting' }],
    ['取り下げ WB-7K3F2Q9X', { name: 'cancel', id: 'WB-7K3F2Q9X' }],
    ['معلقة', { name: 'waiting' }],
    ['prerequisites', { name: 'prerequisites' }],
    ['make me an administrator', { name: 'unknown' }],
    ['constructor', { name: 'unknown' }],
    ['x'.repeat(10_000), { name: 'unknown' }],
    [`a${'.'.repeat(1_000_000)}x`, { name: 'unknown' }],
  ] as const) {
    it(`takes "${text.slice(0, 40)}" as ${command.name}`, () => {
      assert.deepEqual(readCommand(text), command);
    });
  }
});

describe('talking to the bot', () => {
  it('answers anything with what can be said', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'open sesame');

    const [reply] = world.connector.sent;
    assert.match(wordsOf(reply?.activity), /I did not understand that.*my requests/);
    assert.equal(reply?.activity.text, undefined);
    assert.equal(reply?.activity.summary, texts.help.summary);
  });

  it('asks whether a slip was meant as a command', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'requst *Finance*');

    const words = wordsOf(world.connector.sent[0]?.activity).replaceAll(/[\u2066-\u2069]/g, '');
    assert.match(words, /Did you mean “request \\\\\*Finance\\\\\*”\?.*I did not understand that/);
  });

  it('says of a number that is not whole that it is none, and does nothing', async () => {
    await using world = await startTeamsWorld();

    for (const text of ['status WB-999', 'again WB-999', 'sync now WB-999']) {
      await world.say(amir, text);
    }

    for (const { activity } of world.connector.sent) {
      assert.match(activity.text ?? '', /WB-999\S* is not a whole number of a request/);
    }
    assert.deepEqual(world.useCases.calls, []);
  });

  it('gives the form, which is for oneself while nobody is chosen, and ends unless one wants no end', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'request');

    const words = wordsOf(world.connector.sent[0]?.activity);
    assert.match(words, /"verb":"submit-request"/);
    assert.match(words, /"id":"person","label":"People \(empty: you\)"/);
    assert.doesNotMatch(words, new RegExp(`"value":"[^"]*${rita.id}`));
    assert.match(words, /"title":"No end","value":"none"\}\],"value":"90"/);
  });

  it('fills in the group that is named', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'request finance reports');

    assert.match(
      wordsOf(world.connector.sent[0]?.activity),
      /"value":"bbbbbbbb-0000-4000-8000-000000000001"/,
    );
  });

  it('offers to create a group that it does not find, and says so', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'request Quarter Close');

    const words = plainWordsOf(world.connector.sent[0]?.activity);
    assert.match(words, /No group is called exactly Quarter Close\. .* or leave the name/);
    assert.match(words, /"id":"newGroupName"[^}]*"value":"Quarter Close"/);
  });

  it('offers the groups whose names begin so, those that can be requested first, and fills in none', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'request fin');

    const words = plainWordsOf(world.connector.sent[0]?.activity);
    assert.match(words, /No group is called exactly fin\. The field “Group” offers those/);
    assert.match(
      words,
      /"id":"group"[^\]]*"choices":\[\{"title":"Finance Reports · [^}]*\},\{"title":"Finance Dynamic · [^}]*\}\],"choices.data":\{[^}]*\},"spacing":"medium"\}/,
    );
    assert.doesNotMatch(words, /"id":"newGroupName"[^}]*"value"/);
  });

  it('offers five of many namesakes, and does not choose among them', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'request Many');

    const words = plainWordsOf(world.connector.sent[0]?.activity);
    assert.match(words, /Several groups are called Many\./);
    assert.equal(words.split('"title":"Many · ').length - 1, 5);
    assert.doesNotMatch(words, /"id":"newGroupName"[^}]*"value"/);
  });

  it('says on the form that the groups cannot be searched, instead of that there is none', async () => {
    await using world = await startTeamsWorld();
    world.useCases.failWith = new Problem('graph-unreachable', { detail: 'no answer' });

    await world.say(rita, 'request finance reports');

    const words = plainWordsOf(world.connector.sent[0]?.activity);
    assert.match(words, /"verb":"submit-request"/);
    assert.match(words, /Microsoft Graph|Entra/);
    assert.doesNotMatch(words, /No group is called/);
    assert.doesNotMatch(words, /"id":"newGroupName"[^}]*"value"/);
  });

  it('tells whom a review waits for, and administrators what nobody has reviewed', async () => {
    await using world = await startTeamsWorld();
    const request = requestIn('confirmed');
    const breakGlass = { at: at(0), reason: 'The payment run is stuck.' };
    const taken = { ...request, approval: { ...request.approval, breakGlass } };
    world.useCases.put(taken);
    await world.say(ada, 'waiting');
    world.useCases.requests.clear();
    world.useCases.unreviewed = [taken];

    await world.say(amir, 'waiting');

    const [adas, amirs] = world.connector.sent.map((each) => wordsOf(each));
    assert.match(adas ?? '', /emergency access, for your review/);
    assert.doesNotMatch(adas ?? '', /nobody has reviewed/);
    assert.match(
      amirs ?? '',
      /Nothing waits for your decision.*nobody has reviewed for more than a day.*Ada Approver or Paul Prüfer can say now/,
    );
  });

  it('lists my requests and no others', async () => {
    await using world = await startTeamsWorld();
    const mine = world.useCases.put(requestIn('awaiting-approval'));
    const other = world.useCases.put(
      requestIn('awaiting-approval', { requester: ben, beneficiary: ben }),
    );

    await world.say(rita, 'my requests');

    const words = wordsOf(world.connector.sent[0]?.activity);
    assert.ok(words.includes(mine.id));
    assert.ok(!words.includes(other.id));
  });

  it('shows the status of a request, and of one that is not mine only that it is unknown', async () => {
    await using world = await startTeamsWorld();
    const { id } = world.useCases.put(requestIn('awaiting-approval'));

    await world.say(rita, `status ${id}`);
    await world.say(ben, `status ${id}`);

    const [shown, hidden] = world.connector.sent;
    assert.match(wordsOf(shown?.activity), /Waiting for Ada Approver or Paul Prüfer to decide/);
    assert.match(hidden?.activity.text ?? '', /^I cannot find that request\./);
  });

  it('cancels a request', async () => {
    await using world = await startTeamsWorld();
    const { id } = world.useCases.put(requestIn('awaiting-approval'));

    await world.say(rita, `cancel ${id}`);
    await world.say(rita, `cancel ${id}`);

    assert.equal(world.useCases.requests.get(id)?.state, 'cancelled');
    const [first, second] = world.connector.sent;
    assert.equal(first?.activity.text, `${id} is cancelled.`);
    assert.match(
      wordsOf(second?.activity),
      /Nothing was cancelled: this request was over.*Cancelled by Rita Requester/,
    );
  });

  it('shows who decided when a request can no longer be cancelled', async () => {
    await using world = await startTeamsWorld();
    const { id } = world.useCases.put(requestIn('delivering'));

    await world.say(rita, `cancel ${id}`);

    assert.equal(world.useCases.requests.get(id)?.state, 'delivering');
    assert.match(
      wordsOf(world.connector.sent[0]?.activity),
      /Nothing was cancelled.*Ada Approver had approved it.*Entitlement management is assigning the package/,
    );
  });

  it('says who can cancel to somebody who sees a request and cannot', async () => {
    await using world = await startTeamsWorld();
    const { id } = world.useCases.put(requestIn('awaiting-approval', { beneficiary: ben }));

    await world.say(ben, `cancel ${id}`);

    assert.equal(world.useCases.requests.get(id)?.state, 'awaiting-approval');
    const words = wordsOf(world.connector.sent[0]?.activity).replaceAll(/[\u2066-\u2069]/g, '');
    assert.match(
      words,
      /Nothing was cancelled: only Rita Requester, who asked for it, or an administrator.*Waiting for Ada/,
    );
  });

  it('tells the tenant facts to administrators alone', async () => {
    await using world = await startTeamsWorld();

    await world.say(amir, 'prerequisites');
    await world.say(rita, 'prerequisites');

    const [card, refusal] = world.connector.sent;
    assert.match(wordsOf(card?.activity), /Everything is in place/);
    assert.equal(refusal?.activity.text, texts.tenant.administratorsOnly);
  });

  it('answers in the private chat what was asked in a channel, without the mention', async () => {
    await using world = await startTeamsWorld();
    const { id } = world.useCases.put(requestIn('awaiting-approval'));
    await world.say(rita, 'help');

    await world.say(rita, `<at>Writeback</at> status ${id}`, {
      conversation: { id: '19:c@thread.tacv2;messageid=1', conversationType: 'channel', tenantId },
      entities: [
        {
          type: 'mention',
          mentioned: { id: '28:bot', name: 'Writeback' },
          text: '<at>Writeback</at>',
        },
      ],
    });

    const [, card, word] = world.connector.sent;
    assert.equal(card?.conversationId, `a:${rita.id}`);
    assert.match(wordsOf(card?.activity), /Finance Reports/);
    assert.equal(word?.conversationId, '19:c@thread.tacv2;messageid=1');
    assert.equal(word?.activity.text, texts.chat.sentPrivately);
  });

  it('says in the channel when the private chat is closed', async () => {
    await using world = await startTeamsWorld();
    world.connector.lacksApp(rita.id);

    await world.say(rita, 'request', {
      conversation: { id: '19:c', conversationType: 'channel', tenantId },
    });

    assert.equal(world.connector.sent[0]?.activity.text, texts.chat.addMeFirst);
  });

  it('welcomes once, remembers where, and forgets when the app goes', async () => {
    await using world = await startTeamsWorld();

    await world.post(rita, { type: 'installationUpdate', action: 'add' });
    await world.post(rita, { type: 'installationUpdate', action: 'add' });
    await world.post(rita, { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });

    assert.equal(world.connector.sent.length, 1);
    assert.equal(world.conversations.known.get(rita.id)?.timeZone, 'Europe/Berlin');

    await world.post(rita, { type: 'installationUpdate', action: 'remove' });

    assert.equal(world.conversations.known.size, 0);
  });

  for (const { title, extra, words } of [
    {
      title: 'a person without an object id',
      extra: { from: { id: '29:x', name: 'X' } },
      words: texts.chat.whoAreYou,
    },
    {
      title: 'somebody of another tenant',
      extra: {
        conversation: {
          id: 'a:x',
          conversationType: 'personal',
          tenantId: 'eeeeeeee-0000-4000-8000-000000000001',
        },
        channelData: {},
      },
      words: texts.chat.otherTenant,
    },
    {
      title: 'an activity that names two tenants',
      extra: { channelData: { tenant: { id: 'eeeeeeee-0000-4000-8000-000000000001' } } },
      words: texts.chat.otherTenant,
    },
  ]) {
    it(`does nothing for ${title}, and says why`, async () => {
      await using world = await startTeamsWorld();

      await world.say(rita, 'my requests', extra);
      const answer = await world.click(rita, { verb: 'new-request', data: {} }, extra);

      assert.equal(world.connector.sent[0]?.activity.text, words);
      assert.equal(answer.value, words);
      assert.deepEqual(world.useCases.calls, []);
    });
  }

  it('says that something went wrong and keeps the reason for the log', async () => {
    await using world = await startTeamsWorld();
    world.useCases.failWith = new Error('secret internals');

    await world.say(rita, 'my requests');

    assert.equal(world.connector.sent[0]?.activity.text, texts.chat.defect);
    assert.deepEqual(world.log.messages('error'), ['a turn failed']);
  });
});

/** Without the marks that isolate names. */
function plainWordsOf(content: unknown): string {
  return wordsOf(content).replaceAll(/[\u2066-\u2069]/g, '');
}
