import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RequestId, TenantId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { ConversationReference } from '../../src/domain/ports.ts';
import { createCardStore } from '../../src/store/card-store.ts';
import { createConversationStore } from '../../src/store/conversation-store.ts';
import { createReachedCards } from '../../src/store/reached-cards.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

const elsewhere = TenantId.parse('11111111-1111-4111-8111-111111111111');
let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

describe('The conversation store', () => {
  const reference: ConversationReference = {
    tenantId,
    userId: rita.id,
    channelUserId: '29:rita',
    displayName: 'Rita "مرحبا" 🎉 <b>',
    conversationId: 'a:1',
    serviceUrl: 'https://smba.example/emea/',
    botChannelId: '28:bot',
    locale: 'de-DE',
  };

  it('keeps the newest reference of each person', async () => {
    const conversations = createConversationStore(opened.database);
    await conversations.remember(reference);
    const { locale: _, ...newest } = { ...reference, conversationId: 'a:2' };
    await conversations.remember(newest);

    assert.deepEqual(await conversations.find(tenantId, rita.id), newest);
    assert.equal(await conversations.find(elsewhere, rita.id), undefined);
    assert.equal(await conversations.find(tenantId, ben.id), undefined);
  });

  it('forgets where a person was', async () => {
    const conversations = createConversationStore(opened.database);
    await conversations.remember(reference);

    await conversations.forget(tenantId, rita.id);

    assert.equal(await conversations.find(tenantId, rita.id), undefined);
    assert.equal(await conversations.hasRemovedApp(tenantId, rita.id), false);
  });

  it('knows who has removed the app until they are heard of again', async () => {
    const conversations = createConversationStore(opened.database);
    await conversations.remember(reference);

    await conversations.noteRemoval(tenantId, rita.id, new Date('2026-11-25T10:00:00Z'));
    await conversations.noteRemoval(tenantId, rita.id, new Date('2026-11-25T10:01:00Z'));

    assert.equal(await conversations.find(tenantId, rita.id), undefined);
    assert.equal(await conversations.hasRemovedApp(tenantId, rita.id), true);
    assert.equal(await conversations.hasRemovedApp(elsewhere, rita.id), false);
    await conversations.remember(reference);
    assert.equal(await conversations.hasRemovedApp(tenantId, rita.id), false);
  });

  it('lets one of many claim the welcome of a person, once', async () => {
    const conversations = createConversationStore(opened.database);

    const claims = await Promise.all(
      Array.from({ length: 20 }, () => conversations.claimWelcome(tenantId, ada.id)),
    );

    assert.equal(claims.filter(Boolean).length, 1);
    assert.equal(await conversations.claimWelcome(tenantId, ada.id), false);
    assert.equal(await conversations.claimWelcome(elsewhere, ada.id), true);
  });

  it('lets a welcome be claimed again that was not said, at once or when its process has ended', async () => {
    const conversations = createConversationStore(opened.database);
    const person = { tenantId, userId: paul.id };
    await conversations.claimWelcome(tenantId, paul.id);

    await conversations.settleWelcome(person, 'unsaid');
    assert.equal(await conversations.claimWelcome(tenantId, paul.id), true);
    assert.equal(await conversations.claimWelcome(tenantId, paul.id), false);
    await letThreeMinutesPass(paul);
    assert.equal(await conversations.claimWelcome(tenantId, paul.id), true);

    await conversations.settleWelcome(person, 'said');
    await letThreeMinutesPass(paul);
    assert.equal(await conversations.claimWelcome(tenantId, paul.id), false);
  });

  async function letThreeMinutesPass({ id }: Person): Promise<void> {
    await opened.database.pool.query(
      `update welcomes set unsaid_since = unsaid_since - interval '181 seconds' where user_id = $1`,
      [id],
    );
  }
});

describe('The card store', () => {
  it('keeps one card per request, recipient and kind', async () => {
    const request = requestIn('awaiting-approval');
    await createRequestStore(opened.database, new RecordingQueue()).create(request, 'form');
    const cards = createCardStore(opened.database);
    const own = { requestId: request.id, recipientId: rita.id, kind: 'request' } as const;
    const approval = { requestId: request.id, recipientId: ada.id, kind: 'approval' } as const;

    await cards.save({ ...own, activityId: '1', contentHash: 'a' });
    const because = {
      undeliverable: 'person-not-reachable',
      undeliverableSince: new Date('2026-11-25T10:00:00Z'),
      undeliverableBecause: 'blocked',
    } as const;
    await cards.save({ ...approval, ...because });
    await cards.save({ ...own, activityId: '1', contentHash: 'b' });

    assert.deepEqual(await cards.list(request.id), [
      { ...own, activityId: '1', contentHash: 'b' },
      { ...approval, ...because },
    ]);
    assert.deepEqual(await cards.list(requestIn('denied').id), []);
  });
});

describe('Cards of people who can be reached again', () => {
  const undeliverable = { undeliverable: 'person-not-reachable', undeliverableSince: at(1) };
  const queue = new RecordingQueue();

  /** A request, made so many minutes after nine, of which these people did not get a card. */
  async function missed(minute: number, people: readonly Person[]): Promise<RequestId> {
    const name = `Missed ${minute}`;
    const group = { kind: 'new', displayName: name, mailNickname: name } as const;
    const request = requestIn('awaiting-approval', { createdAt: at(minute), group });
    await createRequestStore(opened.database, new RecordingQueue()).create(request, request.id);
    const cards = createCardStore(opened.database);
    for (const { id: recipientId } of people) {
      for (const kind of ['approval', 'late'] as const) {
        await cards.save({ requestId: request.id, recipientId, kind, ...undeliverable });
      }
    }
    return request.id;
  }

  async function missing(id: RequestId): Promise<readonly (string | undefined)[]> {
    const cards = await createCardStore(opened.database).list(id);
    return cards.map((card) => card.undeliverable && card.recipientId);
  }

  it('count as missed no longer, and are brought up to date: each request once, the oldest first', async () => {
    const reached = createReachedCards(opened.database, queue);
    const [third, first, second] = [
      await missed(3, [paul]),
      await missed(1, [paul, ben]),
      await missed(2, [paul]),
    ];
    const others = await missed(0, [ben]);
    await reached.retry(2);
    assert.deepEqual(queue.work, []);
    const conversations = createConversationStore(opened.database);
    const chat = {
      channelUserId: '29:1',
      conversationId: 'a:1',
      serviceUrl: 'https://smba.example',
    };
    const known = { ...chat, displayName: paul.displayName, botChannelId: '28:bot' };
    await conversations.remember({ tenantId, userId: paul.id, ...known });

    await reached.retry(2);
    const once = queue.work.map(({ requestId }) => requestId);
    await reached.retry(2);
    await reached.retry(2);

    assert.deepEqual(once, [first, second]);
    assert.deepEqual(
      queue.work.map(({ kind, requestId }) => [kind, requestId]),
      [first, second, third].map((id) => ['refresh-cards', id]),
    );
    assert.deepEqual(await missing(third), [undefined, undefined]);
    assert.deepEqual(await missing(first), [ben.id, ben.id, undefined, undefined]);
    assert.deepEqual(await missing(others), [ben.id, ben.id]);
  });
});
