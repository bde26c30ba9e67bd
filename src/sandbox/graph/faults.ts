import type { RequestIds } from './error-body.ts';
import { errorBody } from './error-body.ts';
import type { JsonObject } from './json.ts';
import { type FaultKind, type FaultOptions, faultKinds } from './options.ts';
import { Seeded } from './seeded.ts';
import type { World } from './world.ts';

/** An answer that takes the place of the real one. */
export interface FaultAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject | string;
}

/** Draws faults, request by request. */
export class Faults {
  readonly #options: FaultOptions;
  readonly #random: Seeded;

  constructor(options: FaultOptions) {
    this.#options = options;
    this.#random = new Seeded(options.seed);
  }

  get slowMilliseconds(): number {
    return this.#options.slowMilliseconds ?? 5000;
  }

  get retryAfterSeconds(): number {
    return this.#options.retryAfterSeconds ?? 10;
  }

  /** The fault that the next request meets, if any. */
  draw(among: readonly FaultKind[] = faultKinds): FaultKind | undefined {
    if (this.#random.next() >= this.#options.rate) {
      return undefined;
    }
    const kinds = (this.#options.kinds ?? faultKinds).filter((kind) => among.includes(kind));
    return this.#random.pick(kinds);
  }

  /** A connection breaks before the work is done or after it, half and half. */
  breaksAfterWork(): boolean {
    return this.#random.next() < 0.5;
  }
}

/** What the kinds of faults that answer at all answer. */
export function faultAnswer(
  world: World,
  ids: RequestIds,
  fault: { kind: FaultKind; retryAfterSeconds: number },
): FaultAnswer {
  const { kind } = fault;
  const retryAfter = String(fault.retryAfterSeconds);
  if (kind === 'html-502') {
    const body =
      '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
    return { status: 502, headers: { 'Content-Type': 'text/html' }, body };
  }
  if (kind === '503') {
    const error = {
      code: 'ServiceUnavailable',
      message: 'The service is temporarily unavailable.',
    };
    return { status: 503, headers: {}, body: errorBody(world, ids, error) };
  }
  if (kind === '504-after-write') {
    return {
      status: 504,
      headers: {},
      body: errorBody(world, ids, { code: 'UnknownError', message: '' }),
    };
  }
  const error = { code: 'TooManyRequests', message: 'Please retry again later.' };
  const headers = kind === '429' ? { 'Retry-After': retryAfter } : {};
  return { status: 429, headers, body: errorBody(world, ids, error) };
}
