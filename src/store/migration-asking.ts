import { type Kysely, sql } from 'kysely';

/** What the index holds, so that queries must say it alike. */
export const isUndecided = sql<boolean>`state = 'awaiting-approval'`;
export const everybodyAsked = sql`(data->'approvers')`;

/** What waits for one person, without reading what waits for others. */
export async function indexAsking(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index requests_asking on requests using gin (${everybodyAsked} jsonb_path_ops)
    where ${isUndecided}`.execute(db);
}
