import { guidOf } from './guids.ts';
import type { CloudSyncJob, TenantSettings } from './options.ts';
import type { View } from './view.ts';

/** The rule that writes groups; on-demand calls must name it. */
export const groupRuleId = guidOf('cloud-sync group rule');

/** Security groups of the cloud: the clauses that every job has. */
const always = [
  ['securityEnabled', 'true'],
  ['dirSyncEnabled', 'false'],
  ['mailEnabled', 'false'],
] as const;

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema */
export function schemaView({ cloudSyncJob, unifiedGroupContainer }: TenantSettings): View {
  const unit = cloudSyncJob.organizationalUnit ?? unifiedGroupContainer ?? '';
  const rule = {
    id: groupRuleId,
    name: 'AAD2ADGroupProvisioning',
    editable: true,
    priority: 1,
    sourceDirectoryName: 'Azure Active Directory',
    targetDirectoryName: 'Active Directory',
    metadata: [],
    containerFilter: { includedContainers: [] },
    groupFilter: { includedGroups: isList(cloudSyncJob.scope) ? cloudSyncJob.scope : [] },
    objectMappings: [groupMapping(cloudSyncJob, unit)],
  };
  const properties = {
    id: guidOf('cloud-sync schema'),
    version: 'Date:2026-01-01T00:00:00.0000000Z, Quality:1',
    synchronizationRules: [rule],
  };
  return { type: 'synchronizationSchema', properties };
}

/** Whether the scope names groups one by one. */
export function isList(scope: CloudSyncJob['scope']): scope is readonly string[] {
  return Array.isArray(scope);
}

function groupMapping({ scope }: CloudSyncJob, unit: string): object {
  const chosen = scope === undefined || isList(scope) ? [] : [[scope.attribute, 'true'] as const];
  const clauses = [...always, ...chosen].map(([name, value]) => ({
    operatorName: 'EQUALS',
    sourceOperandName: name,
    targetOperand: { values: [value] },
  }));
  return {
    name: 'Group',
    enabled: true,
    flowTypes: 'Add, Update, Delete',
    sourceObjectName: 'Group',
    targetObjectName: 'group',
    metadata: [],
    scope: {
      categoryFilterGroups: [],
      inputFilterGroups: [],
      groups: [{ name: 'Cloud security groups', clauses }],
    },
    attributeMappings: [
      mapping('parentDistinguishedName', 'Constant', unit),
      mapping(
        'cn',
        'Function',
        'Append(Append(Left(Trim([displayName]), 51), "_"), Mid([objectId], 25, 12))',
      ),
    ],
  };
}

function mapping(targetAttributeName: string, type: string, expression: string): object {
  return {
    targetAttributeName,
    defaultValue: null,
    exportMissingReferences: false,
    flowBehavior: 'FlowWhenChanged',
    flowType: 'Always',
    matchingPriority: 0,
    source: { type, expression, name: null, parameters: [] },
  };
}
