import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { TenantId } from '../../src/domain/ids.ts';
import { openReview } from '../../src/store/migration-reviews.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { openRequestsContract } from '../contracts/open-requests.contract.ts';
import { requestStoreContract, type StoreUnderTest } from '../contracts/request-store.contract.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, at, requestIn, rita, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

type Opened = Awaited<ReturnType<typeof storeDatabase>>;

const otherTenant = TenantId.parse('99999999-9999-4999-8999-999999999999');

let opened: Opened;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

async function empty(): Promise<void> {
  // The audit trail refuses to be emptied, so for that its guard steps aside.
  await sql`set session_replication_role = replica; truncate requests, request_events, cards;
    set session_replication_role = origin`.execute(opened.database.db);
}

requestStoreContract('The store in PostgreSQL', openStore);
openRequestsContract('The store in PostgreSQL', openStore);

function openStore(): Promise<StoreUnderTest> {
  const queue = new RecordingQueue();
  const store = createRequestStore(opened.database, queue);
  return Promise.resolve({ store, work: queue.work, close: empty });
}

describe('The store in PostgreSQL', () => {
  const queue = new RecordingQueue();

  beforeEach(() => queue.work.splice(0));
  afterEach(empty);

  it('stores nothing when the follow-up work cannot be enqueued', async () => {
    const store = createRequestStore(opened.database, queue);
    const current = requestIn('awaiting-approval');
    queue.failNext = true;
    await assert.rejects(store.create(current, 'form'), /the queue is gone/);
    assert.equal(await store.find(current.tenantId, current.id), undefined);

    await store.create(current, 'form');
    queue.failNext = true;
    const next = requestIn('denied', { id: current.id });
    await assert.rejects(store.advance(current, next, ada.id), /the queue is gone/);

    assert.deepEqual(await store.get(current.id), current);
    assert.deepEqual(await versions(), [1]);
  });

  it('finds many at once, each for whom it belongs to, and one that cannot be read keeps none from theirs', async () => {
    const store = createRequestStore(opened.database, queue);
    const [own, broken] = [1, 2].map((number) =>
      requestIn('awaiting-approval', {
        group: { kind: 'new', displayName: `Ops ${number}`, mailNickname: `Ops-${number}` },
      }),
    );
    assert.ok(own !== undefined && broken !== undefined);
    await store.create(own, 'own');
    await store.create(broken, 'broken');
    const unreadable = sql`update requests set data = data - 'reason' where id = ${broken.id}`;
    await unreadable.execute(opened.database.db);

    const found = await Promise.allSettled([
      store.find(own.tenantId, own.id),
      store.find(otherTenant, own.id),
      store.find(broken.tenantId, broken.id),
      store.find(own.tenantId, own.id),
    ]);

    assert.deepEqual(
      found.map((each) => (each.status === 'fulfilled' ? each.value : 'unreadable')),
      [own, undefined, 'unreadable', own],
    );
  });

  it('makes changes that are asked for at the same moment in one statement', async () => {
    const store = createRequestStore(opened.database, queue);
    const waiting = Array.from({ length: 17 }, (_, number) =>
      requestIn('awaiting-approval', {
        group: { kind: 'new', displayName: `Ops ${number}`, mailNickname: `Ops-${number}` },
      }),
    );
    await Promise.all(waiting.map((request) => store.create(request, request.id)));
    queue.statements = 0;

    const changed = await Promise.all(
      waiting.map((request) =>
        store.advance(request, { ...requestIn('denied'), ...request, state: 'denied' }, ada.id),
      ),
    );

    assert.ok(changed.every((request) => request?.version === 2));
    assert.equal(queue.statements, 2);
  });

  it('writes who changed what and when beside every change', async () => {
    const store = createRequestStore(opened.database, queue);
    const current = requestIn('awaiting-approval');
    await store.create(current, 'form');
    const { decision } = requestIn('denied');
    const next = requestIn('denied', { id: current.id, decision, updatedAt: at(7) });
    await store.advance(current, next, ada.id);

    const events = await opened.database.db
      .selectFrom('request_events')
      .selectAll()
      .orderBy('version')
      .execute();

    assert.equal(events.length, 2);
    assert.partialDeepStrictEqual(events[0], {
      actor: rita.id,
      state: 'awaiting-approval',
      changes: { reason: current.reason },
    });
    assert.deepEqual(events[1], {
      request_id: current.id,
      version: 2,
      state: 'denied',
      at: at(7),
      actor: ada.id,
      changes: JSON.parse(
        JSON.stringify({ version: 2, state: 'denied', updatedAt: at(7), decision }),
      ),
    });
  });

  it('lets nobody change or remove the audit trail', async () => {
    const store = createRequestStore(opened.database, queue);
    await store.create(requestIn('awaiting-approval'), 'form');
    const { db } = opened.database;

    const attempts = [
      sql`update request_events set actor = 'somebody else'`,
      sql`delete from request_events`,
      sql`truncate request_events`,
    ];
    for (const attempt of attempts) {
      await assert.rejects(attempt.execute(db), /request_events is append-only/);
    }
  });

  it('ends a request and stores the one in its place in one statement, or neither', async () => {
    const store = createRequestStore(opened.database, queue);
    const current = requestIn('awaiting-approval');
    const request = requestIn('setting-up');
    const next = requestIn('cancelled', { id: current.id });
    await store.create(current, 'one');
    const ending = { current, next, actor: ada.id };
    queue.failNext = true;

    await assert.rejects(store.createInPlace(ending, request, 'two'), /the queue is gone/);
    const untouched = await store.get(current.id);
    queue.statements = 0;
    await store.createInPlace(ending, request, 'two');

    assert.deepEqual(untouched, current);
    assert.equal(queue.statements, 1);
    const events = await opened.database.db
      .selectFrom('request_events')
      .select(['request_id', 'version', 'state', 'actor'])
      .orderBy('at')
      .orderBy('version')
      .execute();
    assert.deepEqual(
      new Set(events.map(({ request_id: id, ...rest }) => [id, ...Object.values(rest)].join(' '))),
      new Set([
        `${current.id} 1 awaiting-approval ${rita.id}`,
        `${current.id} 2 cancelled ${ada.id}`,
        `${request.id} 1 setting-up ${rita.id}`,
      ]),
    );
  });

  it('refuses a stored request that is damaged instead of handing it out', async () => {
    const store = createRequestStore(opened.database, queue);
    const request = requestIn('awaiting-approval');
    await store.create(request, 'form');
    await sql`update requests set data = data - 'reason'`.execute(opened.database.db);

    await assert.rejects(store.get(request.id), /reason/);
  });

  it('finds open reviews without looking at every request', async () => {
    const plan = await opened.database.db.transaction().execute(async (db) => {
      await sql`set local enable_seqscan = off`.execute(db);
      const open = db
        .selectFrom('requests')
        .select('data')
        .where('tenant_id', '=', tenantId)
        .where(openReview)
        .orderBy('created_at');
      return open.explain('json');
    });

    assert.match(JSON.stringify(plan), /requests_to_review/);
  });

  async function versions(): Promise<readonly number[]> {
    const rows = await opened.database.db.selectFrom('request_events').select('version').execute();
    return rows.map(({ version }) => version);
  }
});
