import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { tryWithLock, withLock } from '../../src/store/advisory-lock.ts';
import { openDatabase } from '../../src/store/database.ts';
import { isDatabaseGone } from '../../src/store/database-gone.ts';
import { createLocks } from '../../src/store/locks.ts';
import { testDatabase } from '../support/postgres.ts';
import { SilentLog } from '../support/silent-log.ts';
import { storeDatabase } from '../support/store-database.ts';

let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

describe('The database', () => {
  it('is brought up to date by three processes at once', async () => {
    const empty = await testDatabase();
    const script = path.resolve(import.meta.dirname, '../fixtures/migrate-process.ts');

    const children = [1, 2, 3].map(() => fork(script, [empty.url]));
    await Promise.all(children.map((child) => once(child, 'exit')));

    assert.deepEqual(
      children.map(({ exitCode }) => exitCode),
      [0, 0, 0],
    );
    await empty.drop();
  });

  it('rolls back what a transaction wrote when its work fails', async () => {
    const { database } = opened;
    const failing = database.transaction(async (db) => {
      await sql`insert into executors values ('ghost', now())`.execute(db);
      throw new Error('changed my mind');
    });

    await assert.rejects(failing, /changed my mind/);

    assert.deepEqual(await database.db.selectFrom('executors').selectAll().execute(), []);
  });

  it('gives all connections back after transactions that failed', async () => {
    const { database } = opened;
    for (let count = 0; count < 30; count += 1) {
      await assert.rejects(database.transaction((db) => sql`select 1 / 0`.execute(db)));
    }

    assert.equal(database.pool.totalCount, database.pool.idleCount);
  });

  it('survives that its connections are cut, and goes on', async () => {
    const log = new SilentLog();
    const other = openDatabase({ url: opened.database.url, log });
    const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await other.transaction((db) => sql`select 1`.execute(db));
    const inside = other.transaction(async (db) => {
      await cut.execute(opened.database.db);
      await sql`select 1`.execute(db);
    });

    await assert.rejects(inside, isDatabaseGone);

    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(other.db);
    assert.deepEqual(rows, [{ one: 1 }]);
    await other.close();
  });

  it('tells an unreachable database from a wrong query', async () => {
    const nowhere = openDatabase({
      url: 'postgresql://writeback@127.0.0.1:1/none',
      log: new SilentLog(),
    });

    await assert.rejects(sql`select 1`.execute(nowhere.db), isDatabaseGone);
    await assert.rejects(
      sql`select nonsense`.execute(opened.database.db),
      (error) => !isDatabaseGone(error),
    );
    await nowhere.close();
  });
});

function ran(): Promise<string> {
  return Promise.resolve('ran');
}

describe('A lock', () => {
  it('lets one work at a time, over two pools', async () => {
    const other = openDatabase({ url: opened.database.url, log: new SilentLog() });
    let inside = 0;
    let most = 0;
    async function work(): Promise<void> {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    }

    const locks = [createLocks(opened.database), createLocks(other)];
    await Promise.all(
      locks.flatMap((lock) => Array.from({ length: 5 }, () => lock.exclusively('shared', work))),
    );

    assert.equal(most, 1);
    await other.close();
  });

  it('is given back after work that failed', async () => {
    const { pool } = opened.database;
    const failing = withLock(pool, 'fragile', () => Promise.reject(new Error('no')));

    await assert.rejects(failing, /no/);

    assert.equal(await withLock(pool, 'fragile', () => Promise.resolve('again')), 'again');
  });

  it('is refused at once while another holds it, when only tried', async () => {
    const { pool } = opened.database;

    const outer = await tryWithLock(pool, 'tried', () => tryWithLock(pool, 'tried', ran));

    assert.deepEqual(outer, { held: true, result: { held: false } });
    assert.deepEqual(await tryWithLock(pool, 'tried', ran), { held: true, result: 'ran' });
  });

  it('tells its holder when it is lost', async () => {
    const { pool } = opened.database;
    const cut = `select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;

    const losing = tryWithLock(pool, 'lost', async (lost) => {
      const aborted = once(lost, 'abort');
      await pool.query(cut);
      await aborted;
    });

    await assert.rejects(losing, isDatabaseGone);
  });
});
