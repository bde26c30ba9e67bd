import type { Content, DirectoryTree } from './directory-tree.ts';
import type { Entry } from './entry.ts';
import {
  LdapError,
  memberExists,
  memberMissing,
  noSuchLinkTarget,
  resultCodes,
  unknownAttribute,
  willNotPerform,
} from './ldap-error.ts';
import { fromUnicodePwd, hashPassword } from './password.ts';
import type { AttributeType } from './schema.ts';
import { findAttributeType, valueKey } from './schema.ts';

export interface Change {
  readonly operation: 'add' | 'delete' | 'replace';
  readonly attribute: string;
  readonly values: readonly Buffer[];
}

/** A changed copy of an entry's content, so that a modify with one bad value changes nothing at all. */
export class Draft {
  readonly #tree: DirectoryTree;
  readonly #guid: string;
  readonly #attributes: Map<string, readonly Buffer[]>;
  #members: Set<Entry>;
  #passwordHash: string | undefined;

  constructor(tree: DirectoryTree, guid: string, from?: Entry) {
    this.#tree = tree;
    this.#guid = guid;
    this.#attributes = new Map(from?.attributes);
    this.#members = new Set(from?.members);
    this.#passwordHash = from?.passwordHash;
  }

  get content(): Content {
    return {
      attributes: this.#attributes,
      members: this.#members,
      passwordHash: this.#passwordHash,
    };
  }

  has(attributeKey: string): boolean {
    return this.#attributes.has(attributeKey);
  }

  /** Writes what only the server itself may write. */
  set(attribute: string, ...values: readonly (string | Buffer)[]): void {
    this.#attributes.set(
      attribute.toLowerCase(),
      values.map((value) => (typeof value === 'string' ? Buffer.from(value) : value)),
    );
  }

  /** Throws the LdapError that Active Directory answers with. */
  apply(change: Change): void {
    const type = findAttributeType(change.attribute);
    if (type === undefined) {
      throw unknownAttribute(change.attribute);
    }
    if (type.system) {
      throw willNotPerform();
    }
    switch (type.key) {
      case 'member':
        this.#changeMembers(change);
        return;
      case 'unicodepwd':
        this.#passwordHash = hashPassword(this.#guid, fromUnicodePwd(change.values[0]));
        return;
      default:
        this.#changeValues(type, change);
    }
  }

  #changeMembers({ operation, values }: Change): void {
    if (operation === 'replace' || (operation === 'delete' && values.length === 0)) {
      this.#members = new Set();
    }
    for (const value of values) {
      const dn = value.toString('utf8');
      const member = this.#tree.find(dn);
      if (operation === 'delete') {
        if (member === undefined || !this.#members.delete(member)) {
          throw memberMissing();
        }
      } else {
        this.#addMember(member, dn);
      }
    }
  }

  #addMember(member: Entry | undefined, dn: string): void {
    if (member === undefined) {
      throw noSuchLinkTarget(dn);
    }
    if (this.#members.has(member)) {
      throw memberExists();
    }
    this.#members.add(member);
  }

  #changeValues(type: AttributeType, { operation, values }: Change): void {
    const present = this.#attributes.get(type.key) ?? [];
    switch (operation) {
      case 'replace':
        this.#store(type, values);
        return;
      case 'add':
        this.#store(type, [...present, ...values]);
        return;
      case 'delete':
        this.#store(type, values.length === 0 ? [] : without(type, present, values));
    }
  }

  #store(type: AttributeType, values: readonly Buffer[]): void {
    const distinct = new Set(values.map((value) => valueKey(type, value)));
    if (distinct.size < values.length || (values.length > 1 && !type.multiValued)) {
      throw new LdapError(
        resultCodes.attributeOrValueExists,
        `00002081: AtrErr: DSID-03151904, #1:\n\t0: 00002081: DSID-03151904, problem 1006 (ATT_OR_VALUE_EXISTS), data 0, Att (${type.name})\n`,
      );
    }
    if (values.length === 0) {
      this.#attributes.delete(type.key);
    } else {
      this.#attributes.set(type.key, values);
    }
  }
}

function without(
  type: AttributeType,
  present: readonly Buffer[],
  gone: readonly Buffer[],
): readonly Buffer[] {
  const keys = new Set(gone.map((value) => valueKey(type, value)));
  const left = present.filter((value) => !keys.has(valueKey(type, value)));
  if (left.length + keys.size !== present.length) {
    throw new LdapError(
      resultCodes.noSuchAttribute,
      `00002085: AtrErr: DSID-03151F4F, #1:\n\t0: 00002085: DSID-03151F4F, problem 1001 (NO_ATTRIBUTE_OR_VAL), data 0, Att (${type.name})\n`,
    );
  }
  return left;
}
