import { z } from 'zod';
import type { WritebackEngine, WritebackTenant } from '../domain/group.ts';
import { isProblem } from '../domain/problem.ts';
import { hasCloudSync } from './cloud-sync.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath } from './graph-path.ts';
import { readOrganization } from './organization.ts';

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

/**
 * Reads what the tenant can write back. What Graph refuses to show to an application (it documents the
 * directory-synchronization settings for administrators only) is taken from the attestation, or is missing.
 */
export async function readWritebackTenant(
  http: GraphHttp,
  attestation: Attestation | undefined,
): Promise<WritebackTenant> {
  const organization = await readOrganization(http);
  if (!organization.isHybrid) {
    return { isHybrid: false, engines: [], lastSyncAt: organization.lastSyncAt };
  }
  const [synchronization, cloudSync] = await Promise.all([
    readSynchronization(http, organization.id),
    hasCloudSync(http),
  ]);
  const connect = connectEngines(synchronization, attestation);
  const engines: readonly WritebackEngine[] = cloudSync ? [...connect, 'cloud-sync'] : connect;
  const { configuration } = synchronization ?? {};
  return {
    isHybrid: true,
    engines: [...new Set(engines)],
    organizationalUnit:
      configuration?.writebackConfiguration?.unifiedGroupContainer ??
      attestation?.organizationalUnit,
    syncIntervalMs: toMilliseconds(configuration?.synchronizationInterval),
    lastSyncAt: organization.lastSyncAt,
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

function connectEngines(
  synchronization: Synchronization | undefined,
  attestation: Attestation | undefined,
): readonly WritebackEngine[] {
  if (synchronization === undefined) {
    return attestation === undefined ? [] : [attestation.engine ?? 'connect-v1'];
  }
  const engines: WritebackEngine[] = [];
  if (synchronization.features?.groupWriteBackEnabled === true) {
    engines.push('connect-v2');
  }
  if (synchronization.features?.unifiedGroupWritebackEnabled === true) {
    engines.push('connect-v1');
  }
  return engines;
}

/** Reads an ISO 8601 duration without months and years, such as `PT30M`. */
function toMilliseconds(text: string | null | undefined): number | undefined {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text ?? '');
  if (parts === null) {
    return undefined;
  }
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  const total = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return total > 0 ? total * 1000 : undefined;
}
