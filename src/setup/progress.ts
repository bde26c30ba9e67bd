import type { RequestId } from '../domain/ids.ts';
import type { ProblemCode } from '../domain/problem.ts';
import { Problem } from '../domain/problem.ts';
import {
  type Request,
  type RequestIn,
  type SetUp,
  type StepName,
  type StepRecord,
  waitingStates,
} from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';

const attempts = 10;

/**
 * Changes a request with a compare-and-swap, reading it again when somebody else was faster. `change` resolves to
 * undefined when nothing is left to be done, which is how a repeated call stays without effect.
 */
export async function changeRequest(
  deps: Pick<SetupDeps, 'requests'>,
  requestId: RequestId,
  change: (request: Request) => Promise<Request | undefined> | Request | undefined,
): Promise<Request> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const current = await deps.requests.get(requestId);
    const next = await change(current);
    if (next === undefined) {
      return current;
    }
    const stored = await deps.requests.advance(current, next, 'writeback');
    if (stored !== undefined) {
      return stored;
    }
  }
  throw new Problem('request-changed', { detail: `${requestId} kept changing` });
}

/** The request if its set-up is still to be run. */
export async function findSettingUp(
  deps: Pick<SetupDeps, 'requests'>,
  requestId: RequestId,
): Promise<RequestIn<'setting-up'> | undefined> {
  const request = await deps.requests.get(requestId);
  return request.state === 'setting-up' ? request : undefined;
}

/** Puts the record of a step on the request, once per step. */
export async function recordStep(
  deps: Pick<SetupDeps, 'requests' | 'clock'>,
  requestId: RequestId,
  record: StepRecord,
): Promise<void> {
  await changeRequest(deps, requestId, (request) => {
    if (request.state !== 'setting-up') {
      return undefined;
    }
    const others = request.steps.filter(({ name }) => name !== record.name);
    return { ...request, steps: [...others, record], updatedAt: deps.clock.now() };
  });
}

/** The assignment has been asked for; from here on the sweep follows it. */
export async function handOver(
  deps: Pick<SetupDeps, 'requests' | 'clock'>,
  requestId: RequestId,
  setUp: Omit<SetUp, 'submittedAt'>,
): Promise<void> {
  await changeRequest(deps, requestId, (request) => {
    if (request.state !== 'setting-up') {
      return undefined;
    }
    const now = deps.clock.now();
    return {
      ...request,
      state: 'delivering',
      assignmentState: 'submitted',
      setUp: { ...setUp, submittedAt: now },
      updatedAt: now,
    };
  });
}

export interface Failure {
  readonly step?: StepName;
  readonly code: ProblemCode;
  readonly detail: string;
}

const failing = ['setting-up', ...waitingStates] as const;
type Failing = RequestIn<(typeof failing)[number]>;

/** The request stops here and says why; what was reached stays on it. */
export async function fail(
  deps: Pick<SetupDeps, 'requests' | 'clock'>,
  requestId: RequestId,
  failure: Failure,
): Promise<void> {
  await changeRequest(deps, requestId, (request) =>
    isFailing(request) ? toFailed(request, failure, deps.clock.now()) : undefined,
  );
}

/** Whether the product is at work on it; what has ended, or waits for a decision, cannot fail. */
function isFailing(request: Request): request is Failing {
  return failing.some((state) => state === request.state);
}

function toFailed(request: Failing, failure: Failure, now: Date): RequestIn<'failed'> {
  return {
    ...request,
    state: 'failed',
    at: now,
    failedStep: failure.step,
    code: failure.code,
    detail: failure.detail,
    updatedAt: now,
  };
}
