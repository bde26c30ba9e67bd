import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { Pool } from 'pg';
import type { Log } from '../domain/log.ts';
import { borrow } from './borrow.ts';
import { SharedReads } from './shared-reads.ts';
import type { Tables } from './tables.ts';

/** One connection pool and Kysely on it. The durable engine shares the pool. */
export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly db: Kysely<Tables>;
  /** For the short reads that every turn waits for. */
  readonly reads: SharedReads;
  /**
   * Runs the work in one transaction: committed when it resolves, rolled back when it rejects.
   * `client` is the connection of that transaction, for whoever must write into it without Kysely.
   * Take no second connection inside, or a full pool waits for itself.
   */
  transaction<T>(work: (db: Kysely<Tables>, client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** Waits for borrowed connections, then closes them all. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly log: Log;
  /** Connections at most; 20 when not given. The engine's queues need about half of them. */
  readonly maxConnections?: number;
}

/** Opens no connection yet; the first query does. A connection that breaks while idle is replaced. */
export function openDatabase({ url, log, maxConnections = 20 }: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'writeback',
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    // What is asked without waiting goes out at once, so that the statements of a click share round trips.
    pipeline: true,
  });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (error) => {
    if (!pool.ending) {
      log.warn({ error: error.message }, 'a database connection broke');
    }
  });
  return {
    url,
    pool,
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    reads: new SharedReads(pool),
    transaction: (work) => inTransaction(pool, (client) => work(kyselyOn(client), client)),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await borrow(pool);
  try {
    // Not waited for: it travels with the first statement of the work.
    const begun = client.query('begin');
    begun.catch(ignore);
    const result = await work(client);
    await begun;
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await giveBackAfter(client);
    throw error;
  }
}

async function giveBackAfter(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch {
    // The connection is unusable, and the error that led here says more than this one.
    client.release(true);
  }
}

/** Kysely on one borrowed connection, which stays borrowed: its own giving back is switched off. */
function kyselyOn(client: pg.PoolClient): Kysely<Tables> {
  const lent = new Proxy(client, {
    get(target, name): unknown {
      const value: unknown = name === 'release' ? ignore : Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const pool = {
    options: {},
    connect: (): Promise<pg.PoolClient> => Promise.resolve(lent),
    end: (): Promise<void> => Promise.resolve(),
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function ignore(): void {
  // The query that runs on the connection rejects with the same error.
}
