import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** In front of a Graph: passes everything on, but refuses what it is told to. */
export interface FailingGraph {
  readonly origin: string;
  /** Refuses, with 403, the requests for which this is true. */
  refuse: (request: {
    readonly method: string;
    readonly path: string;
    readonly body: string;
  }) => boolean;
  /** How many were refused. */
  refused: number;
  close(): Promise<void>;
}

export async function failingGraph(target: string): Promise<FailingGraph> {
  const server = createServer((request, response) => {
    pass(graph, { target, request, response }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const graph: FailingGraph = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: () => false,
    refused: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return graph;
}

async function pass(
  graph: FailingGraph,
  {
    target,
    request,
    response,
  }: {
    readonly target: string;
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
  },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const body = Buffer.concat(chunks);
  const { method = 'GET', url: path = '/' } = request;
  if (graph.refuse({ method, path, body: body.toString() })) {
    graph.refused += 1;
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        error: { code: 'Authorization_RequestDenied', message: 'Refused for the test.' },
      }),
    );
    return;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!/^(?:host|connection|content-length|transfer-encoding)$/.test(name)) {
      headers.set(name, String(value));
    }
  }
  const answer = await fetch(`${target}${path}`, {
    method,
    headers,
    ...(body.length === 0 ? {} : { body }),
  });
  const kept = [...answer.headers].filter(
    ([name]) => !/^(?:connection|content-length|content-encoding|transfer-encoding)$/.test(name),
  );
  response.writeHead(answer.status, Object.fromEntries(kept));
  response.end(Buffer.from(await answer.arrayBuffer()));
}
