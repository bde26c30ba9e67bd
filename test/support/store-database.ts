import type { Log } from '../../src/domain/log.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrations.ts';
import { testDatabase } from './postgres.ts';
import { SilentLog } from './silent-log.ts';

/** A fresh database with the store's tables; `drop` closes it and removes it. */
export async function storeDatabase(
  log: Log = new SilentLog(),
): Promise<{ readonly database: Database; drop(): Promise<void> }> {
  const empty = await testDatabase();
  const database = openDatabase({ url: empty.url, log });
  await migrate(database);
  return {
    database,
    drop: async () => {
      await database.close();
      await empty.drop();
    },
  };
}
