import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadTogether } from '../../src/store/load-together.ts';

describe('What is looked for at the same moment', () => {
  it('is looked for at once, and by whoever asks later anew', async () => {
    const asked: (readonly number[])[] = [];
    const double = loadTogether(async (keys: readonly number[]) => {
      asked.push(keys);
      return keys.map((key) => key * 2);
    });

    assert.deepEqual(await Promise.all([double(1), double(2), double(1)]), [2, 4, 2]);
    assert.equal(await double(1), 2);

    assert.deepEqual(asked, [[1, 2, 1], [1]]);
  });

  it('fails for whom it cannot be read alone', async () => {
    const half = loadTogether((keys: readonly number[]) =>
      Promise.resolve(keys.map((key) => (key % 2 === 0 ? key / 2 : new Error(`odd ${key}`)))),
    );

    const [even, odd] = await Promise.allSettled([half(4), half(3)]);

    assert.deepEqual(even, { status: 'fulfilled', value: 2 });
    assert.match(String(odd.status === 'rejected' && odd.reason), /odd 3/);
  });

  it('fails for all when nothing can be read', async () => {
    const broken = loadTogether(() => Promise.reject(new Error('the connection is gone')));

    const answers = await Promise.allSettled([broken(1), broken(2)]);

    assert.deepEqual(
      answers.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
  });
});
