/**
 * Identifiers that Entra and Active Directory write differently.
 * Layouts: [MS-DTYP] 2.3.4 (GUID, first three fields little-endian) and 2.4.2 (SID).
 * Every function throws a RangeError on input that is not exactly such an identifier.
 */

const guidText = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;
const sidText = /^S-1-(0|[1-9]\d{0,14})((?:-(?:0|[1-9]\d{0,9})){1,15})$/;

/** The 16 bytes of objectGUID or mS-DS-ConsistencyGuid as the canonical lower-case text. */
export function guidFromBytes(bytes: Buffer): string {
  if (bytes.length !== 16) {
    throw new RangeError(`a GUID has 16 bytes, not ${bytes.length}`);
  }
  return [
    reversed(bytes.subarray(0, 4)).toString('hex'),
    reversed(bytes.subarray(4, 6)).toString('hex'),
    reversed(bytes.subarray(6, 8)).toString('hex'),
    bytes.toString('hex', 8, 10),
    bytes.toString('hex', 10, 16),
  ].join('-');
}

/** The 16 bytes as Active Directory stores them. */
export function guidToBytes(guid: string): Buffer {
  const fields = guidText.exec(guid)?.slice(1);
  if (fields === undefined) {
    throw new RangeError('this is not a GUID');
  }
  const [first = '', second = '', third = '', ...rest] = fields;
  const little = [first, second, third].map((field) => reversed(Buffer.from(field, 'hex')));
  return Buffer.concat([...little, Buffer.from(rest.join(''), 'hex')]);
}

/** `onPremisesImmutableId`: base64 of the 16 raw bytes of the source anchor. */
export function immutableIdFromBytes(bytes: Buffer): string {
  if (bytes.length !== 16) {
    throw new RangeError(`a source anchor has 16 bytes, not ${bytes.length}`);
  }
  return bytes.toString('base64');
}

/** False where a tenant chose another source anchor, which can be any text. */
export function isImmutableId(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 16 && bytes.toString('base64') === text;
}

export function immutableIdToBytes(immutableId: string): Buffer {
  if (!isImmutableId(immutableId)) {
    throw new RangeError('an immutable id is base64 of 16 bytes');
  }
  return Buffer.from(immutableId, 'base64');
}

/** A binary SID as `S-1-5-21-…`, as Graph's onPremisesSecurityIdentifier writes it. */
export function sidFromBytes(bytes: Buffer): string {
  const count = bytes[1] ?? 0;
  if (bytes[0] !== 1 || count < 1 || count > 15 || bytes.length !== 8 + 4 * count) {
    throw new RangeError('these bytes are not a SID');
  }
  const parts = [bytes.readUIntBE(2, 6)];
  for (let offset = 8; offset < bytes.length; offset += 4) {
    parts.push(bytes.readUInt32LE(offset));
  }
  return `S-1-${parts.join('-')}`;
}

export function isSid(text: string): boolean {
  return parseSid(text) !== undefined;
}

export function sidToBytes(sid: string): Buffer {
  const parsed = parseSid(sid);
  if (parsed === undefined) {
    throw new RangeError('this is not a SID');
  }
  const { authority, subAuthorities } = parsed;
  const bytes = Buffer.alloc(8 + 4 * subAuthorities.length);
  bytes[0] = 1;
  bytes[1] = subAuthorities.length;
  bytes.writeUIntBE(authority, 2, 6);
  for (const [index, part] of subAuthorities.entries()) {
    bytes.writeUInt32LE(part, 8 + 4 * index);
  }
  return bytes;
}

function parseSid(
  text: string,
): { readonly authority: number; readonly subAuthorities: readonly number[] } | undefined {
  const [, first = '', rest = ''] = sidText.exec(text) ?? [];
  const authority = Number(first);
  const subAuthorities = rest.split('-').slice(1).map(Number);
  const fits = authority < 2 ** 48 && subAuthorities.every((part) => part < 2 ** 32);
  return first !== '' && fits ? { authority, subAuthorities } : undefined;
}

function reversed(bytes: Buffer): Buffer {
  return Buffer.from([...bytes].toReversed());
}
