import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Who had a sync run by hand, when, and for which requests. */
export async function createSyncRuns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sync_runs')
    .addColumn('id', 'uuid', (column) => column.primaryKey().defaultTo(sql`gen_random_uuid()`))
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('asked_by', 'uuid', (column) => column.notNull())
    .addColumn('request_ids', 'jsonb', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('detail', 'text')
    .execute();
  await db.schema
    .createIndex('sync_runs_by_target')
    .on('sync_runs')
    .columns(['tenant_id', 'target', 'started_at'])
    .execute();
}
