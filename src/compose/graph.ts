import type { GraphConfig } from '../config.ts';
import type { Clock } from '../domain/ports.ts';
import { createGraph, type Graph } from '../graph/create-graph.ts';
import type { GraphCredentials } from '../graph/credentials.ts';
import type { World } from '../sandbox/world.ts';
import { present } from './onprem.ts';

/** As the manifest in the sandbox's app catalog has it. */
export const sandboxAppId = '3f1c8f0e-52a7-4b0d-9c36-8f2b7d5a1e60';

/** Microsoft Graph, real or simulated: the same client, only origin and credential differ. */
export function composeGraph(config: GraphConfig, clock: Clock, world: World | undefined): Graph {
  if (config.GRAPH_MODE === 'sandbox') {
    const origin = config.SANDBOX_GRAPH_ORIGIN ?? present(world?.graph).origin;
    const teamsApp = { manifestId: sandboxAppId };
    return createGraph({ clock, credentials: { kind: 'sandbox' }, origin, teamsApp });
  }
  const { TEAMS_APP_ID: manifestId, TEAMS_APP_CATALOG_ID: catalogId } = config;
  const unit = config.ATTESTED_ORGANIZATIONAL_UNIT;
  return createGraph({
    clock,
    credentials: credentialsOf(config),
    origin: config.GRAPH_ORIGIN,
    teamsApp: manifestId === undefined ? undefined : { manifestId, catalogId },
    attestation: unit === undefined ? undefined : { organizationalUnit: unit },
  });
}

function credentialsOf({
  credential,
}: Extract<GraphConfig, { readonly GRAPH_MODE: 'graph' }>): GraphCredentials {
  switch (credential.GRAPH_CREDENTIAL) {
    case 'managed-identity':
      return { kind: 'managed-identity', clientId: credential.GRAPH_CLIENT_ID };
    case 'certificate':
      return {
        kind: 'certificate',
        tenantId: credential.GRAPH_TENANT_ID,
        clientId: credential.GRAPH_CLIENT_ID,
        certificatePath: credential.GRAPH_CERTIFICATE_FILE,
      };
    case 'federated':
      return {
        kind: 'federated',
        tenantId: credential.GRAPH_TENANT_ID,
        clientId: credential.GRAPH_CLIENT_ID,
        tokenFile: credential.GRAPH_TOKEN_FILE,
      };
    case 'secret':
      return {
        kind: 'secret',
        tenantId: credential.GRAPH_TENANT_ID,
        clientId: credential.GRAPH_CLIENT_ID,
        clientSecret: credential.SECRET_GRAPH_CLIENT_SECRET,
      };
  }
}
