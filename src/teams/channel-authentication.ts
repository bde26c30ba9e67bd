import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type ClaimsIdentity,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
  TokenCredentials,
  type UserTokenClient,
} from 'botframework-connector';
import type { BotToken } from './bot-token.ts';
import type { Channel, TeamsChannel } from './channel.ts';
import { checkChannelToken, refusal, type TokenRules } from './channel-token.ts';
import { publicCloud } from './cloud.ts';
import { createSigningKeys, KeysUnreachableError } from './signing-keys.ts';
import { steadyConnectors } from './steady-connectors.ts';
import { Verdicts } from './verdicts.ts';

export interface AuthenticationOptions {
  readonly channel: Channel;
  readonly token: BotToken | undefined;
  readonly sendTimeoutMs: number;
}

/**
 * The SDK's authentication with four changes: our own check of the token comes first (see channel-token.ts); what it
 * and the SDK believed is remembered for a moment; every refusal is an AuthenticationError; and the clients that the
 * SDK wants for each turn are made once, since this bot signs nobody in and sends by itself.
 */
export class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #rules: TokenRules | undefined;
  readonly #verdicts: Verdicts<AuthenticateRequestResult>;
  readonly #steady: ReturnType<typeof steadyConnectors>;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor({ channel, token, sendTimeoutMs }: AuthenticationOptions) {
    super(optionsOf(channel), credentialsOf(channel, token));
    this.#rules = channel.kind === 'teams' ? rulesOf(channel) : undefined;
    this.#verdicts = new Verdicts(channel.kind === 'teams' ? channel.time : neverCalled);
    this.#steady = steadyConnectors(sendTimeoutMs);
  }

  /** Throws `AuthenticationError` and `KeysUnreachableError`. */
  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const { serviceUrl, channelId } = activity;
    const rules = this.#rules;
    if (rules === undefined) {
      return this.#believe(activity, authorization);
    }
    const question = { authorization, serviceUrl, channelId };
    const known = this.#verdicts.find(question);
    if (known !== undefined) {
      return known;
    }
    if (serviceUrl === '') {
      // Without one the SDK would not compare it with the token's.
      throw refusal();
    }
    const expiresAt = await checkChannelToken(rules, authorization, channelId);
    const verdict = await this.#believe(activity, authorization);
    this.#verdicts.keep(question, verdict, expiresAt);
    return verdict;
  }

  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }

  async #believe(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    try {
      const result = await super.authenticateRequest(activity, authorization);
      const { connectorFactory } = result;
      return connectorFactory === undefined
        ? result
        : { ...result, connectorFactory: this.#steady(connectorFactory) };
    } catch {
      throw refusal();
    }
  }
}

/** Why an activity is not let in, or undefined when the error is about something else. */
export function toRefusedStatus(error: unknown): 401 | 503 | undefined {
  if (error instanceof AuthenticationError) {
    return 401;
  }
  return error instanceof KeysUnreachableError ? 503 : undefined;
}

const neverCalled = { now: (): Date => new Date(0) };

function rulesOf({ cloud = publicCloud, time }: TeamsChannel): TokenRules {
  return {
    issuer: cloud.ToBotFromChannelTokenIssuer,
    keys: createSigningKeys(cloud.ToBotFromChannelOpenIdMetadataUrl, time),
    time,
  };
}

function optionsOf(channel: Channel): Record<string, string | boolean> {
  if (channel.kind === 'sandbox') {
    return {};
  }
  return {
    MicrosoftAppId: channel.appId,
    MicrosoftAppType: channel.appType,
    MicrosoftAppTenantId: channel.tenantId,
    ...(channel.cloud ?? publicCloud),
  };
}

function credentialsOf(
  channel: Channel,
  token: BotToken | undefined,
): ServiceClientCredentialsFactory {
  return channel.kind === 'sandbox' || token === undefined
    ? new PasswordServiceClientCredentialFactory('', '')
    : new OwnCredentialsFactory(channel.appId, token);
}

/** For the few things that the SDK asks of the Bot Connector by itself. */
class OwnCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #token: BotToken;

  constructor(appId: string, token: BotToken) {
    super();
    this.#appId = appId;
    this.#token = token;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<ServiceClientCredentials> {
    const token = this.#token;
    return {
      signRequest: async (request) => new TokenCredentials(await token.get()).signRequest(request),
    };
  }
}
