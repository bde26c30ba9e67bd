import type { Entry } from './entry.ts';
import { indexKeys } from './entry.ts';
import type { AttributeType } from './schema.ts';
import { indexedTypes } from './schema.ts';

/** Finds entries by the value of an indexed attribute without looking at the others. */
export class DirectoryIndex {
  readonly #byAttribute = new Map<string, Map<string, Set<Entry>>>();

  constructor() {
    for (const type of indexedTypes) {
      this.#byAttribute.set(type.key, new Map());
    }
  }

  find(type: AttributeType, key: string): ReadonlySet<Entry> {
    return this.#byAttribute.get(type.key)?.get(key) ?? new Set();
  }

  add(entry: Entry): void {
    for (const type of indexedTypes) {
      const index = this.#byAttribute.get(type.key);
      for (const key of indexKeys(entry, type)) {
        const known = index?.get(key);
        if (known === undefined) {
          index?.set(key, new Set([entry]));
        } else {
          known.add(entry);
        }
      }
    }
  }

  remove(entry: Entry): void {
    for (const type of indexedTypes) {
      const index = this.#byAttribute.get(type.key);
      for (const key of indexKeys(entry, type)) {
        index?.get(key)?.delete(entry);
      }
    }
  }
}
