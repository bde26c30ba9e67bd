import type { ChannelConfig } from '../config.ts';
import type { CloudSettings } from '../config-channel.ts';
import type { BotCredential, Channel } from '../teams/channel.ts';
import { type Cloud, governmentCloud } from '../teams/cloud.ts';
import { governmentDefaultServiceUrl } from '../teams/service-urls.ts';
import { wallClock } from './clock.ts';
import { readText } from './onprem.ts';

/** Who carries the messages, as teams/ knows it. */
export async function composeChannel(config: ChannelConfig): Promise<Channel> {
  if (config.CHANNEL_MODE === 'sandbox') {
    return { kind: 'sandbox' };
  }
  return {
    kind: 'teams',
    appId: config.BOT_ID,
    tenantId: config.BOT_TENANT_ID,
    appType: config.BOT_APP_TYPE,
    credential: await credentialOf(config.credential),
    cloud: cloudOf(config.cloud),
    defaultServiceUrl: config.DEFAULT_SERVICE_URL ?? defaultServiceUrlOf(config.cloud),
    time: wallClock,
  };
}

function cloudOf(given: CloudSettings): Cloud | undefined {
  if (given.ChannelService !== undefined) {
    return governmentCloud;
  }
  const {
    ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl = given.BotOpenIdMetadata,
  } = given;
  if (
    ToChannelFromBotLoginUrl === undefined ||
    ToChannelFromBotOAuthScope === undefined ||
    ToBotFromChannelTokenIssuer === undefined ||
    ToBotFromChannelOpenIdMetadataUrl === undefined
  ) {
    return undefined;
  }
  return {
    ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl,
    OAuthUrl: given.OAuthUrl ?? ToChannelFromBotOAuthScope,
    ToBotFromEmulatorOpenIdMetadataUrl:
      given.ToBotFromEmulatorOpenIdMetadataUrl ?? ToBotFromChannelOpenIdMetadataUrl,
    CallerId: given.CallerId ?? 'urn:botframework:azure',
    ValidateAuthority: given.ValidateAuthority,
  };
}

function defaultServiceUrlOf({ ChannelService }: CloudSettings): string | undefined {
  return ChannelService === undefined ? undefined : governmentDefaultServiceUrl;
}

async function credentialOf(
  credential: Extract<ChannelConfig, { readonly CHANNEL_MODE: 'teams' }>['credential'],
): Promise<BotCredential> {
  switch (credential.BOT_CREDENTIAL) {
    case 'managed-identity':
      return { kind: 'managed-identity' };
    case 'federated':
      return {
        kind: 'federated',
        managedIdentityClientId: credential.BOT_FEDERATED_CLIENT_ID,
      };
    case 'secret':
      return { kind: 'secret', password: credential.SECRET_BOT_PASSWORD };
    case 'certificate':
      return {
        kind: 'certificate',
        thumbprint: credential.BOT_CERTIFICATE_THUMBPRINT,
        privateKey: await readText('BOT_CERTIFICATE_KEY_FILE', credential.BOT_CERTIFICATE_KEY_FILE),
      };
  }
}
