import { Connection, type Pool, type PoolClient, type QueryResultRow } from 'pg';
import { borrow } from './borrow.ts';

/** Named, so that each connection parses and plans it once. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

interface Lane {
  readonly client: Promise<PoolClient>;
  asking: number;
  isBroken: boolean;
  isGathering: boolean;
}

/**
 * Short reads of turns that go on at the same time share one connection and its packets, because a packet to
 * PostgreSQL costs a turn more than anything that is in it. Only for reads that take a moment: each waits for those
 * before it. The connection goes back to the pool whenever nobody asks.
 */
export class SharedReads {
  readonly #pool: Pool;
  #lane: Lane | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async read<R extends QueryResultRow>(statement: Prepared): Promise<readonly R[]> {
    const lane = (this.#lane ??= this.#open());
    lane.asking += 1;
    try {
      const client = await lane.client;
      gather(lane, client);
      const { rows } = await client.query<R>({ ...statement });
      return rows;
    } catch (error) {
      // As the pool does: whoever says so, the connection may be on its way out.
      lane.isBroken = true;
      throw error;
    } finally {
      lane.asking -= 1;
      this.#giveBack(lane);
    }
  }

  #open(): Lane {
    return { client: borrow(this.#pool), asking: 0, isBroken: false, isGathering: false };
  }

  #giveBack(lane: Lane): void {
    if (this.#lane === lane && (lane.asking === 0 || lane.isBroken)) {
      this.#lane = undefined;
    }
    if (lane.asking === 0) {
      void lane.client.then((client) => client.release(lane.isBroken), ignore);
    }
  }
}

/** What is asked until everything that has arrived is dealt with leaves in one packet. */
function gather(lane: Lane, client: PoolClient): void {
  const connection: unknown = Reflect.get(client, 'connection');
  if (lane.isGathering || !(connection instanceof Connection)) {
    return;
  }
  lane.isGathering = true;
  connection.stream.cork();
  setImmediate(() => {
    lane.isGathering = false;
    connection.stream.uncork();
  });
}

function ignore(): void {
  // Nothing was borrowed, as those who asked have been told.
}
