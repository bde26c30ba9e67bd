import { type Kysely, sql } from 'kysely';
import type { AgentSeen } from '../domain/agent-jobs.ts';
import type { AgentId, AgentVerb } from '../domain/agent-protocol.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** Longer than a signed request is accepted, on both sides of now. */
const nonceMinutes = 15;

export async function see(db: Db, agentId: AgentId, verbs: readonly AgentVerb[]): Promise<void> {
  const row = { verbs: JSON.stringify(verbs), seen: sql<Date>`clock_timestamp()` };
  await db
    .insertInto('agents')
    .values({ id: agentId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function lastSeen(db: Db, verb: AgentVerb): Promise<AgentSeen | undefined> {
  const row = await db
    .selectFrom('agents')
    .select([
      'id',
      sql<number>`extract(epoch from clock_timestamp() - seen)::float8 * 1000`.as('ago'),
    ])
    .where(sql<boolean>`verbs ? ${verb}`)
    .orderBy('seen', 'desc')
    .executeTakeFirst();
  return row && { agentId: row.id, agoMs: row.ago };
}

export async function spendNonce(db: Db, nonce: string): Promise<boolean> {
  await sql`
    delete from agent_nonces where nonce in (
      select nonce from agent_nonces
      where at < clock_timestamp() - ${nonceMinutes} * interval '1 minute'
      limit 100 for update skip locked)`.execute(db);
  const row = await db
    .insertInto('agent_nonces')
    .values({ nonce })
    .onConflict((conflict) => conflict.doNothing())
    .returning('nonce')
    .executeTakeFirst();
  return row !== undefined;
}
