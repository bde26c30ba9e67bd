import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { eventually } from '../support/eventually.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { SilentLog } from '../support/silent-log.ts';

describe('Reads of turns', () => {
  let empty: TestDatabase;
  let database: Database;

  before(async () => {
    empty = await testDatabase();
    database = openDatabase({ url: empty.url, log: new SilentLog() });
  });

  after(async () => {
    await database.close();
    await empty.drop();
  });

  it('that go on together share one connection, which is given back', async () => {
    const numbers = Array.from({ length: 50 }, (_, number) => number);

    const answers = await Promise.all(numbers.map((number) => double(number)));

    assert.deepEqual(
      answers,
      numbers.map((number) => number * 2),
    );
    assert.deepEqual([database.pool.totalCount, database.pool.idleCount], [1, 1]);
  });

  it('are not harmed by one that fails', async () => {
    const failing = database.reads.read({ name: 'divide', text: 'select 1 / 0', values: [] });
    const answers = Promise.all([double(1), double(2)]);

    await assert.rejects(failing, /division by zero/);

    assert.deepEqual(await answers, [2, 4]);
  });

  it('get another connection when theirs breaks', async () => {
    const [doomed] = await database.reads.read<{ readonly pid: number }>({
      name: 'who',
      text: 'select pg_backend_pid() as pid',
      values: [],
    });
    const sleeping = database.reads.read({
      name: 'sleep',
      text: 'select pg_sleep(60)',
      values: [],
    });
    const broken = assert.rejects(sleeping, /terminat/i);
    await eventually(async () => {
      const { rows } = await database.pool.query<{ readonly pg_terminate_backend: boolean }>(
        `select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and query like '%sleep(60)%'`,
        [doomed?.pid],
      );
      return rows[0];
    });
    await broken;

    assert.equal(await double(4), 8);
  });

  async function double(number: number): Promise<number | undefined> {
    const [row] = await database.reads.read<{ readonly doubled: number }>({
      name: 'double',
      text: 'select $1::integer * 2 as doubled',
      values: [number],
    });
    return row?.doubled;
  }
});
