import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type Loop, startLoops } from '../../src/engine/loops.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { eventually } from '../support/eventually.ts';
import { SilentLog } from '../support/silent-log.ts';
import { storeDatabase } from '../support/store-database.ts';

describe('A loop', () => {
  let opened: Awaited<ReturnType<typeof storeDatabase>>;
  let other: Database;
  let log: SilentLog;

  before(async () => {
    opened = await storeDatabase();
    other = openDatabase({ url: opened.database.url, log: new SilentLog() });
  });

  beforeEach(() => {
    log = new SilentLog();
  });

  after(async () => {
    await other.close();
    await opened.drop();
  });

  it('runs at one of two instances at a time, and at both in turn', async () => {
    let inside = 0;
    let most = 0;
    const runs = { left: 0, right: 0 };
    function sweep(side: 'left' | 'right'): Loop {
      return {
        name: 'sweep',
        everyMs: 2,
        run: async () => {
          inside += 1;
          most = Math.max(most, inside);
          await delay(3);
          runs[side] += 1;
          inside -= 1;
        },
      };
    }

    const left = startLoops(opened.database.pool, [sweep('left')], log);
    const right = startLoops(other.pool, [sweep('right')], log);
    await eventually(() => (runs.left > 5 && runs.right > 5 ? true : undefined));
    await Promise.all([left.stop(), right.stop()]);

    assert.equal(most, 1);
    assert.deepEqual(log.lines, []);
  });

  it('runs only when it is needed, and looks for that again and again', async () => {
    const asked: boolean[] = [];
    let runs = 0;
    const loop: Loop = {
      name: 'seldom',
      everyMs: 1,
      isNeeded: async () => {
        asked.push(asked.length % 5 === 4);
        return asked.at(-1) === true;
      },
      run: async () => {
        runs += 1;
      },
    };

    const loops = startLoops(opened.database.pool, [loop], log);
    await eventually(() => (runs >= 3 ? true : undefined));
    await loops.stop();

    assert.equal(runs, asked.filter(Boolean).length);
    assert.ok(asked.length >= 15, `${asked.length} asked`);
  });

  it('goes on after a run that failed, and logs it', async () => {
    let runs = 0;
    const failing: Loop = {
      name: 'failing',
      everyMs: () => 1,
      run: () => {
        runs += 1;
        return runs < 3 ? Promise.reject(new Error('not today')) : Promise.resolve();
      },
    };

    const loops = startLoops(opened.database.pool, [failing], log);
    await eventually(() => (runs >= 4 ? true : undefined));
    await loops.stop();

    assert.equal(log.messages('error').length, 2);
    assert.partialDeepStrictEqual(log.lines[0]?.fields, { loop: 'failing' });
  });

  it('does not wait for a slow neighbour', async () => {
    let runs = 0;
    const stuck: Loop = { name: 'stuck', everyMs: 1, run: (signal) => untilAborted(signal) };
    const quick: Loop = {
      name: 'quick',
      everyMs: 1,
      run: () => {
        runs += 1;
        return Promise.resolve();
      },
    };

    const loops = startLoops(opened.database.pool, [stuck, quick], log);
    await eventually(() => (runs > 3 ? true : undefined));
    await loops.stop();

    assert.deepEqual(log.lines, []);
  });

  it('ends its run when it is stopped, and the long pause too', async () => {
    let isAborted = false;
    const sleepy: Loop = {
      name: 'sleepy',
      everyMs: 3_600_000,
      run: async (signal) => {
        await untilAborted(signal);
        isAborted = signal.aborted;
      },
    };

    const loops = startLoops(opened.database.pool, [sleepy], log);
    await delay(30);
    await loops.stop();

    assert.equal(isAborted, true);
  });
});

async function untilAborted(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
