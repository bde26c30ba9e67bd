import { z } from 'zod';
import {
  type EngineFinding,
  isSupported,
  type WritebackEngine,
  type WritebackTenant,
} from '../domain/group.ts';
import { isProblem } from '../domain/problem.ts';
import type { ProvisioningJob } from '../domain/provisioning.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath } from './graph-path.ts';
import { toMilliseconds } from './iso-duration.ts';
import { readOrganization } from './organization.ts';
import { isWriting } from './provisioning-job.ts';

/** What an administrator has stated, for tenants in which Graph does not show it to an application. */
export interface Attestation {
  /** Distinguished name of the OU that receives the groups. */
  readonly organizationalUnit: string;
  /** The engine that writes there; `connect-v1`, the supported one, when absent. */
  readonly engine?: WritebackEngine | undefined;
}

const Synchronization = z.object({
  configuration: z
    .object({
      synchronizationInterval: z.string().nullish(),
      writebackConfiguration: z.object({ unifiedGroupContainer: z.string().nullish() }).nullish(),
    })
    .nullish(),
  features: z
    .object({
      unifiedGroupWritebackEnabled: z.boolean().nullish(),
      groupWriteBackEnabled: z.boolean().nullish(),
    })
    .nullish(),
});
type Synchronization = z.infer<typeof Synchronization>;

/** Documented as an object, seen as a collection of one. */
const SynchronizationAnswer = z.union([
  z.object({ value: z.array(Synchronization).min(1) }).transform(({ value }) => value[0]),
  Synchronization,
]);

/** The tenant without Cloud Sync. */
export type ConnectTenant = Omit<WritebackTenant, 'cloudSync' | 'engines'> & {
  readonly findings: readonly EngineFinding[];
};

/**
 * Reads what Connect writes back. What Graph refuses to show to an application (it documents the
 * directory-synchronization settings for administrators only) is taken from the attestation, or is missing.
 */
export async function readConnectTenant(
  http: GraphHttp,
  attestation: Attestation | undefined,
): Promise<ConnectTenant> {
  const { id, isHybrid, lastSyncAt } = await readOrganization(http);
  if (!isHybrid) {
    return { isHybrid, findings: [], lastSyncAt };
  }
  const synchronization = await readSynchronization(http, id);
  const { configuration } = synchronization ?? {};
  const organizationalUnit =
    configuration?.writebackConfiguration?.unifiedGroupContainer ?? attestation?.organizationalUnit;
  return {
    isHybrid,
    findings: findConnect(synchronization, attestation, organizationalUnit),
    organizationalUnit,
    syncIntervalMs: toMilliseconds(configuration?.synchronizationInterval),
    lastSyncAt,
  };
}

/** What the tenant can write back by all of its engines. */
export function withCloudSync(
  connect: ConnectTenant,
  job: ProvisioningJob | undefined,
): WritebackTenant {
  const findings = job === undefined ? connect.findings : [...connect.findings, toFinding(job)];
  const writing = findings.filter((finding) => finding.isWriting);
  return {
    ...connect,
    findings,
    engines: [...new Set(writing.map(({ engine }) => engine))],
    cloudSync: job,
    organizationalUnit: connect.organizationalUnit ?? job?.organizationalUnit,
  };
}

function toFinding(job: ProvisioningJob): EngineFinding {
  return {
    engine: 'cloud-sync',
    isWriting: isWriting(job.status),
    isSupported: isSupported('cloud-sync'),
    organizationalUnit: job.organizationalUnit,
    evidence: { kind: 'job', job },
  };
}

/** https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-get, beta for the OU. Undefined when refused. */
async function readSynchronization(
  http: GraphHttp,
  tenantId: string,
): Promise<Synchronization | undefined> {
  try {
    return await http.fetch(
      {
        operation: 'read-directory-synchronization',
        method: 'GET',
        version: 'beta',
        path: graphPath`/directory/onPremisesSynchronization/${tenantId}`,
      },
      SynchronizationAnswer,
    );
  } catch (error) {
    if (isProblem(error) && error.code === 'graph-permission-missing') {
      return undefined;
    }
    throw error;
  }
}

function findConnect(
  synchronization: Synchronization | undefined,
  attestation: Attestation | undefined,
  organizationalUnit: string | undefined,
): readonly EngineFinding[] {
  if (synchronization === undefined) {
    const engine = attestation === undefined ? undefined : (attestation.engine ?? 'connect-v1');
    return engine === undefined ? [] : [found(engine, { kind: 'attested' }, organizationalUnit)];
  }
  const { groupWriteBackEnabled, unifiedGroupWritebackEnabled } = synchronization.features ?? {};
  const second = { kind: 'feature', name: 'groupWriteBackEnabled' } as const;
  const first = { kind: 'feature', name: 'unifiedGroupWritebackEnabled' } as const;
  return [
    ...(groupWriteBackEnabled === true ? [found('connect-v2', second, organizationalUnit)] : []),
    ...(unifiedGroupWritebackEnabled === true
      ? [found('connect-v1', first, organizationalUnit)]
      : []),
  ];
}

function found(
  engine: WritebackEngine,
  evidence: EngineFinding['evidence'],
  organizationalUnit: string | undefined,
): EngineFinding {
  return {
    engine,
    isWriting: true,
    isSupported: isSupported(engine),
    organizationalUnit,
    evidence,
  };
}
