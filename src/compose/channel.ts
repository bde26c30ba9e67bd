import type { ChannelConfig } from '../config.ts';
import type { BotCredential, Channel } from '../teams/adapter.ts';
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
  };
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
