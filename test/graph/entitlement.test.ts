import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogId, em, groupId, packageId, policyId, resourceId, roleId, scopeId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const catalog = { id: catalogId, displayName: 'Bot', state: 'published' };
const member = { id: roleId, displayName: 'Member', originId: `Member_${groupId}` };
const owner = { id: scopeId, displayName: 'Owner', originId: `Owner_${groupId}` };
const rootScope = { id: scopeId, originId: groupId, isRootScope: true };
const resource = { id: resourceId, groupId, memberRoleId: roleId, rootScopeId: scopeId };
const listResources = `GET ${em}/catalogs/${catalogId}/resources`;
const listPackages = `GET ${em}/accessPackages`;
const getPackage = `GET ${em}/accessPackages/${packageId}`;
const addRole = `POST ${em}/accessPackages/${packageId}/resourceRoleScopes`;

function accessPackage(...roles: readonly (typeof member)[]): object {
  return packageWith(...roles.map((role) => ({ id: `${role.id}_${scopeId}`, role })));
}

function packageWith(...resourceRoleScopes: readonly object[]) {
  return {
    id: packageId,
    displayName: 'Finance',
    catalog,
    assignmentPolicies: [
      {
        id: policyId,
        displayName: 'Direct',
        requestApprovalSettings: { isApprovalRequiredForAdd: false },
      },
      {
        id: policyId,
        displayName: 'Asking',
        requestApprovalSettings: { isApprovalRequiredForAdd: true },
        questions: [{ isRequired: false }, { isRequired: true }],
      },
    ],
    resourceRoleScopes,
  };
}

describe('a catalog', () => {
  it('is found by its exact spelling first', async () => {
    await using server = await ScriptedGraph.start();
    const other = { ...catalog, displayName: 'BOT', state: 'unpublished' };
    server.on(
      `GET ${em}/catalogs`,
      ok({ value: [other, catalog] }),
      ok({ value: [other] }),
      ok({ value: [] }),
    );
    const { entitlement } = server.connect();

    assert.equal((await entitlement.findCatalog('Bot'))?.displayName, 'Bot');
    assert.equal((await entitlement.findCatalog('Bot'))?.isPublished, false);
    assert.equal(await entitlement.findCatalog('Bot'), undefined);
  });

  it('takes a group that it has already for added', async () => {
    await using server = await ScriptedGraph.start();
    const add = `POST ${em}/resourceRequests`;
    server.on(
      add,
      { status: 201, json: { id: resourceId, state: 'delivered' } },
      refusal(400, 'ResourceAlreadyOnboarded'),
    );
    const { entitlement } = server.connect();

    await entitlement.addResource(catalogId, groupId);
    await entitlement.addResource(catalogId, groupId);

    assert.deepEqual(server.received[0]?.body, {
      requestType: 'adminAdd',
      catalog: { id: catalogId },
      resource: { originId: groupId, originSystem: 'AadGroup' },
    });
    assert.equal(server.received.length, 2);
  });

  it('gives the ids that a role scope needs', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      listResources,
      ok({ value: [{ id: resourceId, roles: [owner, member], scopes: [rootScope] }] }),
    );
    const { entitlement } = server.connect();

    assert.deepEqual(await entitlement.findResource(catalogId, groupId), resource);
  });

  it('is asked for the roles once more when they are missing at the resource', async () => {
    await using server = await ScriptedGraph.start();
    const bare = { id: resourceId, roles: [], scopes: [rootScope] };
    const listRoles = `GET ${em}/catalogs/${catalogId}/resourceRoles`;
    server.on(listResources, ok({ value: [bare] }), ok({ value: [bare] }), ok({ value: [] }));
    server.on(listRoles, ok({ value: [owner, member] }), ok({ value: [] }));
    const { entitlement } = server.connect();

    assert.equal((await entitlement.findResource(catalogId, groupId))?.memberRoleId, roleId);
    assert.equal((await entitlement.findResource(catalogId, groupId))?.memberRoleId, undefined);
    assert.equal(await entitlement.findResource(catalogId, groupId), undefined);
  });
});

