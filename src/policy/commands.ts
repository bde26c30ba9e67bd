import { readFile } from 'node:fs/promises';
import { cautionLines } from './caution.ts';
import { policyJsonSchema } from './json-schema.ts';
import { type ExpectationAtLine, readExpectations, readPolicy } from './read-policy.ts';
import { errorLines, ruleLines, tallyLine, verdictLines } from './report.ts';
import { runExpectation, type Verdict } from './run-expectation.ts';
import type { Policy } from './schema.ts';

/** 0: everything is right. 1: the policy or an expectation is wrong. 2: the command itself is. */
export type ExitCode = 0 | 1 | 2;

type Say = (line: string) => void;

const usage = `Usage:
  npm run policy -- check <policy file>
  npm run policy -- test <policy file> [<file with tests>]
  npm run policy -- schema`;

/** Checks and tests approval policies without any connection. */
export async function runPolicyCommand(
  [command, ...files]: readonly string[],
  say: Say,
): Promise<ExitCode> {
  const [file] = files;
  if (command === 'schema' && files.length === 0) {
    say(policyJsonSchema().trimEnd());
    return 0;
  }
  if (command === 'check' && file !== undefined && files.length === 1) {
    return stopAtFailure(() => check(file, say), say);
  }
  if (command === 'test' && file !== undefined && files.length <= 2) {
    return stopAtFailure(() => test(file, files[1], say), say);
  }
  say(usage);
  return 2;
}

/** A file that cannot be used; what there is to say of it. */
class Unusable extends Error {
  override readonly name = 'Unusable';
  readonly lines: readonly string[];
  readonly exitCode: ExitCode;

  constructor(lines: readonly string[], exitCode: ExitCode) {
    super(lines.join('\n'));
    this.lines = lines;
    this.exitCode = exitCode;
  }
}

async function stopAtFailure(work: () => Promise<ExitCode>, say: Say): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unusable) {
      error.lines.forEach((line) => say(line));
      return error.exitCode;
    }
    throw error;
  }
}

async function check(file: string, say: Say): Promise<ExitCode> {
  const { policy } = await openPolicy(file);
  say(
    `${file} is a valid policy. A rule that refuses counts wherever it stands, else the first that matches:`,
  );
  [...ruleLines(policy), ...cautionLines(policy)].forEach((line) => say(line));
  return 0;
}

async function test(file: string, testsFile: string | undefined, say: Say): Promise<ExitCode> {
  const { policy, tests } = await openPolicy(file);
  const more = testsFile === undefined ? [] : await openExpectations(testsFile);
  const batches: readonly (readonly [string, readonly ExpectationAtLine[]])[] = [
    [file, tests],
    [testsFile ?? file, more],
  ];
  const verdicts: Verdict[] = [];
  for (const [origin, expectations] of batches) {
    for (const expectation of expectations) {
      const verdict = await runExpectation(policy, expectation);
      verdictLines(origin, expectation, verdict).forEach((line) => say(line));
      verdicts.push(verdict);
    }
  }
  say(tallyLine(verdicts));
  const isRight = verdicts.every(({ differences }) => differences.length === 0);
  return isRight && verdicts.length > 0 ? 0 : 1;
}

async function openPolicy(
  file: string,
): Promise<{ readonly policy: Policy; readonly tests: readonly ExpectationAtLine[] }> {
  const read = readPolicy(await readText(file));
  if (read.kind === 'errors') {
    throw new Unusable(errorLines(file, read.errors), 1);
  }
  return read;
}

async function openExpectations(file: string): Promise<readonly ExpectationAtLine[]> {
  const read = readExpectations(await readText(file));
  if (read.kind === 'errors') {
    throw new Unusable(errorLines(file, read.errors), 1);
  }
  return read.tests;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new Unusable([`${file} cannot be read (${String(error.code)}).`], 2);
    }
    throw error;
  }
}
