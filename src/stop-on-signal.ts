import { setTimeout as delay } from 'node:timers/promises';

/** How the process ends after SIGTERM or SIGINT. 1 is for a start that failed. */
export const exitCodes = { inOrder: 0, atOnce: 3 } as const;

/** Orchestrators kill after ten seconds at the earliest; an end of our own is told apart from a kill. */
const mostMs = 9_000;

export interface Stop {
  /** Aborted by the first signal; a start that sees it gives up. */
  readonly signal: AbortSignal;
  /** What is to be closed from now on; closed at once when the signal has come already. */
  whenTold(close: () => Promise<void>): void;
}

/**
 * From this call on SIGTERM and SIGINT end the process within some ten seconds, at whatever moment they come: in
 * order if possible, else at once, as does a second signal. Nothing is lost by that, because everything that
 * counts is in the database and the next start goes on from there.
 */
export function stopOnSignal(say: (text: string) => void): Stop {
  const stopping = new AbortController();
  const told = Promise.withResolvers<void>();
  function onSignal(): void {
    if (stopping.signal.aborted) {
      process.exit(exitCodes.atOnce);
    }
    stopping.abort();
    told.resolve();
    void endAfter(mostMs, say);
  }
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: stopping.signal,
    whenTold: (close) => void told.promise.then(async () => endWith(close, say)),
  };
}

async function endAfter(milliseconds: number, say: (text: string) => void): Promise<void> {
  await delay(milliseconds);
  say('Not everything came to rest in time. It ends anyway; the next start goes on from here.');
  process.exit(exitCodes.atOnce);
}

async function endWith(close: () => Promise<void>, say: (text: string) => void): Promise<void> {
  try {
    await close();
    process.exit(exitCodes.inOrder);
  } catch (error) {
    say(`It did not stop in order: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(exitCodes.atOnce);
  }
}
