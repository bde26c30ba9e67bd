import type { TestContext } from 'node:test';
import type { Clock } from '../../../src/domain/ports.ts';
import { noLags } from '../../../src/sandbox/graph/options.ts';
import type { GraphOptions, SandboxGraph } from '../../../src/sandbox/graph/server.ts';
import { startGraph } from '../../../src/sandbox/graph/server.ts';
import { Journal } from '../../../src/sandbox/journal.ts';

/** Time that moves only when told; a sleep moves it at once. */
export class HandClock implements Clock {
  #now = Date.parse('2026-03-02T08:00:00Z');

  now(): Date {
    return new Date(this.#now);
  }

  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    await Promise.resolve();
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** Whatever a test looks at in an answer; what is not there fails the test when it is read. */
export interface Body {
  readonly code: string;
  readonly displayName: string;
  readonly id: string;
  readonly justification: string;
  readonly mail: string;
  readonly message: string;
  readonly name: string;
  readonly objectId: string;
  readonly onPremisesDistinguishedName: string;
  readonly onPremisesDomainName: string;
  readonly onPremisesImmutableId: string;
  readonly onPremisesSamAccountName: string;
  readonly originId: string;
  readonly prefix: string;
  readonly requestType: string;
  readonly securityIdentifier: string;
  readonly state: string;
  readonly subjectType: string;
  readonly synchronizationInterval: string;
  readonly unifiedGroupContainer: string;
  readonly uniqueName: string;
  readonly userPrincipalName: string;
  readonly accessPackage: Body;
  readonly assignment: Body;
  readonly body: Body;
  readonly catalog: Body;
  readonly configuration: Body;
  readonly error: Body;
  readonly features: Body;
  readonly principal: Body;
  readonly quarantine: Body;
  readonly requestApprovalSettings: Body;
  readonly requestor: Body;
  readonly resource: Body;
  readonly role: Body;
  readonly scope: Body;
  readonly status: Body;
  readonly target: Body;
  readonly writebackConfiguration: Body;
  readonly assignmentPolicies: Items;
  readonly details: readonly [Detail, ...Detail[]];
  readonly resourceRoleScopes: Items;
  readonly responses: readonly Part[];
  readonly roles: Items;
  readonly scopes: Items;
  readonly value: Items;
  readonly values: Items;
  readonly groupWriteBackEnabled: unknown;
  readonly headers: unknown;
  readonly innerError: unknown;
  readonly manager: unknown;
  readonly isApprovalRequiredForAdd: unknown;
  readonly onPremisesSyncEnabled: unknown;
  readonly unifiedGroupWritebackEnabled: unknown;
  readonly '@odata.count': unknown;
  readonly '@odata.type': unknown;
  readonly '@odata.nextLink': string;
}
interface Detail {
  readonly code: string;
  readonly target: string;
  readonly prefix: string;
}
interface Part {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}
export type Items = readonly [Body, ...Body[]];

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export type Send = (
  method: string,
  path: string,
  extra?: { readonly body?: unknown; readonly headers?: Record<string, string> },
) => Promise<Reply>;

/** Sends requests as the product does: with a token, a language and JSON. */
export function sender(origin: string): Send {
  return async (method, path, extra = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: 'Bearer token',
        'accept-language': 'en-US',
        ...(extra.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...extra.headers,
      },
      ...(extra.body === undefined ? {} : { body: JSON.stringify(extra.body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const body: Body = isJson && text !== '' ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, body };
  };
}

export interface Bench {
  readonly graph: SandboxGraph;
  readonly clock: HandClock;
  readonly send: Send;
}

/** A fresh tenant without any lag, unless told otherwise. */
export async function startBench(
  t: TestContext,
  options: Partial<GraphOptions> = {},
): Promise<Bench> {
  const clock = new HandClock();
  const graph = await startGraph({ journal: new Journal(), clock, lags: noLags, ...options });
  t.after(() => graph.close());
  return { graph, clock, send: sender(graph.origin) };
}

export const em = '/v1.0/identityGovernance/entitlementManagement';
export const rita = 'aaaaaaaa-0000-4000-8000-000000000001';
export const gina = 'aaaaaaaa-0000-4000-8000-000000000006';
export const reports = 'bbbbbbbb-0000-4000-8000-000000000001';
export const systems = 'bbbbbbbb-0000-4000-8000-000000000002';

export const newGroup = {
  displayName: 'Quarter close',
  mailNickname: 'quarter-close',
  groupTypes: ['Unified'],
  mailEnabled: true,
  securityEnabled: true,
  visibility: 'Private',
};

export const directPolicy = {
  displayName: 'Bot direct assignment',
  description: 'Assigned by the bot',
  allowedTargetScope: 'notSpecified',
  specificAllowedTargets: [],
  expiration: { type: 'noExpiration' },
  requestorSettings: {
    enableTargetsToSelfAddAccess: false,
    enableTargetsToSelfUpdateAccess: false,
    enableTargetsToSelfRemoveAccess: false,
    allowCustomAssignmentSchedule: true,
    enableOnBehalfRequestorsToAddAccess: false,
    enableOnBehalfRequestorsToUpdateAccess: false,
    enableOnBehalfRequestorsToRemoveAccess: false,
    onBehalfRequestors: [],
  },
  requestApprovalSettings: {
    isApprovalRequiredForAdd: false,
    isApprovalRequiredForUpdate: false,
    stages: [],
  },
};

export interface Existing {
  readonly catalogId: string;
  readonly packageId: string;
  readonly policyId: string;
}

/** The access package that the seed brings, which holds Finance Reports. */
export async function findSeededPackage(send: Send): Promise<Existing> {
  const filter = encodeURIComponent("displayName eq 'Finance Reports access'");
  const { body } = await send(
    'GET',
    `${em}/accessPackages?$filter=${filter}&$expand=catalog,assignmentPolicies`,
  );
  const [found] = body.value;
  return {
    catalogId: found.catalog.id,
    packageId: found.id,
    policyId: found.assignmentPolicies[0].id,
  };
}

/** Asks for a direct assignment. */
export function assignDirectly(send: Send, existing: Existing, targetId = rita): Promise<Reply> {
  const assignment = {
    targetId,
    assignmentPolicyId: existing.policyId,
    accessPackageId: existing.packageId,
  };
  return send('POST', `${em}/assignmentRequests`, {
    body: { requestType: 'adminAdd', justification: 'request 1', assignment },
  });
}

/** Whether the group's members in Entra include the person. */
export async function isMember(send: Send, groupId: string, userId = rita): Promise<boolean> {
  const { body } = await send('POST', `/v1.0/users/${userId}/checkMemberGroups`, {
    body: { groupIds: [groupId] },
  });
  const ids: readonly unknown[] = body.value;
  return ids.includes(groupId);
}

/** The URL of a filtered collection, encoded. */
export function filtered(path: string, filter: string): string {
  return `${path}?$filter=${encodeURIComponent(filter)}`;
}
