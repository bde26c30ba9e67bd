import type { DBOSConfig } from '@dbos-inc/dbos-sdk';
import type { Log } from '../domain/log.ts';

type EngineLog = NonNullable<DBOSConfig['logger']>;

/** Sends what the engine says into our log instead of the console; its chatter is dropped. */
export function toEngineLog(log: Log): EngineLog {
  return {
    debug: ignore,
    info: ignore,
    warn: (entry) => log.warn({ entry: String(entry) }, 'the durable engine warns'),
    error: (entry, metadata) =>
      log.error(
        { entry: String(entry), stack: metadata?.stack },
        'the durable engine reports an error',
      ),
  };
}

function ignore(): void {
  // Started, registered, dequeued: of no use to an operator.
}
