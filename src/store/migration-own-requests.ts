import { type Kysely, sql } from 'kysely';
import { openStates } from '../domain/request.ts';

/** What the indexes hold, so that queries must say it alike. */
export const isLineOfList = sql<boolean>`data ? 'batch'`;
export const isNoLine = sql<boolean>`not (data ? 'batch')`;
export const isOpenNow = sql<boolean>`state in (${sql.join(openStates.map((state) => sql.lit(state)))})`;

/**
 * What somebody made by themselves, without reading past the thousands of lines of their lists; and what of theirs is
 * open, without reading what is over.
 */
export async function indexOwnRequests(db: Kysely<unknown>): Promise<void> {
  await sql`drop index requests_by_requester`.execute(db);
  await sql`
    create index requests_by_requester on requests (tenant_id, requester_id, created_at)
    where ${isNoLine}`.execute(db);
  await sql`
    create index requests_open_by_requester on requests (tenant_id, requester_id)
    where ${isOpenNow} and ${isNoLine}`.execute(db);
  await sql`
    create index requests_open_by_batch on requests ((data->'batch'->>'id'))
    where ${isOpenNow} and ${isLineOfList}`.execute(db);
}
