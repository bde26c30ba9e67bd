import { tenantId } from '../seed.ts';
import type { Answer, Call, Route } from './call.ts';
import { collectionAnswer } from './collection.ts';
import { guidOf } from './guids.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

export const licenceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'subscribedSkus',
    permission: 'LicenseAssignment.Read.All',
    handle: listSkus,
  },
];

const plans = {
  P1: {
    servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
    servicePlanName: 'AAD_PREMIUM',
    skuPartNumber: 'AAD_PREMIUM',
  },
  P2: {
    servicePlanId: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
    servicePlanName: 'AAD_PREMIUM_P2',
    skuPartNumber: 'AAD_PREMIUM_P2',
  },
  Governance: {
    servicePlanId: 'e866a266-3cff-43a3-acca-0c90a7e00c8b',
    servicePlanName: 'Entra_Identity_Governance',
    skuPartNumber: 'Microsoft_Entra_ID_Governance',
  },
} as const;

function listSkus(world: World, call: Call): Answer {
  const { licence } = world.tenant();
  const owned = {
    none: [],
    P1: ['P1'],
    P2: ['P1', 'P2'],
    Governance: ['P1', 'P2', 'Governance'],
  } as const;
  const views = owned[licence].map((name) => skuView(name));
  return collectionAnswer(call, views, 'subscribedSkus');
}

function skuView(name: keyof typeof plans): View {
  const { skuPartNumber, ...plan } = plans[name];
  const skuId = guidOf(skuPartNumber);
  const properties = {
    id: `${tenantId}_${skuId}`,
    accountId: tenantId,
    accountName: 'contoso',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: 8,
    prepaidUnits: { enabled: 25, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: [{ ...plan, provisioningStatus: 'Success', appliesTo: 'User' }],
    skuId,
    skuPartNumber,
    subscriptionIds: [],
  };
  return { type: 'subscribedSku', properties };
}
