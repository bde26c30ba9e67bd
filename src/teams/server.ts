import type { IncomingMessage, ServerResponse } from 'node:http';
import restify from 'restify';
import { writeBody } from './cards/written-card.ts';
import type { Endpoint, EndpointAnswer } from './endpoint.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly endpoint: Endpoint;
  readonly mounted?: Mounted | undefined;
}

/** Another part of the product behind the same port: what is posted to its paths is its own business. */
export interface Mounted {
  readonly paths: readonly string[];
  /** Reads the body itself, answers in every case, and never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/** The port is taken, or may not be used. */
export class CannotListenError extends Error {
  override readonly name = 'CannotListenError';
  readonly host: string;
  readonly port: number;
  /** `EADDRINUSE`, `EACCES`, … */
  readonly code: string;

  constructor(address: Pick<ServerOptions, 'host' | 'port'>, code: string, cause: unknown) {
    super(`Cannot listen on ${address.host}:${address.port}: ${code}`, { cause });
    this.host = address.host;
    this.port = address.port;
    this.code = code;
  }
}

const largestBody = 256 * 1024;
/** What is being answered when the server closes gets this long. */
const patienceMs = 3_000;

/**
 * POST /api/messages and GET /healthz. Throws `CannotListenError`, also (`NOT_LOOPBACK`) when an endpoint without
 * authentication would be open to others.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { endpoint } = options;
  if (!endpoint.requiresAuthentication && options.host !== '127.0.0.1') {
    throw new CannotListenError(options, 'NOT_LOOPBACK', undefined);
  }
  const server = restify.createServer({ name: 'writeback', handleUncaughtExceptions: false });
  server.pre(refuseCompressed);
  // Every error of restify itself (no such route, not JSON, too large) is answered without its text.
  server.on('restifyError', answerEmpty);
  server.get('/healthz', (_request, response, next) => {
    response.send(200, { status: 'ok' });
    next();
  });
  server.post(
    '/api/messages',
    restify.plugins.bodyReader({ maxBodySize: largestBody }),
    ...restify.plugins.jsonBodyParser({ bodyReader: true, mapParams: false }),
    async (request: restify.Request, response: restify.Response) => {
      const body: unknown = request.body;
      const answer = await endpoint.receive(request.header('authorization', ''), body);
      send(response, answer);
    },
  );
  mount(server, options.mounted);
  await listen(server, options);
  return { port: server.address().port, close: () => close(server) };
}

function mount(server: restify.Server, mounted: Mounted | undefined): void {
  for (const path of mounted?.paths ?? []) {
    server.post(path, async (request: restify.Request, response: restify.Response) => {
      await mounted?.handle(request, response);
    });
  }
}

async function listen(server: restify.Server, { host, port }: ServerOptions): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    reject(new CannotListenError({ host, port }, error.code ?? 'unknown', error));
  });
  server.listen(port, host, () => resolve());
  await promise;
}

async function close(server: restify.Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.server.closeIdleConnections();
  const closing = setTimeout(() => server.server.closeAllConnections(), patienceMs);
  await promise;
  clearTimeout(closing);
}

/** A few compressed bytes could become many; Teams compresses nothing. */
function refuseCompressed(
  request: restify.Request,
  response: restify.Response,
  next: restify.Next,
): void {
  if (request.header('content-encoding', 'identity') === 'identity') {
    next();
    return;
  }
  sendEmpty(response, 415);
  next(false);
}

// oxlint-disable-next-line max-params -- the signature is restify's
function answerEmpty(
  _request: restify.Request,
  response: restify.Response,
  error: unknown,
  done: () => void,
): void {
  sendEmpty(response, statusOf(error));
  done();
}

/** As Node sends it, in one piece: restify would ask what the caller accepts, and write head and body apart. */
function send(response: restify.Response, { status, body }: EndpointAnswer): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(writeBody(body));
}

/** As restify sends it, which counts the request as answered. */
function sendEmpty(response: restify.Response, status: number): void {
  response.sendRaw(status, '');
}

function statusOf(error: unknown): number {
  const status: unknown =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}
