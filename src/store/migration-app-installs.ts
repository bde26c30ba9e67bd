import type { Kysely } from 'kysely';

/** For whom the app was installed, or was tried to be, last. */
export async function createAppInstalls(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('app_installs')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('user_id', 'uuid', (column) => column.notNull())
    .addColumn('tried_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('app_installs_pkey', ['tenant_id', 'user_id'])
    .execute();
}
