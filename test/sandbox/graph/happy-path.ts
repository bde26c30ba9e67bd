import assert from 'node:assert/strict';
import type { Send } from './support.ts';
import { directPolicy, em, filtered, isMember, newGroup, rita } from './support.ts';

const tenantId = '9f3c2b7a-54d1-4e0e-8a77-2c1f6d0b9e11';

export interface Journey {
  readonly send: Send;
  /** Called while the client waits; moves a clock that stands still. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Everything new: preflight, group, writeback, catalog, resource, package, role, policy, assignment, membership. */
export async function walkHappyPath(
  journey: Journey,
): Promise<{ groupId: string; assignmentId: string }> {
  await preflight(journey.send);
  const groupId = await ensureGroup(journey);
  await ensureWriteback(journey.send, groupId);
  const catalogId = await ensureCatalog(journey.send);
  const packageId = await ensurePackage(journey, catalogId, groupId);
  const policyId = await ensurePolicy(journey.send, packageId);
  const assignmentId = await ensureAssignment(journey, { packageId, policyId });
  while (!(await isMember(journey.send, groupId))) {
    await journey.wait(1000);
  }
  await delegate(journey.send, catalogId);
  return { groupId, assignmentId };
}

async function preflight(send: Send): Promise<void> {
  const organization = await send(
    'GET',
    '/v1.0/organization?$select=id,onPremisesSyncEnabled,onPremisesLastSyncDateTime',
  );
  assert.equal(organization.body.value[0].onPremisesSyncEnabled, true);
  const sync = await send('GET', `/beta/directory/onPremisesSynchronization/${tenantId}`);
  assert.equal(
    sync.body.configuration.writebackConfiguration.unifiedGroupContainer,
    'OU=Writeback,DC=corp,DC=contoso,DC=test',
  );
  assert.equal(sync.body.features.groupWriteBackEnabled, true);
  const settings = await send('GET', '/v1.0/groupSettings');
  assert.equal(settings.body.value[0].displayName, 'Group.Unified');
  const skus = await send(
    'GET',
    '/v1.0/subscribedSkus?$select=skuPartNumber,capabilityStatus,prepaidUnits,servicePlans',
  );
  assert.equal(skus.body.value.length, 3);
  const user = await send(
    'GET',
    `/v1.0/users/${rita}?$select=id,displayName,userType,accountEnabled,onPremisesSyncEnabled,onPremisesSecurityIdentifier,onPremisesImmutableId,onPremisesDistinguishedName`,
  );
  assert.equal(
    user.body.onPremisesDistinguishedName,
    'CN=Rita Requester,OU=Staff,DC=corp,DC=contoso,DC=test',
  );
}

async function ensureGroup({ send, wait }: Journey): Promise<string> {
  const named = filtered('/v1.0/groups', "startsWith(displayName,'Quarter')");
  const before = await send('GET', `${named}&$select=id,displayName,mailNickname&$top=10`);
  assert.deepEqual(before.body.value, []);
  const proposal = {
    entityType: 'Group',
    displayName: newGroup.displayName,
    mailNickname: newGroup.mailNickname,
  };
  const valid = await send('POST', '/v1.0/directoryObjects/validateProperties', { body: proposal });
  assert.equal(valid.status, 204);
  const made = await send('PATCH', "/v1.0/groups(uniqueName='gwb-1')", {
    body: newGroup,
    headers: { prefer: 'create-if-missing' },
  });
  assert.equal(made.status, 201);
  const groupId: string = made.body.id;
  let good = 0;
  while (good < 5) {
    const { status } = await send('GET', `/v1.0/groups/${groupId}`);
    good = status === 200 ? good + 1 : 0;
    await wait(1000);
  }
  return groupId;
}

async function ensureWriteback(send: Send, groupId: string): Promise<void> {
  const url = `/beta/groups/${groupId}`;
  const before = await send(
    'GET',
    `${url}?$select=id,displayName,groupTypes,writebackConfiguration`,
  );
  assert.deepEqual(before.body.writebackConfiguration, {
    isEnabled: null,
    onPremisesGroupType: null,
  });
  const wanted = { isEnabled: true, onPremisesGroupType: 'universalSecurityGroup' };
  const set = await send('PATCH', url, { body: { writebackConfiguration: wanted } });
  assert.equal(set.status, 204);
  const after = await send('GET', `${url}?$select=id,writebackConfiguration`);
  assert.deepEqual(after.body.writebackConfiguration, wanted);
}

async function ensureCatalog(send: Send): Promise<string> {
  const none = await send('GET', filtered(`${em}/catalogs`, "displayName eq 'Bot catalog'"));
  assert.deepEqual(none.body.value, []);
  const body = {
    displayName: 'Bot catalog',
    description: 'By the bot',
    state: 'published',
    isExternallyVisible: false,
  };
  const made = await send('POST', `${em}/catalogs`, { body });
  assert.equal(made.status, 201);
  return made.body.id;
}

async function ensurePackage(
  { send, wait }: Journey,
  catalogId: string,
  groupId: string,
): Promise<string> {
  const request = {
    requestType: 'adminAdd',
    catalog: { id: catalogId },
    resource: { originId: groupId, originSystem: 'AadGroup' },
  };
  let added = await send('POST', `${em}/resourceRequests`, { body: request });
  while (added.body.error?.code === 'ResourceNotFoundInOriginSystem') {
    await wait(5000);
    added = await send('POST', `${em}/resourceRequests`, { body: request });
  }
  assert.equal(added.status, 201);
  assert.equal(added.body.resource, undefined);
  const resources = filtered(`${em}/catalogs/${catalogId}/resources`, `originId eq '${groupId}'`);
  const { body } = await send('GET', `${resources}&$expand=roles,scopes`);
  const [resource] = body.value;
  const roles = await send(
    'GET',
    `${filtered(`${em}/catalogs/${catalogId}/resourceRoles`, `originSystem eq 'AadGroup' and resource/id eq '${resource.id}'`)}&$expand=resource`,
  );
  const role = roles.body.value.find((item) => item.displayName === 'Member');
  assert.ok(role);
  const made = await send('POST', `${em}/accessPackages`, {
    body: {
      displayName: 'Quarter close access',
      description: 'By the bot',
      isHidden: true,
      catalog: { id: catalogId },
    },
  });
  assert.equal(made.status, 201);
  const packageId: string = made.body.id;
  const [scope] = resource.scopes;
  const roleScope = {
    role: {
      id: role.id,
      displayName: 'Member',
      originSystem: 'AadGroup',
      originId: role.originId,
      resource: { id: resource.id, originId: groupId, originSystem: 'AadGroup' },
    },
    scope: { id: scope.id, originId: groupId, originSystem: 'AadGroup', isRootScope: true },
  };
  const joined = await send('POST', `${em}/accessPackages/${packageId}/resourceRoleScopes`, {
    body: roleScope,
  });
  assert.equal(joined.body.id, `${role.id}_${scope.id}`);
  const whole = await send(
    'GET',
    `${em}/accessPackages/${packageId}?$expand=resourceRoleScopes($expand=role,scope)`,
  );
  assert.equal(whole.body.resourceRoleScopes[0].role.originId, `Member_${groupId}`);
  return packageId;
}

async function ensurePolicy(send: Send, packageId: string): Promise<string> {
  const made = await send('POST', `${em}/assignmentPolicies`, {
    body: { ...directPolicy, accessPackage: { id: packageId } },
  });
  assert.equal(made.status, 201);
  const { body } = await send(
    'GET',
    filtered(`${em}/assignmentPolicies`, `accessPackage/id eq '${packageId}'`),
  );
  assert.equal(body.value[0].requestApprovalSettings.isApprovalRequiredForAdd, false);
  return made.body.id;
}

async function ensureAssignment(
  { send, wait }: Journey,
  ids: { packageId: string; policyId: string },
): Promise<string> {
  const assignment = {
    targetId: rita,
    assignmentPolicyId: ids.policyId,
    accessPackageId: ids.packageId,
    schedule: { startDateTime: '2026-03-02T08:00:00Z', expiration: { type: 'noExpiration' } },
  };
  const asked = await send('POST', `${em}/assignmentRequests`, {
    body: { requestType: 'adminAdd', justification: 'request 1', assignment },
  });
  assert.equal(asked.status, 201);
  assert.equal(asked.body.state, 'submitted');
  const url = `${em}/assignmentRequests/${asked.body.id}?$expand=assignment($expand=target),accessPackage,requestor`;
  let seen = await send('GET', url);
  while (seen.body.state !== 'delivered') {
    await wait(1000);
    seen = await send('GET', url);
  }
  assert.equal(seen.body.assignment.target.objectId, rita);
  const filter = `accessPackage/id eq '${ids.packageId}' and target/objectId eq '${rita}' and state eq 'delivered'`;
  const { body } = await send(
    'GET',
    `${filtered(`${em}/assignments`, filter)}&$expand=target,assignmentPolicy`,
  );
  assert.equal(body.value.length, 1);
  return body.value[0].id;
}

async function delegate(send: Send, catalogId: string): Promise<void> {
  const root = '/v1.0/roleManagement/entitlementManagement/roleAssignments';
  const body = {
    principalId: rita,
    roleDefinitionId: '7f480852-ebdc-47d4-87de-0d8498384a83',
    appScopeId: `/AccessPackageCatalog/${catalogId}`,
  };
  const made = await send('POST', root, { body });
  assert.equal(made.status, 201);
  const list = await send(
    'GET',
    `${filtered(root, `appScopeId eq '${body.appScopeId}'`)}&$expand=principal`,
  );
  assert.equal(list.body.value[0].principal.displayName, 'Rita Requester');
  const gone = await send('DELETE', `${root}/${made.body.id}`);
  assert.equal(gone.status, 204);
}
