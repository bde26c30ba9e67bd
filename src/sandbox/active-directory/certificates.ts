import type { KeyObject } from 'node:crypto';
import {
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import type { Journal } from '../journal.ts';
import { element, integer, sequence } from './ber.ts';

/** PEM texts. */
export interface Authority {
  readonly certificate: string;
  readonly key: string;
}

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

const collection = 'active-directory-authority';
const issuerName = 'Contoso Sandbox CA';

/** The certificate authority of the sandbox's domain; the journal keeps it, so that trust survives a restart. */
export function ensureAuthority(journal: Journal): Authority {
  const known = journal.get<Authority>(collection, 'authority');
  if (known !== undefined) {
    return known;
  }
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = issue({
    commonName: issuerName,
    publicKey,
    signingKey: privateKey,
    days: 3650,
    extensions: [
      extension('551d13', sequence(boolean(true)), true),
      extension('551d0f', element(0x03, Buffer.from([0x01, 0x06])), true),
    ],
  });
  const authority = { certificate, key: toPem(privateKey) };
  journal.put(collection, 'authority', authority);
  return authority;
}

/** A fresh server certificate for the DNS name and for 127.0.0.1. */
export function issueServerCertificate(authority: Authority, dnsName: string): ServerCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = sequence(
    element(0x82, Buffer.from(dnsName, 'ascii')),
    element(0x87, Buffer.from([127, 0, 0, 1])),
  );
  const cert = issue({
    commonName: dnsName,
    publicKey,
    signingKey: createPrivateKey(authority.key),
    days: 825,
    extensions: [
      extension('551d11', names),
      extension('551d25', sequence(objectId('2b06010505070301'))),
    ],
  });
  return { cert, key: toPem(privateKey) };
}

interface Issue {
  readonly commonName: string;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly days: number;
  readonly extensions: readonly Buffer[];
}

/** An X.509 version 3 certificate (RFC 5280 §4.1), signed with ECDSA and SHA-256. */
function issue(wanted: Issue): string {
  const algorithm = sequence(objectId('2a8648ce3d040302'));
  const body = sequence(
    element(0xa0, integer(2)),
    element(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    algorithm,
    name(issuerName),
    validity(wanted.days),
    name(wanted.commonName),
    wanted.publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(...wanted.extensions)),
  );
  const signature = sign('sha256', body, wanted.signingKey);
  const certificate = sequence(body, algorithm, bitString(signature));
  return new X509Certificate(certificate).toString();
}

function name(commonName: string): Buffer {
  const attribute = sequence(objectId('550403'), element(0x0c, Buffer.from(commonName)));
  return sequence(element(0x31, attribute));
}

function validity(days: number): Buffer {
  const day = 24 * 60 * 60 * 1000;
  const now = new Date();
  return sequence(
    utcTime(new Date(now.getTime() - day)),
    utcTime(new Date(now.getTime() + days * day)),
  );
}

function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return element(0x17, Buffer.from(`${digits}Z`));
}

function extension(oid: string, value: Buffer, critical = false): Buffer {
  const flag = critical ? [boolean(true)] : [];
  return sequence(objectId(oid), ...flag, element(0x04, value));
}

function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.from([value ? 0xff : 0x00]));
}

function bitString(bytes: Buffer): Buffer {
  return element(0x03, Buffer.from([0x00]), bytes);
}

function objectId(hex: string): Buffer {
  return element(0x06, Buffer.from(hex, 'hex'));
}

function toPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
