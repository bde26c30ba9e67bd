import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { BatchId, TenantId } from '../../src/domain/ids.ts';
import type { Hold, NewNotice } from '../../src/domain/notice.ts';
import { createBatchCardStore } from '../../src/store/batch-card-store.ts';
import { createBatchStore } from '../../src/store/batch-store.ts';
import { createCardStore } from '../../src/store/card-store.ts';
import { createConversationStore } from '../../src/store/conversation-store.ts';
import { createNoticeStore } from '../../src/store/notice-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { createUndeliveredStore } from '../../src/store/undelivered-store.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, amir, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

const elsewhere = TenantId.parse('11111111-1111-4111-8111-111111111111');
const undeliverable = 'person-not-reachable';
let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

beforeEach(async () => {
  await sql`set session_replication_role = replica;
    truncate requests, request_events, cards, batches, batch_cards, notices, conversations;
    set session_replication_role = origin`.execute(opened.database.db);
});

/** A request that Ada did not get, made so many minutes after nine. */
async function missedRequest(minute: number): Promise<string> {
  const name = `Group ${minute}`;
  const group = { kind: 'new', displayName: name, mailNickname: name } as const;
  const request = requestIn('awaiting-approval', { createdAt: at(minute), group });
  await createRequestStore(opened.database, new RecordingQueue()).create(request, request.id);
  const card = { requestId: request.id, recipientId: ada.id, kind: 'approval' } as const;
  await createCardStore(opened.database).save({ ...card, undeliverable });
  return request.id;
}

/** A list of Rita's with a request for Ben, that Paul should decide on. */
async function listWithRequest(minute: number): Promise<BatchId> {
  const id = BatchId.parse('WL-7K3F2Q9X');
  const cells = { who: 'ben@contoso.test', group: 'Finance', duration: '', days: 30 };
  const request = requestIn('awaiting-approval', { beneficiary: ben, batch: { id, row: 1 } });
  await createBatchStore(opened.database).create(
    {
      id,
      version: 1,
      tenantId,
      requester: rita,
      state: 'sent',
      reason: 'Closing',
      orders: [],
      rows: [{ row: 1, ...cells, verdict: { kind: 'sent', requestId: request.id } }],
      createdAt: at(minute),
      updatedAt: at(minute),
    },
    'list',
  );
  await createRequestStore(opened.database, new RecordingQueue()).create(request, `${id}/1`);
  return id;
}

/** A notice that its reader could not be told. */
async function missedNotice(notice: NewNotice, why: Hold): Promise<void> {
  const outbox = createNoticeStore(opened.database);
  for (const put of await outbox.put([notice], { graceMs: 0 })) {
    await outbox.hold(put, why);
  }
}

describe('what was not delivered, in PostgreSQL', () => {
  const delegation = {
    tenantId,
    approver: ada,
    deputy: amir,
    from: at(0),
    until: at(90),
    createdAt: at(0),
  };
  const notice: NewNotice = {
    tenantId,
    recipient: amir,
    content: { kind: 'deputy', news: 'named', delegation },
    madeAt: at(20),
  };
  const why: Hold = { since: at(20), because: 'no-app' };

  it('is listed with the names of who should have it: cards of requests, of lists, and notices', async () => {
    const store = createUndeliveredStore(opened.database);
    const batchId = await listWithRequest(10);
    const cards = createBatchCardStore(opened.database);
    const because = { undeliverableSince: at(11), undeliverableBecause: 'blocked' } as const;
    const approval = { batchId, recipientId: paul.id, kind: 'approval' } as const;
    await cards.save({ ...approval, undeliverable, ...because });
    await cards.save({ batchId, recipientId: rita.id, kind: 'list', undeliverable });
    await cards.save({ batchId, recipientId: ada.id, kind: 'approval', activityId: '1' });
    const old = await missedRequest(1);
    const young = await missedRequest(30);
    await missedNotice(notice, why);

    const listed = await store.listUndelivered(tenantId, 50);

    assert.deepEqual(
      listed.map((each) => [
        each.recipient.displayName,
        each.kind,
        each.about === 'request' ? each.request.id : each.about,
      ]),
      [
        ['Ada Approver', 'approval', young],
        ['Amir Admin', 'deputy', 'notice'],
        ['Rita Requester', 'list', 'list'],
        ['Paul Prüfer', 'approval', 'list'],
        ['Ada Approver', 'approval', old],
      ],
    );
    assert.deepEqual(listed[3]?.since, at(11));
    assert.equal(listed[3]?.because, 'blocked');
    assert.deepEqual(
      (await store.listUndelivered(tenantId, 2)).map(({ kind }) => kind),
      ['approval', 'deputy'],
    );
    assert.deepEqual(await store.listUndelivered(elsewhere, 50), []);
  });

  it('has one line for each kind of notice: since when, and why the last did not arrive', async () => {
    const store = createUndeliveredStore(opened.database);
    const other = { ...delegation, approver: paul };
    const content = { kind: 'deputy', news: 'named', delegation: other } as const;
    await missedNotice(notice, why);
    await missedNotice(
      { ...notice, content, madeAt: at(40) },
      { since: at(40), because: 'blocked' },
    );
    const drift = { kind: 'drift', keys: ['one'] } as const;
    await missedNotice({ ...notice, content: drift }, { since: at(50) });

    const listed = await store.listUndelivered(tenantId, 50);

    assert.deepEqual(
      listed.map(({ kind, since, because }) => [kind, since, because]),
      [
        ['drift', at(50), undefined],
        ['deputy', at(20), 'blocked'],
      ],
    );
  });

  it('lists no notice that is on its way and was never missed', async () => {
    const store = createUndeliveredStore(opened.database);

    await createNoticeStore(opened.database).put([notice], { graceMs: 0 });

    assert.deepEqual(await store.listUndelivered(tenantId, 50), []);
  });

  it('lists no notice of somebody who can be written to by now', async () => {
    const store = createUndeliveredStore(opened.database);
    await missedNotice(notice, why);
    const chat = {
      conversationId: 'a:1',
      serviceUrl: 'https://smba.example/',
      channelUserId: '29',
    };
    const who = { tenantId, userId: amir.id, displayName: 'Amir', botChannelId: '28:bot' };

    await createConversationStore(opened.database).remember({ ...chat, ...who });

    assert.deepEqual(await store.listUndelivered(tenantId, 50), []);
  });
});
