import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../domain/ports.ts';

export interface SigningKey {
  readonly key: KeyObject;
  /** The channels that the key may speak for; empty: any. */
  readonly endorsements: readonly string[];
}

/** The public keys with which the Bot Connector signs. */
export interface SigningKeys {
  /** Resolves to `undefined` when there is no such key. Throws `KeysUnreachableError`. */
  find(keyId: string): Promise<SigningKey | undefined>;
}

/** Nobody could say which keys the Bot Connector has, so nobody can be believed for now. */
export class KeysUnreachableError extends Error {
  override readonly name = 'KeysUnreachableError';
}

const Metadata = z.object({ jwks_uri: z.url() });
const KeySet = z.object({
  keys: z.array(
    z.object({
      kty: z.string(),
      kid: z.string(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).default([]),
    }),
  ),
});

interface Fetched {
  readonly keys: ReadonlyMap<string, SigningKey>;
  readonly at: number;
}

/** Microsoft asks to look once a day, and says that new keys are published before they are used. */
const dailyMs = 24 * 3_600_000;
/** A key id that is not known is looked for again no sooner than this, so that forgeries cause no traffic. */
const soonestMs = 60_000;

/**
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#step-3-get-the-list-of-valid-signing-keys
 * While the service does not answer, keys that are known stay valid.
 */
export function createSigningKeys(metadataUrl: string, time: Pick<Clock, 'now'>): SigningKeys {
  let fetched: Fetched | undefined;
  let fetching: Promise<Fetched> | undefined;

  async function renew(): Promise<Fetched> {
    fetching ??= fetchKeys(metadataUrl, time).finally(() => (fetching = undefined));
    fetched = await fetching;
    return fetched;
  }

  return {
    async find(keyId) {
      const known = fetched?.keys.get(keyId);
      const age = fetched === undefined ? Infinity : time.now().getTime() - fetched.at;
      if (age < (known === undefined ? soonestMs : dailyMs)) {
        return known;
      }
      try {
        return (await renew()).keys.get(keyId);
      } catch (error) {
        if (known !== undefined) {
          return known;
        }
        throw error;
      }
    },
  };
}

async function fetchKeys(metadataUrl: string, time: Pick<Clock, 'now'>): Promise<Fetched> {
  try {
    const { jwks_uri: keysUrl } = Metadata.parse(await fetchJson(metadataUrl));
    const { keys } = KeySet.parse(await fetchJson(keysUrl));
    return { keys: new Map(keys.flatMap(toEntry)), at: time.now().getTime() };
  } catch (error) {
    throw new KeysUnreachableError('The keys of the Bot Connector cannot be read', {
      cause: error,
    });
  }
}

function toEntry({
  kty,
  kid,
  n,
  e,
  endorsements,
}: z.infer<typeof KeySet>['keys'][number]): [string, SigningKey][] {
  if (kty !== 'RSA' || n === undefined || e === undefined) {
    return [];
  }
  return [[kid, { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements }]];
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  const body: unknown = await response.json();
  return body;
}
