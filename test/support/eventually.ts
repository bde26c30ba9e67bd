import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

/** Long enough for a machine that has other things to do; only a test that fails waits so long. */
export const patienceMs = 60_000;

/** Looks every 20 ms of real time until there is an answer; fails with these words when it does not come. */
export async function eventually<T>(
  look: () => Promise<T | undefined> | T | undefined,
  words: () => string = () => 'it never came',
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    await delay(20);
  }
  return assert.fail(`${words()}, within ${patienceMs} ms`);
}

/** The same for what is to become true. */
export async function becomesTrue(
  isSo: () => Promise<boolean> | boolean,
  words?: () => string,
): Promise<void> {
  await eventually(async () => (await isSo()) || undefined, words);
}
