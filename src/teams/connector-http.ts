import { EventEmitter } from 'node:events';
import { Agent, type Dispatcher, request as send } from 'undici';
import { z } from 'zod';
import { parseJson } from '../domain/parse-json.ts';
import type { BotToken } from './bot-token.ts';
import { ConnectorError } from './connector-error.ts';

export interface ConnectorRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly serviceUrl: string;
  /** Below `/v3/`, with the query; every value in it is encoded. */
  readonly path: string;
  readonly body?: object;
}

/**
 * Sends one request to the Bot Connector and resolves to the JSON of its answer, undefined when that is none. A
 * request is sent once: only a 401, which says that nothing was done, is followed by one more with a new token. Gives
 * up after the send timeout. Throws `ConnectorError`.
 */
export type ConnectorCall = (request: ConnectorRequest) => Promise<unknown>;

export interface ConnectorHttpOptions {
  /** Undefined in the sandbox, where nobody has to prove anything. */
  readonly token: BotToken | undefined;
  /** For one request, from the first byte to the last. */
  readonly sendTimeoutMs: number;
}

/** Shorter than any front end keeps an idle connection, so that none is used in the moment it is closed. */
const idleMs = 20_000;
const largestAnswer = 1024 * 1024;

export function createConnectorHttp({ token, sendTimeoutMs }: ConnectorHttpOptions): ConnectorCall {
  const connections = new Agent({
    keepAliveTimeout: idleMs,
    keepAliveMaxTimeout: idleMs,
    maxResponseSize: largestAnswer,
  });

  async function exchangeWith(
    request: ConnectorRequest,
    bearer: string | undefined,
  ): Promise<Answer> {
    return attempt(() => exchange(request, { bearer, connections, sendTimeoutMs }));
  }

  return async (request) => {
    const bearer = token && (await attempt(() => token.get()));
    const first = await exchangeWith(request, bearer);
    if (first.status !== 401 || token === undefined || bearer === undefined) {
      return bodyOf(first);
    }
    return bodyOf(await exchangeWith(request, await attempt(() => token.renew(bearer))));
  };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

interface Means {
  readonly bearer: string | undefined;
  readonly connections: Dispatcher;
  readonly sendTimeoutMs: number;
}

async function exchange(
  { method, serviceUrl, path, body }: ConnectorRequest,
  { bearer, connections, sendTimeoutMs }: Means,
): Promise<Answer> {
  // Nearly always stopped, which is dear with an AbortSignal.
  const signal = new EventEmitter();
  const timer = setTimeout(() => signal.emit('abort'), sendTimeoutMs);
  try {
    const response = await send(`${serviceUrl.replace(/\/+$/, '')}/v3/${path}`, {
      dispatcher: connections,
      method,
      headers: headersOf(body, bearer),
      body: body === undefined ? null : JSON.stringify(body),
      signal,
    });
    const retryAfter = response.headers['retry-after']?.toString();
    return { status: response.statusCode, retryAfter, text: await response.body.text() };
  } finally {
    clearTimeout(timer);
  }
}

function headersOf(body: object | undefined, bearer: string | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    'user-agent': 'writeback',
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
  };
}

const Refused = z
  .object({ error: z.object({ code: z.string().optional() }).optional() })
  .catch({ error: undefined });

/**
 * A finer reason, which stands in a text that is JSON itself, such as that somebody has blocked the bot.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const subCode = /\bsubCode\\*"\s*:\s*\\*"(\w+)/;

/** A gateway may answer with HTML or nothing. */
function bodyOf({ status, retryAfter, text }: Answer): unknown {
  if (status >= 200 && status < 300) {
    return parseJson(text);
  }
  const seconds = Number(retryAfter ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  const code = subCode.exec(text)?.[1] ?? Refused.parse(parseJson(text)).error?.code;
  throw new ConnectorError({ status, code, retryAfterMs }, undefined);
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ConnectorError(
      { status: undefined, code: undefined, retryAfterMs: undefined },
      error,
    );
  }
}
