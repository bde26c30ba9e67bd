import { textIn } from '../domain/policy-text.ts';
import type { ExpectationAtLine } from './read-policy.ts';
import type { Verdict } from './run-expectation.ts';
import type { Policy } from './schema.ts';
import type { PolicyError } from './source-text.ts';

/** `file:line:column`, which terminals and editors make a link of. */
export function errorLines(file: string, errors: readonly PolicyError[]): readonly string[] {
  return errors.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
}

/** The rules in their order, so that somebody can read what will happen. */
export function ruleLines({ rules, breakGlass }: Policy): readonly string[] {
  const lines = rules.map((rule, index) => {
    const outcome =
      'refuse' in rule
        ? 'refuses'
        : rule.stages.map(({ name, need }) => `${textIn(name, 'en')} (${need})`).join(', then ');
    return `  ${index + 1}. ${rule.name}: ${outcome}`;
  });
  return [...lines, `Break-glass is ${breakGlass?.enabled === true ? 'on' : 'off'}.`];
}

/** How one expectation went. */
export function verdictLines(
  file: string,
  { name, line, request }: ExpectationAtLine,
  { route, differences }: Verdict,
): readonly string[] {
  const title = name ?? `${request.requester} asks for ${request.group.name}`;
  const sign = differences.length === 0 ? '✓' : '✗';
  const details = differences.flatMap(({ what, expected, came }) => [
    `    ${what}: expected ${expected}`,
    `    ${' '.repeat(what.length)}      came ${came}`,
  ]);
  return [`${sign} ${file}:${line} ${title} → ${route.rule}`, ...details];
}

/** A file without a single expectation proves nothing. */
export function tallyLine(verdicts: readonly Verdict[]): string {
  const right = verdicts.filter(({ differences }) => differences.length === 0).length;
  return verdicts.length === 0
    ? 'There are no tests. Write some under `tests`, or name a file that has them.'
    : `${right} of ${verdicts.length} expectations hold.`;
}
