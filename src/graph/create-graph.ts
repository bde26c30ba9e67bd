import type { Directory, EntitlementManagement, SyncControl } from '../domain/ports.ts';
import { cached } from './cached.ts';
import { createTokenProvider, type GraphCredentials } from './credentials.ts';
import { graphDirectory } from './directory.ts';
import { graphEntitlement } from './entitlement.ts';
import { GraphHttp, type GraphHttpOptions } from './graph-http.ts';
import { lastSyncControl } from './last-sync.ts';
import { type Attestation, readWritebackTenant } from './writeback-tenant.ts';

export interface GraphOptions extends Omit<GraphHttpOptions, 'getToken'> {
  readonly credentials: GraphCredentials;
  /** Used where Graph does not show the tenant's writeback settings to an application. */
  readonly attestation?: Attestation | undefined;
  /** How long the tenant's writeback settings are kept, in milliseconds of the clock; default 10 minutes. */
  readonly keepTenantForMs?: number | undefined;
}

export interface Graph {
  readonly directory: Directory;
  readonly entitlement: EntitlementManagement;
  /** For installations in which nothing nearer to the sync engine can be asked. */
  readonly syncControl: SyncControl;
  /** Gives up what is in flight. */
  close(): void;
}

const tenMinutesMs = 600_000;

/** Connects to Microsoft Graph; nothing is asked before the first call. */
export function createGraph(options: GraphOptions): Graph {
  const { credentials, attestation, keepTenantForMs: forMs = tenMinutesMs, ...rest } = options;
  const http = new GraphHttp({ ...rest, getToken: createTokenProvider(credentials) });
  const getWritebackTenant = cached(() => readWritebackTenant(http, attestation), {
    clock: options.clock,
    forMs,
  });
  return {
    directory: graphDirectory(http, getWritebackTenant),
    entitlement: graphEntitlement(http),
    syncControl: lastSyncControl(http, getWritebackTenant),
    close: () => http.close(),
  };
}
