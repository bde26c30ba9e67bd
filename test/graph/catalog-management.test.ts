import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CatalogManagement } from '../../src/domain/catalog-management.ts';
import type { CatalogRoleAssignment } from '../../src/domain/entitlement.ts';
import { CatalogId, GroupId, RoleAssignmentId, UserId } from '../../src/domain/ids.ts';
import { groups } from '../../src/sandbox/seed.ts';
import { approverWorld, idOf } from '../support/approver-world.ts';
import { em, catalogId as someCatalogId, userId as someUserId } from './ids.ts';
import { assertProblem, problemOf } from './problems.ts';
import { graphError, ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const nobody = UserId.parse('aaaaaaaa-0000-4000-8000-00000000dead');
const noCatalog = CatalogId.parse('cccccccc-0000-4000-8000-00000000dead');
const noAssignment = RoleAssignmentId.parse('dddddddd-0000-4000-8000-00000000dead');
const rolesPath = '/v1.0/roleManagement/entitlementManagement/roleAssignments';
const managerRole = '7f480852-ebdc-47d4-87de-0d8498384a83';

async function financeId(management: CatalogManagement): Promise<CatalogId> {
  return (await management.findCatalog('Finance'))?.id ?? assert.fail('no catalog');
}

function toLine({ role, holder }: CatalogRoleAssignment): string {
  return `${role}: ${holder.displayName} (${holder.kind})`;
}

function toResource(originSystem: string): object {
  return { id: originSystem, originId: 'o', originSystem };
}

describe('catalogs', () => {
  it('are listed, as many as asked for', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    await catalogManagement.createCatalog('Marketing', 'For a test');

    const all = await catalogManagement.listCatalogs(10);
    const one = await catalogManagement.listCatalogs(1);

    const names = all.map(({ displayName }) => displayName);
    assert.deepEqual(names, ['General', 'Finance', 'Marketing']);
    assert.equal(one.length, 1);
    assert.deepEqual(await catalogManagement.listCatalogs(0), []);
  });

  it('are listed over all pages', async () => {
    await using server = await ScriptedGraph.start();
    const catalog = { id: someCatalogId, displayName: 'A', state: 'published' };
    const next = `https://graph.microsoft.com${em}/catalogs?$skiptoken=1`;
    server.on(
      `GET ${em}/catalogs`,
      ok({ value: [catalog], '@odata.nextLink': next }),
      ok({ value: [{ ...catalog, displayName: 'B', state: 'unpublished' }] }),
    );

    const found = await server.connect().catalogManagement.listCatalogs(5);

    assert.deepEqual(
      found.map(({ displayName, isPublished }) => [displayName, isPublished]),
      [
        ['A', true],
        ['B', false],
      ],
    );
  });

  it('are found by id, with the packages they hold', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    const id = await financeId(catalogManagement);

    const found = await catalogManagement.findCatalogById(id);
    const packages = await catalogManagement.listAccessPackages(id);

    assert.deepEqual(found, { id, displayName: 'Finance', isPublished: true });
    assert.deepEqual(
      packages.map(({ displayName }) => displayName),
      ['Finance Reports access'],
    );
    assert.equal(await catalogManagement.findCatalogById(noCatalog), undefined);
    assert.deepEqual(await catalogManagement.listAccessPackages(noCatalog), []);
  });

  it('show what they can give', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;

    const entries = await catalogManagement.listCatalogResources(
      await financeId(catalogManagement),
    );

    const reports = groups.find(({ displayName }) => displayName === 'Finance Reports');
    assert.deepEqual(
      entries?.map(({ kind, displayName, originId }) => ({ kind, displayName, originId })),
      [{ kind: 'group', displayName: 'Finance Reports', originId: reports?.objectId }],
    );
    assert.equal(await catalogManagement.listCatalogResources(noCatalog), undefined);
  });

  it('tell groups, applications and sites apart', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      `GET ${em}/catalogs/${someCatalogId}/resources`,
      ok({ value: ['AadGroup', 'AadApplication', 'SharePointOnline', 'New'].map(toResource) }),
    );

    const found = await server.connect().catalogManagement.listCatalogResources(someCatalogId);

    assert.deepEqual(
      found?.map(({ kind }) => kind),
      ['group', 'application', 'site', 'other'],
    );
  });
});

