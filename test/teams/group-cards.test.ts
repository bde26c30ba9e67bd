import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Approver } from '../../src/domain/approval.ts';
import { UserId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { createGroupCardStore } from '../../src/store/group-card-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { ConnectorError } from '../../src/teams/connector.ts';
import { eventually } from '../support/eventually.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, amir, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';
import { startTeamsWorld, type TeamsWorld } from '../support/teams-world.ts';

const chat = '19:closing@thread.v2';
const thread = '19:access@thread.tacv2;messageid=1700000000000';
const channel = '19:access@thread.tacv2';
const team = '19:finance@thread.tacv2';
const otherTenant = '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9';

interface Card {
  readonly refresh?: { readonly userIds: readonly string[] };
}

let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

/** No card stands anywhere yet. */
async function startWorld(): Promise<TeamsWorld> {
  await opened.database.db.deleteFrom('group_cards').execute();
  return startTeamsWorld({ groupCardStore: createGroupCardStore(opened.database) });
}

/** A request that was begun in this place, as both stores have it. */
async function begun(
  world: TeamsWorld,
  request: Request,
  place: { readonly conversationId: string; readonly teamId?: string } = { conversationId: chat },
): Promise<Request> {
  const formId = randomUUID();
  const { serviceUrl } = world.connector;
  const cards = createGroupCardStore(opened.database);
  await cards.begin({ tenantId, formId, serviceUrl, ...place }, at(0));
  await createRequestStore(opened.database, new RecordingQueue()).create(request, formId);
  return world.useCases.put(request);
}

/** One per test and place, since only one open request may be for the same group and person. */
function waiting(
  changes: Partial<Request & { readonly state: 'awaiting-approval' }> = {},
): Request {
  const name = randomUUID();
  const group = { kind: 'new' as const, displayName: name, mailNickname: name };
  return requestIn('awaiting-approval', { group, ...changes });
}

/** As Teams lists somebody, by another id than this bot knows from their own chat. */
function member({ id, displayName: name }: Person, home: string = tenantId): object {
  return { id: thereAs({ id }), name, objectId: id, tenantId: home, userRole: 'user' };
}

function thereAs({ id }: Pick<Person, 'id'>): string {
  return `29:there-${id}`;
}

/** Who fetches a view of their own of the newest card in this place. */
function viewersIn({ connector }: TeamsWorld, conversationId = chat): readonly string[] {
  const sent = connector.sent.findLast((each) => each.conversationId === conversationId);
  const content = sent?.activity.attachments?.[0]?.content as Card | undefined;
  assert.ok(content, 'there is no card');
  return content.refresh?.userIds ?? [];
}

function readsOf({ connector }: TeamsWorld): readonly string[] {
  return connector.requests.filter((line) => line.includes('pagedmembers'));
}

describe('the card of a request in a group', () => {
  it('is fetched by approvers, requester and beneficiary, in this order, whom the bot never met', async () => {
    await using world = await startWorld();
    world.connector.rosters.set(chat, [[ben, amir, rita, paul, ada].map((each) => member(each))]);
    await world.post(amir, { type: 'conversationUpdate' });
    const { id } = await begun(world, waiting({ beneficiary: ben }));

    await world.messenger.refreshCards({ id });

    assert.deepEqual(viewersIn(world), [ada, paul, rita, ben].map(thereAs));
    assert.deepEqual(readsOf(world), [`GET conversations/${chat}/pagedmembers?pageSize=500`]);
  });

  it('is fetched by deputies too', async () => {
    await using world = await startWorld();
    const deputy: Approver = {
      person: amir,
      because: { kind: 'deputy', of: ada, since: at(0), until: at(1000) },
    };
    world.connector.rosters.set(chat, [[amir, rita].map((each) => member(each))]);
    const request = waiting();
    const [stage] = request.approval.route.stages;
    assert.ok(stage);
    const stages = [{ ...stage, approvers: [...stage.approvers, deputy] }];
    const approval = { ...request.approval, route: { ...request.approval.route, stages } };
    await begun(world, { ...request, approval });

    await world.messenger.refreshCards(request);

    assert.deepEqual(viewersIn(world), [amir, rita].map(thereAs));
  });

  it('leaves out who is not there, and who is there from another organisation', async () => {
    await using world = await startWorld();
    world.connector.rosters.set(chat, [[member(ada, otherTenant), member(rita)]]);
    await world.post(paul, { type: 'conversationUpdate' });
    const { id } = await begun(world, waiting());

    await world.messenger.refreshCards({ id });

    assert.deepEqual(viewersIn(world), [thereAs(rita)]);
  });

  it('reads the roster of the channel page by page, until everybody is found', async () => {
    await using world = await startWorld();
    const pages = [[member(ben)], [member(ada), member(rita)], [member(paul)], [member(amir)]];
    world.connector.rosters.set(channel, pages);
    const { id } = await begun(world, waiting(), { conversationId: thread, teamId: team });

    await world.messenger.refreshCards({ id });

    assert.deepEqual(viewersIn(world, thread), [ada, paul, rita].map(thereAs));
    const asked = `GET conversations/${channel}/pagedmembers?pageSize=500`;
    assert.deepEqual(readsOf(world), [
      asked,
      `${asked}&continuationToken=1`,
      `${asked}&continuationToken=2`,
    ]);
  });

  it('is fetched by sixty at most, whoever decides first', async () => {
    await using world = await startWorld();
    const many = Array.from({ length: 70 }, (_, index): Person => {
      const id = UserId.parse(`aaaaaaaa-0000-4000-9000-${String(index).padStart(12, '0')}`);
      return { id, displayName: `Approver ${index}` };
    });
    world.connector.rosters.set(chat, [[member(rita)], many.map((each) => member(each))]);
    const request = waiting();
    const [stage] = request.approval.route.stages;
    assert.ok(stage);
    const approvers = many.map((person) => ({ person, because: { kind: 'named' as const } }));
    const stages = [{ ...stage, approvers }];
    const approval = { ...request.approval, route: { ...request.approval.route, stages } };
    // Cards of their own, which approvers get, are none of this test's matter.
    const { id } = await begun(world, { ...request, approvers: [], approval });

    await world.messenger.refreshCards({ id });

    assert.deepEqual(viewersIn(world), many.slice(0, 60).map(thereAs));
  });

  const faults = [
    { why: 'refused', fault: { status: 403, code: 'BotNotInConversationRoster' } },
    { why: 'not found', fault: { status: 404, code: 'ConversationNotFound' } },
    { why: 'broken', fault: { status: 500 } },
    { why: 'never answered', fault: { status: 'silence' } },
  ] as const;
  for (const { why, fault } of faults) {
    it(`is posted with those whom the bot has met when the roster is ${why}`, async () => {
      await using world = await startWorld();
      world.connector.rosters.set(chat, [[member(ada), member(rita)]]);
      world.connector.failNext('pagedmembers', fault);
      await world.post(paul, { type: 'conversationUpdate' });
      const { id } = await begun(world, waiting());
      const { id: next } = await begun(world, waiting());

      await world.messenger.refreshCards({ id });
      await world.messenger.refreshCards({ id: next });

      assert.deepEqual(viewersIn(world), [`29:1${paul.id}`]);
      assert.equal(readsOf(world).length, 1, 'what did not work is not asked for again at once');
      assert.equal(world.log.messages('warn').length, 1);
      assert.deepEqual(world.log.messages('error'), []);
    });
  }

  it('is posted when the roster makes no sense', async () => {
    await using world = await startWorld();
    world.connector.rosters.set(chat, []);
    await world.post(paul, { type: 'conversationUpdate' });
    const { id } = await begun(world, waiting());

    await world.messenger.refreshCards({ id });

    assert.deepEqual(viewersIn(world), [`29:1${paul.id}`]);
  });

  it('tries again where Teams asks for that', async () => {
    await using world = await startWorld();
    world.connector.rosters.set(chat, [[member(ada), member(rita)]]);
    world.connector.failNext('pagedmembers', { status: 503 }, { status: 429 });
    const { id } = await begun(world, waiting());

    await world.messenger.refreshCards({ id });

    assert.deepEqual(viewersIn(world), [ada, rita].map(thereAs));
    assert.equal(readsOf(world).length, 3);
  });

  it('lets somebody approve there whom the bot never met, whether the roster tells or not', async () => {
    await using world = await startWorld();
    const { id } = await begun(world, waiting());
    await world.messenger.refreshCards({ id });
    assert.deepEqual(viewersIn(world), []);
    const posted = world.connector.sent.find(({ conversationId }) => conversationId === chat);
    const there = {
      from: { id: thereAs(paul), name: paul.displayName, aadObjectId: paul.id },
      conversation: { id: chat, conversationType: 'groupChat', tenantId },
      replyToId: posted?.activityId,
    };
    const data = { requestId: id, version: 1, planHash: 'not-yet' };

    const view = await world.click(paul, { verb: 'view', data }, there);
    const approved = await world.click(paul, { verb: 'approve', data }, there);

    assert.match(JSON.stringify(view.value), /"verb":"approve"/);
    assert.match(JSON.stringify(approved.value), /Paul Prüfer/);
    assert.equal(world.useCases.requests.get(id)?.state, 'setting-up');
    assert.equal(world.conversations.known.has(paul.id), false);
  });
});

describe('a card in a group whose answer was lost', () => {
  function there(person: Person, replyToId: string | undefined): object {
    return {
      from: { id: thereAs(person), name: person.displayName, aadObjectId: person.id },
      conversation: { id: chat, conversationType: 'groupChat', tenantId },
      replyToId,
    };
  }

  /** It stands in the chat, and nobody has told the bot. */
  async function lose(
    world: TeamsWorld,
  ): Promise<{ readonly id: Request['id']; readonly lost: string }> {
    const { id } = await begun(world, waiting());
    const fault = { status: 'silence', afterTheFact: true } as const;
    world.connector.failNext(`POST conversations/${chat}`, fault);
    await assert.rejects(world.messenger.refreshCards({ id }), ConnectorError);
    const [[, lost] = ['', '']] = inChatOf(world);
    return { id, lost };
  }

  function inChatOf({ connector }: TeamsWorld): readonly (readonly [string, string])[] {
    return connector.sent
      .filter(({ conversationId }) => conversationId === chat)
      .map(({ method, activityId }) => [method, activityId]);
  }

  /** What is not waited for is over in a moment. */
  async function retired(world: TeamsWorld, count: number): Promise<void> {
    await eventually(() => (inChatOf(world).length >= count ? true : undefined));
  }

  it('is known again by the first who asks for a view of it', async () => {
    await using world = await startWorld();
    const { id, lost } = await lose(world);
    const view = { verb: 'view', data: { requestId: id, version: 1 } };

    await world.click(ada, view, there(ada, lost));
    await world.messenger.refreshCards({ id });

    assert.deepEqual(inChatOf(world), [
      ['POST', lost],
      ['PUT', lost],
    ]);
  });

  it('is known again by somebody who has nothing to do with the request', async () => {
    await using world = await startWorld();
    const { id, lost } = await lose(world);
    const view = { verb: 'view', data: { requestId: id, version: 1 } };

    const answer = await world.click(ben, view, there(ben, lost));
    await world.messenger.refreshCards({ id });

    assert.match(JSON.stringify(answer.value), /Only you see this|nothing/i);
    assert.deepEqual(inChatOf(world).at(-1), ['PUT', lost]);
  });

  it('points to the one that was posted after it', async () => {
    await using world = await startWorld();
    const { id, lost } = await lose(world);
    const view = { verb: 'view', data: { requestId: id, version: 1 } };
    await world.messenger.refreshCards({ id });
    const second = inChatOf(world).at(-1)?.[1];

    await world.click(ada, view, there(ada, lost));
    await retired(world, 3);

    assert.deepEqual(inChatOf(world), [
      ['POST', lost],
      ['POST', second],
      ['PUT', lost],
    ]);
    assert.match(JSON.stringify(world.connector.sent.at(-1)?.activity), /newer message/);
    world.useCases.put(requestIn('cancelled', { id, version: 2 }));
    await world.messenger.refreshCards({ id });
    assert.deepEqual(inChatOf(world).at(-1), ['PUT', second]);
  });

  it('is not the card of another request, whatever a click says', async () => {
    await using world = await startWorld();
    const { id } = await lose(world);
    const other = await begun(world, waiting());
    await world.messenger.refreshCards(other);
    const theirs = inChatOf(world).at(-1)?.[1];
    const view = { verb: 'view', data: { requestId: id, version: 1 } };

    await world.click(ada, view, there(ada, theirs));
    await world.messenger.refreshCards({ id });

    assert.equal(inChatOf(world).at(-1)?.[0], 'POST', 'it is posted once more');
  });

  it('is none after an hour', async () => {
    await using world = await startWorld();
    const { id, lost } = await lose(world);
    await opened.database.pool.query(
      `update group_cards set card = card || '{"attemptedAt": "2026-11-25T08:00:00.000Z"}'`,
    );
    const view = { verb: 'view', data: { requestId: id, version: 1 } };

    await world.click(ada, view, there(ada, lost));
    await world.messenger.refreshCards({ id });

    assert.equal(inChatOf(world).at(-1)?.[0], 'POST');
  });
});

describe('the roster of a group', () => {
  const joined = { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] };
  const left = { type: 'conversationUpdate', membersRemoved: [{ id: '29:somebody' }] };
  const inChat = { conversation: { id: chat, conversationType: 'groupChat', tenantId } };
  /** A team speaks for all of its channels by the name of its first one. */
  const inTeam = {
    conversation: { id: team, conversationType: 'channel', tenantId },
    channelData: { tenant: { id: tenantId }, team: { id: team } },
  };

  it('is read once for requests that follow each other', async () => {
    await using world = await startWorld();
    world.connector.rosters.set(chat, [[ada, paul, rita].map((each) => member(each))]);
    const first = await begun(world, waiting());
    const second = await begun(world, waiting());

    await world.messenger.refreshCards(first);
    await world.messenger.refreshCards(second);

    assert.equal(readsOf(world).length, 1);
    assert.deepEqual(viewersIn(world), [ada, paul, rita].map(thereAs));
  });

  const news = [
    { what: 'somebody has left the chat', place: chat, activity: { ...left, ...inChat } },
    { what: 'somebody has left the team', place: thread, activity: { ...left, ...inTeam } },
    {
      what: 'Teams does not say who removed somebody',
      place: chat,
      activity: { ...left, ...inChat, from: { id: '29:unknown' } },
    },
  ];
  for (const { what, place, activity } of news) {
    it(`is read anew after ${what}`, async () => {
      await using world = await startWorld();
      world.connector.rosters.set(chat, [[ada, paul, rita].map((each) => member(each))]);
      world.connector.rosters.set(channel, [[ada, paul, rita].map((each) => member(each))]);
      const where = { conversationId: place, ...(place === thread ? { teamId: team } : {}) };
      const first = await begun(world, waiting(), where);
      const second = await begun(world, waiting(), where);
      await world.messenger.refreshCards(first);
      world.connector.rosters.set(chat, [[member(rita)]]);
      world.connector.rosters.set(channel, [[member(rita)]]);

      await world.post(amir, activity);
      await world.messenger.refreshCards(second);

      assert.equal(readsOf(world).length, 2);
      assert.deepEqual(viewersIn(world, place), [thereAs(rita)]);
    });
  }

  it('is not touched by what happens in another organisation', async () => {
    await using world = await startWorld();
    world.connector.rosters.set(chat, [[ada, paul, rita].map((each) => member(each))]);
    const first = await begun(world, waiting());
    const second = await begun(world, waiting());
    await world.messenger.refreshCards(first);

    const conversation = { ...inChat.conversation, tenantId: otherTenant };
    await world.post(amir, { ...joined, conversation, channelData: {} });
    await world.messenger.refreshCards(second);

    assert.equal(readsOf(world).length, 1);
    assert.deepEqual(world.log.messages('error'), []);
  });

  for (const { where, place, activity } of [
    { where: 'chat', place: chat, activity: { ...joined, ...inChat } },
    { where: 'team', place: thread, activity: { ...joined, ...inTeam } },
  ]) {
    it(`gives whoever joins the ${where} their view of what is open there, and touches nothing else`, async () => {
      await using world = await startWorld();
      world.connector.rosters.set(chat, [[member(rita)]]);
      world.connector.rosters.set(channel, [[member(rita)]]);
      const spot = { conversationId: place, ...(place === thread ? { teamId: team } : {}) };
      const open = await begun(world, waiting(), spot);
      const closed = await begun(world, requestIn('denied'), spot);
      await begun(world, waiting(), spot);
      const elsewhere = await begun(world, waiting(), { conversationId: '19:other@thread.v2' });
      for (const request of [open, closed, elsewhere]) {
        await world.messenger.refreshCards(request);
      }
      const sofar = world.connector.sent.length;
      world.connector.rosters.set(chat, [[member(rita), member(ada)]]);
      world.connector.rosters.set(channel, [[member(rita), member(ada)]]);

      await world.post(amir, activity);

      const changed = world.connector.sent
        .slice(sofar)
        .map((sent) => [sent.method, sent.conversationId]);
      assert.deepEqual(changed, [['PUT', place]]);
      assert.deepEqual(viewersIn(world, place), [ada, rita].map(thereAs));
    });
  }
});
