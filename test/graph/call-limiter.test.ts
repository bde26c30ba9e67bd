import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CallLimiter } from '../../src/graph/call-limiter.ts';
import { RecordingClock } from './recording-clock.ts';

const limit = { calls: 5, withinMs: 10_000 };

describe('the limit of calls', () => {
  it('lets the first five through at once and the sixth when the first has grown old', async () => {
    const clock = new RecordingClock();
    const limiter = new CallLimiter(clock, limit);
    const start = clock.now().getTime();
    const at: number[] = [];

    for (let call = 0; call < 7; call += 1) {
      await limiter.admit();
      at.push(clock.now().getTime() - start);
    }

    assert.deepEqual(at, [0, 0, 0, 0, 0, 10_001, 10_001]);
  });

  it('admits in the order of their coming', async () => {
    const limiter = new CallLimiter(new RecordingClock(), limit);
    const order: number[] = [];

    const calls = Array.from({ length: 12 }, (_, index) =>
      limiter.admit().then(() => order.push(index)),
    );
    await Promise.all(calls);

    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
    );
  });

  it('never lets more than five through in any ten seconds, however they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(6000), { maxLength: 60 }), async (pauses) => {
        const clock = new RecordingClock();
        const limiter = new CallLimiter(clock, limit);
        const at: number[] = [];
        for (const pause of pauses) {
          clock.advance(pause);
          await limiter.admit();
          at.push(clock.now().getTime());
        }

        for (const [index, time] of at.entries()) {
          const sixth = at[index + 5];
          assert.ok(sixth === undefined || sixth - time > 10_000, `${sixth} after ${time}`);
        }
      }),
    );
  });
});
