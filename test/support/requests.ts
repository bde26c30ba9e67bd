import { randomBytes, randomUUID } from 'node:crypto';
import { GroupId, TenantId, toRequestId, UserId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import { Request, type RequestIn, type RequestState } from '../../src/domain/request.ts';

export const tenantId = TenantId.parse('9f3c2b7a-54d1-4e0e-8a77-2c1f6d0b9e11');
export const rita = person('Rita Requester', 1);
export const ben = person('Ben Okafor', 2);
export const ada = person('Ada Approver', 3);
export const paul = person('Paul Prüfer', 4);
export const amir = person('Amir Admin', 5);

function person(displayName: string, number: number): Person {
  const id = UserId.parse(`aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`);
  return { id, displayName };
}

/** Ten past nine plus so many minutes. */
export function at(minutes: number): Date {
  return new Date(Date.UTC(2026, 10, 25, 9, 10 + minutes));
}

/** A complete request in the given state; later states carry what earlier ones left. */
export function requestIn<S extends RequestState>(
  state: S,
  changes: Partial<RequestIn<S>> = {},
): RequestIn<S> {
  const decision = { by: ada, at: at(1), comment: 'Fine.' };
  const ids = { groupId: randomUUID(), catalogId: randomUUID(), accessPackageId: randomUUID() };
  const all = {
    id: toRequestId(randomBytes(5)),
    version: 1,
    state,
    tenantId,
    requester: rita,
    beneficiary: rita,
    beneficiaryAnchors: { securityIdentifier: 'S-1-5-21-1-2-3-1101' },
    group: {
      kind: 'existing',
      id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001'),
      displayName: 'Finance Reports',
    },
    accessPackage: { kind: 'chosen-by-bot' },
    reason: 'Month-end closing',
    duration: { kind: 'no-expiration' },
    approvers: [ada, paul],
    approval: {
      route: {
        rule: 'Default',
        stages: [
          {
            name: 'Approval',
            approvers: [ada, paul].map((each) => ({ person: each, because: { kind: 'named' } })),
            need: 1,
          },
        ],
        distinctApprovers: false,
      },
      stage: 0,
      stageSince: at(0),
      askedSince: 1,
      votes: [],
      reminders: { sent: 0 },
      planHash: 'not-yet',
    },
    plan: {
      group: { action: 'use', displayName: 'Finance Reports' },
      writeback: {
        from: 'undetermined',
        engine: 'connect-v2',
        onPremisesGroupType: 'universalSecurityGroup',
        writtenType: 'universalSecurityGroup',
        organizationalUnit: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
      },
      catalog: { action: 'create', displayName: 'Writeback' },
      accessPackage: { action: 'create', displayName: 'Finance Reports (written back)' },
    },
    createdAt: at(0),
    updatedAt: at(0),
    decision,
    by: rita,
    at: at(9),
    steps: [],
    setUp: {
      ...ids,
      policyId: randomUUID(),
      assignmentRequestId: randomUUID(),
      submittedAt: at(2),
    },
    assignmentState: 'submitted',
    deliveredAt: at(3),
    memberAt: at(4),
    proof: {
      kind: 'ldap',
      groupDn: 'CN=Group_1,OU=Writeback,DC=corp,DC=contoso,DC=test',
      userDn: 'CN=Rita Requester,OU=Staff,DC=corp,DC=contoso,DC=test',
      attribute: 'member and memberOf',
      groupType: -2_147_483_640,
      server: 'dc1.corp.contoso.test',
      checkedAt: at(31),
    },
    code: 'graph-refused',
    detail: 'POST answered 400',
    ...changes,
  };
  return Request.parse(state === 'failed' ? withoutProgress(all, changes) : all) as RequestIn<S>;
}

/** A failed request has got as far as its changes say, and no further. */
function withoutProgress(all: object, changes: object): object {
  const progress = { setUp: undefined, deliveredAt: undefined, memberAt: undefined };
  return { ...all, ...progress, ...changes };
}
