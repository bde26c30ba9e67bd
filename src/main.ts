import { pino } from 'pino';
import { type App, startApp } from './compose/app.ts';
import { loadEnvFiles } from './compose/env-files.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { CannotListenError } from './teams/server.ts';

/** The composition root: reads the environment, starts the product, and stops it when told to. */
async function main(): Promise<void> {
  loadEnvFiles();
  const config = readConfig(process.env);
  const log = pino({
    level: config.settings.LOG_LEVEL,
    serializers: { error: pino.stdSerializers.err },
  });
  const app = await startApp(config, log);
  stopOnSignal(app);
  say(greeting(app, config));
}

function greeting({ pageUrl, botUrl, note }: App, { settings }: Config): string {
  const hint = note === undefined ? '' : `${note}\n`;
  return pageUrl === undefined
    ? `${hint}Writeback listens for Teams on ${botUrl}`
    : `${hint}Writeback's sandbox runs at ${settings.SANDBOX_SPEED} times real time. Open it here:\n\n  ${pageUrl}\n`;
}

function stopOnSignal(app: App): void {
  let isStopping = false;
  async function stop(): Promise<void> {
    if (isStopping) {
      process.exit(1);
    }
    isStopping = true;
    await app.close();
    process.exit(0);
  }
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

function explain(error: unknown): string {
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

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
