import { z } from 'zod';

/** In small letters, however it was written: Microsoft tells no difference, and settings are typed by people. */
export const Guid = z.guid().toLowerCase();

/** Directory object ids and entitlement-management ids are GUIDs; the brands keep them from being mixed up. */
export const TenantId = Guid.brand('TenantId');
export type TenantId = z.infer<typeof TenantId>;

export const UserId = Guid.brand('UserId');
export type UserId = z.infer<typeof UserId>;

export const GroupId = Guid.brand('GroupId');
export type GroupId = z.infer<typeof GroupId>;

export const CatalogId = Guid.brand('CatalogId');
export type CatalogId = z.infer<typeof CatalogId>;

export const AccessPackageId = Guid.brand('AccessPackageId');
export type AccessPackageId = z.infer<typeof AccessPackageId>;

export const PolicyId = Guid.brand('PolicyId');
export type PolicyId = z.infer<typeof PolicyId>;

export const AssignmentRequestId = Guid.brand('AssignmentRequestId');
export type AssignmentRequestId = z.infer<typeof AssignmentRequestId>;

/** An entitlement-management role that somebody holds on a catalog. */
export const RoleAssignmentId = Guid.brand('RoleAssignmentId');
export type RoleAssignmentId = z.infer<typeof RoleAssignmentId>;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A request's number as people type it, such as `WB-7K3F2Q9X`: 40 random bits in Crockford's base 32. */
export const RequestId = z
  .string()
  .regex(/^WB-[0-9A-HJKMNP-TV-Z]{8}$/)
  .brand('RequestId');
export type RequestId = z.infer<typeof RequestId>;

/** A list of requests that were made together, such as `WL-7K3F2Q9X`. */
export const BatchId = z
  .string()
  .regex(/^WL-[0-9A-HJKMNP-TV-Z]{8}$/)
  .brand('BatchId');
export type BatchId = z.infer<typeof BatchId>;

/** Makes a request id of five random bytes. */
export function toRequestId(random: Uint8Array): RequestId {
  return RequestId.parse(`WB-${toText(random)}`);
}

/** Makes the id of a list of requests of five random bytes. */
export function toBatchId(random: Uint8Array): BatchId {
  return BatchId.parse(`WL-${toText(random)}`);
}

function toText(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.subarray(0, 5)) {
    bits = (bits << 8n) | BigInt(byte);
  }
  let text = '';
  for (let index = 0; index < 8; index += 1) {
    text = `${alphabet.charAt(Number(bits & 31n))}${text}`;
    bits >>= 5n;
  }
  return text;
}

/** Reads a request id as people type it: any case, with or without the prefix, O for 0 and I or L for 1. */
export function readRequestId(text: string): RequestId | undefined {
  const result = RequestId.safeParse(`WB-${bareNumber(text, /^WB[-_ ]?/)}`);
  return result.success ? result.data : undefined;
}

/** Reads the id of a list in the same way, but never without its prefix, which tells it from a request's. */
export function readBatchId(text: string): BatchId | undefined {
  const prefix = /^WL[-_ ]?/;
  if (!prefix.test(text.trim().toUpperCase())) {
    return undefined;
  }
  const result = BatchId.safeParse(`WL-${bareNumber(text, prefix)}`);
  return result.success ? result.data : undefined;
}

function bareNumber(text: string, prefix: RegExp): string {
  const bare = text.trim().toUpperCase().replace(prefix, '');
  return bare.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
