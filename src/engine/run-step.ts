import { DBOS } from '@dbos-inc/dbos-sdk';
import { Problem, type ProblemOptions } from '../domain/problem.ts';
import { isDatabaseGone } from '../store/database-gone.ts';

/** Half a second, growing by a fifth: more than ten minutes in all, so that a failover passes unnoticed. */
const whileDatabaseIsGone = {
  retriesAllowed: true,
  maxAttempts: 30,
  intervalSeconds: 0.5,
  backoffRate: 1.2,
  shouldRetry: isDatabaseGone,
};

type Outcome<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problem'; readonly code: Problem['code']; readonly options: ProblemOptions };

/**
 * Runs the work once and records what came of it; when the procedure runs again after a crash the
 * record is returned and the work is not repeated. A crash between the act and its record does repeat
 * it, so the work must look before it acts.
 *
 * The result may be plain data with Dates, Maps, Sets, bigints and undefined inside, which all come back
 * as they were; an instance of a class comes back as a plain object. A thrown Problem is recorded and
 * comes back as a Problem, without its cause; any other error is recorded and ends the procedure, but
 * while PostgreSQL cannot be reached the work is repeated.
 */
export async function runStep<T>(name: string, work: () => Promise<T>): Promise<T> {
  const outcome = await DBOS.runStep(() => settle(work), { name, ...whileDatabaseIsGone });
  if (outcome.kind === 'problem') {
    throw new Problem(outcome.code, outcome.options);
  }
  return outcome.value;
}

async function settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'value', value: await work() };
  } catch (error) {
    if (!(error instanceof Problem)) {
      throw error;
    }
    const { code, detail, retryAfterMs } = error;
    const options = retryAfterMs === undefined ? { detail } : { detail, retryAfterMs };
    return { kind: 'problem', code, options };
  }
}
