/** The languages in which people read; the words of the cards are there in all of them. */
export const readerLanguages = ['en', 'de', 'es', 'fr', 'ja', 'ar'] as const;
export type ReaderLanguage = (typeof readerLanguages)[number];

export type Translations = Readonly<Partial<Record<ReaderLanguage, string | undefined>>>;

/** Nobody can type these two. */
const part = '\u001E';
const separator = '\u001F';

/**
 * The organisation's own words as one string, wherever they go: into a route, a refusal, a stored list. Those in several
 * languages are told apart again by `textIn`, once it is known who reads them.
 */
export function toPolicyText(texts: Translations): string {
  const known = readerLanguages.flatMap((language) => {
    const text = texts[language];
    return text === undefined ? [] : [`${part}${language}${separator}${text}`];
  });
  return known.join('');
}

/** The words in that language, else in English, else in the first that there is; one text for everybody is itself. */
export function textIn(policyText: string, language: string): string {
  if (!policyText.startsWith(part)) {
    return policyText;
  }
  const texts = policyText
    .slice(part.length)
    .split(part)
    .map((text) => text.split(separator));
  const found = [language, 'en'].flatMap((wanted) => texts.find(([tag]) => tag === wanted) ?? []);
  return found[1] ?? texts[0]?.[1] ?? '';
}
