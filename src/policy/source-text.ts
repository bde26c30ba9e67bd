import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  YAMLParseError,
} from 'yaml';

/** One thing that is wrong with a file, and where; both numbers begin with 1. */
export interface PolicyError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

/** A YAML text that could be read, and where its parts are. */
export interface SourceText {
  readonly value: unknown;
  /** The place of the value at the path, or of what comes nearest to it. */
  positionOf(path: Path): Position;
  /** The place of the key itself. */
  positionOfKey(path: Path, key: string): Position;
}

export type Position = Pick<PolicyError, 'line' | 'column'>;

/** More than a policy needs, less than what could keep the reader busy. */
const longestText = 256 * 1024;
const mostAliases = 100;

/** More errors than these nobody reads; they come from one slip early in the text. */
export const mostErrors = 100;

export interface ReadSource {
  readonly errors: readonly PolicyError[];
  /** Undefined where the text cannot be understood at all. */
  readonly source?: SourceText;
}

/** Reads YAML 1.2 with plain keys; everything that is wrong with the text is told at once. */
export function readSource(text: string): ReadSource {
  if (text.length > longestText) {
    return { errors: [{ line: 1, column: 1, message: 'the file is longer than 256 KiB' }] };
  }
  try {
    return toSource(text);
  } catch (error) {
    // Too many aliases, an alias of nothing, or nesting deeper than the stack.
    if (error instanceof ReferenceError || error instanceof RangeError) {
      const message = `the file cannot be read: ${error.message}`;
      return { errors: [{ line: 1, column: 1, message }] };
    }
    throw error;
  }
}

function toSource(text: string): ReadSource {
  const document = parseDocument(text, {
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  // The library's own LineCounter misses line ends behind a broken end of the document.
  function at(place: number): Position {
    const offset = Math.min(place, text.length);
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  }
  const problems = [...document.errors, ...document.warnings].slice(0, mostErrors);
  const errors = problems.map((error) => ({ ...at(error.pos[0]), message: toMessage(error) }));
  if (problems.some(({ code }) => code !== 'DUPLICATE_KEY')) {
    return { errors };
  }
  const source = {
    value: toValue(document),
    positionOf: (path: Path) => at(startOf(nodeAt(document, path))),
    positionOfKey: (path: Path, key: string) => {
      const node = nodeAt(document, path);
      const pair = isMap(node) ? findPair(node.items, key) : undefined;
      return at(startOf(pair !== undefined && isNode(pair.key) ? pair.key : node));
    },
  };
  return { errors, source };
}

function toValue(document: Document): unknown {
  return document.toJS({ maxAliasCount: mostAliases });
}

function toMessage(error: unknown): string {
  return error instanceof YAMLParseError && error.code === 'DUPLICATE_KEY'
    ? 'this key is there already'
    : String(error instanceof Error ? error.message : error);
}

function startOf(node: Node | undefined): number {
  return node?.range?.[0] ?? 0;
}

/** Goes down the path as far as there are nodes. */
function nodeAt(document: Document, path: Path): Node | undefined {
  let node = resolve(document, document.contents);
  for (const step of path) {
    const next = resolve(document, childOf(node, step));
    if (next === undefined) {
      return node;
    }
    node = next;
  }
  return node;
}

function childOf(node: Node | undefined, step: PropertyKey): unknown {
  if (isSeq(node)) {
    return node.items[Number(step)];
  }
  return isMap(node) ? findPair(node.items, String(step))?.value : undefined;
}

function findPair(items: readonly unknown[], key: string): Pair | undefined {
  return items.filter((item) => isPair(item)).find((pair) => keyOf(pair) === key);
}

function keyOf({ key }: Pair): unknown {
  return isScalar(key) ? String(key.value) : undefined;
}

function resolve(document: Document, node: unknown): Node | undefined {
  if (isAlias(node)) {
    return node.resolve(document);
  }
  return isNode(node) ? node : undefined;
}
