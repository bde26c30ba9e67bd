import { tenantId } from '../seed.ts';
import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { collectionAnswer, entityAnswer } from './collection.ts';
import { guidOf } from './guids.ts';
import type { TenantSettings } from './options.ts';
import { insufficientPrivileges, resourceMissing } from './refusal.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

const unifiedTemplateId = '62375ab9-6b52-47ed-826b-58e47e0e304b';

export const tenantRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'organization',
    permission: 'Organization.Read.All',
    handle: listOrganizations,
  },
  {
    method: 'GET',
    path: 'organization/{}',
    permission: 'Organization.Read.All',
    handle: getOrganization,
  },
  {
    method: 'GET',
    path: 'directory/onPremisesSynchronization',
    handle: listOnPremisesSynchronization,
  },
  {
    method: 'GET',
    path: 'directory/onPremisesSynchronization/{}',
    handle: getOnPremisesSynchronization,
  },
  {
    method: 'GET',
    path: 'groupSettings',
    version: 'v1.0',
    permission: 'GroupSettings.Read.All',
    handle: listGroupSettings,
  },
];

function organizationView(world: World): View {
  const tenant = world.tenant();
  const properties = {
    id: tenantId,
    deletedDateTime: null,
    businessPhones: [],
    city: null,
    country: null,
    countryLetterCode: 'DE',
    createdDateTime: '2016-03-01T08:00:00Z',
    displayName: 'Contoso',
    onPremisesLastSyncDateTime: tenant.onPremisesLastSyncDateTime ?? null,
    onPremisesSyncEnabled: tenant.onPremisesSyncEnabled ? true : null,
    preferredLanguage: 'en',
    technicalNotificationMails: ['it@contoso.test'],
    tenantType: 'AAD',
    assignedPlans: [],
    provisionedPlans: [],
    verifiedDomains: [
      {
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: true,
        isInitial: false,
        name: 'contoso.test',
        type: 'Managed',
      },
    ],
  };
  return { type: 'organization', properties };
}

function listOrganizations(world: World, call: Call): Answer {
  return collectionAnswer(call, [organizationView(world)], 'organization');
}

function getOrganization(world: World, call: Call): Answer {
  demandTenant(call);
  return entityAnswer(call, organizationView(world), 'organization');
}

function demandTenant(call: Call): void {
  if (param(call).toLowerCase() !== tenantId) {
    throw resourceMissing(param(call));
  }
}

/** Documented for signed-in administrators only; whether an application may read it differs between tenants. */
function synchronizationView(world: World, call: Call): View {
  const tenant = world.tenant();
  if (!tenant.appOnlyOnPremSyncAllowed) {
    throw insufficientPrivileges();
  }
  const prevention = { synchronizationPreventionType: 'enabledForCount', alertThreshold: 500 };
  const configuration = { accidentalDeletionPrevention: prevention };
  const properties = {
    id: tenantId,
    configuration:
      call.version === 'v1.0' ? configuration : { ...configuration, ...betaConfiguration(tenant) },
    features: featuresOf(tenant),
  };
  return { type: 'onPremisesDirectorySynchronization', properties };
}

function betaConfiguration(tenant: TenantSettings): object {
  return {
    anchorAttribute: 'mS-DS-ConsistencyGuid',
    applicationId: null,
    customerRequestedSynchronizationInterval: null,
    synchronizationClientVersion: '2.4.131.0',
    synchronizationInterval: tenant.synchronizationInterval,
    writebackConfiguration: {
      unifiedGroupContainer: tenant.unifiedGroupContainer,
      userContainer: null,
    },
  };
}

function featuresOf(tenant: TenantSettings): object {
  return {
    passwordSyncEnabled: true,
    passwordWritebackEnabled: true,
    directoryExtensionsEnabled: false,
    quarantineUponUpnConflictEnabled: true,
    quarantineUponProxyAddressesConflictEnabled: true,
    softMatchOnUpnEnabled: true,
    unifiedGroupWritebackEnabled: tenant.unifiedGroupWritebackEnabled,
    groupWriteBackEnabled: tenant.groupWriteBackEnabled,
    userWritebackEnabled: false,
    deviceWritebackEnabled: false,
  };
}

function listOnPremisesSynchronization(world: World, call: Call): Answer {
  return collectionAnswer(
    call,
    [synchronizationView(world, call)],
    'directory/onPremisesSynchronization',
  );
}

function getOnPremisesSynchronization(world: World, call: Call): Answer {
  const view = synchronizationView(world, call);
  demandTenant(call);
  return entityAnswer(call, view, 'directory/onPremisesSynchronization');
}

function listGroupSettings(world: World, call: Call): Answer {
  const writeback = world.tenant().newUnifiedGroupWritebackDefault;
  const values = [
    { name: 'EnableMIPLabels', value: 'false' },
    {
      name: 'PrefixSuffixNamingRequirement',
      value: `${world.tenant().groupNamePrefix}[GroupName]`,
    },
    { name: 'CustomBlockedWordsList', value: world.tenant().blockedWords.join(',') },
    { name: 'EnableGroupCreation', value: 'true' },
    ...(writeback === null
      ? []
      : [{ name: 'NewUnifiedGroupWritebackDefault', value: String(writeback) }]),
  ];
  const properties = {
    id: guidOf('Group.Unified'),
    displayName: 'Group.Unified',
    templateId: unifiedTemplateId,
    values,
  };
  return collectionAnswer(call, [{ type: 'groupSetting', properties }], 'groupSettings');
}
