import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Request } from '../../src/domain/request.ts';
import { becomesTrue } from '../support/eventually.ts';
import type { SentActivity } from '../support/fake-connector.ts';
import { ada, at, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const soon = { answerWithinMs: 60, contentWithinMs: 60 };
/** As the product waits where no setting says otherwise. */
const asDelivered = {
  answerWithinMs: undefined,
  contentWithinMs: undefined,
  patienceMs: undefined,
};
const group = { id: '19:group', conversationType: 'groupChat', tenantId };
const stillWorking = /^I am still working on this/;

/** What looks a request up waits until the function is called. */
function holdingFind(world: TeamsWorld): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const find = world.useCases.find.bind(world.useCases);
  world.useCases.find = async (actor, id) => {
    await promise;
    return find(actor, id);
  };
  return resolve;
}

/** The next thing that is sent or updated. */
async function nextOf({ connector }: TeamsWorld, before = 0): Promise<SentActivity> {
  await becomesTrue(() => connector.sent.length > before);
  const sent = connector.sent[before];
  assert.ok(sent !== undefined);
  return sent;
}

function placeOf({ method, conversationId, activityId }: SentActivity): readonly string[] {
  return method === 'PUT' ? [method, conversationId, activityId] : [method, conversationId];
}

async function viewedLate(
  world: TeamsWorld,
  { id, version }: Request,
  extra: object,
): Promise<SentActivity> {
  const release = holdingFind(world);
  const before = world.connector.sent.length;
  const view = { verb: 'view', data: { requestId: id, version } };
  const answer = await world.click(rita, view, extra);
  assert.match(String(answer.value), stillWorking);
  release();
  return nextOf(world, before);
}

describe('a request that was opened and comes too late to be seen', () => {
  it('makes the list in the private chat the card of that request', async () => {
    await using world = await startTeamsWorld(soon);
    const request = world.useCases.put(requestIn('awaiting-sync'));

    const shown = await viewedLate(world, request, { replyToId: 'list' });

    assert.deepEqual(placeOf(shown), ['PUT', `a:${rita.id}`, 'list']);
    assert.match(wordsOf(shown), /The way to Active Directory/);
    const [row] = world.cards.rows;
    assert.deepEqual([row?.kind, row?.activityId], ['status', 'list']);
  });

  it("draws the request's own card once more, as after Back", async () => {
    await using world = await startTeamsWorld(soon);
    const request = world.useCases.put(requestIn('awaiting-sync'));
    const own = { requestId: request.id, recipientId: rita.id, kind: 'request' } as const;
    await world.cards.save({ ...own, activityId: 'm1' });

    const shown = await viewedLate(world, request, { replyToId: 'm1' });

    assert.deepEqual(placeOf(shown), ['PUT', `a:${rita.id}`, 'm1']);
    assert.match(wordsOf(shown), /The way to Active Directory/);
    assert.equal(world.cards.rows.length, 1);
  });

  it('comes into the private chat where others see the message', async () => {
    await using world = await startTeamsWorld(soon);
    const request = world.useCases.put(requestIn('awaiting-sync'));
    await world.post(rita, { type: 'conversationUpdate' });

    const shown = await viewedLate(world, request, { replyToId: 'm1', conversation: group });

    assert.deepEqual(placeOf(shown), ['POST', `a:${rita.id}`]);
    assert.match(wordsOf(shown), /The way to Active Directory/);
  });

  it('tells in the private chat that it cannot be found', async () => {
    await using world = await startTeamsWorld(soon);
    await world.post(rita, { type: 'conversationUpdate' });

    const shown = await viewedLate(world, requestIn('awaiting-sync'), { replyToId: 'm1' });

    assert.deepEqual(placeOf(shown), ['POST', `a:${rita.id}`]);
    assert.match(wordsOf(shown), /I cannot find that request/);
  });
});

describe('a click that was counted too late for its card to be seen', () => {
  it('makes the message that showed something else the card of that request', async () => {
    await using world = await startTeamsWorld(soon);
    const request = world.useCases.put(requestIn('awaiting-approval'));
    const { promise, resolve } = Promise.withResolvers<void>();
    world.useCases.hold = promise;

    const data = { requestId: request.id, version: request.version };
    await world.click(ada, { verb: 'approve', data }, { replyToId: 'list' });
    resolve();

    const shown = await nextOf(world);
    assert.deepEqual(placeOf(shown), ['PUT', `a:${ada.id}`, 'list']);
    assert.equal(world.cards.rows[0]?.kind, 'status');
  });
});

describe('a click that comes too late to be counted', () => {
  it('is told by a card, since only a card shows when somebody else decided', async () => {
    await using world = await startTeamsWorld(soon);
    await world.post(ada, { type: 'conversationUpdate' });
    const request = world.useCases.put(requestIn('awaiting-approval'));
    const { promise, resolve } = Promise.withResolvers<void>();
    world.useCases.hold = promise;

    const data = { requestId: request.id, version: request.version };
    await world.click(ada, { verb: 'approve', data }, { replyToId: 'm1' });
    const decision = { by: paul, at: at(3), comment: 'No.' };
    world.useCases.put(requestIn('denied', { id: request.id, decision }));
    resolve();

    const { activity } = await nextOf(world);
    assert.equal(activity.text, undefined);
    assert.match(
      wordsOf(activity.attachments),
      /took a while and was not counted\. Paul Prüfer denied this.*\{\{DATE\(2026-11-25T09:13:00Z, SHORT\)\}\}/,
    );
    assert.match(String(activity.summary), new RegExp(request.id));
  });
});

