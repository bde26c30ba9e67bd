import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Send } from './support.ts';
import {
  assignDirectly,
  directPolicy,
  em,
  filtered,
  findSeededPackage,
  reports,
  rita,
  startBench,
  systems,
} from './support.ts';

const nothing = '11111111-1111-4111-8111-111111111111';
const dynamic = 'bbbbbbbb-0000-4000-8000-000000000004';
const roleHolders = 'bbbbbbbb-0000-4000-8000-000000000006';

async function addResource(
  send: Send,
  catalogId: string,
  originId: string,
): Promise<{ status: number; code?: string }> {
  const body = {
    requestType: 'AdminAdd',
    catalog: { id: catalogId },
    resource: { originId, originSystem: 'AadGroup' },
  };
  const answer = await send('POST', `${em}/resourceRequests`, { body });
  return { status: answer.status, code: answer.body.error?.code };
}

describe('catalogs and their resources', () => {
  it('are there from the start: General, and Finance with one package', async (t) => {
    const { send } = await startBench(t);

    const catalogs = await send('GET', `${em}/catalogs?$select=displayName,catalogType`);
    const { packageId } = await findSeededPackage(send);
    const found = await send(
      'GET',
      `${em}/accessPackages/${packageId}?$expand=catalog,resourceRoleScopes($expand=role,scope)`,
    );

    assert.deepEqual(catalogs.body.value, [
      { displayName: 'General', catalogType: 'serviceDefault' },
      { displayName: 'Finance', catalogType: 'userManaged' },
    ]);
    assert.equal(found.body.catalog.displayName, 'Finance');
    assert.equal(found.body.resourceRoleScopes[0].role.originId, `Member_${reports}`);
  });

  it('take a group once', async (t) => {
    const { send } = await startBench(t);
    const { catalogId } = await findSeededPackage(send);

    assert.deepEqual(await addResource(send, catalogId, systems), { status: 201, code: undefined });
    assert.deepEqual(await addResource(send, catalogId, systems), {
      status: 400,
      code: 'ResourceAlreadyOnboarded',
    });
    const { body } = await send(
      'GET',
      filtered(`${em}/catalogs/${catalogId}/resources`, `originId eq '${systems}'`),
    );
    assert.equal(body.value.length, 1);
  });

  it('refuse groups that cannot be managed and callers who do not own them', async (t) => {
    const { graph, send } = await startBench(t);
    const { catalogId } = await findSeededPackage(send);

    assert.deepEqual(await addResource(send, catalogId, nothing), {
      status: 400,
      code: 'ResourceNotFoundInOriginSystem',
    });
    assert.deepEqual(await addResource(send, catalogId, dynamic), {
      status: 400,
      code: 'InvalidModel',
    });
    assert.deepEqual(await addResource(send, nothing, systems), {
      status: 400,
      code: 'InvalidModel',
    });
    assert.deepEqual(await addResource(send, catalogId, roleHolders), {
      status: 400,
      code: 'CallerNotResourceOwner',
    });
    graph.setTenant({ missingPermissions: ['Group.ReadWrite.All'] });
    assert.deepEqual(await addResource(send, catalogId, systems), {
      status: 400,
      code: 'CallerNotResourceOwner',
    });
  });

  it('refuse the names of beta', async (t) => {
    const { send } = await startBench(t);
    const { catalogId } = await findSeededPackage(send);
    const body = {
      requestType: 'AdminAdd',
      catalogId,
      accessPackageResource: { originId: systems, originSystem: 'AadGroup' },
    };

    const answer = await send('POST', `${em}/resourceRequests`, { body });

    assert.equal(answer.status, 400);
    assert.equal(answer.body.error.code, 'InvalidModel');
    assert.deepEqual(answer.body.error.details, []);
  });

  it('give a resource back when no package uses it', async (t) => {
    const { send } = await startBench(t);
    const { catalogId } = await findSeededPackage(send);
    await addResource(send, catalogId, systems);
    const catalog = { id: catalogId };

    const used = await send('POST', `${em}/resourceRequests`, {
      body: { requestType: 'adminRemove', catalog, resource: { originId: reports } },
    });
    const free = await send('POST', `${em}/resourceRequests`, {
      body: { requestType: 'adminRemove', catalog, resource: { originId: systems } },
    });

    assert.equal(used.body.error.code, 'ResourceInUse');
    assert.equal(free.body.requestType, 'adminRemove');
    assert.deepEqual(await addResource(send, catalogId, systems), { status: 201, code: undefined });
  });
});

