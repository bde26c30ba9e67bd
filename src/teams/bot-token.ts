import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import {
  ClientAssertionCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { TeamsChannel } from './channel.ts';
import { type Cloud, publicCloud } from './cloud.ts';

/** The token that the bot shows to the Bot Connector. */
export interface BotToken {
  /** The one at hand while it lasts, else a new one; many callers at once ask the identity service once. */
  get(): Promise<string>;
  /** Another one than `refused`, which the Bot Connector did not accept. */
  renew(refused: string): Promise<string>;
}

interface Held {
  readonly token: string;
  readonly usableUntil: number;
}

/** Renewed so long before its end, because clocks differ and sending takes time. */
const marginMs = 5 * 60_000;

/** Asks nobody before the first `get`. Both methods throw what the identity service's client throws. */
export function createBotToken(channel: TeamsChannel): BotToken {
  const cloud = channel.cloud ?? publicCloud;
  let credential = toCredential(channel, cloud);
  const scope = toScope(cloud.ToChannelFromBotOAuthScope);
  let held: Held | undefined;
  let asking: Promise<Held> | undefined;

  async function ask(): Promise<Held> {
    const answer = await credential.getToken(scope);
    if (answer === null) {
      throw new Error('the credential gave no token for the Bot Connector');
    }
    return { token: answer.token, usableUntil: answer.expiresOnTimestamp - marginMs };
  }

  async function askOnce(): Promise<string> {
    asking ??= ask().finally(() => (asking = undefined));
    held = await asking;
    return held.token;
  }

  return {
    async get() {
      const isUsable = held !== undefined && held.usableUntil > channel.time.now().getTime();
      return isUsable && held !== undefined ? held.token : askOnce();
    },
    async renew(refused) {
      if (held !== undefined && held.token !== refused) {
        return held.token;
      }
      // The library would give the same token from its own memory.
      credential = toCredential(channel, cloud);
      return askOnce();
    },
  };
}

function toScope(resource: string): string {
  return resource.endsWith('/.default') ? resource : `${resource}/.default`;
}

/** botbuilder's own factories ask the public cloud whatever the login URL says, hence these. */
function toCredential(channel: TeamsChannel, cloud: Cloud): TokenCredential {
  const { appId, tenantId, credential } = channel;
  const authorityHost = new URL(cloud.ToChannelFromBotLoginUrl).origin;
  const options = { authorityHost, disableInstanceDiscovery: !cloud.ValidateAuthority };
  switch (credential.kind) {
    case 'secret':
      return new ClientSecretCredential(tenantId, appId, credential.password, options);
    case 'managed-identity':
      return new ManagedIdentityCredential({ clientId: appId });
    case 'certificate': {
      const audience = `${authorityHost}/${tenantId}/oauth2/v2.0/token`;
      const { time } = channel;
      const assert = createAssertion({ appId, audience, time, ...credential });
      return new ClientAssertionCredential(tenantId, appId, assert, options);
    }
    case 'federated': {
      const { managedIdentityClientId: clientId, audience } = credential;
      const identity = new ManagedIdentityCredential({ clientId });
      const exchange = toScope(audience ?? 'api://AzureADTokenExchange');
      return new ClientAssertionCredential(
        tenantId,
        appId,
        async () => (await identity.getToken(exchange)).token,
        options,
      );
    }
  }
}

interface Signer extends Pick<TeamsChannel, 'appId' | 'time'> {
  readonly audience: string;
  readonly thumbprint: string;
  readonly privateKey: string;
}

/**
 * A certificate's statement of who the bot is, valid for ten minutes.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
function createAssertion(signer: Signer): () => Promise<string> {
  const { appId, time, audience, thumbprint } = signer;
  const key = createPrivateKey(signer.privateKey);
  const x5t = Buffer.from(thumbprint.replaceAll(/[^\da-f]/gi, ''), 'hex').toString('base64url');
  return async () => {
    const now = Math.floor(time.now().getTime() / 1000);
    const claims = { aud: audience, iss: appId, sub: appId, jti: randomUUID() };
    const header = encode({ alg: 'RS256', typ: 'JWT', x5t });
    const signed = `${header}.${encode({ ...claims, nbf: now, exp: now + 600 })}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
