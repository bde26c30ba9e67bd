import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { borrow } from './borrow.ts';

const lookEveryMs = 50;

/**
 * Runs the work while nobody else holds the named lock; waits for it as long as needed. PostgreSQL gives
 * the lock back when the process dies. Takes a connection only while it holds the lock: a query that
 * waits inside PostgreSQL would block `create index concurrently`, by which the engine makes its tables.
 */
export async function withLock<T>(pool: pg.Pool, name: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const attempt = await tryWithLock(pool, name, work);
    if (attempt.held) {
      return attempt.result;
    }
    await delay(lookEveryMs);
  }
}

export type Attempt<T> = { readonly held: false } | { readonly held: true; readonly result: T };

/**
 * Runs the work if nobody holds the named lock, else resolves at once. The signal is aborted when the
 * connection that holds the lock breaks, because then somebody else may begin.
 */
export async function tryWithLock<T>(
  pool: pg.Pool,
  name: string,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<Attempt<T>> {
  const client = await borrow(pool);
  try {
    const attempt = await tryOn(client, name, work);
    client.release();
    return attempt;
  } catch (error) {
    // The session may still hold the lock, so it is ended and not given back.
    client.release(true);
    throw error;
  }
}

async function tryOn<T>(
  client: pg.PoolClient,
  name: string,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<Attempt<T>> {
  if (!(await ask(client, 'pg_try_advisory_lock', name))) {
    return { held: false };
  }
  const result = await abortedByEnd(client, work);
  await ask(client, 'pg_advisory_unlock', name);
  return { held: true, result };
}

async function abortedByEnd<T>(
  client: pg.PoolClient,
  work: (ended: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  client.once('end', abort);
  try {
    return await work(controller.signal);
  } finally {
    client.off('end', abort);
  }

  function abort(): void {
    controller.abort();
  }
}

async function ask(
  client: pg.PoolClient,
  call: 'pg_try_advisory_lock' | 'pg_advisory_unlock',
  name: string,
): Promise<boolean> {
  const sql = `select ${call}(hashtextextended($1, 0)) as answer`;
  const { rows } = await client.query<{ answer: boolean }>(sql, [name]);
  return rows[0]?.answer === true;
}
