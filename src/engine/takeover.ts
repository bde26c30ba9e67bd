import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Log } from '../domain/log.ts';
import type { Database } from '../store/database.ts';
import { pause } from './loops.ts';

const beatsPerLease = 5;

export interface Takeover {
  readonly database: Database;
  readonly executorId: string;
  /** An instance that has not been seen for so long is taken for dead. */
  readonly leaseMs: number;
  readonly log: Log;
}

/** Says that this instance is alive. Must be said before the engine is launched, or others take its work. */
export async function beat({ database, executorId }: Takeover): Promise<void> {
  await database.pool.query(
    `insert into executors (id, seen) values ($1, now())
     on conflict (id) do update set seen = excluded.seen`,
    [executorId],
  );
}

/**
 * Keeps saying so, and gives the unfinished work of instances that stopped saying so back to the
 * queues, where any instance finds it. The engine itself recovers only the work of its own id.
 * Should a dead one wake up later, its next record is refused.
 */
export function startTakeover(takeover: Takeover): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = keepBeating(takeover, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function keepBeating(takeover: Takeover, stopping: AbortSignal): Promise<void> {
  // After a start or an outage of the database everybody looks dead, so others get one lease to speak up.
  let beats = 0;
  while (!stopping.aborted) {
    await pause(takeover.leaseMs / beatsPerLease, stopping);
    try {
      await beat(takeover);
      beats += 1;
      if (beats > beatsPerLease) {
        await takeOver(takeover);
      }
    } catch (error) {
      beats = 0;
      takeover.log.warn({ error }, 'this instance could not say that it is alive');
    }
  }
}

async function takeOver({ database, leaseMs, log }: Takeover): Promise<void> {
  await database.transaction(async (_, client) => {
    const lock = await client.query<{ held: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended('writeback:takeover', 0)) as held`,
    );
    if (lock.rows[0]?.held !== true) {
      return;
    }
    const alive = await client.query<{ id: string }>(
      `select id from executors where seen > now() - $1 * interval '1 millisecond'`,
      [leaseMs],
    );
    await resumeAllBut(new Set(alive.rows.map((row) => row.id)), log);
    await client.query(`delete from executors where seen < now() - interval '1 day'`);
  });
}

/** Pending is only what runs at this moment, so the list is short. */
async function resumeAllBut(alive: ReadonlySet<string>, log: Log): Promise<void> {
  const pending = await DBOS.listWorkflows({
    status: 'PENDING',
    loadInput: false,
    loadOutput: false,
  });
  const orphans = pending.filter(({ executorId }) => !alive.has(executorId ?? ''));
  for (const { workflowID, queueName, executorId } of orphans) {
    log.warn(
      { workflowId: workflowID, executorId },
      'taking over work of an instance that is gone',
    );
    await DBOS.resumeWorkflow(workflowID, queueName === undefined ? {} : { queueName });
  }
}
