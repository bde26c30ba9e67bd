import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inParallel } from '../../src/setup/in-parallel.ts';
import { Pace } from '../../src/setup/pace.ts';
import { at } from '../support/requests.ts';

const second = 1000;

function waitAt(now: Date, expected: readonly Date[]): number {
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  const pace = new Pace({ clock, calmMs: 30 * second, eagerMs: 5 * second });
  pace.heed({ expected });
  return pace.everyMs();
}

function beside(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * second);
}

describe('the pace of the looks', () => {
  const end = at(12);
  const cases: readonly [string, Date, readonly Date[], number][] = [
    ['calm while nothing waits', end, [], 30],
    ['calm while the end of a cycle is far', at(5), [end], 30],
    ['so that the next look falls on the expected end', beside(end, -12), [end], 12],
    ['eager just before it', beside(end, -1), [end], 5],
    ['eager from the expected end on', beside(end, 2), [end], 5],
    ['eager for ten minutes', beside(end, 599), [end], 5],
    ['calm again after that', beside(end, 601), [end], 30],
    ['that of the one which is expected first', beside(end, -10), [at(40), end, at(0)], 10],
  ];
  for (const [what, now, expected, seconds] of cases) {
    it(`is ${what}`, () => {
      assert.equal(waitAt(now, expected), seconds * second);
    });
  }

  it('is never slower than the calm one, however short that is', () => {
    const clock = { now: () => end, sleep: () => Promise.resolve() };
    const pace = new Pace({ clock, calmMs: 200, eagerMs: 5 * second });

    pace.heed({ expected: [end] });

    assert.equal(pace.everyMs(), 200);
  });
});

describe('work in parallel', () => {
  it('does everything once, and no more at once than it may', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];

    await inParallel(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      done.push(item);
    });

    assert.deepEqual(
      done.toSorted((one, other) => one - other),
      [1, 2, 3, 4, 5, 6, 7],
    );
    assert.equal(most, 3);
  });

  it('tells of a failure only when nothing is left running', async () => {
    let finished = false;

    const work = inParallel(2, ['fails', 'works'], async (item) => {
      if (item === 'fails') {
        throw new RangeError('no');
      }
      await new Promise(setImmediate);
      finished = true;
    });

    await assert.rejects(work, RangeError);
    assert.ok(finished);
  });
});
