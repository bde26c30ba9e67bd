import type { Kysely } from 'kysely';

/** Who has taken the app away, until they have it again or write. */
export async function createAppRemovals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('app_removals')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('user_id', 'uuid', (column) => column.notNull())
    .addColumn('removed_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('app_removals_pkey', ['tenant_id', 'user_id'])
    .execute();
}
