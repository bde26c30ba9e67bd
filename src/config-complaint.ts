import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One sentence in plain words about a wrong variable; never its value. Of a list it says which one is wrong. */
export function complaintOf(issue: Issue): string {
  const [, position] = issue.path;
  const words = wordsFor(issue);
  return typeof position === 'number' ? `${words} (see value ${position + 1})` : words;
}

/** zod's own words are for programmers; words of the schema are kept. */
function wordsFor(issue: Issue): string {
  if (!/^(?:Invalid|Too)/.test(issue.message)) {
    return issue.message;
  }
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what else zod knows keeps zod's words
  switch (issue.code) {
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return `must be a ${issue.format.toUpperCase()}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  switch (origin) {
    case 'string':
      return ' characters';
    case 'array':
      return ' values';
    default:
      return '';
  }
}
