import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import {
  ensureAuthority,
  issueServerCertificate,
} from '../../src/sandbox/active-directory/certificates.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import type { Cloud } from '../../src/teams/cloud.ts';

export const appId = '5d1f0a52-6f6b-4f0c-9a1e-7f6a0c5f7b21';
const issuer = 'https://channel.writeback.test';
const keyId = 'own-key-1';

/** The parts of a token before it is signed; what is undefined is left out. */
export interface TokenParts {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
}

/** A channel of our own on 127.0.0.1: OpenID metadata, signing keys, tokens for the bot, and for whoever calls it. */
export interface OwnChannel {
  readonly cloud: Cloud;
  /** PEM of the authority behind the https login endpoint. */
  readonly ca: string;
  readonly publicKeyPem: string;
  /** `Bearer …`, valid for ten minutes and for the service URL unless told otherwise. */
  authorize(serviceUrl: string, parts?: TokenParts): string;
  /** Signed with HMAC and the public key, in the hope that somebody verifies it so. */
  authorizeByHmac(serviceUrl: string): string;
  /** The forms that the bot posted for tokens of its own. */
  readonly tokenForms: readonly URLSearchParams[];
  /** How often the signing keys were fetched. */
  readonly keyFetches: number;
  /** Adds a key that was not there at the start, and gives what signs with it. */
  addKey(kid: string): KeyObject;
  close(): Promise<void>;
}

export async function startOwnChannel(): Promise<OwnChannel> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys: object[] = [toJwk(publicKey, keyId)];
  const counts = { keyFetches: 0 };
  const metadata = await listen(
    createServer((request, response) => {
      const origin = `http://${request.headers.host}`;
      if (request.url === '/keys') {
        counts.keyFetches += 1;
        answer(response, 200, { keys });
        return;
      }
      const isMetadata = request.url === '/openidconfiguration';
      answer(response, isMetadata ? 200 : 404, { issuer, jwks_uri: `${origin}/keys` });
    }),
  );
  const login = await startLogin();
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    ca: login.ca,
    publicKeyPem,
    cloud: {
      ToChannelFromBotLoginUrl: `${login.origin}/botframework.com`,
      ToChannelFromBotOAuthScope: 'https://api.channel.writeback.test',
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromChannelOpenIdMetadataUrl: `http://127.0.0.1:${metadata.port}/openidconfiguration`,
      OAuthUrl: 'https://api.channel.writeback.test',
      ToBotFromEmulatorOpenIdMetadataUrl: `http://127.0.0.1:${metadata.port}/emulator`,
      CallerId: 'urn:botframework:own',
      ValidateAuthority: false,
    },
    tokenForms: login.forms,
    get keyFetches() {
      return counts.keyFetches;
    },
    addKey(kid) {
      const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
      keys.push(toJwk(pair.publicKey, kid));
      return pair.privateKey;
    },
    authorize(serviceUrl, parts = {}) {
      const signed = `${encode({ ...usualHeader, ...parts.header })}.${encode({ ...usualClaims(serviceUrl), ...parts.claims })}`;
      const signature = sign('RSA-SHA256', Buffer.from(signed), parts.key ?? privateKey);
      return `Bearer ${signed}.${signature.toString('base64url')}`;
    },
    authorizeByHmac(serviceUrl) {
      const signed = `${encode({ ...usualHeader, alg: 'HS256' })}.${encode(usualClaims(serviceUrl))}`;
      const signature = createHmac('sha256', publicKeyPem).update(signed).digest('base64url');
      return `Bearer ${signed}.${signature}`;
    },
    async close() {
      await stop(metadata.server);
      await stop(login.server);
    },
  };
}

const usualHeader = { alg: 'RS256', typ: 'JWT', kid: keyId };

function usualClaims(serviceUrl: string): Readonly<Record<string, unknown>> {
  const now = seconds();
  return { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now - 10, exp: now + 600 };
}

/** Now, as tokens tell it. */
export function seconds(): number {
  return Math.floor(new Date().getTime() / 1000);
}

export function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function toJwk(key: KeyObject, kid: string): object {
  return { ...key.export({ format: 'jwk' }), kid, use: 'sig', endorsements: ['msteams'] };
}

/** Speaks https, since the identity library insists; every well-formed form gets a token. */
async function startLogin(): Promise<{
  readonly server: Server;
  readonly origin: string;
  readonly ca: string;
  readonly forms: readonly URLSearchParams[];
}> {
  const forms: URLSearchParams[] = [];
  const authority = ensureAuthority(new Journal());
  const { server, port } = await listen(
    createTlsServer(
      issueServerCertificate(authority, 'login.writeback.test'),
      (request, response) => void answerTokens({ request, response, forms }),
    ),
  );
  return { server, origin: `https://127.0.0.1:${port}`, ca: authority.certificate, forms };
}

async function answerTokens({
  request,
  response,
  forms,
}: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly forms: URLSearchParams[];
}): Promise<void> {
  const base = `https://${request.headers.host}/${request.url?.split('/')[1]}`;
  if (request.method === 'GET') {
    answer(response, 200, {
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/keys`,
    });
    return;
  }
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
  }
  forms.push(new URLSearchParams(text));
  const token = `bot-token-${forms.length}`;
  answer(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: token });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function listen(server: Server): Promise<{ readonly server: Server; readonly port: number }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', () => resolve());
  await promise;
  const { port } = server.address() as AddressInfo;
  return { server, port };
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) {
    return;
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}
