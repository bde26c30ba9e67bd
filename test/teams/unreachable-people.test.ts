import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PostedCard } from '../../src/domain/posted-card.ts';
import { ada, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld } from '../support/teams-world.ts';

/** As Teams may say it: the reason stands in a text that is JSON itself. */
const blockedInText = {
  errorCode: 209,
  message: JSON.stringify({ subCode: 'MessageWritesBlocked', details: 'Blocked.' }, undefined, 2),
};

const id = requestIn('awaiting-approval').id;

/** Everybody who belongs to the request has written to the bot once. */
async function startWorld(): Promise<TeamsWorld> {
  const world = await startTeamsWorld();
  for (const person of [ada, paul, rita]) {
    await world.post(person, { type: 'conversationUpdate' });
  }
  world.useCases.put(requestIn('awaiting-approval', { id }));
  return world;
}

function rowOf({ cards }: TeamsWorld, userId: string): PostedCard | undefined {
  return cards.rows.find(({ recipientId }) => recipientId === userId);
}

describe('somebody who cannot be written to', () => {
  for (const { title, fault, because } of [
    {
      title: 'has blocked the bot, told inside of a text',
      fault: { status: 403, body: blockedInText },
      because: 'blocked',
    },
    {
      title: 'has blocked the bot',
      fault: { status: 403, code: 'MessageWritesBlocked' },
      because: 'blocked',
    },
    {
      title: 'may not use the bot',
      fault: { status: 403, code: 'BotDisabledByAdmin' },
      because: 'not-permitted',
    },
    {
      title: 'has not the app',
      fault: { status: 403, code: 'BotNotInConversationRoster' },
      because: 'no-app',
    },
    {
      title: 'has no such chat',
      fault: { status: 404, code: 'ConversationNotFound' },
      because: 'chat-gone',
    },
    {
      title: 'is out of reach for a reason that says nothing of them',
      fault: { status: 403, code: 'NotEnoughPermissions' },
      because: undefined,
    },
  ] as const) {
    it(`${title}: that goes on record`, async () => {
      await using world = await startWorld();
      world.connector.failNext(`POST conversations/a:${ada.id}`, fault);

      await world.messenger.refreshCards({ id });

      const row = rowOf(world, ada.id);
      assert.equal(row?.undeliverable, 'person-not-reachable');
      assert.equal(row.undeliverableBecause, because);
    });
  }

  it('has no chat any more where an update was refused, and is tried once', async () => {
    await using world = await startWorld();
    await world.messenger.refreshCards({ id });
    world.useCases.put(requestIn('cancelled', { id, version: 2 }));
    const blocked = { status: 403, body: blockedInText };
    world.connector.failNext(`PUT conversations/a:${ada.id}`, blocked, blocked);

    await world.messenger.refreshCards({ id });
    await world.messenger.refreshCards({ id });

    assert.equal(world.conversations.known.has(ada.id), false);
    const tries = world.connector.requests.filter((line) =>
      line.startsWith(`PUT conversations/a:${ada.id}`),
    );
    assert.equal(tries.length, 1);
    const row = rowOf(world, ada.id);
    assert.equal(row?.undeliverableBecause, 'blocked');
  });

  it('gets the card anew where their chat is another one now', async () => {
    await using world = await startWorld();
    await world.messenger.refreshCards({ id });
    const conversation = { id: 'a:newer', conversationType: 'personal', tenantId };
    await world.post(rita, { type: 'conversationUpdate', conversation });
    world.useCases.put(requestIn('setting-up', { id, version: 2 }));
    world.connector.failNext(`PUT conversations/a:${rita.id}`, { status: 403 });

    await world.messenger.refreshCards({ id });

    assert.equal(
      world.connector.sent.findLast(({ method }) => method === 'POST')?.conversationId,
      'a:newer',
    );
    assert.equal(world.conversations.known.get(rita.id)?.conversationId, 'a:newer');
    const row = rowOf(world, rita.id);
    assert.equal(row?.undeliverable, undefined);
  });
});
