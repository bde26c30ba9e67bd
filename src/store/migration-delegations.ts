import type { Kysely } from 'kysely';

/** An approver can have several deputies, one after the other. */
export async function allowSeveralDelegations(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('delegations').dropConstraint('delegations_pkey').execute();
  await db.schema
    .alterTable('delegations')
    .addPrimaryKeyConstraint('delegations_pkey', ['tenant_id', 'approver_id', 'begins'])
    .execute();
}
