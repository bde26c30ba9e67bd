import type pg from 'pg';

/** A borrowed connection that may break without ending the process; whoever uses it sees the error. */
export async function borrow(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  if (client.listenerCount('error') === 0) {
    client.on('error', ignore);
  }
  return client;
}

function ignore(): void {
  // The query that runs on the connection rejects with the same error.
}
