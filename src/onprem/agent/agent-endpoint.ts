import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { AgentJobs } from '../../domain/agent-jobs.ts';
import {
  type AgentId,
  type AgentJob,
  AgentPoll,
  AgentResult,
  pollPath,
  resultPath,
  signatureHeader,
} from '../../domain/agent-protocol.ts';
import type { Log } from '../../domain/log.ts';
import { CallerRefused, type CallerRules, identifyCaller } from './agent-caller.ts';
import { TokenKeysUnreachable } from './agent-token.ts';

export interface AgentEndpointOptions {
  readonly jobs: AgentJobs;
  readonly caller: CallerRules;
  readonly log: Log;
  /** Real milliseconds that a poll is held; 25000. */
  readonly holdMs?: number;
  /** Real milliseconds that an agent has for a job; 30000. */
  readonly leaseMs?: number;
}

/** What an HTTP server mounts: one handler for each path, for POST alone. */
export interface AgentEndpoint {
  readonly paths: readonly string[];
  /** Answers in every case and never rejects; a refusal has no body. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends the polls that are held, so that the server can stop. */
  close(): void;
}

const largestBody = 512 * 1024;
/** A signal from the database can be lost, so the table is looked at again after this time. */
const lookEveryMs = 1000;

/** POST /agent/poll and POST /agent/result, for the agents on premises. */
export function createAgentEndpoint(options: AgentEndpointOptions): AgentEndpoint {
  const closing = new AbortController();
  return {
    paths: [pollPath, resultPath],
    close: () => closing.abort(),
    handle: async (request, response) => {
      try {
        const answer = await receive(options, request, {
          closing: closing.signal,
          gone: goneSignal(response),
        });
        if (closing.signal.aborted) {
          // A connection that stays open would keep the server from stopping.
          response.setHeader('connection', 'close');
        }
        await send(options, response, answer);
      } catch (error) {
        refuse(options, response, error);
      }
    },
  };
}

interface Answer {
  readonly status: 200 | 204 | 409;
  readonly job?: AgentJob | undefined;
}

interface Ends {
  readonly closing: AbortSignal;
  readonly gone: AbortSignal;
}

async function receive(
  options: AgentEndpointOptions,
  request: IncomingMessage,
  ends: Ends,
): Promise<Answer> {
  const path = new URL(request.url ?? '/', 'http://bot').pathname;
  const body = await readBody(request);
  const signature = headerOf(request, signatureHeader);
  const authorization = headerOf(request, 'authorization');
  const call = { path, body, signature, authorization };
  const agentId = await identifyCaller(options.caller, options.jobs, call);
  if (path === pollPath) {
    const { verbs } = AgentPoll.parse(JSON.parse(body));
    const job = await poll(options, { agentId, verbs }, ends);
    return { status: job === undefined ? 204 : 200, job };
  }
  const result = AgentResult.parse(JSON.parse(body));
  const accepted = await options.jobs.answer({ agentId, ...result, signature });
  if (!accepted) {
    options.log.info({ agentId, job: result.id }, 'an answer of an agent came too late');
  }
  return { status: accepted ? 204 : 409 };
}

async function poll(
  { jobs, holdMs = 25_000, leaseMs = 30_000 }: AgentEndpointOptions,
  { agentId, verbs }: AgentPoll & { readonly agentId: AgentId },
  { closing, gone }: Ends,
): Promise<AgentJob | undefined> {
  await jobs.see(agentId, verbs);
  const end = AbortSignal.any([closing, gone, AbortSignal.timeout(holdMs)]);
  while (!end.aborted) {
    const looking = new AbortController();
    // Listening begins before looking, so that a job in between is not missed.
    const news = jobs.news('job', lookEveryMs, AbortSignal.any([end, looking.signal]));
    const job = await jobs.take({ agentId, verbs, leaseMs });
    if (job !== undefined) {
      looking.abort();
      return job;
    }
    await news;
  }
  await jobs.see(agentId, verbs);
  return undefined;
}

/** A job that cannot be handed over any more is free for the next at once. */
async function send(
  { jobs, log }: AgentEndpointOptions,
  response: ServerResponse,
  { status, job }: Answer,
): Promise<void> {
  if (job === undefined) {
    finish(response, status);
    return;
  }
  if (response.destroyed || response.closed) {
    await jobs.giveBack(job);
    return;
  }
  response.once('close', () => {
    if (!response.writableFinished) {
      jobs.giveBack(job).catch((error: unknown) => {
        log.warn({ error, job: job.id }, 'a job stays leased although its agent is gone');
      });
    }
  });
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(job));
}

function refuse({ log }: AgentEndpointOptions, response: ServerResponse, error: unknown): void {
  if (error instanceof CallerRefused) {
    const cause = error.cause instanceof Error ? error.cause.message : undefined;
    log.warn({ reason: error.message, cause }, 'a caller could not prove to be an agent');
    finish(response, 401);
  } else if (error instanceof TokenKeysUnreachable) {
    log.error({ error }, 'the keys for tokens of agents cannot be read');
    finish(response, 503);
  } else if (error instanceof BodyTooLarge) {
    finish(response, 413);
  } else if (error instanceof z.ZodError || error instanceof SyntaxError) {
    log.warn({ reason: error.message }, 'an agent sent what is not understood');
    finish(response, 400);
  } else {
    log.error({ error }, 'a call of an agent failed');
    finish(response, 500);
  }
}

function finish(response: ServerResponse, status: number): void {
  if (!response.headersSent) {
    response.writeHead(status, status === 413 ? { connection: 'close' } : {});
  }
  response.end();
}

class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

async function readBody(request: IncomingMessage): Promise<string> {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > largestBody) {
      request.destroy(new BodyTooLarge());
    }
  });
  if (Number(request.headers['content-length'] ?? 0) > largestBody) {
    throw new BodyTooLarge();
  }
  return text(request);
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
