import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { getPackageRow } from './access-packages.ts';
import type { Answer, Call, Route } from './call.ts';
import { contextOf, param } from './call.ts';
import { entityAnswer } from './collection.ts';
import {
  entitlementRoot,
  listAnswer,
  readPermission,
  writePermission,
} from './entitlement-query.ts';
import { policyView } from './entitlement-views.ts';
import { demanded } from './filter-match.ts';
import { invalidModel, refuseEntitlement } from './refusal.ts';
import type { PolicyRow } from './rows.ts';
import type { World } from './world.ts';

const scopes = [
  'notSpecified',
  'specificDirectoryUsers',
  'specificConnectedOrganizationUsers',
  'specificDirectoryServicePrincipals',
  'allMemberUsers',
  'allDirectoryUsers',
  'allDirectoryServicePrincipals',
  'allConfiguredConnectedOrganizationUsers',
  'allExternalUsers',
] as const;

const anything = z.record(z.string(), z.unknown());
const list = z.array(anything);
const Policy = z.strictObject({
  id: z.string().optional(),
  displayName: z.string().min(1),
  description: z.string().nullable().optional(),
  allowedTargetScope: z.enum(scopes).default('notSpecified'),
  accessPackage: z.object({ id: z.string() }).optional(),
  specificAllowedTargets: list.optional(),
  expiration: anything.nullable().optional(),
  requestorSettings: anything.nullable().optional(),
  requestApprovalSettings: z
    .looseObject({ isApprovalRequiredForAdd: z.boolean().optional() })
    .nullable()
    .optional(),
  reviewSettings: anything.nullable().optional(),
  automaticRequestSettings: anything.nullable().optional(),
  notificationSettings: anything.nullable().optional(),
  questions: list.optional(),
});
type Policy = z.infer<typeof Policy>;

const root = `${entitlementRoot}/assignmentPolicies`;
const version = 'v1.0';

export const policyRoutes: readonly Route[] = [
  { method: 'GET', version, path: root, permission: readPermission, handle: listPolicies },
  { method: 'POST', version, path: root, permission: writePermission, handle: createPolicy },
  { method: 'GET', version, path: `${root}/{}`, permission: readPermission, handle: getPolicy },
  {
    method: 'PUT',
    version,
    path: `${root}/{}`,
    permission: writePermission,
    handle: replacePolicy,
  },
];

function listPolicies(world: World, call: Call): Answer {
  return listAnswer(call, {
    rows: (filter) => {
      const packageId = demanded(filter, 'accessPackage/id');
      return packageId === undefined
        ? world.policies.all()
        : world.policies.by('package', packageId);
    },
    view: (row) => policyView(world, row),
    resource: 'accessPackageAssignmentPolicy',
    filters: {
      id: ['eq', 'in'],
      displayName: ['eq', 'startswith', 'contains'],
      'accessPackage/id': ['eq', 'in'],
      allowedTargetScope: ['eq'],
    },
    tail: 'assignmentPolicies',
  });
}

/** Raises 404 PolicyNotFound. */
export function getPolicyRow(world: World, id: string): PolicyRow {
  const row = world.policies.get(id.toLowerCase());
  if (row === undefined) {
    throw refuseEntitlement(404, 'PolicyNotFound', 'The policy was not found.');
  }
  return row;
}

function getPolicy(world: World, call: Call): Answer {
  return entityAnswer(call, policyView(world, getPolicyRow(world, param(call))), root);
}

/** The answer is thin: who wants the settings has to read the policy. */
function createPolicy(world: World, call: Call): Answer {
  const sent = readPolicy(call);
  if (sent.accessPackage === undefined) {
    throw invalidModel();
  }
  const home = getPackageRow(world, sent.accessPackage.id);
  const now = world.now();
  const row: PolicyRow = {
    id: randomUUID(),
    createdAt: now,
    modifiedAt: now,
    packageId: home.id,
    ...contentOf(sent),
  };
  world.policies.put(row);
  const context = contextOf(call.version, `${root}/$entity`);
  const { id, displayName, description } = row;
  const body = { '@odata.context': context, id, displayName, description };
  return { status: 201, body, effects: [{ kind: 'policy-created', id }] };
}

function replacePolicy(world: World, call: Call): Answer {
  const known = getPolicyRow(world, param(call));
  const row: PolicyRow = { ...known, modifiedAt: world.now(), ...contentOf(readPolicy(call)) };
  world.policies.put(row);
  const effects = [{ kind: 'policy-updated', id: row.id }] as const;
  return { ...entityAnswer(call, policyView(world, row), root), effects };
}

function readPolicy(call: Call): Policy {
  const sent = Policy.safeParse(call.body);
  if (!sent.success) {
    throw invalidModel();
  }
  return sent.data;
}

function contentOf(sent: Policy): Omit<PolicyRow, 'id' | 'createdAt' | 'modifiedAt' | 'packageId'> {
  const { id: _, accessPackage: __, displayName, description, allowedTargetScope, ...rest } = sent;
  return {
    displayName,
    description: description ?? '',
    allowedTargetScope,
    needsApproval: sent.requestApprovalSettings?.isApprovalRequiredForAdd === true,
    rest,
  };
}
