import { type Kysely, sql } from 'kysely';

/** Lists of requests that were made together, and the cards they have put into people's chats. */
export async function createBatches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('batches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('requester_id', 'uuid', (column) => column.notNull())
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('needs_work', 'boolean', (column) => column.notNull())
    .addColumn('data', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('touched', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('drawn', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('drawn_at', 'timestamptz')
    .addUniqueConstraint('batches_form', ['tenant_id', 'form_id'])
    .execute();
  await sql`create index batches_to_work on batches (created_at) where needs_work`.execute(db);
  await sql`create index batches_stale on batches (id) where touched > drawn`.execute(db);
  await sql`
    create index batches_by_requester on batches (tenant_id, requester_id, created_at)`.execute(db);
  await sql`
    create index requests_by_batch on requests ((data->'batch'->>'id'))
    where data ? 'batch'`.execute(db);
  await db.schema
    .createTable('batch_cards')
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id'))
    .addColumn('recipient_id', 'uuid', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('card', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('batch_cards_pkey', ['batch_id', 'recipient_id', 'kind'])
    .execute();
}
