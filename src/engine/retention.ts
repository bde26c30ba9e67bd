import { DBOS } from '@dbos-inc/dbos-sdk';
import type pg from 'pg';
import type { Loop } from './loops.ts';

const oneDayMs = 24 * 60 * 60 * 1000;
const pageSize = 500;

/** Once a day deletes what the engine remembers of work that ended so many days ago. The requests stay. */
export function retentionLoop(pool: pg.Pool, days: number): Loop {
  return {
    name: 'engine-retention',
    everyMs: oneDayMs,
    run: async (signal) => {
      const completedBefore = await daysAgo(pool, days);
      while (!signal.aborted && (await deletePage(completedBefore)) === pageSize) {
        // The next page is now the first one.
      }
    },
  };
}

async function deletePage(completedBefore: string): Promise<number> {
  const finished = await DBOS.listWorkflows({
    status: ['SUCCESS', 'ERROR', 'CANCELLED'],
    completedBefore,
    limit: pageSize,
    loadInput: false,
    loadOutput: false,
  });
  if (finished.length > 0) {
    await DBOS.deleteWorkflows(finished.map(({ workflowID }) => workflowID));
  }
  return finished.length;
}

/** By the database's clock, which also stamped the work. */
async function daysAgo(pool: pg.Pool, days: number): Promise<string> {
  const { rows } = await pool.query<{ at: Date }>(`select now() - $1 * interval '1 day' as at`, [
    days,
  ]);
  return rows.map((row) => row.at.toISOString()).join('');
}
