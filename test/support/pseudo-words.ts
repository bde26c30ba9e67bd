import type { Words } from '../../src/teams/words/words.ts';

const start = '⟦';
const end = '⟧';

/**
 * A language that nobody speaks: every English text between ⟦ and ⟧, numbers and lists by Thai habits, right to
 * left. What is on a card in Latin letters outside of the brackets is therefore data or was never translated.
 * `given` collects what is handed to texts as arguments and could be a text itself.
 */
export function pseudoWords(english: Words, given: string[] = []): Words {
  const marked = mark(english, given) as Words;
  return { ...marked, language: 'ps', habits: 'th', isRightToLeft: true };
}

/** What is left of a text without what came from the words, without what people wrote, and without moments. */
function unmarked(text: string): string {
  let rest = text.replaceAll(/\{\{(?:DATE|TIME)\([^)]*\)\}\}/g, '');
  for (const pattern of [/⟦[^⟦⟧]*⟧/g, /\u2068[^\u2068\u2069]*\u2069/g]) {
    while (pattern.test(rest)) {
      rest = rest.replaceAll(pattern, '');
    }
  }
  return rest;
}

/** Every text of a card or an answer that somebody reads or hears. */
export function textsOf(node: unknown): readonly string[] {
  if (typeof node === 'string') {
    return [node];
  }
  if (Array.isArray(node)) {
    return node.filter((item) => typeof item === 'object').flatMap(textsOf);
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return Object.entries(node).flatMap(([key, value]) =>
    readable.has(key) || typeof value !== 'string' ? textsOf(value) : [],
  );
}

const readable = new Set([
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'altText',
  'fallbackText',
  'summary',
  'speak',
  'tooltip',
]);

/** Those of the texts that say something in Latin letters which comes neither from the words nor from data. */
export function untranslated(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /\p{Script=Latin}/u.test(withoutData(unmarked(text))));
}

/** Numbers of requests, codes for the log and the address of the app are data. */
function withoutData(text: string): string {
  return text
    .replaceAll(/\[(https:\S+)\]\(\1\)/g, '')
    .replaceAll(/\bW[BL]-[0-9A-Z]{8}\b|\bgraph-[a-z-]+\b/g, '');
}

// biome-ignore lint/complexity/noBannedTypes: any text of the words
function markFunction(text: Function, given: string[]): unknown {
  function marked(...args: readonly unknown[]): string {
    given.push(...args.filter((arg) => typeof arg === 'string'));
    return `${start}${String(Reflect.apply(text, undefined, args))}${end}`;
  }
  return Object.defineProperty(marked, 'length', { value: text.length });
}

function mark(value: unknown, given: string[]): unknown {
  if (typeof value === 'string') {
    return `${start}${value}${end}`;
  }
  if (typeof value === 'function') {
    return markFunction(value, given);
  }
  if (Array.isArray(value)) {
    return value.map((item) => mark(item, given));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mark(item, given)]))
    : value;
}
