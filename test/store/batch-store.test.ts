import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Batch } from '../../src/domain/batch.ts';
import type { StaleBatch } from '../../src/domain/batch-store.ts';
import { TenantId, toBatchId } from '../../src/domain/ids.ts';
import { createBatchCardStore } from '../../src/store/batch-card-store.ts';
import { createBatchStore } from '../../src/store/batch-store.ts';
import type { Database } from '../../src/store/database.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

const elsewhere = TenantId.parse('99999999-0000-4000-8000-000000000001');

function newBatch(changes: object = {}): Batch {
  return Batch.parse({
    id: toBatchId(randomBytes(5)),
    version: 1,
    tenantId,
    requester: rita,
    state: 'checking',
    rows: [
      {
        row: 1,
        who: 'ben@contoso.test',
        group: 'Finance',
        duration: '',
        verdict: { kind: 'unchecked' },
      },
    ],
    createdAt: at(0),
    updatedAt: at(0),
    ...changes,
  });
}

/** How PostgreSQL would answer the queries of this work, were the tables large. */
async function plansOf(
  database: Database,
  work: (watched: Database) => Promise<void>,
): Promise<string> {
  const { pool } = database;
  const asked: CompiledQuery[] = [];
  const dialect = new PostgresDialect({ pool });
  const db = new Kysely<Tables>({
    dialect,
    log: ({ query }) => {
      asked.push(query);
    },
  });
  await work({ ...database, db });
  const plans = await database.transaction(async (_, client) => {
    await client.query('set local enable_seqscan = off');
    const rows: unknown[] = [];
    for (const { sql: text, parameters } of asked) {
      rows.push((await client.query(`explain ${text}`, [...parameters])).rows);
    }
    return rows;
  });
  return JSON.stringify(plans);
}

