import { tenantId } from '../seed.ts';
import type { Answer, Call, Route } from './call.ts';
import { jobId, principalId } from './cloud-sync.ts';
import { collectionAnswer } from './collection.ts';
import { parseFilter } from './filter.ts';
import { checkFilter, matches } from './filter-match.ts';
import { guidOf } from './guids.ts';
import type { ProvisioningRow } from './provisioning-ledger.ts';
import { refuse } from './refusal.ts';
import type { View } from './view.ts';
import { readView } from './view.ts';
import { toIso, type World } from './world.ts';

const filters = {
  id: ['eq', 'contains'],
  jobId: ['eq', 'contains'],
  activityDateTime: ['eq', 'gt', 'lt'],
  provisioningAction: ['eq', 'contains'],
};

export const provisioningLogRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'auditLogs/provisioning',
    permission: 'ProvisioningLog.Read.All',
    handle: listEvents,
  },
];

/** https://learn.microsoft.com/graph/api/provisioningobjectsummary-list */
function listEvents(world: World, call: Call): Answer {
  if (!world.provisioning.admit('log')) {
    throw refuse(429, 'TooManyRequests', 'Please retry again later.');
  }
  const views = world.provisioning.visible().map(toView);
  if (call.query.filter === undefined) {
    return collectionAnswer(call, views, 'auditLogs/provisioning');
  }
  const filter = parseFilter(call.query.filter);
  checkFilter(filter, { resource: 'ProvisioningObjectSummary', paths: filters, advanced: false });
  const found = views.filter((view) => matches(filter, (path) => readView(view, path)));
  return collectionAnswer(call, found, 'auditLogs/provisioning');
}

function toView(row: ProvisioningRow): View {
  const group = { displayName: row.groupName, identityType: 'Group', details: {} };
  const properties = {
    id: guidOf(row.id),
    activityDateTime: toIso(row.at),
    tenantId,
    jobId,
    cycleId: guidOf(`cycle ${row.id}`),
    changeId: guidOf(`change ${row.id}`),
    provisioningAction: row.action,
    durationInMilliseconds: 1200,
    servicePrincipal: { id: principalId, displayName: 'AD provisioning' },
    sourceSystem: { id: guidOf('cloud'), displayName: 'Azure Active Directory', details: {} },
    targetSystem: { id: guidOf('domain'), displayName: 'Active Directory', details: {} },
    initiatedBy: {
      id: '',
      displayName: 'Azure AD Provisioning Service',
      initiatorType: 'system',
    },
    sourceIdentity: { ...group, id: row.groupId },
    targetIdentity: { ...group, id: '' },
    provisioningStatusInfo: { status: row.status, errorInformation: errorOf(row) },
    provisioningSteps: [stepOf(row)],
    modifiedProperties: row.memberIds.map((id) => ({
      displayName: 'members',
      oldValue: null,
      newValue: id,
    })),
  };
  return { type: 'provisioningObjectSummary', properties };
}

function errorOf({ error }: ProvisioningRow): object | null {
  return error === undefined
    ? null
    : {
        errorCode: error.code,
        reason: error.message,
        additionalDetails: null,
        errorCategory: 'nonServiceFailure',
        recommendedAction: null,
      };
}

function stepOf({ status, groupName }: ProvisioningRow): object {
  return {
    name: status === 'skipped' ? 'EntrySynchronizationSkip' : 'EntryExport',
    provisioningStepType: status === 'skipped' ? 'referenceResolution' : 'export',
    status,
    description: `Group '${groupName}'`,
    details: {},
  };
}
