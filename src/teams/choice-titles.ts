/** Titles of the choices lately offered by the typeaheads, so that a form can be shown again with its choice. */
export interface ChoiceTitles {
  remember(value: string, title: string): void;
  readonly known: ReadonlyMap<string, string>;
}

const capacity = 2000;

export function createChoiceTitles(): ChoiceTitles {
  const known = new Map<string, string>();
  return {
    known,
    remember(value, title) {
      known.delete(value);
      known.set(value, title);
      const [oldest] = known.keys();
      if (known.size > capacity && oldest !== undefined) {
        known.delete(oldest);
      }
    },
  };
}
