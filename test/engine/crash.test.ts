import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { RequestId } from '../../src/domain/ids.ts';
import {
  createTrace,
  type EngineProcess,
  readTrace,
  startEngineProcess,
} from '../support/engine-process.ts';
import { enqueue } from '../support/enqueue.ts';
import { eventually } from '../support/eventually.ts';
import { requestIn } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

describe('Work of the engine', () => {
  let opened: Awaited<ReturnType<typeof storeDatabase>>;
  let processes: EngineProcess[];

  beforeEach(async () => {
    opened = await storeDatabase();
    await createTrace(opened.database);
    processes = [];
  });

  afterEach(async () => {
    await Promise.all(
      processes.filter(({ child }) => child.exitCode === null).map((one) => one.kill()),
    );
    await opened.drop();
  });

  it('is finished after a kill in the middle of a step, and recorded steps are not repeated', async () => {
    const first = await start('local', 60_000);
    const { id: requestId } = requestIn('denied');
    await enqueue(opened.database, { kind: 'set-up', requestId, version: 2 });
    await saw(requestId, 'two begins');
    await first.kill();

    await start('local', 0);

    await saw(requestId, 'three');
    assert.deepEqual(await whatOf(requestId), [
      'one',
      'refused',
      'two begins',
      'two begins',
      'three',
    ]);
  });

  it('is done after the next start when every instance was killed before it was begun', async () => {
    const first = await start('local', 0);
    await first.kill();
    const { id: requestId } = requestIn('denied');
    await enqueue(
      opened.database,
      { kind: 'set-up', requestId, version: 2 },
      { kind: 'refresh-cards', requestId, version: 2 },
    );

    await Promise.all([start('left', 0), start('right', 0)]);

    await saw(requestId, 'three');
    await saw(requestId, 'cards end');
    assert.deepEqual((await whatOf(requestId)).toSorted(), [
      'cards begin',
      'cards end',
      'one',
      'refused',
      'three',
      'two begins',
    ]);
  });

  it('is taken over by another instance when its own is killed', async () => {
    const doomed = await start('doomed', 60_000);
    const { id: requestId } = requestIn('denied');
    await enqueue(
      opened.database,
      { kind: 'set-up', requestId, version: 2 },
      { kind: 'refresh-cards', requestId, version: 2 },
    );
    await saw(requestId, 'two begins');
    await saw(requestId, 'cards begin');
    await start('survivor', 0);
    await doomed.kill();

    await saw(requestId, 'three');
    await saw(requestId, 'cards end');

    const trace = await readTrace(opened.database);
    const ends = trace.filter(({ what }) => what === 'three' || what === 'cards end');
    assert.deepEqual(new Set(ends.map(({ executor }) => executor)), new Set(['survivor']));
    assert.equal(trace.filter(({ what }) => what === 'one').length, 1);
  });

  it('is left alone while its instance lives, however long it takes', async () => {
    await start('patient', 4_000);
    const { id: requestId } = requestIn('denied');
    await enqueue(opened.database, { kind: 'set-up', requestId, version: 2 });
    await saw(requestId, 'two begins');
    await start('eager', 0);

    await saw(requestId, 'three');

    const trace = await readTrace(opened.database);
    assert.deepEqual(new Set(trace.map(({ executor }) => executor)), new Set(['patient']));
    assert.deepEqual(await whatOf(requestId), ['one', 'refused', 'two begins', 'three']);
  });

  it('refreshes the cards of one request one after the other, of different ones side by side', async () => {
    await Promise.all([start('left', 20), start('right', 20)]);
    const ids = Array.from({ length: 4 }, () => requestIn('denied').id);
    let versions = 0;
    // Until both have taken part: on a busy machine one may come to the queue much later than the other.
    await eventually(async () => {
      versions += 1;
      for (const requestId of ids) {
        await enqueue(opened.database, { kind: 'refresh-cards', requestId, version: versions });
      }
      const seen = new Set((await readTrace(opened.database)).map(({ executor }) => executor));
      return versions >= 15 && seen.size === 2 ? seen : undefined;
    });

    const trace = await eventually(async () => {
      const lines = await readTrace(opened.database);
      return lines.length === ids.length * versions * 2 ? lines : undefined;
    });

    for (const id of ids) {
      const own = trace.filter(({ request }) => request === id).map(({ what }) => what);
      const pairs = Array.from({ length: versions }, () => ['cards begin', 'cards end']);
      assert.deepEqual(own, pairs.flat());
    }
    const isSideBySide = trace.some(
      ({ what }, index) => what === 'cards begin' && trace[index + 1]?.what === 'cards begin',
    );
    assert.ok(isSideBySide);
  });

  it('does not keep a stopped process from ending', async () => {
    const idle = await start('idle', 0);

    assert.equal(await idle.stop(), 0);
  });

  async function start(executorId: string, slowMs: number): Promise<EngineProcess> {
    const started = await startEngineProcess(opened.database.url, executorId, slowMs);
    processes.push(started);
    return started;
  }

  async function whatOf(requestId: RequestId): Promise<readonly string[]> {
    const trace = await readTrace(opened.database);
    return trace.filter(({ request }) => request === requestId).map(({ what }) => what);
  }

  async function saw(requestId: RequestId, what: string): Promise<void> {
    await eventually(async () => (await whatOf(requestId)).find((each) => each === what));
  }
});
