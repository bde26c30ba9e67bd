import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { schemaView } from './cloud-sync-schema.ts';
import { collectionAnswer, entityAnswer } from './collection.ts';
import { parseFilter } from './filter.ts';
import { checkFilter, matches } from './filter-match.ts';
import { guidOf } from './guids.ts';
import type { ProvisioningRun } from './provisioning-ledger.ts';
import { resourceMissing } from './refusal.ts';
import type { View } from './view.ts';
import { readView } from './view.ts';
import { toIso, type World } from './world.ts';

const templateId = '1a4721b3-e57f-4451-ae87-ef078703ec94';
export const principalId = guidOf('cloud-sync principal');
export const jobId = `AAD2ADGroupProvisioning.${guidOf('contoso').replaceAll('-', '')}.${guidOf('cloud-sync job')}`;
const filters = {
  appId: ['eq'],
  id: ['eq'],
  applicationTemplateId: ['eq'],
  displayName: ['eq', 'startswith'],
};

const jobsPermission = 'Synchronization.Read.All';

export const cloudSyncRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'servicePrincipals',
    permission: 'Application.Read.All',
    handle: listPrincipals,
  },
  {
    method: 'GET',
    path: 'servicePrincipals/{}/synchronization/jobs',
    permission: jobsPermission,
    handle: listJobs,
  },
  {
    method: 'GET',
    path: 'servicePrincipals/{}/synchronization/jobs/{}',
    permission: jobsPermission,
    handle: getJob,
  },
  {
    method: 'GET',
    path: 'servicePrincipals/{}/synchronization/jobs/{}/schema',
    permission: jobsPermission,
    handle: getSchema,
  },
];

function listPrincipals(world: World, call: Call): Answer {
  const properties = {
    id: principalId,
    accountEnabled: true,
    appDisplayName: 'Microsoft Entra Cloud Sync',
    appId: guidOf('cloud-sync application'),
    applicationTemplateId: templateId,
    displayName: 'AD provisioning',
    servicePrincipalType: 'Application',
    tags: [],
  };
  const view: View = { type: 'servicePrincipal', properties };
  const known = world.tenant().cloudSyncJob.present ? [view] : [];
  if (call.query.filter === undefined) {
    return collectionAnswer(call, known, 'servicePrincipals');
  }
  const filter = parseFilter(call.query.filter);
  checkFilter(filter, { resource: 'ServicePrincipal', paths: filters, advanced: false });
  const found = known.filter((item) => matches(filter, (path) => readView(item, path)));
  return collectionAnswer(call, found, 'servicePrincipals');
}

function jobView(world: World): View {
  const status = {
    code: world.tenant().cloudSyncJob.status,
    countSuccessiveCompleteFailures: 0,
    escrowsPruned: false,
    lastExecution: executionOf(world.provisioning.findRun('last')),
    lastSuccessfulExecution: executionOf(world.provisioning.findRun('lastSuccessful')),
    lastSuccessfulExecutionWithExports: null,
    progress: [],
    quarantine: quarantineOf(world),
    steadyStateFirstAchievedTime: '0001-01-01T00:00:00Z',
    steadyStateLastAchievedTime: '0001-01-01T00:00:00Z',
    synchronizedEntryCountByType: [],
    troubleshootingUrl: null,
  };
  const properties = {
    id: jobId,
    templateId: 'AAD2ADGroupProvisioning',
    schedule: { expiration: null, interval: 'PT20M', state: 'Active' },
    status,
    synchronizationJobSettings: [],
  };
  return { type: 'synchronizationJob', properties };
}

function quarantineOf(world: World): object | null {
  if (world.tenant().cloudSyncJob.status !== 'Quarantine') {
    return null;
  }
  const now = toIso(world.now());
  const error = {
    code: 'HybridIdentityServiceNoActiveAgents',
    message: 'No active agent.',
    tenantActionable: true,
  };
  return {
    currentBegan: now,
    nextAttempt: now,
    reason: 'EncounteredQuarantineException',
    seriesBegan: now,
    seriesCount: 1,
    error,
  };
}

function demandPrincipal(world: World, call: Call): void {
  if (!world.tenant().cloudSyncJob.present || param(call) !== principalId) {
    throw resourceMissing(param(call));
  }
}

function listJobs(world: World, call: Call): Answer {
  demandPrincipal(world, call);
  return collectionAnswer(
    call,
    [jobView(world)],
    `servicePrincipals('${principalId}')/synchronization/jobs`,
  );
}

/** Raises 404 unless the path names the one job there is. */
export function demandJob(world: World, call: Call): void {
  demandPrincipal(world, call);
  if (param(call, 1) !== jobId) {
    throw resourceMissing(param(call, 1));
  }
}

function getSchema(world: World, call: Call): Answer {
  demandJob(world, call);
  const place = `servicePrincipals('${principalId}')/synchronization/jobs('${jobId}')/schema`;
  return entityAnswer(call, schemaView(world.tenant()), place);
}

function executionOf(run: ProvisioningRun | undefined): object | null {
  if (run === undefined) {
    return null;
  }
  const { startedAt, endedAt, exported, error } = run;
  return {
    activityIdentifier: guidOf(`run ${startedAt}`),
    countEntitled: 0,
    countEntitledForProvisioning: 0,
    countEscrowed: 0,
    countEscrowedRaw: 0,
    countExported: exported,
    countExports: exported,
    countImported: exported,
    countImportedDeltas: 0,
    countImportedReferenceDeltas: 0,
    error: error === undefined ? null : { ...error, tenantActionable: true },
    state: error === undefined ? 'Succeeded' : 'Failed',
    timeBegan: toIso(startedAt),
    timeEnded: toIso(endedAt),
  };
}

function getJob(world: World, call: Call): Answer {
  demandJob(world, call);
  return entityAnswer(
    call,
    jobView(world),
    `servicePrincipals('${principalId}')/synchronization/jobs`,
  );
}
