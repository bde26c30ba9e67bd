import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, decodeProtectedHeader, errors, type JWK } from 'jose';
import { z } from 'zod';
import { AgentId, SignedRequest } from '../../domain/agent-protocol.ts';
import { parseJson } from '../../domain/parse-json.ts';

/** Signs as the agent with this id. */
export interface AgentKey {
  readonly agentId: AgentId;
  readonly key: KeyObject;
}

/** Public keys of the agents that may call; `kid` is the agent's id. */
export interface AgentPublicKeys {
  readonly keys: readonly (JWK & { readonly kid: string })[];
}

/** The signature, or what it covers, is not what it should be. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused';
}

const Header = z.object({ kid: AgentId });

/** A private key in PEM: Ed25519, P-256, or RSA, such as the one of the agent's certificate. Throws on others. */
export function readAgentKey(agentId: AgentId, pem: string): AgentKey {
  const key = createPrivateKey(pem);
  algorithmOf(key);
  return { agentId, key };
}

/** What the bot's administrator puts into `AGENT_KEYS`. */
export function toPublicJwk({ agentId, key }: AgentKey): JWK & { readonly kid: string } {
  return { ...createPublicKey(key).export({ format: 'jwk' }), kid: agentId };
}

/** A compact JWS over the request and the hash of its body; it says nothing of the body itself. */
export async function signRequest(
  { agentId, key }: AgentKey,
  request: Omit<SignedRequest, 'bodySha256'>,
  body: string,
): Promise<string> {
  const claims: SignedRequest = { ...request, bodySha256: hashOf(body) };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithmOf(key), kid: agentId })
    .sign(key);
}

/** Verifies key, path and body; when and how often it may be used is the caller's business. Throws `SignatureRefused`. */
export async function verifyRequest(
  { keys }: AgentPublicKeys,
  signature: string,
  request: { readonly path: string; readonly body: string },
): Promise<{ readonly agentId: AgentId; readonly signed: SignedRequest }> {
  const { agentId, payload } = await verify(keys, signature);
  const signed = SignedRequest.safeParse(parseJson(payload));
  if (!signed.success) {
    throw new SignatureRefused('the signature covers something else than a request');
  }
  const { path, bodySha256 } = signed.data;
  if (path !== request.path || bodySha256 !== hashOf(request.body)) {
    throw new SignatureRefused('the signature is that of another request');
  }
  return { agentId, signed: signed.data };
}

async function verify(
  keys: AgentPublicKeys['keys'],
  signature: string,
): Promise<{ readonly agentId: AgentId; readonly payload: string }> {
  try {
    const header = Header.parse(decodeProtectedHeader(signature));
    const { key, alg } = findKey(keys, header.kid);
    const { payload } = await compactVerify(signature, key, { algorithms: [alg] });
    return { agentId: header.kid, payload: new TextDecoder().decode(payload) };
  } catch (error) {
    // A text that is no JWS at all is a TypeError for jose.
    if (
      error instanceof errors.JOSEError ||
      error instanceof z.ZodError ||
      error instanceof TypeError
    ) {
      throw new SignatureRefused('the signature is not valid', { cause: error });
    }
    throw error;
  }
}

function findKey(
  keys: AgentPublicKeys['keys'],
  agentId: AgentId,
): { readonly key: KeyObject; readonly alg: string } {
  const jwk = keys.find(({ kid }) => kid === agentId);
  if (jwk === undefined) {
    throw new SignatureRefused('nobody knows this key');
  }
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return { key, alg: algorithmOf(key) };
}

/** One algorithm for each kind of key, whatever a header says. */
function algorithmOf(key: KeyObject): 'EdDSA' | 'ES256' | 'PS256' {
  if (key.asymmetricKeyType === 'ed25519') {
    return 'EdDSA';
  }
  if (key.asymmetricKeyType === 'rsa') {
    return 'PS256';
  }
  if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') {
    return 'ES256';
  }
  throw new RangeError('the key must be Ed25519, P-256 or RSA');
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}
