import type { Kysely } from 'kysely';

/** The groups that people keep at hand, each in a place of its own, so that no list gets too long. */
export async function createFavourites(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('favourites')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('user_id', 'uuid', (column) => column.notNull())
    .addColumn('group_id', 'uuid', (column) => column.notNull())
    .addColumn('place', 'smallint', (column) => column.notNull())
    .addColumn('kept_at', 'timestamptz', (column) => column.notNull())
    .addColumn('data', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('favourites_pkey', ['tenant_id', 'user_id', 'group_id'])
    .addUniqueConstraint('favourites_places', ['tenant_id', 'user_id', 'place'])
    .execute();
}
