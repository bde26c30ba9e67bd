import { z } from 'zod';
import { Guid, List, SafeUrl, Text } from './config-values.ts';
import { AgentId } from './domain/agent-protocol.ts';
import { TenantId } from './domain/ids.ts';

const keysMessage = 'must be a JSON Web Key Set of public keys with the ids of agents as "kid"';

/** Public halves of the agents' keys, as `npm run agent -- --public-key` prints them. */
const PublicKey = z.union([
  z.object({ kid: AgentId, kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: Text }),
  z.object({ kid: AgentId, kty: z.literal('EC'), crv: z.literal('P-256'), x: Text, y: Text }),
  z.object({ kid: AgentId, kty: z.literal('RSA'), n: Text.min(342), e: Text }),
]);

const PublicKeys = z
  .string()
  .transform((text, context) => {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      context.issues.push({ code: 'custom', message: keysMessage, input: text });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .object({ keys: z.array(PublicKey).min(1) }, keysMessage)
      .refine(
        ({ keys }) => new Set(keys.map(({ kid }) => kid)).size === keys.length,
        'must name each agent once',
      ),
  );

const common = { AGENT_KEYS: PublicKeys };

/** How the bot knows its agents. `key` is for the sandbox: without Entra, by signatures alone. */
export const AgentAccess = z
  .object({ AGENT_AUTH: z.string().default('entra') })
  .loose()
  .pipe(
    z.discriminatedUnion(
      'AGENT_AUTH',
      [
        z.object({
          AGENT_AUTH: z.literal('entra'),
          ...common,
          AGENT_TENANT_ID: TenantId,
          AGENT_AUDIENCE: Guid,
          AGENT_CLIENT_IDS: List.pipe(
            z.array(Guid).min(1, 'must be application ids, separated by commas'),
          ),
          AGENT_ROLE: Text.default('Agent.Run'),
          AGENT_TOKEN_ISSUER: SafeUrl.optional(),
          AGENT_TOKEN_KEYS_URL: SafeUrl.optional(),
        }),
        z.object({ AGENT_AUTH: z.literal('key'), ...common }),
      ],
      { error: 'must be entra or key' },
    ),
  );
export type AgentAccess = z.infer<typeof AgentAccess> | { readonly AGENT_AUTH: 'off' };
