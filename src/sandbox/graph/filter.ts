import { refuse } from './refusal.ts';

export type Literal = string | number | boolean | null;
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type TextTest = 'startswith' | 'endswith' | 'contains';

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly inner: Filter }
  | {
      readonly kind: 'compare';
      readonly path: string;
      readonly operator: Comparison;
      readonly value: Literal;
    }
  | { readonly kind: 'in'; readonly path: string; readonly values: readonly Literal[] }
  | {
      readonly kind: 'text';
      readonly path: string;
      readonly test: TextTest;
      readonly value: string;
    }
  | {
      readonly kind: 'any';
      readonly path: string;
      readonly variable: string;
      readonly inner: Filter;
    };

const tokenPattern = /\s*('(?:[^']|'')*'|[(),]|[^\s(),']+)/y;
const comparisons: readonly Comparison[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const textTests: readonly TextTest[] = ['startswith', 'endswith', 'contains'];

/** Reads a `$filter`. Raises a 400 that quotes the text when it is not understood. */
export function parseFilter(text: string): Filter {
  const reader = new TokenReader(text);
  const filter = parseOr(reader);
  if (reader.peek() !== undefined) {
    throw reader.confusion();
  }
  return filter;
}

function parseOr(reader: TokenReader): Filter {
  let left = parseAnd(reader);
  while (reader.takeWord('or')) {
    left = { kind: 'or', left, right: parseAnd(reader) };
  }
  return left;
}

function parseAnd(reader: TokenReader): Filter {
  let left = parseUnary(reader);
  while (reader.takeWord('and')) {
    left = { kind: 'and', left, right: parseUnary(reader) };
  }
  return left;
}

function parseUnary(reader: TokenReader): Filter {
  if (reader.takeWord('not')) {
    return { kind: 'not', inner: parseUnary(reader) };
  }
  if (reader.takeWord('(')) {
    const inner = parseOr(reader);
    reader.expect(')');
    return inner;
  }
  const word = reader.take();
  if (reader.peek() === '(') {
    return parseCall(reader, word);
  }
  return parseComparison(reader, word);
}

function parseCall(reader: TokenReader, word: string): Filter {
  const test = textTests.find((name) => name === word.toLowerCase());
  if (test !== undefined) {
    return parseTextTest(reader, test);
  }
  if (!word.endsWith('/any')) {
    throw reader.confusion();
  }
  reader.expect('(');
  const [variable, rest] = reader.take().split(':');
  if (variable === undefined || rest === undefined) {
    throw reader.confusion();
  }
  const inner = parseComparison(reader, rest);
  reader.expect(')');
  return { kind: 'any', path: word.slice(0, -'/any'.length), variable, inner };
}

function parseTextTest(reader: TokenReader, test: TextTest): Filter {
  reader.expect('(');
  const path = reader.take();
  reader.expect(',');
  const value = toLiteral(reader, reader.take());
  reader.expect(')');
  if (typeof value !== 'string') {
    throw reader.confusion();
  }
  return { kind: 'text', path, test, value };
}

function parseComparison(reader: TokenReader, path: string): Filter {
  if (path.startsWith("'")) {
    throw reader.confusion();
  }
  const word = reader.take().toLowerCase();
  if (word === 'in') {
    return { kind: 'in', path, values: parseValues(reader) };
  }
  const operator = comparisons.find((name) => name === word);
  if (operator === undefined) {
    throw reader.confusion();
  }
  return { kind: 'compare', path, operator, value: toLiteral(reader, reader.take()) };
}

function parseValues(reader: TokenReader): readonly Literal[] {
  reader.expect('(');
  const values = [toLiteral(reader, reader.take())];
  while (reader.takeWord(',')) {
    values.push(toLiteral(reader, reader.take()));
  }
  reader.expect(')');
  return values;
}

function toLiteral(reader: TokenReader, token: string): Literal {
  if (token.startsWith("'")) {
    return token.slice(1, -1).replaceAll("''", "'");
  }
  if (token === 'true' || token === 'false') {
    return token === 'true';
  }
  if (token === 'null') {
    return null;
  }
  if (/^-?\d+(\.\d+)?$/.test(token)) {
    return Number(token);
  }
  if (/^\d{4}-\d\d-\d\d|^[0-9a-f]{8}-/i.test(token)) {
    return token;
  }
  throw reader.confusion();
}

class TokenReader {
  readonly #text: string;
  readonly #tokens: string[];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = this.#tokenize();
  }

  peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  take(): string {
    const token = this.#tokens[this.#next];
    if (token === undefined) {
      throw this.confusion();
    }
    this.#next += 1;
    return token;
  }

  takeWord(word: string): boolean {
    const found = this.peek()?.toLowerCase() === word;
    this.#next += found ? 1 : 0;
    return found;
  }

  expect(word: string): void {
    if (!this.takeWord(word)) {
      throw this.confusion();
    }
  }

  confusion(): Error {
    return refuse(400, 'BadRequest', `Invalid filter clause: syntax error in '${this.#text}'.`);
  }

  #tokenize(): string[] {
    const tokens: string[] = [];
    const text = this.#text.trimEnd();
    let at = 0;
    while (at < text.length) {
      tokenPattern.lastIndex = at;
      const match = tokenPattern.exec(text);
      if (match?.[1] === undefined) {
        throw this.confusion();
      }
      tokens.push(match[1]);
      at = tokenPattern.lastIndex;
    }
    return tokens;
  }
}
