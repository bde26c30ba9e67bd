import type { Journal } from '../journal.ts';

const collection = 'teams-locales';
const atFirst = 'en-GB';

/** The languages a person can have their Teams in, as activities name them. */
export const offeredLocales = [
  'en-GB',
  'en-US',
  'de-DE',
  'es-ES',
  'fr-FR',
  'ja-JP',
  'ar-AE',
] as const;
export type OfferedLocale = (typeof offeredLocales)[number];

/** In which language each person has their Teams; remembered over restarts. */
export class Locales {
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  localeOf(personKey: string): string {
    return this.#journal.get<string>(collection, personKey) ?? atFirst;
  }

  change(personKey: string, locale: OfferedLocale): void {
    this.#journal.put(collection, personKey, locale);
  }
}
