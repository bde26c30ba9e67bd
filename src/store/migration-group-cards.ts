import type { Kysely } from 'kysely';

/** Where requests were begun in front of others, and their one card there. */
export async function createGroupCards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('group_cards')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'timestamptz', (column) => column.notNull())
    .addColumn('card', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_cards_pkey', ['tenant_id', 'form_id'])
    .execute();
  await db.schema
    .createIndex('group_cards_by_conversation')
    .on('group_cards')
    .columns(['tenant_id', 'conversation_id'])
    .execute();
  await db.schema
    .createIndex('group_cards_by_time')
    .on('group_cards')
    .columns(['begun_at'])
    .execute();
}