describe('an access package', () => {
  it('is read with its catalog, the groups it gives and its policies', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getPackage, ok(accessPackage(owner, member)));
    const { entitlement } = server.connect();

    assert.deepEqual(await entitlement.findAccessPackage(packageId), {
      id: packageId,
      displayName: 'Finance',
      catalog: { id: catalogId, displayName: 'Bot', isPublished: true },
      memberOf: [groupId],
      otherRoles: 1,
      policies: [
        {
          id: policyId,
          displayName: 'Direct',
          isApprovalRequired: false,
          hasRequiredQuestions: false,
        },
        {
          id: policyId,
          displayName: 'Asking',
          isApprovalRequired: true,
          hasRequiredQuestions: true,
        },
      ],
    });
  });

  it('counts applications, sites and whatever Graph does not say as other roles', async () => {
    await using server = await ScriptedGraph.start();
    const application = { id: 'role', displayName: 'Reader', originId: groupId };
    const site = { id: 'role', displayName: 'Finance Members', originId: '5' };
    const { resourceRoleScopes: _, ...rest } = packageWith();
    server.on(
      getPackage,
      ok(packageWith({ role: member }, { role: application }, { role: site }, { role: null }, {})),
      ok({ ...packageWith({ role: member }), 'resourceRoleScopes@odata.nextLink': 'https://more' }),
      ok(packageWith({ role: member })),
      ok(rest),
    );
    const { entitlement } = server.connect();

    const found: (number | undefined)[] = [];
    for (let times = 0; times < 4; times += 1) {
      found.push((await entitlement.findAccessPackage(packageId))?.otherRoles);
    }

    assert.deepEqual(found, [4, 1, 0, 0]);
  });

  it('is undefined when it is gone', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getPackage, refusal(404, 'AccessPackageNotFound'));
    const { entitlement } = server.connect();

    assert.equal(await entitlement.findAccessPackage(packageId), undefined);
  });

  it('is reused when another instance created it first', async () => {
    await using server = await ScriptedGraph.start();
    const create = `POST ${em}/accessPackages`;
    server.on(
      create,
      { status: 201, json: { id: packageId } },
      refusal(400, 'DuplicateAccessPackage'),
    );
    server.on(listPackages, ok({ value: [accessPackage()] }));
    const { entitlement } = server.connect();
    const wish = { catalogId, displayName: 'Finance', description: '' };

    assert.equal(await entitlement.createAccessPackage(wish), packageId);
    assert.equal(await entitlement.createAccessPackage(wish), packageId);
  });

  it('gets the Member role, and the same again changes nothing', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      addRole,
      { status: 201, json: { id: `${roleId}_${scopeId}` } },
      refusal(400, 'InvalidModel'),
    );
    server.on(getPackage, ok(accessPackage(member)));
    const { entitlement } = server.connect();

    await entitlement.addMemberRole(packageId, resource);
    await entitlement.addMemberRole(packageId, resource);

    assert.equal(server.received.length, 3);
  });

  it('does not take a refusal for success when the role is not there', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      addRole,
      refusal(400, 'InvalidModel'),
      refusal(404, 'ResourceNotFound'),
      refusal(404, 'AccessPackageNotFound'),
    );
    server.on(getPackage, ok(accessPackage()));
    const { entitlement } = server.connect();

    await assertProblem(entitlement.addMemberRole(packageId, resource), 'graph-refused');
    await assertProblem(entitlement.addMemberRole(packageId, resource), 'not-visible-yet');
    await assertProblem(entitlement.addMemberRole(packageId, resource), 'access-package-not-found');
  });

  it('waits for the role to be known before it asks', async () => {
    await using server = await ScriptedGraph.start();
    const { entitlement } = server.connect();
    const unknown = { ...resource, memberRoleId: undefined };

    await assertProblem(entitlement.addMemberRole(packageId, unknown), 'not-visible-yet');

    assert.equal(server.received.length, 0);
  });

  it('gets a policy that asks nobody', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`POST ${em}/assignmentPolicies`, { status: 201, json: { id: policyId } });
    const { entitlement } = server.connect();

    const id = await entitlement.createDirectAssignmentPolicy(packageId, 'Writeback: direct');

    const body = server.received[0]?.body as Record<string, Record<string, unknown>>;
    assert.equal(id, policyId);
    assert.equal(body['requestApprovalSettings']?.['isApprovalRequiredForAdd'], false);
    assert.deepEqual(body['accessPackage'], { id: packageId });
  });
});
