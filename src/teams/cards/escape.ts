import { listed } from '../words/counting.ts';
import type { Words } from '../words/words.ts';

const bidiControls = /[\u202A-\u202E\u2066-\u2069]/g;
const breaks = /[\p{Cc}\u2028\u2029]+/gu;
const markdown = /[\\[\]()!<>*_`~#|]/g;
const isolateStart = '\u2068';
const isolateEnd = '\u2069';
const zeroWidthSpace = '\u200B';

/**
 * What a person wrote, for a TextBlock: no Markdown, no card template, no way to turn the words around it,
 * at most `limit` characters of it.
 */
export function said(text: string, limit = 80): string {
  return isolate(tame(text, limit).replaceAll(markdown, String.raw`\$&`));
}

/** The same for places that show text as it is: choices, summaries, values of inputs that are only displayed. */
export function saidPlain(text: string, limit = 80): string {
  return isolate(tame(text, limit));
}

/** Names in one sentence: "Ada, Paul and 3 others". Escaped. */
export function saidList(words: Words, names: readonly string[], joint: 'and' | 'or'): string {
  const shown = names.slice(0, 4).map((name) => said(name, 60));
  const rest = names.length - shown.length;
  return listed(words, rest > 0 ? [...shown, words.counts.others(rest)] : shown, joint);
}

/** Shortens to so many characters as people count them, never inside a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = '';
  for (const { segment } of segments.segment(text.slice(0, limit * 4))) {
    if (kept.length + segment.length > limit - 1) {
      break;
    }
    kept += segment;
  }
  return `${kept}…`;
}

/** Most names and addresses: there is nothing in them to be tamed. */
const plain = /^[A-Za-z0-9 .,@'-]*$/;

function tame(text: string, limit: number): string {
  if (text.length <= limit && plain.test(text)) {
    return text.trim();
  }
  const line = text.toWellFormed().replaceAll(bidiControls, '').replaceAll(breaks, ' ').trim();
  return cut(line, limit)
    .replaceAll('${', `$${zeroWidthSpace}{`)
    .replaceAll('{', `{${zeroWidthSpace}`);
}

function isolate(text: string): string {
  return `${isolateStart}${text}${isolateEnd}`;
}
