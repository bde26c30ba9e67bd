import {
  ClientCertificateCredential,
  CredentialUnavailableError,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { AgentCredential } from './config.ts';

/** Resolves to the `Authorization` header, or undefined where signatures alone count. */
export type Authorize = (signal: AbortSignal) => Promise<string | undefined>;

/** The credential behind it caches and renews; on a server with Azure Arc the managed identity is Arc's. */
export function createAuthorize(config: AgentCredential): Authorize {
  if (config.AGENT_CREDENTIAL === 'none') {
    return () => Promise.resolve(undefined);
  }
  const credential = toCredential(config);
  const scope = `${config.AGENT_AUDIENCE}/.default`;
  return async (abortSignal) => {
    const token = await credential.getToken(scope, { abortSignal });
    if (token === null) {
      throw new CredentialUnavailableError('The credential gave no token');
    }
    return `Bearer ${token.token}`;
  };
}

function toCredential(
  config: Exclude<AgentCredential, { readonly AGENT_CREDENTIAL: 'none' }>,
): TokenCredential {
  switch (config.AGENT_CREDENTIAL) {
    case 'managed-identity':
      return config.AGENT_CLIENT_ID === undefined
        ? new ManagedIdentityCredential()
        : new ManagedIdentityCredential({ clientId: config.AGENT_CLIENT_ID });
    case 'certificate':
      return new ClientCertificateCredential(config.AGENT_TENANT_ID, config.AGENT_CLIENT_ID, {
        certificatePath: config.AGENT_CERTIFICATE_FILE,
      });
  }
}
