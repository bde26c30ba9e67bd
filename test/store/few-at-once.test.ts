import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as soon } from 'node:timers/promises';
import { fewAtOnce } from '../../src/store/few-at-once.ts';

const gone = new Error('timeout exceeded when trying to connect');

/** Work that is held until it is told how to end. */
class Held {
  readonly begun: string[] = [];
  readonly #ends = new Map<string, PromiseWithResolvers<string>>();

  work(name: string): () => Promise<string> {
    return () => {
      this.begun.push(name);
      const end = Promise.withResolvers<string>();
      this.#ends.set(name, end);
      return end.promise;
    };
  }

  async finish(name: string, error?: Error): Promise<void> {
    const end = this.#ends.get(name);
    if (error === undefined) {
      end?.resolve(name);
    } else {
      end?.reject(error);
    }
    await soon();
  }
}

describe('A few at once', () => {
  it('run side by side, and the others in the order in which they came', async () => {
    const held = new Held();
    const turns = fewAtOnce(2);
    const all = Promise.all(['a', 'b', 'c', 'd'].map((name) => turns(held.work(name))));
    assert.deepEqual(held.begun, ['a', 'b']);

    await held.finish('b');
    assert.deepEqual(held.begun, ['a', 'b', 'c']);
    await held.finish('a');
    assert.deepEqual(held.begun, ['a', 'b', 'c', 'd']);
    await held.finish('c');
    await held.finish('d');

    assert.deepEqual(await all, ['a', 'b', 'c', 'd']);
  });

  it('give their places to the next ones also when they fail', async () => {
    const held = new Held();
    const turns = fewAtOnce(1);
    const failing = assert.rejects(turns(held.work('a')), /broken/);
    const next = turns(held.work('b'));

    await held.finish('a', new Error('broken'));
    await held.finish('b');

    await failing;
    assert.equal(await next, 'b');
  });

  it('spare all who wait the same failure when PostgreSQL is gone, and begin anew afterwards', async () => {
    const held = new Held();
    const turns = fewAtOnce(1);
    const first = assert.rejects(turns(held.work('a')), gone);
    const waiting = ['b', 'c'].map((name) => assert.rejects(turns(held.work(name)), gone));

    await held.finish('a', gone);
    await Promise.all([first, ...waiting]);

    assert.deepEqual(held.begun, ['a']);
    const later = turns(held.work('d'));
    await held.finish('d');
    assert.equal(await later, 'd');
  });
});
