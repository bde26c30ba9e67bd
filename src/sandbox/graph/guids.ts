import { createHash } from 'node:crypto';

export const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The 16 bytes of a GUID as Windows stores them: the first three parts little-endian. */
export function toGuidBytes(guid: string): Buffer {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
}

/** The cloud security identifier of a directory object, `S-1-12-1-…`. */
export function toCloudSid(guid: string): string {
  const bytes = toGuidBytes(guid);
  const parts = [0, 4, 8, 12].map((at) => bytes.readUInt32LE(at));
  return `S-1-12-1-${parts.join('-')}`;
}

/** A GUID that always belongs to the text. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
