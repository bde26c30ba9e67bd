import { type Kysely, sql } from 'kysely';

/** What could not be delivered beside cards of requests, and a short way to those of lists. */
export async function createUndelivered(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('missed_notices')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('recipient_id', 'uuid', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('since', 'timestamptz', (column) => column.notNull())
    .addColumn('notice', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('missed_notices_pkey', ['tenant_id', 'recipient_id', 'kind'])
    .execute();
  await sql`
    create index batch_cards_undeliverable on batch_cards (recipient_id)
    where card ? 'undeliverable'`.execute(db);
}
