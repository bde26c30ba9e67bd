import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { SilentLog } from '../support/silent-log.ts';

/** Our bot for turn.ts, as src/main.ts starts it. */
const app = await startApp(readConfig(process.env), new SilentLog());
process.on('SIGTERM', () => {
  void app.close().then(() => process.exit(0));
});
