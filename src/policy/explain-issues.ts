import type { z } from 'zod';
import type { Path, PolicyError, SourceText } from './source-text.ts';

type Issue = z.core.$ZodIssue;

/** What zod found, in words and at its place in the text. */
export function explainIssues(
  source: SourceText,
  issues: readonly Issue[],
): readonly PolicyError[] {
  return issues.flatMap((issue) => explain(source, issue));
}

function explain(source: SourceText, issue: Issue): readonly PolicyError[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...source.positionOfKey(path, key),
      message: `\`${key}\` is not known here`,
    }));
  }
  const found = valueAt(source.value, path);
  if (found === undefined || found === null) {
    const words = found === undefined ? 'is missing' : 'is empty';
    return [{ ...source.positionOf(path), message: `${nameOf(path)} ${words}` }];
  }
  const meant = issue.code === 'invalid_union' ? findMeant(source, issue) : undefined;
  return meant === undefined
    ? [{ ...source.positionOf(path), message: `${nameOf(path)} ${wordsOf(issue)}` }]
    : explainIssues(source, meant);
}

/** The last key on the way; the position tells the rest. */
function nameOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  return key === undefined ? 'the file' : `\`${key}\``;
}

/** Ours begin with a verb, zod's own do not. */
function wordsOf(issue: Issue): string {
  if (issue.code === 'invalid_format' && issue.format === 'guid') {
    return 'must be an object id (a GUID)';
  }
  return /^(?:must|is|could|has) /.test(issue.message)
    ? issue.message
    : `is not valid: ${issue.message.replace(/^Invalid input: /, '')}`;
}

/** The issues of the one alternative that somebody must have meant, where that can be told. */
function findMeant(
  source: SourceText,
  { errors, path }: Extract<Issue, { code: 'invalid_union' }>,
): readonly Issue[] | undefined {
  const branches = errors.map((issues) => {
    const whole = issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
    return { issues: whole, distance: distanceOf(source, whole, path.length) };
  });
  const least = Math.min(...branches.map(({ distance }) => distance));
  const nearest = branches.filter(({ distance }) => distance === least);
  return nearest.length === 1 && least < otherShape ? nearest[0]?.issues : undefined;
}

const otherShape = 1000;

/** How far a value is from an alternative: each unknown or missing key of its own is one step. */
function distanceOf(source: SourceText, issues: readonly Issue[], depth: number): number {
  let distance = 0;
  for (const issue of issues) {
    const isOwn = issue.path.length === depth;
    if (issue.code === 'unrecognized_keys' && isOwn) {
      distance += issue.keys.length;
    } else if (isOwn && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
      distance += otherShape;
    } else if (issue.path.length === depth + 1 && isMissing(source, issue)) {
      distance += 1;
    }
  }
  return distance;
}

function isMissing({ value }: SourceText, { path }: Issue): boolean {
  return valueAt(value, path) === undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) {
      return undefined;
    }
    current = Object.getOwnPropertyDescriptor(current, step)?.value;
  }
  return current;
}
