import type { AppInstaller } from '../domain/app-installer.ts';
import type { CatalogManagement } from '../domain/catalog-management.ts';
import type { WritebackTenant } from '../domain/group.ts';
import type {
  ApproverDirectory,
  CloudInventory,
  CloudProvisioning,
  Directory,
  DirectoryDetails,
  EntitlementManagement,
  SyncControl,
} from '../domain/ports.ts';
import { appInstaller, type TeamsApp } from './app-installer.ts';
import { approverDirectory } from './approvers.ts';
import { cached } from './cached.ts';
import { catalogManagement } from './catalog-management.ts';
import { cloudInventory } from './cloud-inventory.ts';
import { createTokenProvider, type GraphCredentials } from './credentials.ts';
import { graphDirectory } from './directory.ts';
import { directoryDetails } from './directory-details.ts';
import { graphEntitlement } from './entitlement.ts';
import { GraphHttp, type GraphHttpOptions } from './graph-http.ts';
import { lastSyncControl } from './last-sync.ts';
import { cloudProvisioning } from './provisioning.ts';
import { findProvisioningJob } from './provisioning-job.ts';
import { type Attestation, readConnectTenant, withCloudSync } from './writeback-tenant.ts';

export interface GraphOptions extends Omit<GraphHttpOptions, 'getToken'> {
  readonly credentials: GraphCredentials;
  /** Used where Graph does not show the tenant's writeback settings to an application. */
  readonly attestation?: Attestation | undefined;
  /** Without it nothing can be installed for anybody. */
  readonly teamsApp?: TeamsApp | undefined;
  /** How long the tenant's writeback settings are kept, in milliseconds of the clock; default 10 minutes. */
  readonly keepTenantForMs?: number | undefined;
}

export interface Graph {
  readonly directory: Directory;
  readonly entitlement: EntitlementManagement;
  readonly approverDirectory: ApproverDirectory;
  readonly catalogManagement: CatalogManagement;
  /** Undefined where it was not said which app of Teams this bot is. */
  readonly appInstaller: AppInstaller | undefined;
  readonly inventory: CloudInventory;
  readonly details: DirectoryDetails;
  readonly provisioning: CloudProvisioning;
  /** For installations in which nothing nearer to the sync engine can be asked. */
  readonly syncControl: SyncControl;
  /** Gives up what is in flight. */
  close(): void;
}

const tenMinutesMs = 600_000;
/** The job is asked for by what people wait for, and a scope that was mended shall be seen soon. */
const oneMinuteMs = 60_000;
/** A call that waits for an agent on premises takes longer than Graph itself. */
const agentTimeoutMs = 120_000;

/** Connects to Microsoft Graph; nothing is asked before the first call. */
export function createGraph(options: GraphOptions): Graph {
  const { credentials, attestation, teamsApp, ...others } = options;
  const { keepTenantForMs: forMs = tenMinutesMs, ...rest } = others;
  const { clock } = options;
  const getToken = createTokenProvider(credentials);
  const http = new GraphHttp({ ...rest, getToken });
  const timeoutMs = Math.max(rest.timeoutMs ?? 0, agentTimeoutMs);
  const patientHttp = new GraphHttp({ ...rest, getToken, timeoutMs });
  const getConnect = cached(() => readConnectTenant(http, attestation), { clock, forMs });
  const jobForMs = Math.min(forMs, oneMinuteMs);
  const findJob = cached(() => findProvisioningJob(http), { clock, forMs: jobForMs });
  async function getWritebackTenant(): Promise<WritebackTenant> {
    const connect = await getConnect();
    const found = connect.isHybrid ? await findJob() : undefined;
    return withCloudSync(connect, found?.job);
  }
  return {
    directory: graphDirectory(http, getWritebackTenant),
    details: directoryDetails(http),
    entitlement: graphEntitlement(http),
    approverDirectory: approverDirectory(http),
    catalogManagement: catalogManagement(http),
    appInstaller: teamsApp && appInstaller(http, teamsApp),
    inventory: cloudInventory(http),
    provisioning: cloudProvisioning({ http, patientHttp, clock, findJob }),
    syncControl: lastSyncControl(http, getWritebackTenant),
    close: () => {
      http.close();
      patientHttp.close();
    },
  };
}
