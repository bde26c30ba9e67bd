import { randomBytes } from 'node:crypto';
import type { DirectoryTree } from './directory-tree.ts';
import { parseDn } from './distinguished-name.ts';
import type { Change } from './draft.ts';
import { Draft } from './draft.ts';
import type { Entry } from './entry.ts';
import { entryExists, LdapError, willNotPerform } from './ldap-error.ts';
import { findAttributeType, valueKey } from './schema.ts';

/** What the server itself contributes to a new object. */
export interface Issuer {
  readonly domainDn: string;
  nextSid(): Buffer;
  now(): Date;
}

export interface NewObject {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly (string | Buffer)[]>>;
  /** Only for seeding; through LDAP the server chooses both. */
  readonly identity?: { readonly guid: Buffer; readonly sid: Buffer };
}

const categories: Readonly<Record<string, string>> = {
  user: 'Person',
  group: 'Group',
  organizationalunit: 'Organizational-Unit',
};

/** Creates an object as the add operation does, with the attributes that Active Directory generates. */
export function addObject(tree: DirectoryTree, issuer: Issuer, wanted: NewObject): Entry {
  const guid = (wanted.identity?.guid ?? randomBytes(16)).toString('hex');
  const draft = new Draft(tree, guid);
  const classes = setObjectClass(draft, wanted);
  for (const [attribute, values] of Object.entries(wanted.attributes)) {
    if (attribute.toLowerCase() !== 'objectclass' && values.length > 0) {
      draft.apply(toAddition(attribute, values));
    }
  }
  setName(draft, wanted.dn);
  setGenerated(draft, issuer, classes);
  const isPrincipal = classes.has('user') || classes.has('group');
  if (isPrincipal) {
    draft.set('objectSid', wanted.identity?.sid ?? issuer.nextSid());
    setAccountName(tree, draft);
  }
  return tree.add(wanted.dn, guid, draft.content);
}

function setObjectClass(draft: Draft, { attributes }: NewObject): ReadonlySet<string> {
  const given = Object.entries(attributes).find(([key]) => key.toLowerCase() === 'objectclass');
  if (given === undefined) {
    throw new LdapError(65, '0000207C: UpdErr: DSID-0315166D, problem 6002 (OBJ_CLASS_VIOLATION)');
  }
  draft.set('objectClass', ...given[1]);
  return new Set(given[1].map((value) => value.toString().toLowerCase()));
}

function toAddition(attribute: string, values: readonly (string | Buffer)[]): Change {
  const buffers = values.map((value) => (typeof value === 'string' ? Buffer.from(value) : value));
  return { operation: 'add', attribute, values: buffers };
}

function setName(draft: Draft, dn: string): void {
  const [own] = parseDn(dn);
  if (own === undefined) {
    throw willNotPerform();
  }
  draft.set(own.type, own.value);
  draft.set('name', own.value);
}

function setGenerated(draft: Draft, issuer: Issuer, classes: ReadonlySet<string>): void {
  const stamp = toGeneralizedTime(issuer.now());
  draft.set('whenCreated', stamp);
  draft.set('whenChanged', stamp);
  for (const [objectClass, category] of Object.entries(categories)) {
    if (classes.has(objectClass)) {
      const schema = `CN=Schema,CN=Configuration,${issuer.domainDn}`;
      draft.set('objectCategory', `CN=${category},${schema}`);
    }
  }
  if (classes.has('group') && !draft.has('grouptype')) {
    draft.set('groupType', '-2147483646');
  }
  if (classes.has('user') && !draft.has('useraccountcontrol')) {
    draft.set('userAccountControl', '512');
  }
}

function setAccountName(tree: DirectoryTree, draft: Draft): void {
  if (!draft.has('samaccountname')) {
    const [first, second] = [randomBytes(3), randomBytes(6)].map((bytes) => bytes.toString('hex'));
    draft.set('sAMAccountName', `$${first}-${second}`.toUpperCase());
  }
  const type = findAttributeType('sAMAccountName');
  const [value] = draft.content.attributes.get('samaccountname') ?? [];
  if (type !== undefined && value !== undefined) {
    const taken = tree.index.find(type, valueKey(type, value)).size > 0;
    if (taken) {
      throw entryExists();
    }
  }
}

/** 20251125032000.0Z */
export function toGeneralizedTime(date: Date): string {
  return `${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}.0Z`;
}
