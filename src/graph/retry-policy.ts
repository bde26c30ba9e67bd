import { type GraphCall, isRepeatable } from './graph-call.ts';
import { type GraphFailure, GraphRefusal } from './graph-failure.ts';

export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  /** The first wait where Graph does not say how long; it doubles with each attempt. */
  readonly firstWaitMs: number;
  /** Whoever is asked to wait longer than this fails at once and says how long, rather than block or come back too early. */
  readonly longestWaitMs: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 4,
  firstWaitMs: 1000,
  longestWaitMs: 60_000,
};

const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * How long to wait before the same call may be sent again, in milliseconds, or undefined when it may not.
 * A POST that changes something is sent again after 429 alone: only then is it certain that nothing happened.
 */
export function waitBeforeRetry(
  failed: { readonly failure: GraphFailure; readonly call: GraphCall; readonly attempt: number },
  policy: RetryPolicy,
  random: () => number,
): number | undefined {
  const { failure, call, attempt } = failed;
  if (attempt >= policy.attempts || !mayPass(failure, call)) {
    return undefined;
  }
  const asked = failure instanceof GraphRefusal ? failure.retryAfterMs : undefined;
  if (asked !== undefined) {
    return asked <= policy.longestWaitMs ? asked : undefined;
  }
  const longest = Math.min(policy.firstWaitMs * 2 ** (attempt - 1), policy.longestWaitMs);
  return longest * (0.5 + random() / 2);
}

function mayPass(failure: GraphFailure, call: GraphCall): boolean {
  if (!(failure instanceof GraphRefusal)) {
    return failure.kind !== 'no-token' && isRepeatable(call);
  }
  if (failure.status === 429) {
    return true;
  }
  const isContended = failure.status === 409 && failure.code === 'Directory_ConcurrencyViolation';
  return isRepeatable(call) && (passing.has(failure.status) || isContended);
}
