import { z } from 'zod';
import { parseJson } from '../domain/parse-json.ts';

const Detail = z.object({ code: z.string().nullish(), target: z.string().nullish() });

const ErrorBody = z.object({
  error: z.object({
    code: z.string().nullish(),
    message: z.string().nullish(),
    details: z.array(Detail).nullish(),
    innerError: z.object({ 'request-id': z.string().nullish() }).nullish(),
  }),
});

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Graph, or something in front of it, answered, and not with success. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  /** Undefined when the body was not Graph's error shape, such as a gateway's HTML page. */
  readonly code: string | undefined;
  /** Targets of the details that report a conflict, such as `mailNickname`. */
  readonly conflicts: readonly string[];
  /** What `Retry-After` asks for. */
  readonly retryAfterMs: number | undefined;

  constructor(answer: GraphAnswer, now: Date) {
    const error = readError(answer.text);
    const words = [error?.code, error?.message, requestIdOf(answer, error)];
    super(words.filter((word) => typeof word === 'string' && word !== '').join(' · '));
    this.status = answer.status;
    this.code = error?.code ?? undefined;
    this.conflicts = (error?.details ?? [])
      .filter((detail) => /conflict/i.test(detail.code ?? ''))
      .map((detail) => detail.target ?? '');
    this.retryAfterMs = readRetryAfter(answer.headers, now);
  }
}

export type Silence =
  /** Certain that Graph got nothing: name not resolved, connection refused. */
  | 'not-sent'
  | 'timeout'
  | 'network'
  /** The identity service gave no token, and will not. */
  | 'no-token'
  /** The identity service could not be asked. */
  | 'token-unreachable';

/** No answer came from Graph. */
export class GraphSilence extends Error {
  override readonly name = 'GraphSilence';
  readonly kind: Silence;

  constructor(kind: Silence, message: string, cause: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

export type GraphFailure = GraphRefusal | GraphSilence;

/** Graph's own refusal behind a Problem, for callers to whom one particular code means something. */
export function refusalOf(error: unknown): GraphRefusal | undefined {
  return error instanceof Error && error.cause instanceof GraphRefusal ? error.cause : undefined;
}

type GraphErrorBody = z.infer<typeof ErrorBody>['error'];

function readError(text: string): GraphErrorBody | undefined {
  const body = ErrorBody.safeParse(parseJson(text));
  return body.success ? body.data.error : undefined;
}

function requestIdOf(answer: GraphAnswer, error: GraphErrorBody | undefined): string | undefined {
  const id = error?.innerError?.['request-id'] ?? answer.headers.get('request-id');
  return id === null || id === undefined ? undefined : `request-id ${id}`;
}

/** Seconds or an HTTP date; a date is measured against the answer's own `Date`. */
function readRetryAfter(headers: Headers, now: Date): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') {
    return undefined;
  }
  if (/^\d+$/.test(value)) {
    return Number(value) * 1000;
  }
  const sentAt = Date.parse(headers.get('date') ?? '');
  const wait = Date.parse(value) - (Number.isNaN(sentAt) ? now.getTime() : sentAt);
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
