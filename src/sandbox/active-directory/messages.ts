import type { Element } from './ber.ts';
import { child, element, integer, octets, sequence, toInteger } from './ber.ts';

/** Protocol operations of RFC 4511 by their BER tag. */
export const requestTags = {
  bind: 0x60,
  unbind: 0x42,
  search: 0x63,
  modify: 0x66,
  add: 0x68,
  delete: 0x4a,
  modifyDn: 0x6c,
  compare: 0x6e,
  abandon: 0x50,
  extended: 0x77,
} as const;

/** `search` for 0x63. */
export function operationName(tag: number): string {
  return (
    Object.entries(requestTags).find(([, known]) => known === tag)?.[0] ?? `0x${tag.toString(16)}`
  );
}

const searchEntryTag = 0x64;
const searchReferenceTag = 0x73;

const responseTags: ReadonlyMap<number, number> = new Map([
  [0x60, 0x61],
  [0x63, 0x65],
  [0x66, 0x67],
  [0x68, 0x69],
  [0x4a, 0x6b],
  [0x6c, 0x6d],
  [0x6e, 0x6f],
  [0x77, 0x78],
]);

export interface Request {
  readonly id: number;
  readonly operation: Element;
  readonly controls: readonly Element[];
}

export interface Result {
  readonly code: number;
  readonly text?: string;
  readonly control?: Buffer;
}

/** Throws a RangeError on anything that is not an LDAP message. */
export function toRequest(message: Element): Request {
  return {
    id: toInteger(child(message, 0)),
    operation: child(message, 1),
    controls: message.children[2]?.children ?? [],
  };
}

/** Undefined for requests that have no answer, such as unbind. */
export function resultMessage(request: Request, result: Result): Buffer | undefined {
  const tag = responseTags.get(request.operation.tag);
  if (tag === undefined) {
    return undefined;
  }
  const body = element(tag, integer(result.code, 0x0a), octets(''), octets(result.text ?? ''));
  const controls = result.control === undefined ? [] : [element(0xa0, result.control)];
  return sequence(integer(request.id), body, ...controls);
}

export interface AttributeValues {
  readonly name: string;
  readonly values: readonly Buffer[];
}

export function entryMessage(
  id: number,
  dn: string,
  attributes: readonly AttributeValues[],
): Buffer {
  const list = attributes.map(({ name, values }) =>
    sequence(octets(name), element(0x31, ...values.map((value) => octets(value)))),
  );
  return sequence(integer(id), element(searchEntryTag, octets(dn), sequence(...list)));
}

/** Where a client could go on searching; clients of ours never do. */
export function referenceMessage(id: number, url: string): Buffer {
  return sequence(integer(id), element(searchReferenceTag, octets(url)));
}
