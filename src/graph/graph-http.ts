import { randomInt } from 'node:crypto';
import {
  AuthenticationHandler,
  Client,
  ResponseType,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { parseJson } from '../domain/parse-json.ts';
import type { Clock } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';
import { type TokenProvider, toTokenSilence } from './credentials.ts';
import type { GraphCall, GraphOperation } from './graph-call.ts';
import { toProblem } from './graph-errors.ts';
import { type GraphAnswer, type GraphFailure, GraphRefusal, refusalOf } from './graph-failure.ts';
import { GraphTransport, graphOrigin, readClientError, toClientError } from './graph-transport.ts';
import { defaultRetryPolicy, type RetryPolicy, waitBeforeRetry } from './retry-policy.ts';

/** One attempt at a call, for metrics. */
export interface GraphExchange {
  readonly operation: GraphOperation;
  readonly method: string;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  readonly durationMs: number;
}

export interface GraphHttpOptions {
  readonly clock: Clock;
  readonly getToken: TokenProvider;
  /** Default https://graph.microsoft.com; the sandbox's is http://127.0.0.1:PORT. */
  readonly origin?: string | undefined;
  /** Real time for one attempt; default 15 seconds. */
  readonly timeoutMs?: number | undefined;
  readonly retry?: RetryPolicy | undefined;
  /** A number from 0 up to 1, for the jitter of waits. */
  readonly random?: (() => number) | undefined;
  readonly onExchange?: ((exchange: GraphExchange) => void) | undefined;
}

/** The one place that talks HTTP to Microsoft Graph. Every failure leaves it as a Problem. */
export class GraphHttp {
  readonly #options: GraphHttpOptions;
  readonly #closing = new AbortController();
  readonly #client: Client;

  constructor(options: GraphHttpOptions) {
    this.#options = options;
    this.#client = buildClient(options, this.#closing.signal);
  }

  /** Resolves to the answer's body as `shape` reads it. */
  async fetch<T>(call: GraphCall, shape: z.ZodType<T>): Promise<T> {
    const answer = await this.#send(call);
    return readBody(answer, call, shape);
  }

  /** Resolves to undefined when Graph says that there is no such object. */
  async find<T>(call: GraphCall, shape: z.ZodType<T>): Promise<T | undefined> {
    try {
      return await this.fetch(call, shape);
    } catch (error) {
      const refusal = refusalOf(error);
      // A 404 without Graph's error body comes from something in between and says nothing of the object.
      if (refusal?.status === 404 && refusal.code !== undefined) {
        return undefined;
      }
      throw error;
    }
  }

  /** For calls whose answer is empty or does not matter. */
  async run(call: GraphCall): Promise<void> {
    await this.#send(call);
  }

  /** The items of all pages, one page asked for at a time. */
  async *list<T>(call: GraphCall, item: z.ZodType<T>): AsyncGenerator<T, void, undefined> {
    const shape = z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() });
    let next: GraphCall | undefined = call;
    while (next !== undefined) {
      const page: z.infer<typeof shape> = await this.fetch(next, shape);
      yield* page.value;
      next = followLink(next, page['@odata.nextLink']);
    }
  }

  /** Gives up every call in flight; later ones fail as unreachable. */
  close(): void {
    this.#closing.abort();
  }

  async #send(call: GraphCall): Promise<GraphAnswer> {
    const { retry = defaultRetryPolicy, random = jitter } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      await call.admit?.();
      const result = await this.#attempt(call);
      if (!(result instanceof Error)) {
        return result;
      }
      const wait = waitBeforeRetry({ failure: result, call, attempt }, retry, random);
      if (wait === undefined || !(await this.#pause(wait))) {
        throw toProblem(result, call);
      }
    }
  }

  /** Resolves to false when the client was closed meanwhile. */
  async #pause(milliseconds: number): Promise<boolean> {
    const { signal } = this.#closing;
    try {
      await this.#options.clock.sleep(milliseconds, signal);
      return true;
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
      return false;
    }
  }

  async #attempt(call: GraphCall): Promise<GraphAnswer | GraphFailure> {
    const startedAt = performance.now();
    const result = await this.#exchange(call);
    const { operation, method } = call;
    const status = 'status' in result ? result.status : undefined;
    const durationMs = performance.now() - startedAt;
    this.#options.onExchange?.({ operation, method, status, durationMs });
    return result;
  }

  async #exchange(call: GraphCall): Promise<GraphAnswer | GraphFailure> {
    try {
      const response = await this.#request(call);
      const { status, headers } = response;
      const answer = { status, headers, text: await response.text() };
      return response.ok ? answer : new GraphRefusal(answer, this.#options.clock.now());
    } catch (error) {
      const silence = readClientError(error);
      if (silence === undefined) {
        throw error;
      }
      return silence;
    }
  }

  async #request(call: GraphCall): Promise<Response> {
    const request = this.#client.api(call.path).responseType(ResponseType.RAW);
    if (call.version !== undefined) {
      request.version(call.version);
    }
    request.headers({ ...call.headers });
    switch (call.method) {
      case 'GET':
        return toResponse(await request.get());
      case 'POST':
        return toResponse(await request.post(call.body));
      case 'PATCH':
        return toResponse(await request.patch(call.body));
      case 'DELETE':
        return toResponse(await request.delete());
    }
  }
}

/** The library's own chain, without its retries (they repeat POST blindly) and its redirects. */
function buildClient(options: GraphHttpOptions, closed: AbortSignal): Client {
  const { origin = graphOrigin, timeoutMs = 15_000, getToken } = options;
  const authentication = new AuthenticationHandler({
    getAccessToken: async () => {
      try {
        return await getToken(AbortSignal.any([AbortSignal.timeout(timeoutMs), closed]));
      } catch (error) {
        throw toClientError(toTokenSilence(error));
      }
    },
  });
  const transport = new GraphTransport({ origin, timeoutMs, closed });
  const middleware = [authentication, new TelemetryHandler(), transport];
  return Client.initWithMiddleware({
    baseUrl: `${graphOrigin}/`,
    defaultVersion: 'v1.0',
    middleware,
  });
}

function readBody<T>(answer: GraphAnswer, call: GraphCall, shape: z.ZodType<T>): T {
  const result = shape.safeParse(parseJson(answer.text));
  if (result.success) {
    return result.data;
  }
  const detail = `${call.operation}: the ${answer.status} answer does not fit: ${z.prettifyError(result.error)}`;
  throw new Problem('graph-refused', { detail, cause: result.error });
}

/** Refuses a link to another host, which would otherwise get our token. */
function followLink(call: GraphCall, link: string | undefined): GraphCall | undefined {
  if (link === undefined) {
    return undefined;
  }
  if (!link.startsWith(`${graphOrigin}/`)) {
    const detail = `${call.operation}: the next link leads elsewhere, to ${URL.parse(link)?.host ?? 'nowhere'}`;
    throw new Problem('graph-refused', { detail });
  }
  const { operation, method, headers, admit } = call;
  return {
    operation,
    method,
    path: link,
    ...(headers === undefined ? {} : { headers }),
    ...(admit === undefined ? {} : { admit }),
  };
}

function toResponse(value: unknown): Response {
  if (!(value instanceof Response)) {
    throw new TypeError('The Graph client did not pass the response on');
  }
  return value;
}

function jitter(): number {
  return randomInt(1000) / 1000;
}
