import { type Context, GraphClientError, type Middleware } from '@microsoft/microsoft-graph-client';
import { GraphSilence, type Silence } from './graph-failure.ts';

export const graphOrigin = 'https://graph.microsoft.com';

export interface TransportOptions {
  /** Where Graph really is; the client goes on believing in `graphOrigin`. */
  readonly origin: string;
  readonly timeoutMs: number;
  readonly closed: AbortSignal;
}

const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * The last middleware of the client. Unlike the library's own it has a timeout, reads every body to its
 * end, follows no redirect, and names a language (without one, Graph may refuse Node's default).
 */
export class GraphTransport implements Middleware {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  async execute(context: Context): Promise<void> {
    const path = pathOf(context.request);
    try {
      context.response = await this.#exchange(path, context);
    } catch (error) {
      throw toClientError(this.#silence(error));
    }
  }

  async #exchange(path: string, context: Context): Promise<Response> {
    const { origin, timeoutMs, closed } = this.#options;
    const headers = new Headers(context.options?.headers);
    headers.set('Accept-Language', 'en-US');
    const response = await fetch(`${origin}${path}`, {
      method: context.options?.method ?? 'GET',
      headers,
      body: context.options?.body ?? null,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), closed]),
    });
    const text = await response.text();
    return new Response(text === '' ? null : text, {
      status: response.status,
      headers: response.headers,
    });
  }

  #silence(error: unknown): GraphSilence {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return new GraphSilence('timeout', `no answer within ${this.#options.timeoutMs} ms`, error);
    }
    const code = systemCode(error);
    const kind: Silence = neverSent.has(code) ? 'not-sent' : 'network';
    return new GraphSilence(kind, `no answer (${code === '' ? String(error) : code})`, error);
  }
}

/** The client always asks by URL; the library's type also knows Request objects of browsers. */
function pathOf(request: unknown): string {
  if (typeof request !== 'string' || !request.startsWith(`${graphOrigin}/`)) {
    throw new TypeError('The Graph client asked for something else than a URL of Graph');
  }
  return request.slice(graphOrigin.length);
}

/** The code that Node's fetch hides in the cause of its "fetch failed". */
export function systemCode(error: unknown): string {
  for (let next = error; next instanceof Error; next = next.cause) {
    if ('code' in next && typeof next.code === 'string') {
      return next.code;
    }
  }
  return '';
}

/** The library passes its own errors on untouched and flattens all others, so the cause travels inside one of its own. */
export function toClientError(silence: GraphSilence): GraphClientError {
  const carrier = new GraphClientError(silence.message);
  carrier.customError = { silence };
  return carrier;
}

export function readClientError(error: unknown): GraphSilence | undefined {
  if (!(error instanceof GraphClientError)) {
    return undefined;
  }
  const carried: unknown = error.customError;
  const silence =
    typeof carried === 'object' && carried !== null && 'silence' in carried
      ? carried.silence
      : undefined;
  return silence instanceof GraphSilence ? silence : undefined;
}