describe('access packages', () => {
  it('have one name in a catalog', async (t) => {
    const { send } = await startBench(t);
    const { catalogId } = await findSeededPackage(send);
    const body = {
      displayName: 'finance reports ACCESS',
      description: 'x',
      catalog: { id: catalogId },
    };

    const second = await send('POST', `${em}/accessPackages`, { body });
    const elsewhere = await send('POST', `${em}/accessPackages`, {
      body: { ...body, catalog: { id: nothing } },
    });

    assert.deepEqual([second.status, second.body.error.code], [400, 'DuplicateAccessPackage']);
    assert.deepEqual([elsewhere.status, elsewhere.body.error.code], [404, 'CatalogNotFound']);
  });

  it('are not found with a code that says so', async (t) => {
    const { send } = await startBench(t);

    const gone = await send('GET', `${em}/accessPackages/${nothing}`);
    const policy = await send('GET', `${em}/assignmentPolicies/${nothing}`);

    assert.deepEqual([gone.status, gone.body.error.code], [404, 'AccessPackageNotFound']);
    assert.deepEqual([policy.status, policy.body.error.code], [404, 'PolicyNotFound']);
  });

  it('hold a role scope once, under an id that follows from role and scope', async (t) => {
    const { send } = await startBench(t);
    const { catalogId, packageId } = await findSeededPackage(send);
    await addResource(send, catalogId, systems);
    const resources = await send(
      'GET',
      `${filtered(`${em}/catalogs/${catalogId}/resources`, `originId eq '${systems}'`)}&$expand=roles,scopes`,
    );
    const [resource] = resources.body.value;
    const role = {
      originId: `Member_${systems}`,
      originSystem: 'AadGroup',
      resource: { id: resource.id },
    };
    const scope = { originId: systems, originSystem: 'AadGroup' };
    const url = `${em}/accessPackages/${packageId}/resourceRoleScopes`;

    const wrongResource = await send('POST', url, {
      body: { role: { ...role, resource: { id: packageId } }, scope },
    });
    const wrongRole = await send('POST', url, {
      body: { role: { ...role, originId: `Member_${reports}` }, scope },
    });
    const first = await send('POST', url, { body: { role, scope } });
    const second = await send('POST', url, { body: { role, scope } });
    const list = await send('GET', url);

    assert.deepEqual(
      [wrongResource.status, wrongResource.body.error.code],
      [404, 'ResourceNotFound'],
    );
    assert.deepEqual([wrongRole.status, wrongRole.body.error.code], [404, 'RoleNotFound']);
    assert.equal(first.body.id, `${resource.roles[0].id}_${resource.scopes[0].id}`);
    assert.equal(second.body.id, first.body.id);
    assert.equal(list.body.value.length, 2);
  });

  it('lose a role scope only with the governance licence, and its members with it', async (t) => {
    const { graph, send } = await startBench(t);
    const existing = await findSeededPackage(send);
    await assignDirectly(send, existing);
    const url = `${em}/accessPackages/${existing.packageId}/resourceRoleScopes`;
    const [scope] = (await send('GET', url)).body.value;

    graph.setTenant({ licence: 'P2' });
    const refused = await send('DELETE', `${url}/${scope.id}`);
    graph.setTenant({ licence: 'Governance' });
    const before = graph.membersForSync(reports).map((member) => member.id);
    const done = await send('DELETE', `${url}/${scope.id}`);

    assert.equal(refused.body.error.code, 'NoGovernanceSku');
    assert.ok(before.includes(rita));
    assert.equal(done.status, 204);
    assert.ok(!graph.membersForSync(reports).some((member) => member.id === rita));
  });

  it('have policies that are replaced by PUT, not by PATCH', async (t) => {
    const { send } = await startBench(t);
    const { packageId } = await findSeededPackage(send);
    const body = { ...directPolicy, accessPackage: { id: packageId } };
    const made = await send('POST', `${em}/assignmentPolicies`, { body });
    const url = `${em}/assignmentPolicies/${made.body.id}`;

    const patched = await send('PATCH', url, { body });
    const put = await send('PUT', url, { body: { ...body, displayName: 'Renamed' } });
    const read = await send('GET', `${url}?$expand=accessPackage`);

    assert.equal(patched.status, 405);
    assert.deepEqual([put.status, put.body.displayName], [200, 'Renamed']);
    assert.equal(made.body.requestApprovalSettings, undefined);
    assert.equal(read.body.requestApprovalSettings.isApprovalRequiredForAdd, false);
    assert.equal(read.body.accessPackage.id, packageId);
  });
});

describe('what an application may not do', () => {
  const calls = [
    ['GET', `${em}/accessPackageAssignmentApprovals`],
    ['GET', `${em}/accessPackageAssignmentApprovals/${nothing}/stages`],
    ['POST', `${em}/assignmentRequests/${nothing}/cancel`],
  ] as const;
  for (const [method, path] of calls) {
    it(`${method} ${path.slice(em.length)}`, async (t) => {
      const { send } = await startBench(t);

      const { status, body } = await send(method, path);

      assert.equal(status, 403);
      assert.match(body.error.message, /^User is not authorized to perform the operation/);
    });
  }

  it('is told apart: no licence, no permission', async (t) => {
    const { graph, send } = await startBench(t);

    graph.setTenant({ licence: 'P1' });
    const unlicensed = await send('GET', `${em}/settings`);
    graph.setTenant({
      licence: 'P2',
      missingPermissions: ['EntitlementManagement.ReadWrite.All', 'Group.ReadWrite.All'],
    });
    const entitlement = await send('POST', `${em}/catalogs`, { body: { displayName: 'x' } });
    const directory = await send('PATCH', `/beta/groups/${systems}`, {
      body: { description: 'x' },
    });

    assert.deepEqual([unlicensed.status, unlicensed.body.error.code], [403, 'NoLicense']);
    assert.deepEqual([entitlement.status, entitlement.body.error.code], [403, 'UnAuthorized']);
    assert.deepEqual(
      [directory.status, directory.body.error.code],
      [403, 'Authorization_RequestDenied'],
    );
  });
});
