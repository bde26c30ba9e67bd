import { type Kysely, sql } from 'kysely';
import type { StateCounts } from '../domain/batch-view.ts';
import { BatchId, type TenantId } from '../domain/ids.ts';
import type { RequestState } from '../domain/request.ts';
import { isLineOfList } from './migration-own-requests.ts';
import type { Tables } from './tables.ts';

interface Row {
  readonly batch_id: string;
  readonly state: RequestState;
  readonly count: number;
}

/** How many requests of these lists are in which state, counted without reading them. */
export async function countStates(
  db: Kysely<Tables>,
  tenantId: TenantId,
  ids: readonly BatchId[],
): Promise<ReadonlyMap<BatchId, StateCounts>> {
  // Grouped by the id that was asked for: the same one inside the request would have to be unpacked line by line.
  const { rows } = await sql<Row>`
    select asked.id as batch_id, state, count(*)::int as count
    from unnest(${ids}::text[]) as asked (id)
    join requests on data->'batch'->>'id' = asked.id and ${isLineOfList}
    where tenant_id = ${tenantId}
    group by asked.id, state`.execute(db);
  const byBatch = Map.groupBy(rows, (row) => BatchId.parse(row.batch_id));
  return new Map(
    [...byBatch].map(([id, some]) => [
      id,
      Object.fromEntries(some.map(({ state, count }) => [state, count])),
    ]),
  );
}
