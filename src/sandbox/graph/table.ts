import type { Journal } from '../journal.ts';

interface Row {
  readonly id: string;
}

/** One collection of the journal with its rows at hand, found by id or by one of its named keys. */
export class Table<T extends Row> {
  readonly #journal: Journal;
  readonly #name: string;
  readonly #rows = new Map<string, T>();
  readonly #keys: Readonly<Record<string, (row: T) => string | undefined>>;
  readonly #index = new Map<string, Map<string, T>>();

  constructor(
    journal: Journal,
    name: string,
    keys: Readonly<Record<string, (row: T) => string | undefined>> = {},
  ) {
    this.#journal = journal;
    this.#name = `graph.${name}`;
    this.#keys = keys;
    for (const row of journal.list<T>(this.#name)) {
      this.#rows.set(row.id, row);
      this.#enter(row);
    }
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): T | undefined {
    return this.#rows.get(id);
  }

  all(): readonly T[] {
    return [...this.#rows.values()];
  }

  /** The rows whose named key has this value, in the order of their writing. */
  by(key: string, value: string): readonly T[] {
    return [...(this.#index.get(`${key}\n${value}`)?.values() ?? [])];
  }

  put(row: T): void {
    const before = this.#rows.get(row.id);
    if (before !== undefined) {
      this.#leave(before);
    }
    this.#rows.set(row.id, row);
    this.#enter(row);
    this.#journal.put(this.#name, row.id, row);
  }

  delete(id: string): void {
    const row = this.#rows.get(id);
    if (row !== undefined) {
      this.#leave(row);
      this.#rows.delete(id);
      this.#journal.delete(this.#name, id);
    }
  }

  #enter(row: T): void {
    for (const place of this.#places(row)) {
      const known = this.#index.get(place);
      if (known === undefined) {
        this.#index.set(place, new Map([[row.id, row]]));
      } else {
        known.set(row.id, row);
      }
    }
  }

  #leave(row: T): void {
    for (const place of this.#places(row)) {
      this.#index.get(place)?.delete(row.id);
    }
  }

  #places(row: T): readonly string[] {
    const places: string[] = [];
    for (const [key, read] of Object.entries(this.#keys)) {
      const value = read(row);
      if (value !== undefined) {
        places.push(`${key}\n${value}`);
      }
    }
    return places;
  }
}
