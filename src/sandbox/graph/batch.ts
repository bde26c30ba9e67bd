import { z } from 'zod';
import type { Effect, Version } from './call.ts';
import type { JsonObject } from './json.ts';
import { badRequest } from './refusal.ts';

const Batch = z.object({
  requests: z
    .array(
      z.object({
        id: z.string().min(1),
        method: z.string(),
        url: z.string(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .max(20),
});
type BatchedRequest = z.infer<typeof Batch>['requests'][number];

/** What became of one request of a batch. */
export interface Part {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  readonly effects: readonly (Effect & { readonly method: string; readonly path: string })[];
}

/** Answers one request of the batch; given as for the wire, with lower-case header names. */
export type Perform = (request: {
  readonly method: string;
  readonly version: Version;
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}) => Part;

/** Builds the error answer of a part that is not carried out. */
export type Decline = (status: number, code: string, message: string) => Part;

export interface BatchTools {
  readonly version: Version;
  readonly perform: Perform;
  readonly decline: Decline;
}

/** Carries out a `$batch` in its order; who depends on a failed request gets 424. Raises 400 for the batch as a whole. */
export function runBatch(
  body: unknown,
  tools: BatchTools,
): { body: JsonObject; effects: Part['effects'] } {
  const batch = Batch.safeParse(body);
  if (!batch.success) {
    throw badRequest(
      'Invalid batch payload: requests must hold 1 to 20 requests with id, method and url.',
    );
  }
  const { requests } = batch.data;
  if (new Set(requests.map((request) => request.id)).size < requests.length) {
    throw badRequest('Invalid batch payload: request ids must be unique.');
  }
  const parts = new Map<string, Part>();
  for (const request of requests) {
    parts.set(request.id, runPart(request, parts, tools));
  }
  const responses = [...parts].map(([id, part]) => {
    const content = part.body === undefined ? {} : { body: part.body };
    return { id, status: part.status, headers: part.headers, ...content };
  });
  return { body: { responses }, effects: [...parts.values()].flatMap((part) => part.effects) };
}

function runPart(
  request: BatchedRequest,
  done: ReadonlyMap<string, Part>,
  tools: BatchTools,
): Part {
  for (const id of request.dependsOn ?? []) {
    const needed = done.get(id);
    if (needed === undefined || needed.status >= 400) {
      return tools.decline(424, 'FailedDependency', `Request depends on '${id}', which failed.`);
    }
  }
  const target = request.url.startsWith('/') ? request.url : `/${request.url}`;
  if (target.startsWith('/$batch')) {
    return tools.decline(400, 'BadRequest', 'Batch requests cannot be nested.');
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    headers[name.toLowerCase()] = value;
  }
  return tools.perform({
    method: request.method.toUpperCase(),
    version: tools.version,
    target,
    headers,
    body: request.body,
  });
}
