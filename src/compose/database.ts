import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigError } from '../config.ts';
import type { Settings } from '../config-schema.ts';
import type { Log } from '../domain/log.ts';
import type { RunningPostgres } from '../sandbox/postgres.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrations.ts';

export interface ComposedDatabase {
  readonly database: Database;
  /** Where the data is when it could not be kept where it was wanted. */
  readonly note: string | undefined;
  close(): Promise<void>;
  /** The same, but an embedded server that ran already runs on for whoever started it. */
  leave(): Promise<void>;
}

/** Work that does not give back its connection must not keep the process; the server rolls it back. */
const patienceMs = 2_000;

/** Opens the given database, or starts the embedded one, and brings its tables up to date. */
export async function composeDatabase(settings: Settings, log: Log): Promise<ComposedDatabase> {
  const embedded = settings.DATABASE_URL === undefined ? await startEmbedded(settings) : undefined;
  const url = embedded?.url ?? settings.DATABASE_URL ?? '';
  const database = openDatabase({ url, log });
  await migrate(database);
  return {
    database,
    note: embedded?.note,
    close: async () => {
      await Promise.race([database.close(), delay(patienceMs, undefined, { ref: false })]);
      await embedded?.stop();
    },
    leave: async () => {
      await database.close();
      await (embedded?.reused === true ? undefined : embedded?.stop());
    },
  };
}

async function startEmbedded(settings: Settings): Promise<RunningPostgres> {
  try {
    const { startPostgres } = await import('../sandbox/postgres.ts');
    return await startPostgres({ dataDirectory: path.join(settings.DATA_DIRECTORY, 'postgres') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `The embedded PostgreSQL did not start: ${reason}\nSet DATABASE_URL to use a PostgreSQL of your own.`,
    );
  }
}
