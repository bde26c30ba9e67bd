import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerConnector, type ConnectorDeps } from './connector.ts';
import { checkCaller, readJson, sendJson, sendRefusal } from './http.ts';
import { answerPage, type PageDeps } from './page-api.ts';
import type { PageFile, PageFiles } from './page-files.ts';
import { badArgument, Refusal } from './refusal.ts';

export interface Site extends PageDeps, ConnectorDeps {
  readonly files: PageFiles;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers the bot below `/connector/`, the page below `/api/`, and gives the page's files for everything else. */
export async function answerRequest(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    checkCaller(request);
    await route(site, request, response);
  } catch (error) {
    sendRefusal(response, toRefusal(error));
  }
}

async function route(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', site.serviceUrl);
  const [area, ...path] = url.pathname.split('/').slice(1).map(decodeURIComponent);
  if (area === 'connector') {
    const body = await readJson(request);
    const [, ...below] = path;
    const reply = answerConnector(site, {
      method: request.method ?? 'GET',
      path: below,
      query: url.searchParams,
      body,
    });
    sendJson(response, reply.status, reply.body);
  } else if (area === 'api' && path[0] === 'events') {
    site.live.open(response);
  } else if (area === 'api' && request.method === 'POST') {
    const answer = await answerPage(site, path.join('/'), await readJson(request));
    sendJson(response, answer === undefined ? 404 : 200, answer);
  } else if (area === 'files') {
    sendDownload(response, site.sentFiles.find(path.join('/')));
  } else {
    sendFile(response, await site.files.find(url.pathname));
  }
}

function sendFile(response: ServerResponse, file: PageFile | undefined): void {
  if (file === undefined) {
    throw new Refusal(404, 'NotFound', { message: 'There is no such page.' });
  }
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(file.body);
}

/** What somebody sent is never shown as a page of this site. */
function sendDownload(response: ServerResponse, text: string | undefined): void {
  if (text === undefined) {
    throw new Refusal(404, 'NotFound', { message: 'There is no such file.' });
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  if (error instanceof z.ZodError) {
    return badArgument(z.prettifyError(error));
  }
  return new Refusal(500, 'ServiceError', {
    message: error instanceof Error ? error.message : 'Unknown.',
  });
}
