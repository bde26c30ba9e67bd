import type { RequestId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import type { StepName } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';
import { patiently } from './patience.ts';
import { fail, recordStep } from './progress.ts';
import type { StepResult } from './steps/step.ts';

/**
 * Runs a named piece of work once and remembers its JSON result for good; after a crash, work that was not
 * remembered runs again. The durable engine provides it.
 */
export type RunStep = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The procedure has stopped and the request says why. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

export type Step = <T>(
  name: StepName,
  lockName: string,
  ensure: () => Promise<StepResult<T>>,
) => Promise<T>;

/**
 * A step waits for what passes by itself, lets nobody else do the same thing at once, and shows on the card.
 * When it cannot be done the request says so, and the procedure stops with `Stopped`.
 */
export function stepsOf(run: RunStep, deps: SetupDeps, requestId: RequestId): Step {
  return async (name, lockName, ensure) => {
    const outcome = await run(name, () =>
      attempt(deps, { requestId, name, lock: `${name}:${lockName}` }, ensure),
    );
    if (!outcome.ok) {
      throw new Stopped(`${requestId} stopped at ${name}`);
    }
    return outcome.value;
  };
}

interface Attempt {
  readonly requestId: RequestId;
  readonly name: StepName;
  readonly lock: string;
}

async function attempt<T>(
  deps: SetupDeps,
  { requestId, name, lock }: Attempt,
  ensure: () => Promise<StepResult<T>>,
): Promise<Outcome<T>> {
  try {
    const { value, ...result } = await patiently(deps.clock, () =>
      deps.locks.exclusively(lock, ensure),
    );
    await recordStep(deps, requestId, { name, ...result, at: deps.clock.now() });
    return { ok: true, value };
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    const { code, detail } = error;
    deps.log.info({ requestId, step: name, code, detail }, 'a step of the procedure failed');
    await fail(deps, requestId, { step: name, code, detail });
    return { ok: false };
  }
}
