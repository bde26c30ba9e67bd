import { enableCompileCache } from 'node:module';
import { StartNews } from './start-news.ts';
import { exitCodes, stopOnSignal } from './stop-on-signal.ts';

// Signals and the news of a slow start must work while the program is still being loaded, which takes seconds on a
// busy machine; so everything else comes later.
enableCompileCache();
const stop = stopOnSignal(complain);
const news = new StartNews(say);
const { start, explain } = await import('./start.ts');
try {
  await start(process.env, { stop, news, say });
} catch (error) {
  if (stop.signal.aborted) {
    // What was being started has been put away, or was ended by the same signal.
    process.exit(exitCodes.inOrder);
  }
  complain(explain(error));
  process.exit(1);
} finally {
  news.end();
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
