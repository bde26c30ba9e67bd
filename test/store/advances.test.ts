import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createAdvances } from '../../src/store/advances.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { WorkQueue } from '../../src/store/work-queue.ts';
import type { Advance } from '../../src/store/write-change.ts';
import { ada, requestIn } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';

/** Makes every change, each statement when it is let; notes how many changes each holds. */
class HeldQueue implements WorkQueue {
  readonly sizes: number[] = [];
  readonly #held: (() => void)[] = [];

  async write(...[, , work]: Parameters<WorkQueue['write']>): Promise<ReadonlySet<number>> {
    this.sizes.push(work.length);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held.push(resolve);
    await promise;
    return new Set(work.keys());
  }

  let(): void {
    this.#held.shift()?.();
  }
}

function advance(): Advance {
  const current = requestIn('awaiting-approval');
  const next = { ...requestIn('denied'), id: current.id, version: current.version + 1 };
  return { current, given: next, next, actor: ada.id };
}

describe('Changes of requests', () => {
  // Never asked anything, as the queue stands in front of it.
  const database = openDatabase({ url: 'postgres://127.0.0.1:1/none', log: new SilentLog() });

  it('that come while others are being made are made together afterwards', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const queue = new HeldQueue();
    const advances = createAdvances(database, queue);
    const first = advances.make(advance());
    await turns();
    const later = [advances.make(advance()), advances.make(advance())];
    await turns();

    assert.deepEqual(queue.sizes, [1]);
    queue.let();
    await first;
    await turns();
    assert.deepEqual(queue.sizes, [1, 2]);
    queue.let();
    assert.deepEqual(await Promise.all(later), [true, true]);
  });

  it('wait 20 ms at most for others that are stuck, and are made once', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const queue = new HeldQueue();
    const advances = createAdvances(database, queue);
    const stuck = advances.make(advance());
    await turns();
    const later = advances.make(advance());
    t.mock.timers.tick(19);
    await turns();
    assert.deepEqual(queue.sizes, [1]);

    t.mock.timers.tick(1);
    await turns();

    assert.deepEqual(queue.sizes, [1, 1]);
    queue.let();
    queue.let();
    assert.deepEqual(await Promise.all([stuck, later]), [true, true]);
    await turns();
    assert.deepEqual(queue.sizes, [1, 1]);
  });
});

/** A few turns of the event loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await setImmediate();
  }
}
