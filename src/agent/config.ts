import path from 'node:path';
import { z } from 'zod';
import { ConfigError, parse, type Variables, withoutBlanks } from '../config.ts';
import { DirectAd } from '../config-schema.ts';
import { Guid, SafeUrl, Text } from '../config-values.ts';
import { AgentId } from '../domain/agent-protocol.ts';
import { TenantId } from '../domain/ids.ts';

const script = path.resolve(import.meta.dirname, 'powershell/Invoke-WritebackAgent.ps1');

/** Settings that every agent has. */
const AgentSettings = z.object({
  /** Origin of the bot, such as `https://writeback.example.com`. */
  AGENT_BOT_URL: SafeUrl,
  AGENT_ID: AgentId,
  /** PEM file with the private key that requests and answers are signed with. */
  AGENT_KEY_FILE: Text,
  /** Remembers starts of sync cycles over a restart. */
  AGENT_STATE_FILE: Text.default('.data/agent-state.json'),
  /** Jobs at the same time. */
  AGENT_CONCURRENCY: z.coerce.number('must be a number').int().min(1).max(16).default(2),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});
export type AgentSettings = z.infer<typeof AgentSettings>;

/** How the agent gets its token. `none` sends signatures alone, which a bot outside the sandbox refuses. */
const AgentCredential = z.discriminatedUnion(
  'AGENT_CREDENTIAL',
  [
    z.object({
      AGENT_CREDENTIAL: z.literal('managed-identity'),
      AGENT_AUDIENCE: Guid,
      AGENT_CLIENT_ID: Guid.optional(),
    }),
    z.object({
      AGENT_CREDENTIAL: z.literal('certificate'),
      AGENT_AUDIENCE: Guid,
      AGENT_TENANT_ID: TenantId,
      AGENT_CLIENT_ID: Guid,
      AGENT_CERTIFICATE_FILE: Text,
    }),
    z.object({ AGENT_CREDENTIAL: z.literal('none') }),
  ],
  { error: 'must be managed-identity, certificate or none' },
);
export type AgentCredential = z.infer<typeof AgentCredential>;

const AgentAd = z
  .object({ AD_MODE: z.string().default('none') })
  .loose()
  .pipe(
    z.discriminatedUnion('AD_MODE', [z.object({ AD_MODE: z.literal('none') }), DirectAd], {
      error: 'must be direct or none',
    }),
  );
export type AgentAd = z.infer<typeof AgentAd>;

const AgentSync = z
  .object({ AGENT_SYNC: z.string().default('none') })
  .loose()
  .pipe(
    z.discriminatedUnion(
      'AGENT_SYNC',
      [
        z.object({ AGENT_SYNC: z.literal('none') }),
        z.object({
          AGENT_SYNC: z.literal('powershell'),
          /** Path or name of the executable; PowerShell 5.1 where the sync engine is. */
          AGENT_POWERSHELL: Text.default('powershell.exe'),
          AGENT_SYNC_SCRIPT: Text.default(script),
          /** The sync server, when its JEA endpoint is used from another machine. */
          AGENT_SYNC_COMPUTER: z
            .string()
            .regex(/^[A-Za-z\d](?:[A-Za-z\d.-]{0,253}[A-Za-z\d])?$/, 'must be a host name')
            .optional(),
          /** Below the lease of a job (30 seconds), so that two agents never run it at once. */
          AGENT_SYNC_TIMEOUT_SECONDS: z.coerce
            .number('must be a number of seconds')
            .min(0.1)
            .max(25, 'must be at most 25 seconds')
            .default(25),
        }),
      ],
      { error: 'must be powershell or none' },
    ),
  );
export type AgentSync = z.infer<typeof AgentSync>;

export interface AgentConfig {
  readonly settings: AgentSettings;
  readonly credential: AgentCredential;
  readonly ad: AgentAd;
  readonly sync: AgentSync;
}

/** The ConfigError names all wrong variables at once and none of their values. */
export function readAgentConfig(env: Variables): AgentConfig {
  const given = withoutBlanks(env);
  const complaints: string[] = [];
  const settings = parse(AgentSettings, given, complaints);
  const credential = parse(AgentCredential, given, complaints);
  const ad = parse(AgentAd, given, complaints);
  const sync = parse(AgentSync, given, complaints);
  if (ad?.AD_MODE === 'none' && sync?.AGENT_SYNC === 'none') {
    complaints.push('AD_MODE, AGENT_SYNC: at least one must be something else than none');
  }
  if (
    settings === undefined ||
    credential === undefined ||
    ad === undefined ||
    sync === undefined ||
    complaints.length > 0
  ) {
    const lines = complaints.map((line) => `  ${line}`).join('\n');
    throw new ConfigError(
      `Wrong settings of the agent:\n${lines}\nEvery variable is described in env/.env.agent.example.`,
    );
  }
  return { settings, credential, ad, sync };
}
