import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { z } from 'zod';
import type { BotToken } from './bot-token.ts';
import { ConnectorError } from './connector-error.ts';

export interface ConnectorRequest {
  readonly method: 'POST' | 'PUT';
  readonly serviceUrl: string;
  /** Below `/v3/`; every value in it is encoded. */
  readonly path: string;
  readonly body: object;
}

/**
 * Sends one request to the Bot Connector and resolves to the id in its answer, '' when there is none. A request is
 * sent once: only a 401, which says that nothing was done, is followed by one more with a new token. Gives up after
 * the send timeout. Throws `ConnectorError`.
 */
export type ConnectorCall = (request: ConnectorRequest) => Promise<string>;

export interface ConnectorHttpOptions {
  /** Undefined in the sandbox, where nobody has to prove anything. */
  readonly token: BotToken | undefined;
  /** For one request, from the first byte to the last. */
  readonly sendTimeoutMs: number;
}

/** Shorter than any front end keeps an idle connection, so that none is used in the moment it is closed. */
const connections = { keepAlive: true, maxFreeSockets: 32, timeout: 20_000 };
const largestAnswer = 1024 * 1024;

export function createConnectorHttp({ token, sendTimeoutMs }: ConnectorHttpOptions): ConnectorCall {
  const agents = { http: new HttpAgent(connections), https: new HttpsAgent(connections) };

  async function send(request: ConnectorRequest, bearer: string | undefined): Promise<Answer> {
    return attempt(() => exchange(request, { bearer, agents, sendTimeoutMs }));
  }

  return async (request) => {
    const bearer = token && (await attempt(() => token.get()));
    const first = await send(request, bearer);
    if (first.status !== 401 || token === undefined || bearer === undefined) {
      return idOf(first);
    }
    return idOf(await send(request, await attempt(() => token.renew(bearer))));
  };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

interface Means {
  readonly bearer: string | undefined;
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly sendTimeoutMs: number;
}

async function exchange(request: ConnectorRequest, means: Means): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const url = new URL(`${request.serviceUrl.replace(/\/+$/, '')}/v3/${request.path}`);
  const body = Buffer.from(JSON.stringify(request.body));
  const { method } = request;
  const headers = headersOf(body, means.bearer);
  const outgoing =
    url.protocol === 'https:'
      ? httpsRequest(url, { method, headers, agent: means.agents.https })
      : httpRequest(url, { method, headers, agent: means.agents.http });
  const timer = setTimeout(
    () => outgoing.destroy(new Error('no answer in time')),
    means.sendTimeoutMs,
  );
  outgoing.on('error', reject);
  outgoing.on('response', (incoming) => void readAnswer(incoming).then(resolve, reject));
  outgoing.end(body);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

function headersOf(body: Buffer, bearer: string | undefined): Record<string, string | number> {
  return {
    accept: 'application/json',
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.byteLength,
    'user-agent': 'writeback',
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
  };
}

async function readAnswer(incoming: IncomingMessage): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > largestAnswer) {
      incoming.destroy(new Error('the answer is too large'));
    }
  });
  incoming.on('error', reject);
  incoming.on('aborted', () => reject(new Error('the answer was cut')));
  incoming.on('end', () =>
    resolve({
      status: incoming.statusCode ?? 0,
      retryAfter: incoming.headers['retry-after'],
      text: Buffer.concat(chunks).toString(),
    }),
  );
  return promise;
}

const Created = z.object({ id: z.string().catch('') }).catch({ id: '' });
const Refused = z
  .object({ error: z.object({ code: z.string().optional() }).optional() })
  .catch({ error: undefined });

function idOf({ status, retryAfter, text }: Answer): string {
  if (status >= 200 && status < 300) {
    return Created.parse(parseJson(text)).id;
  }
  const seconds = Number(retryAfter ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  const code = Refused.parse(parseJson(text)).error?.code;
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

/** A gateway may answer with HTML or nothing. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
