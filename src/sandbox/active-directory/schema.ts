import { sidToBytes } from '../../onprem/ids.ts';
import { dnKey } from './distinguished-name.ts';

export type Syntax = 'text' | 'binary' | 'link' | 'category';

export interface AttributeType {
  readonly name: string;
  readonly key: string;
  readonly syntax: Syntax;
  /** Kept by the server; nobody may write it through LDAP. */
  readonly system: boolean;
  readonly multiValued: boolean;
  readonly indexed: boolean;
}

/**
 * The attributes of a default Active Directory forest that this sandbox needs. As there, writing any other
 * attribute is an error, and searching for one matches nothing: Exchange's mailNickname, for one, is not here.
 */
const plain =
  'ou dc name displayName description mail userPrincipalName sAMAccountName userAccountControl pwdLastSet ' +
  'accountExpires givenName sn title department telephoneNumber info groupType cn adminDescription ' +
  'msDS-ExternalDirectoryObjectId adminDisplayName company whenCreated whenChanged sAMAccountType ' +
  'proxyAddresses objectClass dNSHostName';
const binary = 'objectGUID objectSid mS-DS-ConsistencyGuid unicodePwd';
const links = 'member memberOf distinguishedName';
const system = new Set(
  'objectGUID objectSid memberOf distinguishedName whenCreated whenChanged sAMAccountType name objectClass'.split(
    ' ',
  ),
);
const multiValued = new Set(['member', 'memberOf', 'proxyAddresses', 'objectClass', 'description']);
const indexed = new Set([
  'objectGUID',
  'objectSid',
  'cn',
  'adminDescription',
  'msDS-ExternalDirectoryObjectId',
  'mS-DS-ConsistencyGuid',
  'sAMAccountName',
  'userPrincipalName',
]);

const types = new Map<string, AttributeType>([
  ...plain.split(' ').map((name) => describe(name, 'text')),
  ...binary.split(' ').map((name) => describe(name, 'binary')),
  ...links.split(' ').map((name) => describe(name, 'link')),
  describe('objectCategory', 'category'),
]);

export const indexedTypes: readonly AttributeType[] = [...types.values()].filter(
  (type) => type.indexed,
);

/** Undefined for an attribute that the schema does not have. */
export function findAttributeType(name: string): AttributeType | undefined {
  return types.get(name.toLowerCase());
}

/** Two values of one attribute are equal exactly if their keys are. */
export function valueKey(type: AttributeType, value: Buffer): string {
  switch (type.syntax) {
    case 'binary':
      return value.toString('hex');
    case 'text':
      return value.toString('utf8').toLowerCase();
    case 'link':
      return dnKey(value.toString('utf8'));
    case 'category':
      return categoryKey(value.toString('utf8'));
  }
}

/** The key of a value somebody asks for: Active Directory accepts a SID in its text form there. */
export function assertionKey(type: AttributeType, value: Buffer): string {
  const text = value.toString('latin1');
  const isText = type.key === 'objectsid' && text.startsWith('S-1-');
  return valueKey(type, isText ? sidToBytes(text) : value);
}

/** objectCategory is a DN in the schema partition, and filters may name the class alone. */
function categoryKey(text: string): string {
  const lower = text.toLowerCase();
  return /^cn=([^,]+),cn=schema,/.exec(lower)?.[1] ?? lower;
}

function describe(name: string, syntax: Syntax): readonly [string, AttributeType] {
  const key = name.toLowerCase();
  const flags = {
    system: system.has(name),
    multiValued: multiValued.has(name),
    indexed: indexed.has(name),
  };
  return [key, { name, key, syntax, ...flags }];
}
