import { type Kysely, sql } from 'kysely';
import type { TenantId, UserId } from '../domain/ids.ts';
import { isLineOfList, isNoLine, isOpenNow } from './migration-own-requests.ts';
import type { Tables } from './tables.ts';

/** Their open requests, and once each of their lists that is being sent or of which something is open. */
export async function countOpen(
  db: Kysely<Tables>,
  tenantId: TenantId,
  requesterId: UserId,
): Promise<number> {
  const { rows } = await sql<{ readonly open: number }>`
    select (
      select count(*)::int from requests
      where tenant_id = ${tenantId} and requester_id = ${requesterId}
        and ${isOpenNow} and ${isNoLine}
    ) + (
      select count(*)::int from batches
      where tenant_id = ${tenantId} and requester_id = ${requesterId} and (
        exists (
          select from requests
          where requests.data->'batch'->>'id' = batches.id and ${isOpenNow} and ${isLineOfList}
        )
        or (needs_work and data->>'state' = 'sending')
      )
    ) as open`.execute(db);
  return rows[0]?.open ?? 0;
}
