import type { Kysely } from 'kysely';

/** A welcome that is being said: a process that ends over it has not said it. */
export async function settleWelcomes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('welcomes').addColumn('unsaid_since', 'timestamptz').execute();
}
