import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Batch } from '../../src/domain/batch.ts';
import type { StaleBatch } from '../../src/domain/batch-store.ts';
import { TenantId, toBatchId } from '../../src/domain/ids.ts';
import { createBatchCardStore } from '../../src/store/batch-card-store.ts';
import { createBatchStore } from '../../src/store/batch-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, at, ben, requestIn, rita, tenantId } from '../support/requests.ts';
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
