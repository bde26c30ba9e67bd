import { longestRuledText } from '../domain/approval-policy.ts';

const token =
  /\\(?:u\{[^}]*\}|[pP]\{[^}]*\}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<[=!]|<[^>]*>|[^()<]*?[:=!]))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu;

/** Places in the longest text, its end included. */
const places = longestRuledText + 1;

/** More tries than these take noticeable time: three parts that can each end anywhere. */
const mostTries = places ** 3;

/** A part of an expression: in how many ways it can match at one place, and of its alternative the same. */
interface Open {
  /** Ways of the finished alternatives. */
  sum: number;
  /** Ways of the alternative that is being read, without its last atom. */
  product: number;
  /** Ways of the last atom, which a quantifier may follow. */
  atom: number;
}

/**
 * Whether a backtracking engine could be kept busy by this valid expression (flag `u`): the ways in which it
 * could match a text of the longest length are counted, not tried.
 */
export function isCostly(pattern: string): boolean {
  const isAnchored = pattern.startsWith('^') && !pattern.includes('|');
  const starts = isAnchored ? 1 : places;
  return countWays(pattern) * starts > mostTries;
}

function countWays(pattern: string): number {
  const stack: Open[] = [];
  let open = newOpen();
  for (const [text] of pattern.matchAll(token)) {
    if (text.startsWith('(')) {
      stack.push(open);
      open = newOpen();
    } else if (text === ')') {
      const ways = close(open);
      open = stack.pop() ?? newOpen();
      open = nextAtom(open, ways);
    } else if (text === '|') {
      open = { sum: open.sum + open.product * open.atom, product: 1, atom: 1 };
    } else if (/^(?:[*+?]|\{\d)/.test(text)) {
      open = { ...open, atom: repeat(open.atom, text) };
    } else {
      open = nextAtom(open, 1);
    }
  }
  return close(open);
}

function newOpen(): Open {
  return { sum: 0, product: 1, atom: 1 };
}

function nextAtom({ sum, product, atom }: Open, ways: number): Open {
  return { sum, product: product * atom, atom: ways };
}

function close({ sum, product, atom }: Open): number {
  return sum + product * atom;
}

/** Something that matches in one way can be repeated from the least to the most number of times; in more ways, with each time more. */
function repeat(ways: number, quantifier: string): number {
  const [least, most] = limitsOf(quantifier);
  const end = Math.min(most, longestRuledText);
  return ways === 1
    ? Math.max(end - least + 1, 1)
    : ways ** Math.max(end, 1) + (least === 0 ? 1 : 0);
}

function limitsOf(quantifier: string): readonly [number, number] {
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)/.exec(quantifier) ?? [];
  if (least !== undefined) {
    const end = most === '' ? Number.POSITIVE_INFINITY : Number(most);
    return [Number(least), comma === '' ? Number(least) : end];
  }
  return [
    quantifier.startsWith('+') ? 1 : 0,
    quantifier.startsWith('?') ? 1 : Number.POSITIVE_INFINITY,
  ];
}
