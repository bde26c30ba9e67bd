/**
 * Titles of the choices lately offered by the typeaheads, so that a form can be shown again with its choice. They
 * are kept by language, since they say in words of what kind a group is.
 */
export interface ChoiceTitles {
  remember(language: string, value: string, title: string): void;
  known(language: string): ReadonlyMap<string, string>;
}

const capacity = 2000;

export function createChoiceTitles(): ChoiceTitles {
  const languages = new Map<string, Map<string, string>>();
  return {
    known: (language) => languages.get(language) ?? new Map<string, string>(),
    remember(language, value, title) {
      const known = languages.get(language) ?? new Map<string, string>();
      languages.set(language, known);
      known.delete(value);
      known.set(value, title);
      const [oldest] = known.keys();
      if (known.size > capacity && oldest !== undefined) {
        known.delete(oldest);
      }
    },
  };
}
