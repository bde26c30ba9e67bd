import type { JsonObject } from './json.ts';
import { Refusal } from './refusal.ts';
import { toIso, type World } from './world.ts';

/** The ids that every answer carries. */
export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

export interface Failure {
  readonly status: number;
  readonly body: JsonObject;
}

/** What Graph says when it refuses; a defect of the sandbox itself becomes a 500. */
export function toFailure(world: World, error: unknown, ids: RequestIds): Failure {
  if (error instanceof Refusal) {
    const { status, code, message, details } = error;
    return { status, body: errorBody(world, ids, { code, message, ...(details && { details }) }) };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: errorBody(world, ids, { code: 'InternalServerError', message }) };
}

/** Graph's error shape around code and message. */
export function errorBody(world: World, ids: RequestIds, error: JsonObject): JsonObject {
  const innerError = {
    date: toIso(world.now()).slice(0, 19),
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
  };
  return { error: { ...error, innerError } };
}
