import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import type { News } from '../domain/agent-jobs.ts';
import type { Log } from '../domain/log.ts';
import type { Tables } from './tables.ts';

/** Wakes those who wait for a row. A signal that is lost costs them one interval of looking, nothing else. */
export interface AgentSignals {
  /** Resolves at the next signal of the kind, after the time, or when aborted. */
  next(news: News, waitMs: number, until: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

const channel = 'writeback_agent';
const againMs = 2000;

/** Within a transaction: told when that commits. */
export async function signal(db: Kysely<Tables>, news: News): Promise<void> {
  await sql`select pg_notify(${channel}, ${news})`.execute(db);
}

/** Listens on one connection of its own and makes a new one when it breaks. */
export function listenForAgents(url: string, log: Log): AgentSignals {
  const waiting = new EventTarget();
  setMaxListeners(0, waiting);
  const closing = new AbortController();
  const listening = keepListening({ url, log, until: closing.signal }, (news) => {
    waiting.dispatchEvent(new Event(news));
  });
  return {
    next: (news, waitMs, until) =>
      nextEvent({ waiting, news }, waitMs, AbortSignal.any([closing.signal, until])),
    close: async () => {
      closing.abort();
      await listening;
    },
  };
}

async function nextEvent(
  { waiting, news }: { readonly waiting: EventTarget; readonly news: News },
  waitMs: number,
  until: AbortSignal,
): Promise<void> {
  if (until.aborted) {
    return;
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, waitMs);
  waiting.addEventListener(news, done, { once: true });
  until.addEventListener('abort', done, { once: true });
  await promise;
  clearTimeout(timer);
  waiting.removeEventListener(news, done);
  until.removeEventListener('abort', done);

  function done(): void {
    resolve();
  }
}

interface Listening {
  readonly url: string;
  readonly log: Log;
  readonly until: AbortSignal;
}

async function keepListening(options: Listening, tell: (news: News) => void): Promise<void> {
  const { log, until } = options;
  while (!until.aborted) {
    try {
      await listen(options, tell);
    } catch (error) {
      log.warn({ error }, 'the database does not signal agent jobs; they are looked for instead');
    }
    await delay(againMs, undefined, { signal: until }).catch(ignore);
  }
}

/** Resolves when the connection has ended. */
async function listen({ url, until }: Listening, tell: (news: News) => void): Promise<void> {
  const client = new Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 15_000,
  });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  // Also when connecting or listening has failed already, and nobody waits for the end.
  ended.catch(ignore);
  client.on('error', reject);
  client.on('end', resolve);
  client.on('notification', ({ payload }) => {
    if (isNews(payload)) {
      tell(payload);
    }
  });
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    until.addEventListener('abort', end, { once: true });
    if (until.aborted) {
      end();
    }
    await ended;
  } finally {
    until.removeEventListener('abort', end);
    await client.end().catch(ignore);
  }

  function end(): void {
    client.end().catch(ignore);
  }
}

function isNews(payload: string | undefined): payload is News {
  return payload === 'job' || payload?.startsWith('answer:') === true;
}

function ignore(): void {
  // Aborted, or ended already.
}
