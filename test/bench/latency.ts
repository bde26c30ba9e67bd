import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { measureFollowUp } from '../support/follow-up-latency.ts';
import { startOutside } from '../support/journey.ts';
import { SilentLog } from '../support/silent-log.ts';
import { wallWatch } from '../support/stopwatch.ts';

/**
 * Measures the time from visible in Active Directory to the card in the requester's chat, in real time, for some
 * intervals of the sweep. The promise is one interval and a second. Prints one JSON object; nothing is judged.
 * Arguments: how often, and the intervals in seconds.
 */
const [times = '8', intervals = '0.2,1,5'] = process.argv.slice(2);

async function measure(sweepSeconds: string): Promise<object> {
  const outside = await startOutside();
  const env = { ...outside.env, SWEEP_SECONDS: sweepSeconds };
  const app = await startApp(readConfig(env), new SilentLog());
  await outside.teams.announceInstall();
  const took: number[] = [];
  for (let run = 1; run <= Number(times); run += 1) {
    took.push(
      Math.round(await measureFollowUp(outside, `Latency ${sweepSeconds} ${run}`, wallWatch)),
    );
  }
  await app.close();
  await outside.close();
  const sorted = took.toSorted((one, other) => one - other);
  const medianMs = sorted[Math.floor(sorted.length / 2)];
  return {
    sweepSeconds: Number(sweepSeconds),
    runs: took.length,
    medianMs,
    worstMs: sorted.at(-1),
  };
}

const results: object[] = [];
for (const interval of intervals.split(',')) {
  results.push(await measure(interval));
}
process.stdout.write(`${JSON.stringify({ fromVisibleToCard: results }, undefined, 2)}\n`);
