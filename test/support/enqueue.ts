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
    { name: 'no-change', tables: 'written as (select 1)', values: [] },
    work,
  );
}
