import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

type Line = readonly [collection: string, id: string, value?: unknown];

/**
 * What the sandbox remembers: collections of JSON values, each change appended to one file before it counts.
 * A process killed at any moment loses nothing it has answered for; a torn last line is dropped at the next start.
 */
export class Journal {
  readonly #file: string | undefined;
  readonly #collections = new Map<string, Map<string, unknown>>();

  /** Without a file the journal lives in memory only. */
  constructor(file?: string) {
    this.#file = file;
    if (file === undefined) {
      return;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    if (existsSync(file)) {
      this.#replay(readFileSync(file, 'utf8'));
      this.#compact(file);
    }
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what it stored
  get<T>(collection: string, id: string): T | undefined {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sandbox wrote it itself
    return this.#collection(collection).get(id) as T | undefined;
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what it stored
  list<T>(collection: string): readonly T[] {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sandbox wrote it itself
    return [...this.#collection(collection).values()] as T[];
  }

  /** Stores a JSON value under its id; the value must not be changed in place afterwards. */
  put(collection: string, id: string, value: unknown): void {
    this.#collection(collection).set(id, value);
    this.#append([collection, id, value]);
  }

  delete(collection: string, id: string): void {
    this.#collection(collection).delete(id);
    this.#append([collection, id]);
  }

  #collection(name: string): Map<string, unknown> {
    const known = this.#collections.get(name);
    if (known !== undefined) {
      return known;
    }
    const created = new Map<string, unknown>();
    this.#collections.set(name, created);
    return created;
  }

  #append(line: Line): void {
    if (this.#file !== undefined) {
      appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
    }
  }

  #replay(text: string): void {
    for (const row of text.split('\n')) {
      const line = parseLine(row);
      if (line === undefined) {
        continue;
      }
      const [collection, id, value] = line;
      if (value === undefined) {
        this.#collection(collection).delete(id);
      } else {
        this.#collection(collection).set(id, value);
      }
    }
  }

  #compact(file: string): void {
    const lines: string[] = [];
    for (const [name, values] of this.#collections) {
      for (const [id, value] of values) {
        lines.push(`${JSON.stringify([name, id, value])}\n`);
      }
    }
    writeFileSync(`${file}.new`, lines.join(''));
    renameSync(`${file}.new`, file);
  }
}

function parseLine(row: string): Line | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sandbox wrote it itself
    return JSON.parse(row) as Line;
  } catch {
    return undefined;
  }
}
