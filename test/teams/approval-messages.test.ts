import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Approval } from '../../src/domain/approval.ts';
import type { Request } from '../../src/domain/request.ts';
import { stagedRequest } from '../support/card-samples/approval.ts';
import { ada, amir, at, ben, paul, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const everybody = [ada, ben, paul, amir, rita];
const { id } = stagedRequest('awaiting-approval');

async function worldWith(request: Request): Promise<TeamsWorld> {
  const world = await startTeamsWorld();
  for (const person of everybody) {
    await world.post(person, { type: 'conversationUpdate' });
  }
  world.useCases.put(request);
  await world.messenger.refreshCards({ id: request.id });
  return world;
}

/** What was sent and updated since the last look, as `POST to` and `PUT to`. */
async function newsOf(world: TeamsWorld, request: Request): Promise<readonly string[]> {
  const before = world.connector.sent.length;
  world.useCases.put(request);
  await world.messenger.refreshCards({ id: request.id });
  return world.connector.sent.slice(before).map(({ method, conversationId }) => {
    const person = everybody.find((each) => conversationId === `a:${each.id}`);
    return `${method} ${person?.displayName.split(' ')[0]}`;
  });
}

function simple(approval: Partial<Approval>, version: number): Request {
  const request = requestIn('awaiting-approval', { id, version, createdAt: at(0) });
  return { ...request, approval: { ...request.approval, ...approval } };
}

describe('messages to approvers', () => {
  it('go to those whom the first stage asks and to nobody else', async () => {
    await using world = await worldWith(stagedRequest('awaiting-approval'));

    const posts = world.connector.sent.map(({ conversationId }) => conversationId);

    assert.deepEqual(
      posts,
      [ada, ben, rita].map((person) => `a:${person.id}`),
    );
  });

  it('reach the newcomers of a later stage, and whoever is asked again', async () => {
    await using world = await worldWith(stagedRequest('awaiting-approval'));
    const vote = { stage: 0, by: ada, at: at(5), planHash: 'x' };

    const news = await newsOf(
      world,
      stagedRequest('awaiting-approval', { stage: 1, votes: [vote] }, { version: 5 }),
    );

    assert.deepEqual(news, [
      'PUT Ada',
      'POST Ben',
      'PUT Ben',
      'POST Paul',
      'POST Amir',
      'PUT Rita',
    ]);
  });

  it('reach those to whom it is escalated', async () => {
    await using world = await worldWith(stagedRequest('awaiting-approval', { stage: 1 }));

    const news = await newsOf(
      world,
      stagedRequest('awaiting-approval', { stage: 1, escalatedAt: at(9) }, { version: 5 }),
    );

    assert.deepEqual(news, ['POST Ada', 'PUT Ben', 'PUT Paul', 'PUT Amir', 'PUT Rita']);
  });

  it('remind those who still have to decide, once for each reminder, with the buttons', async () => {
    const vote = { stage: 1, by: paul, at: at(5), planHash: 'x' };
    const asked = { stage: 1, votes: [vote] };
    await using world = await worldWith(stagedRequest('awaiting-approval', asked));
    const reminded = stagedRequest(
      'awaiting-approval',
      { ...asked, reminders: { sent: 1, lastAt: at(30) } },
      { version: 5 },
    );

    const first = await newsOf(world, reminded);
    const again = await newsOf(world, reminded);

    assert.deepEqual(first, [
      'POST Ben',
      'PUT Ben',
      'PUT Paul',
      'POST Amir',
      'PUT Amir',
      'PUT Rita',
    ]);
    assert.deepEqual(again, []);
    const [reminder, pointer] = world.connector.sent
      .filter(({ conversationId }) => conversationId === `a:${amir.id}`)
      .slice(-2);
    assert.match(reminder?.activity.summary ?? '', /^Reminder\. .*asks for your decision/);
    assert.match(wordsOf(reminder), /Reminder: this has been waiting.*"verb":"view".*"alert":true/);
    assert.match(wordsOf(pointer), /There is a newer message about this request further down/);
  });

  it('tell that a request has come back, and turn the older card into a pointer', async () => {
    await using world = await worldWith(simple({}, 1));
    const differences = [{ field: 'writeback' as const, before: 'on', after: 'off' }];
    const returned = simple({ returned: { at: at(8), differences } }, 3);

    const news = await newsOf(world, returned);

    assert.deepEqual(news, ['POST Ada', 'PUT Ada', 'POST Paul', 'PUT Paul', 'PUT Rita']);
    const message = world.connector.sent.find(({ activity }) =>
      activity.summary?.startsWith('Changed since it was approved'),
    );
    assert.match(wordsOf(message), /come back to be approved again.*⚠ Changed: on → off/);
  });

  it('lose no older card when the send was interrupted before its record', async () => {
    await using world = await worldWith(simple({}, 1));
    world.connector.failNext(`POST conversations/a:${ada.id}`, { status: 500 });
    const reminded = simple({ reminders: { sent: 1 } }, 2);
    await assert.rejects(newsOf(world, reminded));

    const news = await newsOf(world, reminded);

    assert.deepEqual(news, ['POST Ada', 'PUT Ada']);
    assert.equal(world.connector.sent.at(-1)?.activityId, 'm1');
  });

  it('let a pointer be whose message is gone', async () => {
    await using world = await worldWith(simple({}, 1));
    world.connector.failNext('PUT', { status: 404, code: 'ActivityNotFoundInConversation' });

    await newsOf(world, simple({ reminders: { sent: 1 } }, 2));
    const again = await newsOf(world, simple({ reminders: { sent: 1 } }, 2));

    assert.deepEqual(again, []);
  });

  it('come to approvers and administrators when access is taken first, and the verdict to the requester', async () => {
    const taken = { at: at(0), reason: 'The payment run is stuck.' };
    const approval = { stage: 1, breakGlass: taken };
    await using world = await worldWith(stagedRequest('setting-up', approval));

    const told = world.connector.sent.map(({ conversationId }) => conversationId);
    assert.deepEqual(
      told,
      everybody.map((person) => `a:${person.id}`),
    );
    assert.match(wordsOf(world.connector.sent[0]), /Rita Requester took emergency access/);

    const review = { by: ada, at: at(60), verdict: 'justified' as const };
    const reviewed = { stage: 1, breakGlass: { ...taken, review } };
    const news = await newsOf(world, stagedRequest('setting-up', reviewed, { version: 5 }));

    assert.deepEqual(news, ['PUT Ada', 'PUT Ben', 'PUT Paul', 'PUT Amir', 'POST Rita', 'PUT Rita']);
  });

  it('remind those who can review it, once for each reminder, and not the administrators', async () => {
    const breakGlass = { at: at(0), reason: 'The payment run is stuck.' };
    const own = { approvers: [ada, ben, paul] };
    await using world = await worldWith(
      stagedRequest('confirmed', { stage: 1, breakGlass }, { ...own, version: 4 }),
    );
    const reminders = { sent: 1, lastAt: at(30) };
    const approval = { stage: 1, breakGlass, reminders };
    const reminded = stagedRequest('confirmed', approval, { ...own, version: 5 });

    const first = await newsOf(world, reminded);
    const again = await newsOf(world, reminded);

    assert.deepEqual(first, [
      'POST Ada',
      'PUT Ada',
      'POST Ben',
      'PUT Ben',
      'POST Paul',
      'PUT Paul',
      'PUT Amir',
      'PUT Rita',
    ]);
    assert.deepEqual(again, []);
    const [reminder, pointer] = world.connector.sent
      .filter(({ conversationId }) => conversationId === `a:${paul.id}`)
      .slice(-2);
    assert.match(reminder?.activity.summary ?? '', /^Not reviewed yet\. .*took emergency access/);
    assert.match(wordsOf(reminder), /Last reminder: .*"verb":"view".*"alert":true/);
    assert.match(wordsOf(pointer), /There is a newer message about this request further down/);
  });
});

describe('the own view of an approver', () => {
  async function viewOf(person: typeof ada, approval: Partial<Approval>): Promise<string> {
    await using world = await startTeamsWorld();
    world.useCases.put(stagedRequest('awaiting-approval', approval));
    const { value } = await world.click(person, {
      verb: 'view',
      data: { requestId: id, version: 4 },
    });
    return wordsOf(value);
  }

  it('says why they are asked, who else is, and offers less time than was asked for', async () => {
    const view = await viewOf(ada, {});

    assert.match(view, /You are asked because you are the manager of Rita Requester/);
    assert.match(view, /No answer yet: Ada Approver and Ben Okafor/);
    assert.match(view, /As asked: 90 days/);
    assert.match(view, /"value":"30"/);
    assert.doesNotMatch(view, /"value":"180"|"value":"90"/);
    assert.match(
      view,
      /"verb":"approve","data":\{"requestId":"[^"]+","version":4,"planHash":"gT0s/,
    );
  });

  it('says for whom a deputy stands in', async () => {
    assert.match(
      await viewOf(ben, {}),
      /You are asked because you stand in for Ada Approver until/,
    );
  });

  it('offers nothing to those who come later', async () => {
    const answer = await viewOf(paul, {});

    assert.doesNotMatch(answer, /"verb":"approve"/);
    assert.doesNotMatch(answer, /You are asked because/);
  });

  it('takes a claim and gives it back', async () => {
    await using world = await startTeamsWorld();
    world.useCases.put(stagedRequest('awaiting-approval'));
    const data = { requestId: id, version: 4 };

    const claimed = await world.click(ada, { verb: 'claim', data });
    assert.match(wordsOf(claimed.value), /You are on it, since .*Not me/);
    const other = await world.click(ben, { verb: 'view', data });
    assert.match(wordsOf(other.value), /Ada Approver is on it, since .*I'm on it/);

    const given = await world.click(ada, { verb: 'unclaim', data: { ...data, version: 5 } });
    assert.doesNotMatch(wordsOf(given.value), /is on it|are on it/);
  });

  it('is refused when the duration cannot be read, instead of giving the longest', async () => {
    await using world = await startTeamsWorld();
    world.useCases.put(stagedRequest('awaiting-approval'));

    const data = { requestId: id, version: 4, days: 'a month' };
    const { statusCode } = await world.click(ada, { verb: 'approve', data });

    assert.equal(statusCode, 400);
    assert.ok(!world.useCases.calls.some((call) => call.startsWith('approve')));
  });
});
