import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { durationToMs, isDuration } from '../../src/onprem/duration.ts';

describe('durations of the sync scheduler', () => {
  const cases = [
    { text: 'PT30M', milliseconds: 1_800_000 },
    { text: 'PT0M2.5S', milliseconds: 2500 },
    { text: 'P7D', milliseconds: 604_800_000 },
    { text: '00:30:00', milliseconds: 1_800_000 },
    { text: '7.00:00:00', milliseconds: 604_800_000 },
  ];
  for (const { text, milliseconds } of cases) {
    it(`${text} is ${milliseconds} milliseconds`, () => {
      assert.equal(durationToMs(text), milliseconds);
    });
  }

  it('are refused when they are something else', () => {
    for (const text of ['', 'P', 'PT', '30', 'half an hour', '00:30']) {
      assert.equal(isDuration(text), false, text);
      assert.throws(() => durationToMs(text), RangeError, text);
    }
  });
});
