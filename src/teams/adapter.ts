import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  CertificateServiceClientCredentialsFactory,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  FederatedServiceClientCredentialsFactory,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { z } from 'zod';

/** How the bot proves itself to the Bot Connector. */
export type BotCredential =
  | { readonly kind: 'secret'; readonly password: string }
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  | { readonly kind: 'managed-identity' }
  | {
      readonly kind: 'federated';
      /** Client id of the managed identity whose token stands for the app. */
      readonly managedIdentityClientId: string;
      readonly audience?: string | undefined;
    };

/** Where messages come from. The sandbox has no authentication, so the server must listen on 127.0.0.1 then. */
export type Channel =
  | { readonly kind: 'sandbox' }
  | {
      readonly kind: 'teams';
      readonly appId: string;
      readonly tenantId: string;
      readonly appType: 'SingleTenant' | 'UserAssignedMSI';
      readonly credential: BotCredential;
    };

/** CloudAdapter whose turns are given back instead of written to a response, so that no SDK text leaves. */
export class BotAdapter extends CloudAdapter {
  readonly #appId: string;
  /** The bot's own id in Teams. */
  readonly botChannelId: string;

  constructor(channel: Channel, sendTimeoutMs: number) {
    super(new SteadyAuthentication(channel, sendTimeoutMs));
    this.#appId = channel.kind === 'teams' ? channel.appId : 'sandbox';
    this.botChannelId = `28:${this.#appId}`;
  }

  /** Throws `AuthenticationError` when the caller is not the Bot Connector. */
  async turn(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** A client for messages outside of a turn. It neither retries nor waits longer than the send timeout. */
  async connectorClient(serviceUrl: string): Promise<ConnectorClient> {
    const identity = this.createClaimsIdentity(this.#appId);
    return this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl);
  }
}

/**
 * The SDK's authentication with three changes: every failure to verify a token is an AuthenticationError (the SDK
 * answers 500 to most forgeries), connector clients do not retry by themselves (a POST that was carried out and then
 * answered 502 would be sent again), and they give up after the send timeout (the SDK has none).
 */
class SteadyAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #sendTimeoutMs: number;

  constructor(channel: Channel, sendTimeoutMs: number) {
    super(identityOf(channel), credentialsOf(channel));
    this.#sendTimeoutMs = sendTimeoutMs;
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    try {
      const result = await super.authenticateRequest(activity, authorization);
      const { connectorFactory } = result;
      return connectorFactory === undefined
        ? result
        : { ...result, connectorFactory: this.#steady(connectorFactory) };
    } catch {
      throw new AuthenticationError('The token was refused.', 401);
    }
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#steady(super.createConnectorFactory(identity));
  }

  #steady(inner: ConnectorFactory): ConnectorFactory {
    return new SteadyConnectorFactory(inner, this.#sendTimeoutMs);
  }
}

class SteadyConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #sendTimeoutMs: number;

  constructor(inner: ConnectorFactory, sendTimeoutMs: number) {
    super();
    this.#inner = inner;
    this.#sendTimeoutMs = sendTimeoutMs;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const client = await this.#inner.create(serviceUrl, audience);
    const { pipeline } = InnerClient.parse(client).client;
    pipeline.removePolicy({ phase: 'Retry' });
    pipeline.addPolicy({
      name: 'sendTimeout',
      sendRequest: (request, next) =>
        next(Object.assign(request, { timeout: this.#sendTimeoutMs })),
    });
    return client;
  }
}

/** The SDK hides the HTTP pipeline of its clients; should that change, every send fails loudly here. */
const InnerClient = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (value) => typeof value === 'object' && value !== null && 'removePolicy' in value,
    ),
  }),
});

interface Pipeline {
  removePolicy(which: { readonly phase: 'Retry' }): void;
  addPolicy(policy: { readonly name: string; readonly sendRequest: SendRequest }): void;
}

type SendRequest = (
  request: object,
  next: (request: object) => Promise<unknown>,
) => Promise<unknown>;

function identityOf(channel: Channel): Record<string, string> {
  if (channel.kind === 'sandbox') {
    return {};
  }
  return {
    MicrosoftAppId: channel.appId,
    MicrosoftAppType: channel.appType,
    MicrosoftAppTenantId: channel.tenantId,
  };
}

function credentialsOf(channel: Channel): ServiceClientCredentialsFactory {
  if (channel.kind === 'sandbox') {
    return new PasswordServiceClientCredentialFactory('', '');
  }
  const { appId, tenantId, credential } = channel;
  switch (credential.kind) {
    case 'secret':
      return new PasswordServiceClientCredentialFactory(appId, credential.password, tenantId);
    case 'certificate': {
      const { thumbprint, privateKey } = credential;
      return new CertificateServiceClientCredentialsFactory(
        appId,
        thumbprint,
        privateKey,
        tenantId,
      );
    }
    case 'managed-identity':
      return new ManagedIdentityServiceClientCredentialsFactory(
        appId,
        new JwtTokenProviderFactory(),
      );
    case 'federated': {
      const { managedIdentityClientId, audience } = credential;
      return new FederatedServiceClientCredentialsFactory(
        appId,
        managedIdentityClientId,
        tenantId,
        audience,
      );
    }
  }
}