describe('a question whose answer takes long, with the settings as they are delivered', () => {
  it('is answered once, by a card of its own, when it came from a button', async () => {
    await using world = await startTeamsWorld(asDelivered);
    await world.post(rita, { type: 'conversationUpdate' });
    const request = world.useCases.put(requestIn('awaiting-sync'));
    const { promise, resolve } = Promise.withResolvers<void>();
    world.useCases.explain = async () => {
      await promise;
      return world.useCases.diagnosis;
    };

    const data = { requestId: request.id, version: 1 };
    const answer = await world.click(rita, { verb: 'why', data }, { replyToId: 'm1' });
    assert.match(String(answer.value), stillWorking);
    resolve();

    const told = await nextOf(world);
    assert.deepEqual(placeOf(told), ['POST', `a:${rita.id}`]);
    assert.match(wordsOf(told), /Why not yet\?.*"verb":"view"/);
    assert.equal(world.connector.sent.length, 1);
  });

  it('is answered once as well when it is "Sync now"', async () => {
    await using world = await startTeamsWorld(asDelivered);
    await world.post(rita, { type: 'conversationUpdate' });
    const request = world.useCases.put(requestIn('awaiting-sync'));
    const { promise, resolve } = Promise.withResolvers<void>();
    world.useCases.syncNow = async () => {
      await promise;
      return world.useCases.syncResult;
    };

    const data = { requestId: request.id, version: 1 };
    const answer = await world.click(rita, { verb: 'sync-now', data }, { replyToId: 'm1' });
    assert.match(String(answer.value), stillWorking);
    resolve();

    assert.match(wordsOf(await nextOf(world)), /What came of “sync now”/);
    assert.equal(world.connector.sent.length, 1);
  });

  it('is answered in time that it comes, also for a client that sends clicks as messages', async () => {
    await using world = await startTeamsWorld(soon);
    const request = world.useCases.put(requestIn('awaiting-sync'));
    const { promise, resolve } = Promise.withResolvers<void>();
    world.useCases.explain = async () => {
      await promise;
      return world.useCases.diagnosis;
    };

    const value = { verb: 'why', requestId: request.id, version: 1 };
    await world.post(rita, { type: 'message', value, replyToId: 'm1' });
    const word = await nextOf(world);
    resolve();

    assert.match(String(word.activity.text), stillWorking);
    assert.match(wordsOf(await nextOf(world, 1)), /Why not yet\?/);
    assert.equal(world.connector.sent.length, 2);
  });
});

const formId = 'ffffffff-0000-4000-8000-000000000001';
const submitted = {
  verb: 'submit-request',
  formId,
  group: 'bbbbbbbb-0000-4000-8000-000000000001',
  reason: 'Audit',
};

/** Rita sends the form of a dialog that she opened in a group chat, and the world has something against it. */
async function sentFromDialog(world: TeamsWorld): Promise<unknown> {
  world.useCases.submitResult = {
    kind: 'refused',
    refusals: [{ code: 'already-member', subject: 'Rita' }],
  };
  const { body } = await world.post(rita, {
    type: 'invoke',
    name: 'composeExtension/submitAction',
    conversation: group,
    value: { commandId: 'requestAccess', data: submitted },
  });
  return body;
}

describe('the form of a dialog', () => {
  it('waits as long as Teams does, and stays open with what is wrong', async () => {
    await using world = await startTeamsWorld({ answerWithinMs: 20 });
    const { promise, resolve } = Promise.withResolvers<void>();
    world.useCases.hold = promise;

    const answer = sentFromDialog(world);
    await delay(100);
    resolve();

    assert.match(wordsOf(await answer), /"type":"continue".*This has not been sent yet/);
  });

  it('that is refused later asks, where it was sent, for the app of whoever has it not', async () => {
    await using world = await startTeamsWorld(soon);
    world.connector.lacksApp(rita.id);
    const { promise, resolve } = Promise.withResolvers<void>();
    world.useCases.hold = promise;

    assert.match(wordsOf(await sentFromDialog(world)), /I am still checking/);
    resolve();

    const word = await nextOf(world);
    assert.deepEqual(placeOf(word), ['POST', group.id]);
    assert.match(wordsOf(word.activity.text), /^"Rita Requester, .*Add the Writeback app in Teams/);
    assert.doesNotMatch(wordsOf(word), /Finance|Audit|member/);
    assert.deepEqual(world.log.messages('info'), ['a late answer reached nobody']);
  });

  it('leaves a chat in peace that the bot is no part of', async () => {
    await using world = await startTeamsWorld(soon);
    world.connector.lacksApp(rita.id);
    const code = 'BotNotInConversationRoster';
    world.connector.failNext(`POST conversations/${group.id}`, { status: 403, code });
    const { promise, resolve } = Promise.withResolvers<void>();
    world.useCases.hold = promise;

    await sentFromDialog(world);
    resolve();

    const tried = `POST conversations/${group.id}/activities`;
    await becomesTrue(() => world.connector.requests.includes(tried));
    assert.deepEqual(world.connector.sent, []);
    assert.deepEqual(world.log.messages('warn'), []);
  });
});