describe('lists in PostgreSQL', () => {
  let stored: Awaited<ReturnType<typeof storeDatabase>>;
  before(async () => {
    stored = await storeDatabase();
  });
  after(async () => {
    await stored.drop();
  });

  it('makes one list of the same form, whoever comes first', async () => {
    const batches = createBatchStore(stored.database);

    const made = await Promise.all(
      Array.from({ length: 8 }, () => batches.create(newBatch(), 'the same form')),
    );

    assert.equal(new Set(made.map(({ id }) => id)).size, 1);
    assert.deepEqual(await batches.find(tenantId, made[0]?.id ?? newBatch().id), made[0]);
  });

  it('lets one of many changes at once through', async () => {
    const batches = createBatchStore(stored.database);
    const batch = await batches.create(newBatch(), 'many changes');

    const changed = await Promise.all(
      Array.from({ length: 20 }, () => batches.advance(batch, { ...batch, state: 'discarded' })),
    );

    assert.equal(changed.filter((each) => each !== undefined).length, 1);
    const now = await batches.get(batch.id);
    assert.equal(now.version, 2);
    assert.equal(now.state, 'discarded');
  });

  it('tells which lists have work, until it is done', async () => {
    const batches = createBatchStore(stored.database);
    const batch = await batches.create(newBatch(), 'work');
    assert.ok((await batches.listToWork(50)).includes(batch.id));

    await batches.advance(batch, { ...batch, state: 'discarded' });

    assert.ok(!(await batches.listToWork(50)).includes(batch.id));
  });

  it('has its cards drawn once for all the news within the rest, and again for what came meanwhile', async () => {
    const batches = createBatchStore(stored.database);
    const batch = await batches.create(newBatch(), 'cards');
    async function find(restMs: number): Promise<StaleBatch | undefined> {
      return (await batches.listStale(50, restMs)).find(({ id }) => id === batch.id);
    }
    const first = await find(60_000);
    assert.ok(first);
    await batches.touch(batch.id);

    await batches.markDrawn(first);

    assert.equal(await find(60_000), undefined);
    const second = await find(0);
    assert.equal(second?.mark, first.mark + 1);
    await batches.markDrawn(second ?? first);
    assert.equal(await find(0), undefined);
  });

  it('finds its requests by their lines, and who has an open one', async () => {
    const batches = createBatchStore(stored.database);
    const requests = createRequestStore(stored.database, new RecordingQueue());
    const batch = await batches.create(newBatch(), 'requests');
    const made = [];
    for (const [row, beneficiary] of [[2, ada] as const, [1, ben] as const]) {
      const request = requestIn('awaiting-approval', { beneficiary, batch: { id: batch.id, row } });
      made.push(await requests.create(request, `${batch.id}/${row}`));
    }

    const found = await batches.listRequests(tenantId, batch.id);
    const pairs = await batches.listOpenPairs(tenantId, [ben.id, rita.id]);

    assert.deepEqual(
      found.map((request) => request.batch?.row),
      [1, 2],
    );
    assert.deepEqual(pairs, [
      { beneficiaryId: ben.id, groupKey: 'bbbbbbbb-0000-4000-8000-000000000001' },
    ]);
    assert.deepEqual(
      (await requests.listFor(tenantId, rita.id, 20)).map(({ id }) => id),
      [],
      'whoever made the list sees the list instead',
    );
    assert.equal((await requests.listFor(tenantId, ben.id, 20)).length, 1);
    assert.deepEqual(
      await batches.countStates(tenantId, [batch.id, toBatchId(randomBytes(5))]),
      new Map([[batch.id, { 'awaiting-approval': 2 }]]),
    );
    assert.equal((await batches.countStates(elsewhere, [batch.id])).size, 0);
    assert.equal((await batches.countStates(tenantId, [])).size, 0);
    assert.deepEqual(
      (await batches.listFor(tenantId, rita.id, 20)).some(({ id }) => id === batch.id),
      true,
    );
  });

  it('counts as one open request of whoever made it while any of it is open or it is being sent', async () => {
    const batches = createBatchStore(stored.database);
    const requests = createRequestStore(stored.database, new RecordingQueue());
    const mine = { requester: paul };
    const said = { reason: 'Closing', updatedAt: at(1) };
    const draft = await batches.create(newBatch(mine), 'not sent');
    await batches.advance(draft, { ...draft, state: 'draft', rules: { reasons: [], tickets: [] } });
    const list = await batches.create(newBatch(mine), 'one of Paul');
    assert.equal(await requests.countOpen(tenantId, paul.id), 0);

    const sending = await batches.advance(list, { ...list, ...said, state: 'sending' });
    const whileSending = await requests.countOpen(tenantId, paul.id);
    assert.ok(sending);
    await batches.advance(sending, { ...sending, ...said, state: 'sent', orders: [] });
    const sentWithoutAny = await requests.countOpen(tenantId, paul.id);
    for (const [row, state] of (['confirmed', 'delivering', 'awaiting-sync'] as const).entries()) {
      const group = { kind: 'new', displayName: state, mailNickname: state } as const;
      const batch = { id: list.id, row: row + 1 };
      await requests.create(requestIn(state, { ...mine, group, batch }), `${list.id}/${row}`);
    }

    assert.deepEqual([whileSending, sentWithoutAny], [1, 0]);
    assert.equal(await requests.countOpen(tenantId, paul.id), 1);
    assert.equal(await requests.countOpen(elsewhere, paul.id), 0);
  });

  it('are found and counted without looking at every request', async () => {
    const plans = await plansOf(stored.database, async (database) => {
      const requests = createRequestStore(database, new RecordingQueue());
      const batches = createBatchStore(database);
      await requests.listFor(tenantId, rita.id, 20);
      await requests.countOpen(tenantId, rita.id);
      await batches.countStates(tenantId, [toBatchId(randomBytes(5))]);
    });

    for (const index of [
      'requests_by_requester',
      'requests_by_beneficiary',
      'requests_open_by_requester',
      'requests_open_by_batch',
      'batches_by_requester',
      'requests_by_batch',
    ]) {
      assert.match(plans, new RegExp(`${index}\\b`), index);
    }
    assert.doesNotMatch(plans, /Seq Scan/);
  });

  it('keeps one card per list, person and kind', async () => {
    const batches = createBatchStore(stored.database);
    const cards = createBatchCardStore(stored.database);
    const { id: batchId } = await batches.create(newBatch(), 'one card');
    const card = { batchId, recipientId: ada.id, kind: 'approval' as const };

    await cards.save({ ...card, activityId: '1' });
    await cards.save({ ...card, activityId: '2', occasion: 'stage 1, reminder 0' });

    assert.deepEqual(await cards.list(batchId), [
      { ...card, activityId: '2', occasion: 'stage 1, reminder 0' },
    ]);
  });
});
