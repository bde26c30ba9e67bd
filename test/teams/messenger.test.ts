import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from '../../src/domain/person.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Request } from '../../src/domain/request.ts';
import { ConnectorError } from '../../src/teams/connector.ts';
import type { TeamsOptions } from '../../src/teams/teams-bot.ts';
import { hasGuardedAction, lintCard } from '../support/card-lint.ts';
import { ada, at, ben, paul, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const id = requestIn('awaiting-approval').id;
const everybody = [ada, paul, rita];

/** The world after these people have written to the bot once. */
async function worldWith(request: Request, people = everybody): Promise<TeamsWorld> {
  const world = await startTeamsWorld();
  for (const person of people) {
    await world.post(person, { type: 'conversationUpdate' });
  }
  world.useCases.put(request);
  return world;
}

const view = { verb: 'view', data: { requestId: id, version: 1 } };

/** Ada's card arrives, and nobody tells the bot; resolves to the id that it got. */
async function loseCardOf(world: TeamsWorld): Promise<string> {
  world.connector.failNext(`POST conversations/a:${ada.id}`, {
    status: 'silence',
    afterTheFact: true,
  });
  await assert.rejects(world.messenger.refreshCards({ id }), ConnectorError);
  const [[, lost = ''] = []] = sentTo(world, ada);
  return lost;
}

/** The app can be installed, but at first `failure` is thrown; `asked` says for whom it was tried. */
function installing(...failures: readonly Problem[]): {
  readonly asked: readonly string[];
  readonly options: NonNullable<TeamsOptions['installing']>;
} {
  const asked: string[] = [];
  const claimed = new Set<string>();
  return {
    asked,
    options: {
      attempts: {
        claim: async ({ userId }) => !claimed.has(userId) && claimed.add(userId).has(userId),
        release: async ({ userId }) => {
          claimed.delete(userId);
        },
      },
      installer: {
        install: async (userId) => {
          asked.push(userId);
          const failure = failures[asked.length - 1];
          return failure === undefined ? 'installed' : Promise.reject(failure);
        },
        findChat: async () => 'a:chat',
      },
    },
  };
}

function sentTo(world: TeamsWorld, { id: userId }: Person): readonly (readonly string[])[] {
  return world.connector.sent
    .filter(({ conversationId }) => conversationId === `a:${userId}`)
    .map(({ method, activityId }) => [method, activityId]);
}

function recipients(world: TeamsWorld, method: string): readonly string[] {
  return world.connector.sent
    .filter((sent) => sent.method === method)
    .map(({ conversationId }) => conversationId);
}

describe('bringing the cards of a request up to date', () => {
  it('sends one card to each, alone and with a summary, and nothing the second time', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));

    await world.messenger.refreshCards({ id });
    await world.messenger.refreshCards({ id });

    assert.deepEqual(
      recipients(world, 'POST'),
      everybody.map((person) => `a:${person.id}`),
    );
    assert.deepEqual(recipients(world, 'PUT'), []);
    for (const { activity } of world.connector.sent) {
      const content = activity.attachments?.[0]?.content;
      assert.equal(activity.text, undefined);
      assert.ok(activity.summary);
      assert.deepEqual(lintCard(content), []);
      assert.equal(hasGuardedAction(content), false);
    }
    assert.match(wordsOf(world.connector.sent[0]), /"userIds":\["29:1aaaaaaaa.*"alert":true/);
  });

  it('opens a chat with an approver who never wrote', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }), [rita]);

    await world.messenger.refreshCards({ id });

    assert.deepEqual(
      world.connector.opened.map(({ members, tenantId }) => [members[0]?.id, tenantId]),
      [
        [ada.id, '9f3c2b7a-54d1-4e0e-8a77-2c1f6d0b9e11'],
        [paul.id, '9f3c2b7a-54d1-4e0e-8a77-2c1f6d0b9e11'],
      ],
    );
    assert.equal(recipients(world, 'POST').length, 3);
  });

  it("turns the approvers' cards into the record of who decided", async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));
    await world.messenger.refreshCards({ id });
    world.useCases.put(requestIn('setting-up', { id, version: 2 }));

    await world.messenger.refreshCards({ id });

    const updates = world.connector.sent.filter(({ method }) => method === 'PUT');
    assert.deepEqual(
      updates.map(({ activityId }) => activityId),
      ['m1', 'm2', 'm3'],
    );
    assert.ok(updates.every((sent) => wordsOf(sent).includes('Approved by Ada Approver')));
    assert.equal(world.connector.sent.length, 6);
  });

  it('sends no new approval card once somebody has decided', async () => {
    await using world = await worldWith(requestIn('setting-up', { id }));

    await world.messenger.refreshCards({ id });

    assert.deepEqual(recipients(world, 'POST'), [`a:${rita.id}`]);
  });

  it("updates the form that became the requester's card instead of sending another", async () => {
    await using world = await startTeamsWorld();
    const data = {
      formId: 'ffffffff-0000-4000-8000-000000000001',
      newGroupName: 'New',
      reason: 'Audit',
    };
    await world.click(rita, { verb: 'submit-request', data }, { replyToId: 'form-1' });
    const [request] = [...world.useCases.requests.values()];
    assert.ok(request);

    await world.messenger.refreshCards(request);

    const hers = world.connector.sent.filter(
      ({ conversationId }) => conversationId === `a:${rita.id}`,
    );
    assert.deepEqual(
      hers.map(({ method, activityId }) => [method, activityId]),
      [['PUT', 'form-1']],
    );
  });

  it('tells the outcome by a new message to requester and beneficiary', async () => {
    const confirmed = requestIn('confirmed', { id, beneficiary: ben });
    await using world = await worldWith(confirmed, [...everybody, ben]);

    await world.messenger.refreshCards({ id });
    await world.messenger.refreshCards({ id });

    const outcomes = world.connector.sent.filter(
      (sent) =>
        /in Active Directory/.test(sent.activity.summary ?? '') &&
        wordsOf(sent).includes('The proof'),
    );
    assert.deepEqual(
      outcomes.map(({ conversationId }) => conversationId),
      [`a:${rita.id}`, `a:${ben.id}`],
    );
    assert.ok(outcomes.every((sent) => wordsOf(sent).includes('"alert":true')));
  });

  it('tells the outcome of another try by another message', async () => {
    await using world = await worldWith(requestIn('failed', { id }));
    await world.messenger.refreshCards({ id });
    world.useCases.put(requestIn('setting-up', { id, version: 2 }));
    await world.messenger.refreshCards({ id });
    world.useCases.put(requestIn('confirmed', { id, version: 3 }));

    await world.messenger.refreshCards({ id });

    const outcomes = world.connector.sent.filter((sent) =>
      /has stopped|tried again|is in/.test(sent.activity.summary ?? ''),
    );
    assert.deepEqual(
      outcomes.map(({ method }) => method),
      ['POST', 'PUT', 'POST'],
    );
  });

  it('tells the requester who cannot be reached, and does not try again in vain', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }), [ada, rita]);
    world.connector.lacksApp(paul.id);

    await world.messenger.refreshCards({ id });
    await world.messenger.refreshCards({ id });

    const requesters = world.connector.sent.find(
      ({ conversationId }) => conversationId === `a:${rita.id}`,
    );
    assert.match(
      wordsOf(requesters),
      /I cannot write to Paul Prüfer\. They do not have the Writeback app/,
    );
    assert.equal(world.connector.opened.length, 1);
    const row = world.cards.rows.find(({ recipientId }) => recipientId === paul.id);
    assert.equal(row?.undeliverable, 'person-not-reachable');
    assert.deepEqual([row.undeliverableSince, row.undeliverableBecause], [at(60), 'no-app']);
  });

  it('reaches somebody who has added the app since', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }), [ada, rita]);
    world.connector.lacksApp(paul.id);
    await world.messenger.refreshCards({ id });

    await world.post(paul, { type: 'installationUpdate', action: 'add' });
    await world.messenger.refreshCards({ id });

    assert.ok(recipients(world, 'POST').includes(`a:${paul.id}`));
    assert.equal(
      world.cards.rows.find(({ recipientId }) => recipientId === paul.id)?.undeliverable,
      undefined,
    );
  });

  it('writes nothing to somebody who has removed the app, until they are heard of again', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));
    await world.post(ada, { type: 'installationUpdate', action: 'remove' });

    await world.messenger.refreshCards({ id });

    assert.deepEqual(world.connector.opened, []);
    assert.deepEqual(recipients(world, 'POST'), [`a:${paul.id}`, `a:${rita.id}`]);
    const row = world.cards.rows.find(({ recipientId }) => recipientId === ada.id);
    assert.equal(row?.undeliverableBecause, 'removed-app');

    await world.say(ada, 'help');
    await world.messenger.refreshCards({ id });

    assert.equal(sentTo(world, ada).length, 2);
  });

  it('installs nothing for somebody who has removed the app', async () => {
    const install = installing();
    await using world = await startTeamsWorld({ installing: install.options });
    await world.post(rita, { type: 'conversationUpdate' });
    await world.post(ada, { type: 'installationUpdate', action: 'remove' });
    world.connector.lacksApp(ada.id);
    world.connector.lacksApp(paul.id);
    world.useCases.put(requestIn('awaiting-approval', { id }));

    await world.messenger.refreshCards({ id });

    assert.deepEqual(install.asked, [paul.id]);
  });

  it('asks to be called again while the app cannot be installed for now, and installs it then', async () => {
    const install = installing(new Problem('graph-unreachable', { detail: 'for the test' }));
    await using world = await startTeamsWorld({ installing: install.options });
    for (const person of [rita, paul]) {
      await world.post(person, { type: 'conversationUpdate' });
    }
    world.connector.lacksApp(ada.id);
    world.useCases.put(requestIn('awaiting-approval', { id }));

    await assert.rejects(world.messenger.refreshCards({ id }), ConnectorError);
    assert.deepEqual(recipients(world, 'POST'), [`a:${paul.id}`, `a:${rita.id}`]);
    assert.deepEqual(
      world.cards.rows.filter(({ undeliverable }) => undeliverable !== undefined),
      [],
    );
    await world.messenger.refreshCards({ id });

    assert.deepEqual(install.asked, [ada.id, ada.id]);
    assert.ok(recipients(world, 'POST').includes('a:chat'));
  });

  it('tries somebody out of reach again when there is something new to tell them, once', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }), [ada, rita]);
    world.connector.lacksApp(paul.id);
    await world.messenger.refreshCards({ id });
    const { approval } = requestIn('awaiting-approval');
    const reminders = { ...approval.reminders, sent: 1, lastAt: at(300) };
    world.useCases.put(
      requestIn('awaiting-approval', { id, version: 2, approval: { ...approval, reminders } }),
    );

    await world.messenger.refreshCards({ id });
    await world.messenger.refreshCards({ id });

    assert.equal(world.connector.opened.length, 2);
  });

  it('forgets where a blocked person was', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));
    world.connector.failNext(`POST conversations/a:${ada.id}`, {
      status: 403,
      code: 'ConversationBlockedByUser',
    });

    await world.messenger.refreshCards({ id });

    assert.equal(world.conversations.known.has(ada.id), false);
    const row = world.cards.rows.find(({ recipientId }) => recipientId === ada.id);
    assert.equal(row?.undeliverableBecause, 'blocked');
    assert.deepEqual(recipients(world, 'POST'), [`a:${paul.id}`, `a:${rita.id}`]);
  });

  it('writes as somebody last wrote, else as their account says, else as the organisation does', async () => {
    const request = requestIn('awaiting-approval', {
      id,
      requester: { ...rita, preferredLanguage: 'es-ES' },
      approvers: [
        { ...ada, preferredLanguage: 'ja-JP' },
        { ...paul, preferredLanguage: 'nl-NL' },
      ],
    });
    await using world = await startTeamsWorld({ defaultLanguage: 'fr' });
    world.useCases.put(request);
    await world.post(ada, { type: 'conversationUpdate', locale: 'de-DE' });

    await world.messenger.refreshCards({ id });

    const languages = [ada, paul, rita].map(({ id: userId }) => {
      const sent = world.connector.sent.find(
        ({ conversationId }) => conversationId === `a:${userId}`,
      );
      const content: unknown = sent?.activity.attachments?.[0]?.content;
      return content !== null && typeof content === 'object' && 'lang' in content && content.lang;
    });
    assert.deepEqual(languages, ['de', 'fr', 'es']);
  });

  it('takes a message that got no answer for the card once it asks for a view', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));
    const lost = await loseCardOf(world);

    await world.click(ada, view, { replyToId: lost });
    world.useCases.put(requestIn('cancelled', { id, version: 2 }));
    await world.messenger.refreshCards({ id });

    assert.deepEqual(sentTo(world, ada), [
      ['POST', lost],
      ['PUT', lost],
    ]);
  });

  it('makes the first of two point to the second when the first turns up later', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));
    const lost = await loseCardOf(world);
    await world.messenger.refreshCards({ id });
    const [, [, second] = []] = sentTo(world, ada);

    await world.click(ada, view, { replyToId: lost });
    await world.messenger.refreshCards({ id });

    const last = world.connector.sent.at(-1);
    assert.deepEqual([last?.method, last?.activityId], ['PUT', lost]);
    assert.match(wordsOf(last), /newer/);
    const row = world.cards.rows.find(({ recipientId }) => recipientId === ada.id);
    assert.equal(row?.activityId, second);
  });

  it('takes no other message for a card, however it is clicked', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));
    await world.messenger.refreshCards({ id });
    const before = structuredClone(world.cards.rows);

    await world.click(ada, view, { replyToId: 'answer-to-status' });

    assert.deepEqual(
      world.cards.rows.filter(({ kind }) => kind !== 'status'),
      before,
    );
  });

  it('sends a card again when its message is gone', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));
    await world.messenger.refreshCards({ id });
    world.useCases.put(requestIn('cancelled', { id, version: 2 }));
    world.connector.failNext('PUT', { status: 404, code: 'ActivityNotFoundInConversation' });

    await world.messenger.refreshCards({ id });

    assert.equal(recipients(world, 'POST').at(-1), `a:${ada.id}`);
  });

  for (const { title, fault, waits } of [
    {
      title: '429 with Retry-After',
      fault: { status: 429, headers: { 'retry-after': '7' } },
      waits: [7000],
    },
    { title: '429 without', fault: { status: 429 }, waits: [1000] },
    { title: '412', fault: { status: 412 }, waits: [1000] },
    { title: '502', fault: { status: 502 }, waits: [1000] },
    { title: '503', fault: { status: 503 }, waits: [1000] },
    { title: '504', fault: { status: 504 }, waits: [1000] },
  ] as const) {
    it(`waits and tries again after ${title}`, async () => {
      await using world = await worldWith(requestIn('awaiting-approval', { id }));
      world.connector.failNext(`POST conversations/a:${ada.id}`, fault);

      await world.messenger.refreshCards({ id });

      assert.deepEqual(world.clock.sleeps, waits);
      assert.equal(recipients(world, 'POST').length, 3);
    });
  }

  for (const { title, fault } of [
    { title: '500, which may have been carried out', fault: { status: 500 } },
    { title: 'no answer in time', fault: { status: 'silence' } },
  ] as const) {
    it(`does not repeat by itself after ${title}, gives the others their cards, and asks to be called again`, async () => {
      await using world = await worldWith(requestIn('awaiting-approval', { id }));
      world.connector.failNext(`POST conversations/a:${ada.id}`, fault);

      await assert.rejects(world.messenger.refreshCards({ id }), ConnectorError);
      assert.deepEqual(recipients(world, 'POST'), [`a:${paul.id}`, `a:${rita.id}`]);

      await world.messenger.refreshCards({ id });
      assert.deepEqual(recipients(world, 'POST').at(-1), `a:${ada.id}`);
    });
  }

  it('gives up after four tries', async () => {
    await using world = await worldWith(requestIn('awaiting-approval', { id }));
    const fault = { status: 429 };
    world.connector.failNext(`POST conversations/a:${ada.id}`, fault, fault, fault, fault);

    await assert.rejects(world.messenger.refreshCards({ id }), {
      name: 'ConnectorError',
      status: 429,
    });

    assert.deepEqual(world.clock.sleeps, [1000, 2000, 4000]);
  });

  it('ends on the newest state when the request changes meanwhile', async () => {
    await using world = await worldWith(requestIn('setting-up', { id }));
    const save = world.cards.save.bind(world.cards);
    world.cards.save = async (card) => {
      world.useCases.put(requestIn('awaiting-sync', { id, version: 2, updatedAt: at(5) }));
      await save(card);
    };

    await world.messenger.refreshCards({ id });

    assert.match(wordsOf(world.connector.sent.at(-1)), /Waiting for the sync/);
  });
});
