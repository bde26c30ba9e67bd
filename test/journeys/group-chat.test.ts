import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { people } from '../../src/sandbox/seed.ts';
import type { StoredMessage } from '../../src/sandbox/teams/server.ts';
import { type CardAnswer, Chatter, cardOf } from '../support/chat.ts';
import { eventually } from '../support/eventually.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { askInChat } from '../support/request-by-chat.ts';
import { tenantId } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';

const groupChat = '19:7f1d3c5b9a2e4860b1c7d9e0f2a4b6c8@thread.v2';
const channel = '19:2b9e7d5c1f3a4b6c8d0e9f8a7b6c5d4e@thread.tacv2';

/** The dialog as the client shows it. */
interface Dialog {
  readonly task: {
    readonly type: string;
    readonly value: {
      readonly card: {
        readonly content: {
          readonly actions: readonly { readonly data: Readonly<Record<string, unknown>> }[];
        };
      };
    };
  };
}

describe('a group chat', () => {
  let outside: Outside;
  let app: App;
  const log = new SilentLog();

  before(async () => {
    outside = await startOutside({ lags: { delivering: 100, delivered: 300, membership: 200 } });
    // Paul is in the group and has never had the app, so that the bot knows him from nowhere.
    outside.teams.setInstalled('paul', false);
    app = await startApp(readConfig(outside.env), log);
    await outside.teams.announceInstall();
  });

  after(async () => {
    await app.close();
    await outside.close();
  });

  function inGroup(): readonly StoredMessage[] {
    return outside.teams.messages(groupChat);
  }

  function cardsInGroup(text: RegExp): readonly StoredMessage[] {
    return inGroup().filter(says(text));
  }

  async function findInGroup(text: RegExp): Promise<StoredMessage> {
    return eventually(() => cardsInGroup(text).at(-1));
  }

  it('is where a request can start by "Request access", and learns nothing of it', async () => {
    const rita = new Chatter(outside.teams, 'rita');
    await outside.teams.say('rita', 'group', 'Could @Ben Okafor get into Treasury before Friday?');
    const asked = inGroup().at(-1)?.id;

    const { body } = await outside.teams.openDialog('rita', 'group', asked);
    const [button] = (body as Dialog).task.value.card.content.actions;
    assert.match(JSON.stringify(body), /Could Ben Okafor get into Treasury before Friday\?/);
    const person = 'aaaaaaaa-0000-4000-8000-000000000002';
    const sent = await outside.teams.submitDialog('rita', 'group', {
      ...button?.data,
      newGroupName: 'Treasury by dialog',
      person,
      reason: 'Before Friday',
    });

    assert.match(JSON.stringify(sent.body), /Your request has been sent/);
    const own = await rita.findCard(/Treasury by dialog/);
    assert.match(JSON.stringify(own.attachments), /Ben Okafor/);
    await new Chatter(outside.teams, 'ada').findCard(/Treasury by dialog/);
    assert.equal(inGroup().length, 1, 'nothing was posted to the group');
  });

  it('hears only that the answer is in the private chat', async () => {
    const { rita, id } = await askInChat(outside.teams, { newGroupName: 'Three Views' });
    const sofar = inGroup().length;

    await rita.say(`@Writeback status ${id}`, 'group');

    const answers = inGroup().slice(sofar + 1);
    assert.deepEqual(
      answers.map(({ text }) => text),
      ['I have answered you in our private chat.'],
    );
  });

  it('gives approver, requester and bystander each their own view of a click there', async () => {
    const { rita, id } = await askInChat(outside.teams, { newGroupName: 'Own Views' });
    const ada = new Chatter(outside.teams, 'ada');
    const action = viewAction(await ada.findCard(id));
    await rita.say(`@Writeback status ${id}`, 'group');
    const inCommon = inGroup().at(-1) ?? assert.fail('nothing in the group');

    const [approver, requester, bystander] = await Promise.all(
      ['ada', 'rita', 'ben'].map(async (key) => {
        const value = { action: { type: 'Action.Execute', ...action }, trigger: 'automatic' };
        const answer = await outside.teams.invoke(key, inCommon.id, 'adaptiveCard/action', value);
        assert.equal(answer.status, 200);
        return JSON.stringify(answer.body);
      }),
    );

    assert.match(approver ?? '', /"verb":"approve"/);
    assert.doesNotMatch(approver ?? '', /"verb":"cancel"/);
    assert.match(requester ?? '', /"verb":"cancel"/);
    assert.doesNotMatch(requester ?? '', /"verb":"approve"/);
    assert.doesNotMatch(bystander ?? '', /Own Views|"verb":"(?:approve|cancel)"/);
    assert.match(bystander ?? '', /vnd\.microsoft\.card\.adaptive/, 'a refresh ends in a card');
  });

  it('shows one card of what was begun there, updated in place up to the proof', async () => {
    const rita = new Chatter(outside.teams, 'rita');
    await rita.say('@Writeback request', 'group');
    assert.match(inGroup().at(-1)?.text ?? '', /everybody here can see who asks for whom/);
    const form = await rita.findCard(/Send request/);
    await rita.click(
      form,
      { card: cardOf(form) },
      {
        title: /Send request/,
        inputs: { newGroupName: 'In Common', reason: 'A private reason' },
      },
    );

    const posted = await findInGroup(/In Common[^]*Waiting for approval/);
    const [approver, requester, bystander] = await Promise.all(
      ['ada', 'rita', 'ben'].map((key) => new Chatter(outside.teams, key).view(posted)),
    );
    assert.match(titlesOf(approver), /Approve,Deny/);
    assert.match(titlesOf(requester), /^Cancel request/);
    assert.equal(titlesOf(bystander), '');
    assert.match(bystander?.text ?? '', /In Common[^]*Only you see this[^]*nothing for you to do/);
    assert.match(requester?.text ?? '', /Only you see this[^]*private reason/);
    assert.doesNotMatch(JSON.stringify(posted.attachments), /Only you see this/);
    assert.doesNotMatch(bystander?.text ?? '', /private reason/);
    assert.doesNotMatch(JSON.stringify(posted.attachments), /private reason|"verb":"approve"/);
    const { userIds } = cardOf(posted).refresh ?? assert.fail('nobody fetches a view');
    assert.equal(new Set(userIds).size, userIds.length);
    assert.ok(userIds.every((id) => id.startsWith('29:')));
    assert.ok(userIds.length < 10, 'bystanders fetch nothing');

    const ada = new Chatter(outside.teams, 'ada');
    await ada.click(posted, await ada.view(posted), {
      title: /^Approve/,
      inputs: { comment: 'A private comment' },
    });
    const approved = await findInGroup(/In Common[^]*Waiting for the sync/);
    assert.equal(approved.id, posted.id);
    outside.connect.startCycle();
    const proven = await findInGroup(/In Common[^]*Active Directory shows the membership/);
    assert.equal(proven.id, posted.id);
    assert.doesNotMatch(JSON.stringify(proven.attachments), /private (?:reason|comment)/);
    assert.doesNotMatch(JSON.stringify(proven.attachments), /"refresh"/);
    assert.equal(cardsInGroup(/In Common/).length, 1);
  });

  it('lets an approver see and decide whom the bot never met', async () => {
    const rita = new Chatter(outside.teams, 'rita');
    await rita.say('@Writeback request', 'group');
    const form = await rita.findCard(/Send request/);
    const inputs = { newGroupName: 'Decided By Paul', reason: 'Paul knows why' };
    await rita.click(form, { card: cardOf(form) }, { title: /Send request/, inputs });

    const posted = await findInGroup(/Decided By Paul[^]*Waiting for approval/);
    const { userIds } = cardOf(posted).refresh ?? assert.fail('nobody fetches a view');
    assert.deepEqual(
      userIds,
      ['ada', 'paul', 'rita'].map((key) => people.find((one) => one.key === key)?.teamsId),
    );
    const paul = new Chatter(outside.teams, 'paul');
    const view = await paul.view(posted);
    assert.match(titlesOf(view), /Approve,Deny/);
    assert.match(view.text, /Paul knows why/);
    const decided = await paul.click(posted, view, { title: /^Approve/ });
    assert.match(decided.text, /Paul Prüfer/);
    await findInGroup(/Decided By Paul[^]*Waiting for the sync/);

    assert.equal(outside.teams.hasApp('paul'), false);
    assert.deepEqual(paul.messages(), []);
  });

  it('in a channel has the card in the thread in which it was begun', async () => {
    const rita = new Chatter(outside.teams, 'rita');
    await rita.say('@Writeback request', 'channel');
    const form = await rita.findCard(/Send request/);
    const inputs = { newGroupName: 'In The Thread', reason: 'Audit' };
    await rita.click(form, { card: cardOf(form) }, { title: /Send request/, inputs });

    const [post, ...replies] = await eventually(() => {
      const messages = outside.teams.messages(channel);
      return messages.some(says(/In The Thread/)) ? messages : undefined;
    });
    const [card] = replies.filter(says(/In The Thread/));
    assert.ok(post?.threadId ?? post?.id);
    assert.ok(card);
    assert.equal(cardOf(card).refresh?.userIds.length, 3, 'by the roster of the channel');
    assert.equal(card?.threadId, post?.id);
  });

  it('has no card any more where somebody took the bot out', async () => {
    const rita = new Chatter(outside.teams, 'rita');
    await rita.say('@Writeback request', 'group');
    const form = await rita.findCard(/Send request/);
    const sofar = inGroup().length;
    await tellRemoval(outside);

    const inputs = { newGroupName: 'Never Shown', reason: 'Audit' };
    await rita.click(form, { card: cardOf(form) }, { title: /Send request/, inputs });
    const ada = new Chatter(outside.teams, 'ada');
    const asked = await ada.findCard(/Never Shown/);
    await ada.click(asked, await ada.view(asked), { title: /^Approve/ });
    await rita.findCard(/Never Shown[^]*Waiting for the sync/);

    assert.equal(inGroup().length, sofar);
  });

  it('is no way in for a guest, who gets one sentence and no form', async () => {
    const gina = new Chatter(outside.teams, 'gina');
    await gina.say('request Finance Reports');

    await gina.findCard(/you are here as a guest/);
    assert.ok(gina.texts().every((text) => !text.includes('Send request')));
  });

  it('logged no error', () => {
    assert.deepEqual(log.messages('error'), []);
    assert.deepEqual(outside.judge.errors(), []);
  });
});

function viewAction(message: StoredMessage): { readonly verb: string; readonly data: unknown } {
  const { verb, data } = cardOf(message).refresh?.action ?? assert.fail('no refresh');
  return { verb, data };
}

function says(text: RegExp): (message: StoredMessage) => boolean {
  return ({ attachments }) => text.test(JSON.stringify(attachments ?? []));
}

function titlesOf(answer: CardAnswer | undefined): string {
  return (answer?.card.actions ?? []).map(({ title }) => title).join();
}

/** The app is taken out of the group chat, which the sandbox has no button for. */
async function tellRemoval({ teams, env }: Outside): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${env['PORT']}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'conversationUpdate',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      conversation: { id: groupChat, conversationType: 'groupChat', tenantId },
      from: { id: '29:rita', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
      recipient: { id: '28:sandbox' },
      membersRemoved: [{ id: '28:sandbox' }],
    }),
  });
  assert.equal(response.status, 200);
}
