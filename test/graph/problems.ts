import assert from 'node:assert/strict';
import { isProblem, type Problem, type ProblemCode } from '../../src/domain/problem.ts';

/** The Problem that this promise ends in; fails when it ends in anything else. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(isProblem(outcome), `expected a Problem, got ${String(outcome)}`);
  return outcome;
}

export async function assertProblem(
  promise: Promise<unknown>,
  code: ProblemCode,
): Promise<Problem> {
  const problem = await problemOf(promise);
  assert.equal(problem.code, code, problem.detail);
  return problem;
}
