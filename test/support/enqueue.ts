import type { FollowUp } from '../../src/domain/request.ts';
import { workQueue } from '../../src/engine/work-queue.ts';
import type { Database } from '../../src/store/database.ts';

/** Gives the engine work that follows from nothing. */
export async function enqueue(
  { pool }: Database,
  ...work: readonly [FollowUp, ...(readonly FollowUp[])]
): Promise<void> {
  await workQueue.write(
    pool,
    { name: 'no-change', tables: 'made as (select 0 as place)', values: [] },
    [work],
  );
}
