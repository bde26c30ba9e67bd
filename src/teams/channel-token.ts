import { verify } from 'node:crypto';
import { AuthenticationError } from 'botframework-connector';
import { z } from 'zod';
import { parseJson } from '../domain/parse-json.ts';
import type { Clock } from '../domain/ports.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface TokenRules {
  readonly issuer: string;
  readonly keys: SigningKeys;
  readonly time: Pick<Clock, 'now'>;
}

const Header = z.object({
  alg: z.literal('RS256'),
  kid: z.string(),
  /** Extensions that must be understood; none is. */
  crit: z.never().optional(),
});
const Claims = z.object({ iss: z.string(), exp: z.number(), nbf: z.number().optional() });

/** What Microsoft allows two clocks to differ. */
const skewSeconds = 300;

/**
 * Refuses what is not a living token of the Bot Connector: signature, algorithm, issuer, times, and whether its key
 * may speak for the channel. Resolves to when it expires, in milliseconds of the epoch. botbuilder's own verification
 * follows and is the one that accepts: it alone looks at audience and service URL. This one comes first because
 * botbuilder prints the key and answers 500 to forgeries, takes tokens without an end, and takes those of the Emulator
 * and of other bots, which are bound to no service URL. Throws `AuthenticationError` and `KeysUnreachableError`.
 */
export async function checkChannelToken(
  rules: TokenRules,
  authorization: string,
  channelId: string,
): Promise<number> {
  const [, header = '', claims = '', signature = ''] =
    /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization) ?? [];
  const { kid } = read(Header, header);
  const { exp } = readClaims(rules, claims);
  const key = await rules.keys.find(kid);
  if (key === undefined || !speaksFor(key.endorsements, channelId)) {
    throw refusal();
  }
  const signed = Buffer.from(`${header}.${claims}`);
  if (!verify('RSA-SHA256', signed, key.key, Buffer.from(signature, 'base64url'))) {
    throw refusal();
  }
  return exp * 1000;
}

function readClaims({ issuer, time }: TokenRules, part: string): z.infer<typeof Claims> {
  const claims = read(Claims, part);
  const { iss, exp, nbf = 0 } = claims;
  const now = time.now().getTime() / 1000;
  if (iss !== issuer || exp + skewSeconds <= now || nbf - skewSeconds > now) {
    throw refusal();
  }
  return claims;
}

export function refusal(): AuthenticationError {
  return new AuthenticationError('The token was refused.', 401);
}

function speaksFor(endorsements: readonly string[], channelId: string): boolean {
  return endorsements.length === 0 || endorsements.includes(channelId);
}

function read<T>(schema: z.ZodType<T>, part: string): T {
  const result = schema.safeParse(parseJson(Buffer.from(part, 'base64url').toString()));
  if (!result.success) {
    throw refusal();
  }
  return result.data;
}
