import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { startEngine } from '../../src/engine/engine.ts';
import { retentionLoop } from '../../src/engine/retention.ts';
import { startPostgres } from '../../src/sandbox/postgres.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrations.ts';
import { enqueue } from '../support/enqueue.ts';
import { eventually } from '../support/eventually.ts';
import { requestIn } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';

describe('An outage of PostgreSQL', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'writeback-outage-'));
  const dataDirectory = path.join(folder, 'data');

  before(() => chmodSync(folder, 0o755));

  after(async () => {
    await (await startPostgres({ dataDirectory })).stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('neither ends the process nor loses the work that was under way', async () => {
    const server = await startPostgres({ dataDirectory });
    const log = new SilentLog();
    const database = openDatabase({ url: server.url, log });
    await migrate(database);
    const effects: string[] = [];
    let runs = 0;
    const engine = await startEngine({
      database,
      executorId: 'local',
      leaseMs: 1_000,
      log,
      handlers: {
        setUp: async (step, requestId) => {
          await step('before', () => note('before'));
          await step('during', async () => {
            effects.push('asked');
            await database.pool.query('select pg_sleep(1)');
          });
          await step('after', () => note(`after ${requestId}`));
        },
        refreshCards: () => Promise.resolve(),
      },
      loops: [
        {
          name: 'sweep',
          everyMs: 100,
          run: async () => {
            await database.pool.query('select 1');
            runs += 1;
          },
        },
      ],
    });
    const { id: requestId } = requestIn('denied');
    await enqueue(database, { kind: 'set-up', requestId, version: 2 });
    await eventually(() => effects.find((effect) => effect === 'asked'));

    process.kill(server.pid, 'SIGKILL');
    await delay(2_000);
    const runsBefore = runs;
    await startPostgres({ dataDirectory, port: Number(new URL(server.url).port) });

    await eventually(() => effects.find((effect) => effect.startsWith('after')));
    await eventually(() => (runs > runsBefore ? true : undefined));
    assert.deepEqual(
      effects.filter((effect) => effect !== 'asked'),
      ['before', `after ${requestId}`],
    );
    await finished(`set-up:${requestId}:v2`);
    await retentionLoop(database.pool, 0).run(new AbortController().signal);
    assert.equal(await DBOS.getWorkflowStatus(`set-up:${requestId}:v2`), null);
    await engine.stop();
    await database.close();

    function note(what: string): Promise<void> {
      effects.push(what);
      return Promise.resolve();
    }
  });
});

async function finished(workflowId: string): Promise<void> {
  await eventually(async () => {
    const status = await DBOS.getWorkflowStatus(workflowId);
    return status?.status === 'SUCCESS' ? true : undefined;
  });
}
