import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CatchUp } from '../../../src/sandbox/page/catch-up.ts';

/** What is shown, as one line per thing that was shown. */
function startCatchUp(): { readonly shown: string[]; readonly catchUp: CatchUp<string> } {
  const shown: string[] = [];
  return { shown, catchUp: new CatchUp((news) => shown.push(news)) };
}

describe('CatchUp', () => {
  it('shows news at once when nothing is being read', () => {
    const { shown, catchUp } = startCatchUp();
    catchUp.hear('news');
    assert.deepEqual(shown, ['news']);
  });

  it('shows news that come while the whole is read after the whole', async () => {
    const { shown, catchUp } = startCatchUp();
    const asked = Promise.withResolvers<string>();
    const reading = catchUp.read(asked.promise, (whole) => shown.push(whole));
    catchUp.hear('first');
    catchUp.hear('second');
    assert.deepEqual(shown, []);

    asked.resolve('whole');

    assert.equal(await reading, true);
    catchUp.hear('third');
    assert.deepEqual(shown, ['whole', 'first', 'second', 'third']);
  });

  it('shows the last of several readings only, whichever is answered first', async () => {
    const { shown, catchUp } = startCatchUp();
    const older = Promise.withResolvers<string>();
    const newer = Promise.withResolvers<string>();
    const first = catchUp.read(older.promise, (whole) => shown.push(whole));
    catchUp.hear('between');
    const second = catchUp.read(newer.promise, (whole) => shown.push(whole));
    newer.resolve('newer');
    assert.equal(await second, true);
    older.resolve('older');

    assert.equal(await first, false);
    assert.deepEqual(shown, ['newer', 'between']);
  });

  it('shows the news that waited when the whole cannot be read', async () => {
    const { shown, catchUp } = startCatchUp();
    const reading = catchUp.read(Promise.reject(new Error('gone')), () => shown.push('whole'));
    catchUp.hear('news');

    await assert.rejects(reading, /gone/u);
    assert.deepEqual(shown, ['news']);
  });
});
