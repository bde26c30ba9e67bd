import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { measureFollowUp } from '../support/follow-up-latency.ts';
import { startOutside } from '../support/journey.ts';
import { SilentLog } from '../support/silent-log.ts';
import { stopwatch } from '../support/stopwatch.ts';

const sweepSeconds = 2;

describe('from visible in Active Directory to the card', () => {
  it('takes one interval of the sweep and a second at most', async (t) => {
    const outside = await startOutside();
    const env = { ...outside.env, SWEEP_SECONDS: String(sweepSeconds) };
    const app = await startApp(readConfig(env), new SilentLog());
    t.after(async () => {
      await app.close();
      await outside.close();
    });
    await outside.teams.announceInstall();

    const tookMs = await measureFollowUp(outside, 'Latency', stopwatch);

    assert.ok(tookMs <= (sweepSeconds + 1) * 1000, `${Math.round(tookMs)} ms`);
  });
});
