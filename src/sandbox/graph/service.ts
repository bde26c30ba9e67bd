import type { Part } from './batch.ts';
import { runBatch } from './batch.ts';
import type { Answer } from './call.ts';
import type { Incoming } from './dispatch.ts';
import { dispatch, splitVersion } from './dispatch.ts';
import type { RequestIds } from './error-body.ts';
import { errorBody, toFailure } from './error-body.ts';
import { type Faults, faultAnswer } from './faults.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { GraphEffect } from './options.ts';
import { badRequest, refuse } from './refusal.ts';
import type { World } from './world.ts';

/** One request from the wire. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly ids: RequestIds;
}

export interface Outcome {
  readonly status: number;
  readonly body?: JsonObject;
  readonly effects: readonly GraphEffect[];
  readonly later?: () => Promise<JsonObject>;
}

/** Answers one request: the work is done and recorded when this returns. */
export function answerExchange(
  world: World,
  exchange: Exchange,
  faults: Faults | undefined,
): Outcome {
  try {
    demandToken(exchange);
    const { version, target } = splitVersion(exchange.url);
    const { method, headers } = exchange;
    const incoming: Incoming = { method, version, target, headers, body: readBody(exchange) };
    if (target !== '/$batch') {
      return toOutcome(incoming, dispatch(world, incoming));
    }
    if (method !== 'POST') {
      throw refuse(
        405,
        'Request_BadRequest',
        'Specified HTTP method is not allowed for the request target.',
      );
    }
    return answerBatch(world, { incoming, ids: exchange.ids }, faults);
  } catch (error) {
    return { ...toFailure(world, error, exchange.ids), effects: [] };
  }
}

function answerBatch(
  world: World,
  { incoming, ids }: { incoming: Incoming; ids: RequestIds },
  faults: Faults | undefined,
): Outcome {
  const done = runBatch(incoming.body, {
    version: incoming.version,
    perform: (request) => performPart(world, { request, ids }, faults),
    decline: (status, code, message) =>
      declinedPart(status, errorBody(world, ids, { code, message })),
  });
  return { status: 200, ...done };
}

function demandToken(exchange: Exchange): void {
  const { authorization } = exchange.headers;
  if (authorization === undefined || !/^bearer +\S/i.test(authorization)) {
    throw refuse(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  }
}

function readBody(exchange: Exchange): unknown {
  if (exchange.text === '') {
    return undefined;
  }
  if (!/^application\/json\b/i.test(exchange.headers['content-type'] ?? '')) {
    throw refuse(
      415,
      'Request_BadRequest',
      'A supported MIME type could not be found that matches the content type of the request.',
    );
  }
  return parseObject(exchange.text);
}

function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  if (!isJsonObject(value)) {
    throw badRequest('A JSON object is expected.');
  }
  return value;
}

function toOutcome(incoming: Incoming, answer: Answer): Outcome {
  const path = `/${incoming.version}${incoming.target.split('?')[0] ?? ''}`;
  const effects = (answer.effects ?? []).map((effect) => ({
    method: incoming.method,
    path,
    ...effect,
  }));
  const { status, body, later } = answer;
  return { status, effects, ...(body && { body }), ...(later && { later }) };
}

/** A request inside a batch meets throttling of its own. */
function performPart(
  world: World,
  { request, ids }: { request: Incoming; ids: RequestIds },
  faults: Faults | undefined,
): Part {
  const kind = faults?.draw(['429', '429-without-retry-after', '503']);
  if (kind !== undefined && faults !== undefined) {
    const { status, headers, body } = faultAnswer(world, ids, {
      kind,
      retryAfterSeconds: faults.retryAfterSeconds,
    });
    return {
      status,
      headers: { ...headers, ...jsonHeader },
      effects: [],
      ...(typeof body === 'object' && { body }),
    };
  }
  try {
    const { status, body, effects } = toOutcome(request, dispatch(world, request));
    return {
      status,
      effects,
      headers: { 'Cache-Control': 'no-cache', ...(body && jsonHeader) },
      ...(body && { body }),
    };
  } catch (error) {
    const { status, body } = toFailure(world, error, ids);
    return declinedPart(status, body);
  }
}

const jsonHeader = { 'Content-Type': 'application/json' };

function declinedPart(status: number, body: JsonObject): Part {
  return { status, headers: jsonHeader, body, effects: [] };
}
