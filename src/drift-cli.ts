import { pino } from 'pino';
import { composeDriftLook } from './compose/drift.ts';
import { loadEnvFiles } from './compose/env-files.ts';
import { ConfigError, readConfig } from './config.ts';
import { isProblem } from './domain/problem.ts';
import { driftText } from './drift-table.ts';
import { listDrift, lookForDrift } from './setup/drift.ts';

/** `npm run drift`: 0 when everything is as Entra says, 3 when something is not, 1 when not everything could be compared. */
async function main(): Promise<number> {
  loadEnvFiles();
  // oxlint-disable-next-line node/no-process-env -- this is a composition root, as main.ts is
  const config = readConfig(process.env);
  const log = pino({ level: 'silent' });
  const composed = await composeDriftLook(config, log);
  const { deps } = composed;
  try {
    const look = await lookForDrift(deps);
    if (look.kind === 'not-available') {
      say(
        'Nothing can be compared: AD_MODE says that this bot cannot read Active Directory. Set AD_MODE=direct and run this where a domain controller can be reached.',
      );
      return 1;
    }
    const rows = await listDrift(deps);
    say(driftText(look, rows));
    return exitCode(look.unread.length, rows.length);
  } finally {
    await composed.close();
  }
}

function exitCode(unread: number, found: number): number {
  if (unread > 0) {
    return 1;
  }
  return found > 0 ? 3 : 0;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || isProblem(error)) {
    return error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
