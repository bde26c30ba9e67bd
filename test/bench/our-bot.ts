import { setTimeout as delay } from 'node:timers/promises';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Clock } from '../../src/domain/ports.ts';
import { SilentLog } from '../support/silent-log.ts';

/**
 * Our bot for turn.ts, as src/main.ts starts it, but with time that runs a hundred times as fast: it keeps to the 50
 * sends in a second that Teams takes from one bot in one tenant, and here that would be all that is measured.
 */
const speed = 100;

const hurried: Clock = {
  now: () => new Date(performance.timeOrigin + performance.now() * speed),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds / speed, undefined, { signal });
  },
};

const app = await startApp(readConfig(process.env), new SilentLog(), { clock: hurried });
process.on('SIGTERM', () => {
  void app.close().then(() => process.exit(0));
});
