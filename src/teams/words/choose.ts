import { ar } from './ar/ar.ts';
import { de } from './de/de.ts';
import { en } from './en/en.ts';
import { es } from './es/es.ts';
import { fr } from './fr/fr.ts';
import { ja } from './ja/ja.ts';
import type { Words } from './words.ts';

/** Languages by their BCP 47 tag in lower case; each is there as a whole, so that no card mixes two. */
const languages: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['en', en],
  ['ar', ar],
  ['de', de],
  ['es', es],
  ['fr', fr],
  ['ja', ja],
]);

/**
 * The words for a reader of this locale, such as `de-AT`, found as RFC 4647 §3.4 looks up a tag: by leaving out its
 * last part until a language is known. English for everything else, whatever the text is.
 */
export function wordsFor(locale: string | undefined): Words {
  return find(locale) ?? en;
}

/**
 * The words for somebody who is written to: in the language in which they last wrote; where they never did, in that
 * of their account, where it is one of ours, else in that of the organisation.
 */
export function wordsForReader(
  reference: { readonly locale?: string | undefined } | undefined,
  account: { readonly preferredLanguage?: string | undefined },
  defaultLanguage: string | undefined,
): Words {
  return reference?.locale === undefined
    ? (find(account.preferredLanguage) ?? wordsFor(defaultLanguage))
    : wordsFor(reference.locale);
}

function find(locale: string | undefined): Words | undefined {
  const parts = (locale ?? '').toLowerCase().split(/[-_]/);
  for (let length = parts.length; length > 0; length -= 1) {
    const found = languages.get(parts.slice(0, length).join('-'));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** The words of every language there is, English first. */
export function everyLanguage(): readonly Words[] {
  return [...languages.values()];
}
