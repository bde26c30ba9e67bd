import { dnKey } from './distinguished-name.ts';
import type { AttributeType } from './schema.ts';
import { valueKey } from './schema.ts';

/** One object of the directory. Only DirectoryTree changes it. */
export interface Entry {
  /** objectGUID as hexadecimal bytes: what stays when the object is renamed or moved. */
  readonly guid: string;
  dn: string;
  key: string;
  parent: Entry | undefined;
  attributes: ReadonlyMap<string, readonly Buffer[]>;
  passwordHash: string | undefined;
  readonly children: Set<Entry>;
  readonly members: Set<Entry>;
  /** The back-links of `members`, kept by the tree. */
  readonly memberOf: Set<Entry>;
}

export function newEntry(guid: string, dn: string, parent: Entry | undefined): Entry {
  return {
    guid,
    dn,
    key: dnKey(dn),
    parent,
    attributes: new Map(),
    passwordHash: undefined,
    children: new Set(),
    members: new Set(),
    memberOf: new Set(),
  };
}

/** All values of one attribute, links and constructed ones included; empty where there are none. */
export function valuesOf(entry: Entry, type: AttributeType): readonly Buffer[] {
  switch (type.key) {
    case 'member':
      return dnsOf(entry.members);
    case 'memberof':
      return dnsOf(entry.memberOf);
    case 'distinguishedname':
      return [Buffer.from(entry.dn)];
    case 'objectguid':
      return [Buffer.from(entry.guid, 'hex')];
    case 'unicodepwd':
      return [];
    default:
      return entry.attributes.get(type.key) ?? [];
  }
}

/** The keys under which an index finds this entry by the attribute. */
export function indexKeys(entry: Entry, type: AttributeType): readonly string[] {
  return valuesOf(entry, type).map((value) => valueKey(type, value));
}

export function firstText(entry: Entry, attributeKey: string): string | undefined {
  return entry.attributes.get(attributeKey)?.[0]?.toString('utf8');
}

export function isBelow(entry: Entry, base: Entry): boolean {
  return entry.key.endsWith(`,${base.key}`);
}

function dnsOf(entries: ReadonlySet<Entry>): readonly Buffer[] {
  return [...entries].map((entry) => Buffer.from(entry.dn));
}
