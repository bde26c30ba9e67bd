import { z } from 'zod';
import { Guid, HttpUrl, List, SafeUrl, Text } from './config-values.ts';
import { TenantId } from './domain/ids.ts';

const ServiceUrlPattern = z
  .string()
  .regex(
    /^(?:https:\/\/(?:\*\.)?[a-z\d.-]+(?::\d+)?|http:\/\/(?:127\.0\.0\.1|localhost):(?:\d+|\*))$/,
    'must be origins such as https://smba.trafficmanager.net, or https://*.example.com for the hosts below, separated by commas',
  );

/** Who carries the messages. */
export const ChannelMode = z
  .object({ CHANNEL_MODE: z.string().default('sandbox') })
  .loose()
  .pipe(
    z.discriminatedUnion(
      'CHANNEL_MODE',
      [
        z.object({
          CHANNEL_MODE: z.literal('sandbox'),
          /** Where a Teams page already runs; absent: one is started. */
          SANDBOX_SERVICE_URL: HttpUrl.optional(),
        }),
        z.object({
          CHANNEL_MODE: z.literal('teams'),
          BOT_ID: Guid,
          BOT_TENANT_ID: TenantId,
          BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
          TEAMS_APP_ID: Guid.optional(),
          ALLOWED_TENANTS: List.pipe(z.array(TenantId)).optional(),
          ALLOWED_SERVICE_URLS: List.pipe(z.array(ServiceUrlPattern)).optional(),
          /** Where people who never wrote are reached first. */
          DEFAULT_SERVICE_URL: SafeUrl.optional(),
        }),
      ],
      { error: 'must be sandbox or teams' },
    ),
  );
export type ChannelMode = z.infer<typeof ChannelMode>;

/** How the bot shows the channel who it is; a secret is the last choice. */
export const BotCredential = z.discriminatedUnion(
  'BOT_CREDENTIAL',
  [
    z.object({ BOT_CREDENTIAL: z.literal('managed-identity') }),
    z.object({
      BOT_CREDENTIAL: z.literal('certificate'),
      BOT_CERTIFICATE_THUMBPRINT: Text,
      BOT_CERTIFICATE_KEY_FILE: Text,
    }),
    z.object({ BOT_CREDENTIAL: z.literal('federated'), BOT_FEDERATED_CLIENT_ID: Guid }),
    z.object({ BOT_CREDENTIAL: z.literal('secret'), SECRET_BOT_PASSWORD: Text }),
  ],
  { error: 'must be managed-identity, certificate, federated or secret' },
);
export type BotCredential = z.infer<typeof BotCredential>;

/**
 * The endpoints of a cloud other than the public one, under the names that botbuilder gives them: either
 * `ChannelService` says it all, or `cloudEndpoints` are set together.
 */
export const CloudSettings = z.object({
  ChannelService: z
    .literal(
      'https://botframework.azure.us',
      'must be https://botframework.azure.us, or absent for the public cloud',
    )
    .optional(),
  ToChannelFromBotLoginUrl: SafeUrl.optional(),
  ToChannelFromBotOAuthScope: Text.optional(),
  ToBotFromChannelTokenIssuer: Text.optional(),
  ToBotFromChannelOpenIdMetadataUrl: SafeUrl.optional(),
  /** The older name of the same. */
  BotOpenIdMetadata: SafeUrl.optional(),
  OAuthUrl: SafeUrl.optional(),
  ToBotFromEmulatorOpenIdMetadataUrl: SafeUrl.optional(),
  CallerId: Text.optional(),
  ValidateAuthority: z.stringbool('must be true or false').default(true),
});
export type CloudSettings = z.infer<typeof CloudSettings>;

export const cloudEndpoints = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
] as const;
/** Only beside the others. */
const cloudExtras = ['OAuthUrl', 'ToBotFromEmulatorOpenIdMetadataUrl', 'CallerId'] as const;

/** One sentence, or undefined when the endpoints are complete or all absent. */
export function complainOfCloud(given: CloudSettings): string | undefined {
  const cloud = {
    ...given,
    ToBotFromChannelOpenIdMetadataUrl:
      given.ToBotFromChannelOpenIdMetadataUrl ?? given.BotOpenIdMetadata,
  };
  const missing = cloudEndpoints.filter((name) => cloud[name] === undefined);
  const all = cloudEndpoints.join(', ');
  const isPartial = missing.length < cloudEndpoints.length || isAnyGiven(cloud);
  if (isPartial && missing.length > 0) {
    return `${missing.join(', ')}: missing; set ${all} together or not at all`;
  }
  return isPartial && cloud.ChannelService !== undefined
    ? `ChannelService: must be absent when ${all} say where the cloud is`
    : undefined;
}

function isAnyGiven(cloud: CloudSettings): boolean {
  return cloudExtras.some((name) => cloud[name] !== undefined) || !cloud.ValidateAuthority;
}
