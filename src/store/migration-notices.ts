import { type Kysely, sql } from 'kysely';

/**
 * Notices on their way, with what they say; who missed one before this was on record without it, and leaves the list.
 * `missed_notices` stays for a version from before that still runs beside this one; nothing reads it any more.
 */
export async function createNotices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'uuid', (column) => column.primaryKey().defaultTo(sql`gen_random_uuid()`))
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('recipient_id', 'uuid', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('notice', 'jsonb', (column) => column.notNull())
    .addColumn('made_at', 'timestamptz', (column) => column.notNull())
    .addColumn('ends_at', 'timestamptz')
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'timestamptz', (column) => column.notNull())
    .addColumn('waits', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('missed_since', 'timestamptz')
    .addColumn('because', 'text')
    .execute();
  await db.schema
    .createIndex('notices_by_recipient')
    .on('notices')
    .columns(['tenant_id', 'recipient_id'])
    .execute();
}
