import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeSettings } from '../../src/compose/settings.ts';
import { readConfig } from '../../src/config.ts';

describe('how long a membership may last', () => {
  for (const [env, maximumDays, canHaveNoEnd] of [
    [{}, 365, true],
    [{ MAXIMUM_DAYS: '30' }, 30, false],
    [{ MAXIMUM_DAYS: '365' }, 365, false],
    [{ MAXIMUM_DAYS: '30', ALLOW_NO_END: 'yes' }, 30, true],
    [{ ALLOW_NO_END: 'no' }, 365, false],
  ] as const) {
    it(`is ${maximumDays} days, ${canHaveNoEnd ? 'or for ever' : 'never for ever'}, with ${JSON.stringify(env)}`, async () => {
      const settings = await composeSettings(readConfig(env));

      assert.deepEqual([settings.maximumDays, settings.canHaveNoEnd], [maximumDays, canHaveNoEnd]);
    });
  }
});

describe('how much one person may have open', () => {
  for (const [env, most] of [
    [{}, 50],
    [{ MAXIMUM_OPEN_REQUESTS: '7' }, 7],
    [{ MAXIMUM_OPEN_REQUESTS: '0' }, undefined],
    [{ MAXIMUM_OPEN_REQUESTS: 'no' }, undefined],
  ] as const) {
    it(`is ${most ?? 'not limited'}, with ${JSON.stringify(env)}`, async () => {
      const { maximumOpenRequests } = await composeSettings(readConfig(env));

      assert.equal(maximumOpenRequests, most);
    });
  }
});
