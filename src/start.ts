import { type Logger, pino } from 'pino';
import { type App, startApp } from './compose/app.ts';
import { loadEnvFiles } from './compose/env-files.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { findMisspelt } from './config-names.ts';
import type { StartNews } from './start-news.ts';
import type { Stop } from './stop-on-signal.ts';
import { CannotListenError } from './teams/server.ts';

export interface Terminal {
  readonly stop: Stop;
  readonly news: StartNews;
  readonly say: (text: string) => void;
}

/**
 * Reads the settings, starts the product, and leaves it to `stop` to end it. Rejects with what
 * `explain` puts into words.
 */
export async function start(env: NodeJS.ProcessEnv, { stop, news, say }: Terminal): Promise<void> {
  loadEnvFiles();
  const config = readConfig(env);
  const log = pino({
    level: config.settings.LOG_LEVEL,
    serializers: { error: pino.stdSerializers.err },
  });
  warnOfMisspelt(env, log);
  const { signal } = stop;
  const app = await startApp(config, log, { signal, onPhase: (phase) => news.enter(phase) });
  stop.whenTold(() => app.close());
  say(greeting(app, config));
}

function warnOfMisspelt(env: NodeJS.ProcessEnv, log: Logger): void {
  const variables = findMisspelt(env);
  if (variables.length > 0) {
    log.warn({ variables }, 'unknown environment variables that look like known ones');
  }
}

function greeting({ pageUrl, botUrl, note }: App, { settings }: Config): string {
  const hint = note === undefined ? '' : `${note}\n`;
  return pageUrl === undefined
    ? `${hint}Writeback listens for Teams on ${botUrl}`
    : `${hint}Writeback's sandbox runs at ${settings.SANDBOX_SPEED} times real time. Open it here:\n\n  ${pageUrl}\n`;
}

/** What went wrong with a start, for the person at the terminal. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) {
    return error.message;
  }
  if (error instanceof CannotListenError && error.code === 'NOT_LOOPBACK') {
    return `HOST must be 127.0.0.1 in the sandbox, not ${error.host}: its bot believes whoever speaks to it, so nobody outside this machine may. Set HOST=127.0.0.1 or leave it out.`;
  }
  if (error instanceof CannotListenError && !isAboutPort(error.code)) {
    return `I cannot listen on ${error.host} (${error.code}). Set HOST to an address of this machine, such as HOST=127.0.0.1.`;
  }
  const taken = portOf(error);
  if (taken !== undefined) {
    return `Port ${taken.port} is in use or may not be used (${taken.code}). Set ${taken.variable} to another port, for example: ${taken.variable}=${taken.port + 10} npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

interface TakenPort {
  readonly port: number;
  readonly code: string;
  readonly variable: 'PORT' | 'SANDBOX_PAGE_PORT';
}

/** The bot's own server says so itself; from the sandbox's page comes Node's error. */
function portOf(error: unknown): TakenPort | undefined {
  if (error instanceof CannotListenError) {
    return { port: error.port, code: error.code, variable: 'PORT' };
  }
  if (error instanceof Error && 'code' in error && 'port' in error) {
    const { code, port } = error;
    return typeof port === 'number' && isAboutPort(code)
      ? { port, code, variable: 'SANDBOX_PAGE_PORT' }
      : undefined;
  }
  return undefined;
}

function isAboutPort(code: unknown): code is 'EADDRINUSE' | 'EACCES' {
  return code === 'EADDRINUSE' || code === 'EACCES';
}
