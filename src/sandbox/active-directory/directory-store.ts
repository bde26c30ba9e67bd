import type { Journal } from '../journal.ts';
import { parseDn } from './distinguished-name.ts';
import type { Entry } from './entry.ts';

const entries = 'active-directory';
const links = 'active-directory-links';
const counters = 'active-directory-counters';
/** Above every id that the seeded people were given. */
const firstRelativeId = 5000;

/** One entry as the journal keeps it; attribute values are base64. */
export interface StoredEntry {
  readonly guid: string;
  readonly dn: string;
  readonly passwordHash?: string | undefined;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

export interface StoredLink {
  readonly group: string;
  readonly member: string;
}

/** Writes the directory into the sandbox's journal: one line per entry and one per membership. */
export class DirectoryStore {
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** Parents come before their children. */
  entries(): readonly StoredEntry[] {
    const stored = this.#journal.list<StoredEntry>(entries);
    return stored.toSorted((a, b) => parseDn(a.dn).length - parseDn(b.dn).length);
  }

  links(): readonly StoredLink[] {
    return this.#journal.list<StoredLink>(links);
  }

  /** Relative ids are never used twice, not even after the object is gone. */
  nextRelativeId(): number {
    const next = this.#journal.get<number>(counters, 'relative-id') ?? firstRelativeId;
    this.#journal.put(counters, 'relative-id', next + 1);
    return next;
  }

  save(entry: Entry): void {
    const attributes: Record<string, readonly string[]> = {};
    for (const [key, values] of entry.attributes) {
      attributes[key] = values.map((value) => value.toString('base64'));
    }
    const { guid, dn, passwordHash } = entry;
    this.#journal.put(entries, guid, { guid, dn, passwordHash, attributes } satisfies StoredEntry);
  }

  remove(entry: Entry): void {
    this.#journal.delete(entries, entry.guid);
  }

  link(group: Entry, member: Entry): void {
    const link = { group: group.guid, member: member.guid } satisfies StoredLink;
    this.#journal.put(links, `${group.guid}/${member.guid}`, link);
  }

  unlink(group: Entry, member: Entry): void {
    this.#journal.delete(links, `${group.guid}/${member.guid}`);
  }
}