describe('delegating a catalog', () => {
  it('shows who holds which role', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    const id = await financeId(catalogManagement);
    const group = groups.find(({ displayName }) => displayName === 'Finance Approvers');
    await world.send('POST', rolesPath, {
      principalId: GroupId.parse(group?.objectId),
      roleDefinitionId: managerRole,
      appScopeId: `/AccessPackageCatalog/${id}`,
    });

    const held = await catalogManagement.listRoleAssignments(id);

    assert.deepEqual(held.map(toLine), [
      'catalog-owner: Ada Approver (user)',
      'access-package-manager: Ben Okafor (user)',
      'access-package-manager: Finance Approvers (group)',
    ]);
    assert.deepEqual(await catalogManagement.listRoleAssignments(noCatalog), []);
  });

  it('gives a role once, however often it is asked for', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    const id = await financeId(catalogManagement);

    const first = await catalogManagement.assignRole(id, 'catalog-reader', idOf('layla'));
    const second = await catalogManagement.assignRole(id, 'catalog-reader', idOf('layla'));

    const held = await catalogManagement.listRoleAssignments(id);
    assert.equal(second, first);
    assert.equal(held.filter(({ role }) => role === 'catalog-reader').length, 1);
  });

  it('gives a role once when many ask at the same moment', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    const id = await financeId(catalogManagement);
    const attempts = Array.from({ length: 10 }, () =>
      catalogManagement.assignRole(id, 'access-package-manager', idOf('layla')),
    );

    const ids = new Set(await Promise.all(attempts));

    const posts = world.sandbox.exchanges.filter(({ method }) => method === 'POST');
    assert.equal(ids.size, 1);
    assert.equal(posts.filter(({ status }) => status === 201).length, 1);
    assert.ok(posts.length > 1, 'they did not run at once');
  });

  it('gives different roles and different people their own', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    const id = await financeId(catalogManagement);

    const ids = [
      await catalogManagement.assignRole(id, 'catalog-owner', idOf('layla')),
      await catalogManagement.assignRole(id, 'access-package-assignment-manager', idOf('layla')),
      await catalogManagement.assignRole(id, 'catalog-owner', idOf('paul')),
    ];

    assert.equal(new Set(ids).size, 3);
  });

  it('takes a role away, and one that is gone already as well', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    const id = await financeId(catalogManagement);
    const given = await catalogManagement.assignRole(id, 'catalog-reader', idOf('layla'));

    await catalogManagement.removeRole(given);
    await catalogManagement.removeRole(given);
    await catalogManagement.removeRole(noAssignment);

    const held = await catalogManagement.listRoleAssignments(id);
    assert.equal(held.length, 2);
  });

  it('says that there is no such user, or else what Graph says', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    const id = await financeId(catalogManagement);

    const stranger = catalogManagement.assignRole(id, 'catalog-owner', nobody);
    await assertProblem(stranger, 'user-not-found');
    const elsewhere = catalogManagement.assignRole(noCatalog, 'catalog-owner', idOf('layla'));
    const { code, detail } = await problemOf(elsewhere);
    assert.equal(code, 'graph-refused');
    assert.match(detail, /CatalogNotFound/);
  });

  it('names the missing permission', async () => {
    await using world = await approverWorld();
    const { catalogManagement } = world.graph;
    const id = await financeId(catalogManagement);
    world.sandbox.setTenant({ missingPermissions: ['EntitlementManagement.ReadWrite.All'] });

    const given = await problemOf(catalogManagement.assignRole(id, 'catalog-owner', idOf('layla')));
    const taken = await problemOf(catalogManagement.removeRole(noAssignment));

    for (const { code, detail } of [given, taken]) {
      assert.equal(code, 'graph-permission-missing');
      assert.match(detail, /needs EntitlementManagement\.ReadWrite\.All/);
    }
  });

  it('looks for the role after a lost answer instead of asking again', async () => {
    await using server = await ScriptedGraph.start();
    const assignment = {
      id: noAssignment,
      principalId: someUserId,
      roleDefinitionId: managerRole,
      appScopeId: `/AccessPackageCatalog/${someCatalogId}`,
    };
    server.on(`GET ${rolesPath}`, ok({ value: [] }), ok({ value: [assignment] }));
    server.on(`POST ${rolesPath}`, { status: 504, json: graphError('UnknownError') });
    const { catalogManagement } = server.connect();

    const id = await catalogManagement.assignRole(
      someCatalogId,
      'access-package-manager',
      someUserId,
    );

    assert.equal(id, noAssignment);
    assert.equal(server.received.length, 3);
  });

  it('leaves the outcome unknown when the role is not there after a lost answer', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`GET ${rolesPath}`, ok({ value: [] }), ok({ value: [] }));
    server.on(`POST ${rolesPath}`, { status: 504, json: graphError('UnknownError') });
    const { catalogManagement } = server.connect();

    const asked = catalogManagement.assignRole(someCatalogId, 'catalog-reader', someUserId);

    await assertProblem(asked, 'graph-outcome-unknown');
  });

  it('repeats a removal whose answer was lost', async () => {
    await using server = await ScriptedGraph.start();
    const remove = `DELETE ${rolesPath}/${noAssignment}`;
    server.on(remove, 'reset', refusal(404, 'RoleAssignmentNotFound'));

    await server.connect().catalogManagement.removeRole(noAssignment);

    assert.equal(server.received.length, 2);
  });
});
