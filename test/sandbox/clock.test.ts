import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SandboxClock } from '../../src/sandbox/clock.ts';

const minute = 60_000;

describe('the clock of the sandbox', () => {
  it('wakes whoever sleeps until a time that is skipped, and lets others sleep for the rest', async () => {
    const clock = new SandboxClock({ speed: 60 });
    const woken: string[] = [];
    const begun = clock.now().getTime();
    const sleeps = [
      clock.sleep(20 * minute).then(() => woken.push('20 minutes')),
      clock.sleep(30 * minute + 6_000).then(() => woken.push('half an hour and a little')),
    ];

    clock.skip(30 * minute);
    await sleeps[0];
    assert.deepEqual(woken, ['20 minutes']);
    await Promise.all(sleeps);

    assert.equal(woken.length, 2);
    const passed = clock.now().getTime() - begun;
    assert.ok(passed >= 30 * minute + 5_000, `only ${passed} ms passed`);
  });

  it('ends a sleep that is aborted, also after a skip', async () => {
    const clock = new SandboxClock({ speed: 1 });
    const abort = new AbortController();
    const sleeping = clock.sleep(90 * minute, abort.signal);
    clock.skip(30 * minute);

    abort.abort();

    await assert.rejects(sleeping, { name: 'AbortError' });
  });
});
