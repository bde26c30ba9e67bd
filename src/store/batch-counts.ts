import { type Kysely, sql } from 'kysely';
import type { StateCounts } from '../domain/batch-view.ts';
import { BatchId, type TenantId } from '../domain/ids.ts';
import type { Tables } from './tables.ts';

/** How many requests of these lists are in which state, counted without reading them. */
export async function countStates(
  db: Kysely<Tables>,
  tenantId: TenantId,
  ids: readonly BatchId[],
): Promise<ReadonlyMap<BatchId, StateCounts>> {
  const batchId = sql<string>`data->'batch'->>'id'`;
  const rows = await db
    .selectFrom('requests')
    .select([batchId.as('batch_id'), 'state', sql<number>`count(*)::int`.as('count')])
    .where(sql<boolean>`data ? 'batch'`)
    .where(sql<boolean>`${batchId} = any(${ids}::text[])`)
    .where('tenant_id', '=', tenantId)
    .groupBy([batchId, 'state'])
    .execute();
  const byBatch = Map.groupBy(rows, (row) => BatchId.parse(row.batch_id));
  return new Map(
    [...byBatch].map(([id, some]) => [
      id,
      Object.fromEntries(some.map(({ state, count }) => [state, count])),
    ]),
  );
}
