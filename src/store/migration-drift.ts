import type { Kysely } from 'kysely';

/** The findings of the drift watch as they stand, and when it looked. */
export async function createDrift(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drift_reports')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('group_id', 'uuid', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('subject', 'jsonb', (column) => column.notNull())
    .addColumn('finding', 'jsonb', (column) => column.notNull())
    .addColumn('first_seen', 'timestamptz', (column) => column.notNull())
    .addColumn('last_seen', 'timestamptz', (column) => column.notNull())
    .addColumn('reported_at', 'timestamptz')
    .addPrimaryKeyConstraint('drift_reports_pkey', ['tenant_id', 'group_id', 'key'])
    .execute();
  await db.schema
    .createTable('drift_looks')
    .addColumn('at', 'timestamptz', (column) => column.primaryKey())
    .addColumn('groups', 'integer', (column) => column.notNull())
    .addColumn('unread', 'integer', (column) => column.notNull())
    .addColumn('findings', 'integer', (column) => column.notNull())
    .execute();
}
