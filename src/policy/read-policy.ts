import type { z } from 'zod';
import { checkRules } from './check-rules.ts';
import { checkStages } from './check-stages.ts';
import { type Expectation, ExpectationsFile } from './expectation-schema.ts';
import { explainIssues } from './explain-issues.ts';
import { Policy } from './schema.ts';
import { mostErrors, type PolicyError, readSource, type SourceText } from './source-text.ts';

/** An expectation with the line on which it begins. */
export type ExpectationAtLine = Expectation & { readonly line: number };

interface Errors {
  readonly kind: 'errors';
  readonly errors: readonly PolicyError[];
}

export type ReadPolicy =
  | {
      readonly kind: 'policy';
      readonly policy: Policy;
      readonly tests: readonly ExpectationAtLine[];
    }
  | Errors;

export type ReadExpectations =
  | { readonly kind: 'expectations'; readonly tests: readonly ExpectationAtLine[] }
  | Errors;

/** Reads a policy file, or tells everything that is wrong with it, in the order of the text. Never throws. */
export function readPolicy(text: string): ReadPolicy {
  const { source, errors: before } = readSource(text);
  if (source === undefined) {
    return toErrors(before);
  }
  const complaints = checkRules(source.value).map(({ path, message }) => ({
    ...source.positionOf(path),
    message,
  }));
  const { data: policy, errors } = parse(source, Policy);
  const vain = (policy === undefined ? [] : checkStages(policy)).map(({ path, message }) => ({
    ...source.positionOf(path),
    message,
  }));
  const all = [...before, ...complaints, ...vain, ...errors];
  return policy === undefined || all.length > 0
    ? toErrors(all)
    : { kind: 'policy', policy, tests: withLines(source, policy.tests) };
}

/** Reads a file that holds nothing but `tests`. Never throws. */
export function readExpectations(text: string): ReadExpectations {
  const { source, errors: before } = readSource(text);
  if (source === undefined) {
    return toErrors(before);
  }
  const { data, errors } = parse(source, ExpectationsFile);
  const all = [...before, ...errors];
  return data === undefined || all.length > 0
    ? toErrors(all)
    : { kind: 'expectations', tests: withLines(source, data.tests) };
}

function parse<T>(
  source: SourceText,
  schema: z.ZodType<T>,
): { readonly data: T | undefined; readonly errors: readonly PolicyError[] } {
  const result = schema.safeParse(source.value);
  return result.success
    ? { data: result.data, errors: [] }
    : { data: undefined, errors: explainIssues(source, result.error.issues) };
}

function withLines(
  source: SourceText,
  tests: readonly Expectation[],
): readonly ExpectationAtLine[] {
  return tests.map((test, index) => ({ ...test, line: source.positionOf(['tests', index]).line }));
}

function toErrors(errors: readonly PolicyError[]): Errors {
  const sorted = errors.toSorted(
    (one, other) => one.line - other.line || one.column - other.column,
  );
  return { kind: 'errors', errors: sorted.slice(0, mostErrors) };
}
