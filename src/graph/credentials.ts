import {
  AuthenticationError,
  ClientCertificateCredential,
  ClientSecretCredential,
  CredentialUnavailableError,
  ManagedIdentityCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { GraphSilence } from './graph-failure.ts';
import { systemCode } from './graph-transport.ts';

interface Application {
  readonly tenantId: string;
  readonly clientId: string;
}

/** How the bot proves to Graph who it is; the first that a deployment can have is the best. */
export type GraphCredentials =
  | { readonly kind: 'managed-identity'; readonly clientId?: string | undefined }
  | (Application & { readonly kind: 'certificate'; readonly certificatePath: string })
  /** Workload identity federation: the file holds a token of the platform. */
  | (Application & { readonly kind: 'federated'; readonly tokenFile: string })
  | (Application & { readonly kind: 'secret'; readonly clientSecret: string })
  /** A fixed word, for the simulated Graph alone. */
  | { readonly kind: 'sandbox' };

/** Resolves to an access token for Graph. The credential behind it caches and renews. */
export type TokenProvider = (signal: AbortSignal) => Promise<string>;

const scope = 'https://graph.microsoft.com/.default';

export function createTokenProvider(credentials: GraphCredentials): TokenProvider {
  if (credentials.kind === 'sandbox') {
    return () => Promise.resolve('sandbox');
  }
  const credential = toCredential(credentials);
  return async (abortSignal) => {
    const token = await credential.getToken(scope, { abortSignal });
    if (token === null) {
      throw new CredentialUnavailableError('The credential gave no token');
    }
    return token.token;
  };
}

function toCredential(
  credentials: Exclude<GraphCredentials, { readonly kind: 'sandbox' }>,
): TokenCredential {
  switch (credentials.kind) {
    case 'managed-identity':
      return credentials.clientId === undefined
        ? new ManagedIdentityCredential()
        : new ManagedIdentityCredential({ clientId: credentials.clientId });
    case 'certificate': {
      const { tenantId, clientId, certificatePath } = credentials;
      return new ClientCertificateCredential(tenantId, clientId, { certificatePath });
    }
    case 'federated': {
      const { tenantId, clientId, tokenFile } = credentials;
      return new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath: tokenFile });
    }
    case 'secret': {
      const { tenantId, clientId, clientSecret } = credentials;
      return new ClientSecretCredential(tenantId, clientId, clientSecret);
    }
  }
}

/** Tells "you get no token" from "nobody could be asked". The identity service's AADSTS code stays in the message. */
export function toTokenSilence(error: unknown): GraphSilence {
  const aadsts = /AADSTS\d+/.exec(String(error))?.[0];
  const name = error instanceof Error ? error.name : 'error';
  const message = `no token (${aadsts ?? (systemCode(error) || name)})`;
  return new GraphSilence(
    isFinal(error, aadsts) ? 'no-token' : 'token-unreachable',
    message,
    error,
  );
}

function isFinal(error: unknown, aadsts: string | undefined): boolean {
  if (error instanceof AuthenticationError) {
    return error.statusCode >= 400 && error.statusCode < 500 && error.statusCode !== 429;
  }
  return aadsts !== undefined || error instanceof CredentialUnavailableError;
}
