import { type Kysely, sql } from 'kysely';
import { Batch, needsWork } from '../domain/batch.ts';
import type { BatchStore, OpenPair, StaleBatch } from '../domain/batch-store.ts';
import { BatchId, type TenantId, UserId } from '../domain/ids.ts';
import { Problem } from '../domain/problem.ts';
import { openStates, Request } from '../domain/request.ts';
import { countStates } from './batch-counts.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** Lists of requests in PostgreSQL. */
export function createBatchStore({ db }: Database): BatchStore {
  return {
    create: (batch, formId) => create(db, batch, formId),
    find: (tenantId, id) => find(db, tenantId, id),
    get: (id) => get(db, id),
    advance: (current, next) => advance(db, current, next),
    listFor: (tenantId, requesterId, limit) => listFor(db, { tenantId, requesterId }, limit),
    countStates: (tenantId, ids) => countStates(db, tenantId, ids),
    listRequests: (tenantId, id) => listRequests(db, tenantId, id),
    listOpenPairs: async (tenantId, ids) =>
      ids.length === 0 ? [] : listOpenPairs(db, tenantId, ids),
    listToWork: (limit) => listToWork(db, limit),
    touch: (id) => touch(db, id),
    touchReachable: () => touchReachable(db),
    listStale: (limit, restMs) => listStale(db, limit, restMs),
    markDrawn: (stale) => markDrawn(db, stale),
  };
}

async function create(db: Db, batch: Batch, formId: string): Promise<Batch> {
  const created = await db
    .insertInto('batches')
    .values({
      id: batch.id,
      tenant_id: batch.tenantId,
      version: batch.version,
      requester_id: batch.requester.id,
      form_id: formId,
      needs_work: needsWork(batch),
      data: JSON.stringify(batch),
      created_at: batch.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'form_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (created !== undefined) {
    return batch;
  }
  const row = await db
    .selectFrom('batches')
    .select('data')
    .where('tenant_id', '=', batch.tenantId)
    .where('form_id', '=', formId)
    .executeTakeFirstOrThrow();
  return Batch.parse(row.data);
}

async function find(db: Db, tenantId: TenantId, id: BatchId): Promise<Batch | undefined> {
  const row = await byId(db, id).where('tenant_id', '=', tenantId).executeTakeFirst();
  return row && Batch.parse(row.data);
}

async function get(db: Db, id: BatchId): Promise<Batch> {
  const row = await byId(db, id).executeTakeFirst();
  if (row === undefined) {
    throw new Problem('request-not-found', { detail: `there is no list ${id}` });
  }
  return Batch.parse(row.data);
}

function byId(db: Db, id: BatchId) {
  return db.selectFrom('batches').select('data').where('id', '=', id);
}

async function advance(db: Db, current: Batch, next: Batch): Promise<Batch | undefined> {
  // Parsing leaves out what the new state does not have.
  const batch = Batch.parse({ ...next, version: current.version + 1 });
  const changed = await db
    .updateTable('batches')
    .set({
      version: batch.version,
      needs_work: needsWork(batch),
      data: JSON.stringify(batch),
      touched: sql<number>`touched + 1`,
    })
    .where('id', '=', current.id)
    .where('version', '=', current.version)
    .returning('id')
    .executeTakeFirst();
  return changed && batch;
}

async function listFor(
  db: Db,
  { tenantId, requesterId }: { readonly tenantId: TenantId; readonly requesterId: UserId },
  limit: number,
): Promise<readonly Batch[]> {
  const rows = await db
    .selectFrom('batches')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('requester_id', '=', requesterId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ data }) => Batch.parse(data));
}

async function listRequests(db: Db, tenantId: TenantId, id: BatchId): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom('requests')
    .select('data')
    .where(sql<boolean>`data ? 'batch'`)
    .where(sql`data->'batch'->>'id'`, '=', id)
    .where('tenant_id', '=', tenantId)
    .orderBy(sql`(data->'batch'->>'row')::int`)
    .execute();
  return rows.map(({ data }) => Request.parse(data));
}

async function listOpenPairs(
  db: Db,
  tenantId: TenantId,
  ids: readonly UserId[],
): Promise<readonly OpenPair[]> {
  const rows = await db
    .selectFrom('requests')
    .select(['beneficiary_id', 'group_key'])
    .where('tenant_id', '=', tenantId)
    .where('beneficiary_id', 'in', [...ids])
    .where('state', 'in', [...openStates])
    .execute();
  return rows.map((row) => ({
    beneficiaryId: UserId.parse(row.beneficiary_id),
    groupKey: row.group_key,
  }));
}

async function listToWork(db: Db, limit: number): Promise<readonly BatchId[]> {
  const rows = await db
    .selectFrom('batches')
    .select('id')
    .where('needs_work', '=', true)
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => BatchId.parse(id));
}

async function touch(db: Db, id: BatchId): Promise<void> {
  await db
    .updateTable('batches')
    .set({ touched: sql<number>`touched + 1` })
    .where('id', '=', id)
    .execute();
}

/** Whoever cannot be reached is forgotten, so a conversation that is there was made afterwards. */
async function touchReachable(db: Db): Promise<void> {
  await sql`
    with reached as (
      update batch_cards set card = batch_cards.card - 'undeliverable'
      from batches, conversations
      where batches.id = batch_cards.batch_id
        and conversations.tenant_id = batches.tenant_id
        and conversations.user_id = batch_cards.recipient_id
        and batch_cards.card ? 'undeliverable'
      returning batch_cards.batch_id
    )
    update batches set touched = touched + 1 where id in (select batch_id from reached)
  `.execute(db);
}

async function listStale(db: Db, limit: number, restMs: number): Promise<readonly StaleBatch[]> {
  const rows = await db
    .selectFrom('batches')
    .select(['id', 'touched'])
    .whereRef('touched', '>', 'drawn')
    .where(
      sql<boolean>`(drawn_at is null or drawn_at < clock_timestamp() - ${restMs} * interval '1 millisecond')`,
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, touched }) => ({ id: BatchId.parse(id), mark: touched }));
}

async function markDrawn(db: Db, { id, mark }: StaleBatch): Promise<void> {
  await db
    .updateTable('batches')
    .set({ drawn: sql<number>`greatest(drawn, ${mark})`, drawn_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}
