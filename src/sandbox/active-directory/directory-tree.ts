import { guidToBytes, sidToBytes } from '../../onprem/ids.ts';
import { DirectoryIndex } from './directory-index.ts';
import type { DirectoryStore } from './directory-store.ts';
import { dnKey, formatDn, parseDn } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import { newEntry } from './entry.ts';
import { entryExists, LdapError, noSuchObject, resultCodes } from './ldap-error.ts';
import { findAttributeType } from './schema.ts';

/** What an entry consists of besides its name; a change replaces all of it at once. */
export interface Content {
  readonly attributes: ReadonlyMap<string, readonly Buffer[]>;
  readonly members: ReadonlySet<Entry>;
  readonly passwordHash: string | undefined;
}

/** The objects of one domain with their links. A change is complete in memory and in the journal, or did not happen. */
export class DirectoryTree {
  readonly rootDn: string;
  readonly index = new DirectoryIndex();
  readonly #byKey = new Map<string, Entry>();
  readonly #byGuid = new Map<string, Entry>();
  readonly #store: DirectoryStore;

  constructor(rootDn: string, store: DirectoryStore) {
    this.rootDn = rootDn;
    this.#store = store;
    for (const stored of store.entries()) {
      const attributes = new Map<string, readonly Buffer[]>();
      for (const [key, values] of Object.entries(stored.attributes)) {
        attributes.set(
          key,
          values.map((value) => Buffer.from(value, 'base64')),
        );
      }
      const entry = this.#attach(stored.guid, stored.dn);
      entry.passwordHash = stored.passwordHash;
      entry.attributes = attributes;
      this.index.add(entry);
    }
    for (const { group, member } of store.links()) {
      connect(this.#byGuid.get(group), this.#byGuid.get(member));
    }
  }

  /** Understands `<GUID=…>` and `<SID=…>` too ([MS-ADTS] 3.1.1.3.1.2.4). Throws invalidDNSyntax. */
  find(dn: string): Entry | undefined {
    const [, kind, value] = /^<(GUID|SID)=([^>]+)>$/i.exec(dn.trim()) ?? [];
    if (kind === undefined || value === undefined) {
      return this.#byKey.get(dnKey(dn));
    }
    return kind.toUpperCase() === 'GUID' ? this.#findByGuid(value) : this.#findBySid(value);
  }

  /** Throws noSuchObject. */
  get(dn: string): Entry {
    const found = this.find(dn);
    if (found === undefined) {
      throw noSuchObject(this.rootDn);
    }
    return found;
  }

  /** Throws entryAlreadyExists, or noSuchObject for a missing parent. */
  add(dn: string, guid: string, content: Content): Entry {
    if (this.#byKey.has(dnKey(dn)) || this.#byGuid.has(guid)) {
      throw entryExists();
    }
    const entry = this.#attach(guid, formatDn(parseDn(dn)));
    this.update(entry, content);
    return entry;
  }

  update(entry: Entry, content: Content): void {
    this.index.remove(entry);
    entry.attributes = content.attributes;
    entry.passwordHash = content.passwordHash;
    this.index.add(entry);
    this.#store.save(entry);
    this.#relink(entry, content.members);
  }

  /** Throws notAllowedOnNonLeaf for an entry with children. */
  remove(entry: Entry): void {
    if (entry.children.size > 0) {
      throw new LdapError(
        resultCodes.notAllowedOnNonLeaf,
        '00002015: UpdErr: DSID-031A12BF, problem 6003 (CANT_ON_NON_LEAF), data 0\n',
      );
    }
    for (const member of entry.members) {
      this.#unlink(entry, member);
    }
    for (const group of entry.memberOf) {
      this.#unlink(group, entry);
    }
    this.index.remove(entry);
    this.#byKey.delete(entry.key);
    this.#byGuid.delete(entry.guid);
    entry.parent?.children.delete(entry);
    this.#store.remove(entry);
  }

  /** Renames or moves a leaf; links follow it because they hold the object and not its name. */
  move(entry: Entry, dn: string): void {
    const key = dnKey(dn);
    if (entry.children.size > 0 || (key !== entry.key && this.#byKey.has(key))) {
      throw entry.children.size > 0
        ? new LdapError(resultCodes.unwillingToPerform, 'this sandbox moves leaves only')
        : entryExists();
    }
    const parent = this.#parentOf(dn);
    this.#byKey.delete(entry.key);
    entry.parent?.children.delete(entry);
    entry.dn = formatDn(parseDn(dn));
    entry.key = key;
    entry.parent = parent;
    parent?.children.add(entry);
    this.#byKey.set(key, entry);
  }

  #attach(guid: string, dn: string): Entry {
    const parent = this.#parentOf(dn);
    const entry = newEntry(guid, dn, parent);
    parent?.children.add(entry);
    this.#byKey.set(entry.key, entry);
    this.#byGuid.set(guid, entry);
    return entry;
  }

  #parentOf(dn: string): Entry | undefined {
    return dnKey(dn) === dnKey(this.rootDn) ? undefined : this.get(formatDn(parseDn(dn).slice(1)));
  }

  #relink(group: Entry, wanted: ReadonlySet<Entry>): void {
    for (const member of group.members) {
      if (!wanted.has(member)) {
        this.#unlink(group, member);
      }
    }
    for (const member of wanted) {
      if (!group.members.has(member)) {
        connect(group, member);
        this.#store.link(group, member);
      }
    }
  }

  #unlink(group: Entry, member: Entry): void {
    group.members.delete(member);
    member.memberOf.delete(group);
    this.#store.unlink(group, member);
  }

  #findByGuid(text: string): Entry | undefined {
    return this.#byGuid.get(guidToBytes(text).toString('hex'));
  }

  #findBySid(text: string): Entry | undefined {
    const type = findAttributeType('objectSid');
    const found = type === undefined ? [] : this.index.find(type, sidToBytes(text).toString('hex'));
    return [...found][0];
  }
}

function connect(group: Entry | undefined, member: Entry | undefined): void {
  if (group !== undefined && member !== undefined) {
    group.members.add(member);
    member.memberOf.add(group);
  }
}
