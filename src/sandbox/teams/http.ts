import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refusal.ts';

const largestBody = 1024 * 1024;

/**
 * The sandbox has no sign-in, so only this machine's own pages and programs may speak to it: a foreign Host means a
 * rebound DNS name, a foreign Origin a page of some other site in the visitor's browser.
 */
export function checkCaller(request: IncomingMessage): void {
  const host = request.headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/u.test(host)) {
    throw new Refusal(403, 'Forbidden', {
      message: 'The sandbox answers on 127.0.0.1 and localhost only.',
    });
  }
  const { origin } = request.headers;
  if (request.method !== 'GET' && origin !== undefined && origin !== `http://${host}`) {
    throw new Refusal(403, 'Forbidden', { message: 'The sandbox takes nothing from other sites.' });
  }
}

/** Reads a JSON body; an empty one is `undefined`. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > largestBody) {
      throw new Refusal(413, 'MessageSizeTooBig', { message: 'Message size too large.' });
    }
    chunks.push(bytes);
  }
  return parse(Buffer.concat(chunks).toString('utf8'));
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body ?? {}));
}

export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  for (const [name, value] of Object.entries(refusal.headers)) {
    response.setHeader(name, value);
  }
  sendJson(response, refusal.status, refusal.body);
}

function parse(text: string): unknown {
  if (text === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'BadSyntax', { message: 'The body is not JSON.' });
  }
}
