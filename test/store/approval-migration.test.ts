import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { askedNow } from '../../src/domain/approval.ts';
import { createApproval } from '../../src/store/approval-migration.ts';
import type { Database } from '../../src/store/database.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, at, paul, requestIn, rita } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

/** The tables as version 0.1.0 left them, with a request that it had made. */
async function asVersion010(database: Database, state: 'awaiting-approval' | 'confirmed') {
  const request = requestIn(state);
  await createRequestStore(database, new RecordingQueue()).create(request, 'form');
  await sql`update requests set data = data - 'approval'`.execute(database.db);
  await sql`alter table requests drop column due_at`.execute(database.db);
  await sql`drop table delegations`.execute(database.db);
  return request;
}

function migrating({ pool }: Database): Kysely<unknown> {
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}

describe('The migration to staged approval', () => {
  for (const state of ['awaiting-approval', 'confirmed'] as const) {
    it(`gives an older request that is ${state} the approval it was made with`, async () => {
      const opened = await storeDatabase();
      const { database } = opened;
      const { id, createdAt } = await asVersion010(database, state);

      await createApproval(migrating(database));

      const queue = new RecordingQueue();
      const request = await createRequestStore(database, queue).get(id);
      assert.deepEqual(
        askedNow(request.approval).map(({ person, because }) => [person.id, because.kind]),
        [
          [ada.id, 'named'],
          [paul.id, 'named'],
        ],
      );
      assert.deepEqual(request.approval.stageSince, createdAt);
      assert.deepEqual([request.approval.stage, request.approval.route.stages[0]?.need], [0, 1]);
      await opened.drop();
    });
  }

  it('leaves a request alone that has an approval already', async () => {
    const opened = await storeDatabase();
    const { database } = opened;
    const store = createRequestStore(database, new RecordingQueue());
    const base = requestIn('awaiting-approval');
    const request = { ...base, approval: { ...base.approval, expiresAt: at(9) } };
    await store.create(request, 'form');
    await sql`alter table requests drop column due_at`.execute(database.db);
    await sql`drop table delegations`.execute(database.db);

    await createApproval(migrating(database));

    assert.deepEqual((await store.get(request.id)).approval, request.approval);
    assert.deepEqual(await store.listFor(request.tenantId, rita.id, 5), [request]);
    await opened.drop();
  });
});
