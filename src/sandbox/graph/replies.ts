import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestIds } from './error-body.ts';
import type { JsonObject } from './json.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonObject | string | undefined;
}

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const diagnostic = JSON.stringify({
  ServerInfo: {
    DataCenter: 'Germany West Central',
    Slice: 'E',
    Ring: '4',
    ScaleUnit: '002',
    RoleInstance: 'FR3PEPF00000123',
  },
});

/** Sends an answer with the headers that the real service sends. Date comes from Node. */
export function sendReply(response: ServerResponse, ids: RequestIds, reply: Reply): void {
  const text = typeof reply.body === 'object' ? JSON.stringify(reply.body) : reply.body;
  const length = text === undefined ? 0 : Buffer.byteLength(text);
  response.writeHead(reply.status, {
    'Cache-Control': 'no-cache',
    'Strict-Transport-Security': 'max-age=31536000',
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    'x-ms-ags-diagnostic': diagnostic,
    ...(text === undefined ? {} : { 'Content-Type': jsonType, 'odata-version': '4.0' }),
    ...(reply.status === 204 ? {} : { 'Content-Length': String(length) }),
    ...reply.headers,
  });
  response.end(text);
}

/** The request's headers, each as one text. */
export function flatHeaders(
  request: IncomingMessage,
): Readonly<Record<string, string | undefined>> {
  const flat: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

/** The whole body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    if (Buffer.isBuffer(chunk)) {
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
