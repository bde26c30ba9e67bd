import assert from 'node:assert/strict';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGraph, type Graph, type GraphOptions } from '../../src/graph/create-graph.ts';
import { requestErrors } from '../support/conformance.ts';
import { RecordingClock } from './recording-clock.ts';

export type Answer =
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | 'reset'
  | 'silence';

export interface Received {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly rawUrl: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/**
 * An HTTP server that answers what the test scripts, each answer once and in order. A request nobody scripted,
 * an answer nobody fetched and a request that Graph would not understand make the test fail at disposal.
 */
export class ScriptedGraph {
  readonly received: Received[] = [];
  readonly clock = new RecordingClock();
  /** Told of each request when it comes in. */
  onReceived: (received: Received) => void = () => {};
  readonly #answers = new Map<string, Answer[]>();
  readonly #complaints: string[] = [];
  readonly #graphs: Graph[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then((answer) => {
        if (answer === 'reset') {
          request.socket.destroy();
        } else if (answer !== 'silence') {
          const type = answer.text === undefined ? 'application/json' : 'text/html';
          response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
          response.end(
            answer.text ?? (answer.json === undefined ? undefined : JSON.stringify(answer.json)),
          );
        }
      });
    });
  }

  static async start(): Promise<ScriptedGraph> {
    const graph = new ScriptedGraph();
    await new Promise<void>((resolve) => {
      graph.#server.listen(0, '127.0.0.1', resolve);
    });
    return graph;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** `route` is the method and the decoded path, for example `GET /v1.0/organization`. */
  on(route: string, ...answers: readonly Answer[]): this {
    this.#answers.set(route, [...(this.#answers.get(route) ?? []), ...answers]);
    return this;
  }

  /** The real adapter, connected to this server. */
  connect(options: Partial<GraphOptions> = {}): Graph {
    const graph = createGraph({
      origin: this.origin,
      clock: this.clock,
      credentials: { kind: 'sandbox' },
      random: () => 0.5,
      ...options,
    });
    this.#graphs.push(graph);
    return graph;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const graph of this.#graphs) {
      graph.close();
    }
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
    for (const [route, answers] of this.#answers) {
      assert.equal(answers.length, 0, `${route} was asked too few times`);
    }
    assert.deepEqual(this.#complaints, []);
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const received = await read(request);
    this.received.push(received);
    this.onReceived(received);
    const { method, rawUrl, headers, body } = received;
    const requestBody = body === undefined ? undefined : JSON.stringify(body);
    const errors = await requestErrors({
      method,
      url: rawUrl,
      requestHeaders: headers,
      requestBody,
    });
    this.#complaints.push(...errors);
    const answer = this.#answers.get(`${method} ${received.path}`)?.shift();
    if (answer === undefined) {
      this.#complaints.push(`not scripted: ${method} ${received.path}`);
      return { status: 418, json: graphError('NotScripted') };
    }
    return answer;
  }
}

/** An address at which nobody listens. */
export async function deadOrigin(): Promise<string> {
  const server = await ScriptedGraph.start();
  const { origin } = server;
  await server[Symbol.asyncDispose]();
  return origin;
}

async function read(request: IncomingMessage): Promise<Received> {
  const rawUrl = request.url ?? '';
  const [path = '', query = ''] = rawUrl.split('?');
  const sent = await text(request);
  return {
    method: request.method ?? '',
    path: decodeURIComponent(path),
    rawUrl,
    query: Object.fromEntries(
      query
        .split('&')
        .filter((part) => part !== '')
        .map(toPair),
    ),
    headers: request.headers,
    body: sent === '' ? undefined : JSON.parse(sent),
  };
}

function toPair(part: string): [string, string] {
  const [name = '', value = ''] = part.split(/=(.*)/s);
  return [name, decodeURIComponent(value)];
}

export function graphError(
  code: string,
  more: { readonly message?: string; readonly details?: unknown } = {},
): unknown {
  const { message = `${code} happened.`, details } = more;
  const innerError = {
    date: '2026-03-02T09:00:00',
    'request-id': 'f1a5',
    'client-request-id': 'c1a5',
  };
  return { error: { code, message, details, innerError } };
}

export function refusal(
  status: number,
  code: string,
  more: Parameters<typeof graphError>[1] = {},
): Answer {
  return { status, json: graphError(code, more) };
}

export function ok(json: unknown): Answer {
  return { status: 200, json };
}
