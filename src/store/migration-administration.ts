import { type Kysely, sql } from 'kysely';

/** Who changed what in entitlement management; never changed. */
export async function createAdministration(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('administration_events')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('operation_id', 'uuid', (column) => column.notNull())
    .addColumn('actor', 'uuid', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('act', 'jsonb', (column) => column.notNull())
    .addColumn('outcome', 'jsonb', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('administration_events_operation')
    .on('administration_events')
    .columns(['tenant_id', 'operation_id'])
    .execute();
  await sql`
    create trigger administration_events_append_only before update or delete or truncate
    on administration_events for each statement execute function refuse_change()`.execute(db);
}
