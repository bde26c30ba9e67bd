import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../domain/ports.ts';

export interface AgentTokenRules {
  readonly tenantId: string;
  /** The application id of the bot's API, as `aud` of version 2.0 tokens carries it. */
  readonly audience: string;
  /** Applications and managed identities that agents run as. */
  readonly clientIds: readonly string[];
  /** The app role that must have been granted. */
  readonly role: string;
  /** Such as `https://login.microsoftonline.com/{tenant}/v2.0`. */
  readonly issuer: string;
  readonly keysUrl: string;
  readonly time: Pick<Clock, 'now'>;
}

/** The token is none of ours; `cause` says why, for the log. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** Nobody could say which keys Entra signs with, so nobody can be believed for now. */
export class TokenKeysUnreachable extends Error {
  override readonly name = 'TokenKeysUnreachable';
}

/** Resolves when the `Authorization` header proves an agent. Throws `TokenRefused` and `TokenKeysUnreachable`. */
export type TokenCheck = (authorization: string) => Promise<void>;

/** What Microsoft allows two clocks to differ. */
const skewSeconds = 300;

/**
 * Application tokens of Entra, version 2.0: signature by a key of the tenant, RS256 only, and every claim that says
 * who, for whom, with which role and until when.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function createTokenCheck(rules: AgentTokenRules): TokenCheck {
  const keys = createRemoteJWKSet(new URL(rules.keysUrl), { timeoutDuration: 10_000 });
  const Claims = z.object({
    tid: z.literal(rules.tenantId),
    roles: z.array(z.string()).refine((roles) => roles.includes(rules.role), 'lacks the role'),
    azp: z.enum(rules.clientIds),
  });
  return async (authorization) => {
    const [, token = ''] = /^Bearer ([\w.-]+)$/.exec(authorization) ?? [];
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: rules.issuer,
        audience: rules.audience,
        requiredClaims: ['exp', 'nbf'],
        clockTolerance: skewSeconds,
        currentDate: rules.time.now(),
      });
      Claims.parse(payload);
    } catch (error) {
      throw toRefusal(error);
    }
  };
}

/** Answers that are no keys, and silence, are the identity service's failure and not the caller's. */
function toRefusal(error: unknown): Error {
  const isKeysFailure =
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
    !(error instanceof errors.JOSEError || error instanceof z.ZodError);
  return isKeysFailure
    ? new TokenKeysUnreachable('the keys of Microsoft Entra cannot be read', { cause: error })
    : new TokenRefused('the token was refused', { cause: error });
}
