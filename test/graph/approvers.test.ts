import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CatalogId, GroupId, UserId } from '../../src/domain/ids.ts';
import type { DirectoryUser } from '../../src/domain/person.ts';
import type { ApproverDirectory } from '../../src/domain/ports.ts';
import { groups } from '../../src/sandbox/seed.ts';
import { type ApproverWorld, approverWorld, idOf } from '../support/approver-world.ts';
import { catalogId as someCatalogId, groupId as someGroupId, userId as someUserId } from './ids.ts';
import { assertProblem, problemOf } from './problems.ts';
import { graphError, ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const approversId = groupNamed('Finance Approvers');
const serversId = groupNamed('Finance Servers');
const nobody = UserId.parse('aaaaaaaa-0000-4000-8000-00000000dead');
const noGroup = GroupId.parse('bbbbbbbb-0000-4000-8000-00000000dead');
const noCatalog = CatalogId.parse('cccccccc-0000-4000-8000-00000000dead');
const managerRole = '7f480852-ebdc-47d4-87de-0d8498384a83';
const ownerRole = 'ae79f266-94d4-4dab-b730-feca7e132178';
const rolesPath = '/v1.0/roleManagement/entitlementManagement/roleAssignments';

function groupNamed(name: string): GroupId {
  const group = groups.find(({ displayName }) => displayName === name) ?? assert.fail(name);
  return GroupId.parse(group.objectId);
}

function namesOf(users: readonly DirectoryUser[] | undefined): readonly string[] {
  return (users ?? assert.fail('no list')).map(({ displayName }) => displayName).toSorted();
}

function asGraphUser(number: number): object {
  const id = `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { id, displayName: `Person ${number}`, userPrincipalName: `p${number}@contoso.test` };
}

function addMember(world: ApproverWorld, outer: string, inner: string): Promise<unknown> {
  const reference = `https://graph.microsoft.com/v1.0/directoryObjects/${inner}`;
  return world.send('POST', `/v1.0/groups/${outer}/members/$ref`, { '@odata.id': reference });
}

function assignManager(
  world: ApproverWorld,
  principalId: string,
  appScopeId: string,
): Promise<unknown> {
  return world.send('POST', rolesPath, { principalId, roleDefinitionId: managerRole, appScopeId });
}

function heldBy(principalId: string, more: object = {}): object {
  const appScopeId = `/AccessPackageCatalog/${someCatalogId}`;
  return { id: principalId, principalId, roleDefinitionId: ownerRole, appScopeId, ...more };
}

function askOwners(approverDirectory: ApproverDirectory): Promise<unknown> {
  return approverDirectory.listCatalogRoleHolders(noCatalog, 'catalog-owner');
}

describe('the manager of a person', () => {
  it('is found with everything that is asked of an approver', async () => {
    await using world = await approverWorld();

    const manager = await world.graph.approverDirectory.findManager(idOf('ben'));

    assert.equal(manager?.id, idOf('ada'));
    assert.equal(manager.displayName, 'Ada Approver');
    assert.equal(manager.accountEnabled, true);
    assert.match(manager.onPremises?.securityIdentifier ?? '', /^S-1-5-21-/);
  });

  it('is undefined for who has none and for who does not exist', async () => {
    await using world = await approverWorld();
    const { approverDirectory } = world.graph;

    assert.equal(await approverDirectory.findManager(idOf('nora')), undefined);
    assert.equal(await approverDirectory.findManager(nobody), undefined);
  });

  it('is undefined when it is a contact, who cannot sign in', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      `GET /v1.0/users/${someUserId}/manager`,
      ok({ '@odata.type': '#microsoft.graph.orgContact', id: noGroup, displayName: 'Outside' }),
    );

    const found = await server.connect().approverDirectory.findManager(someUserId);

    assert.equal(found, undefined);
  });

  it('names the missing permission', async () => {
    await using world = await approverWorld();
    world.sandbox.setTenant({ missingPermissions: ['User.Read.All'] });

    const problem = await problemOf(world.graph.approverDirectory.findManager(idOf('ben')));

    assert.equal(problem.code, 'graph-permission-missing');
    assert.match(problem.detail, /find-manager, needs User\.Read\.All/);
  });
});

describe('the users of a group', () => {
  it('are listed with the name of the group', async () => {
    await using world = await approverWorld();

    const found = await world.graph.approverDirectory.listGroupUsers(approversId, 10);

    assert.equal(found?.groupName, 'Finance Approvers');
    assert.deepEqual(namesOf(found.users), ['Ada Approver', 'Ben Okafor', 'Nora Nakamura']);
  });

  it('include those of nested groups, each once, also where the groups contain each other', async () => {
    await using world = await approverWorld();
    await addMember(world, serversId, approversId);
    await addMember(world, serversId, idOf('layla'));
    await addMember(world, serversId, idOf('ada'));
    await addMember(world, approversId, serversId);

    const found = await world.graph.approverDirectory.listGroupUsers(serversId, 10);

    assert.equal(found?.users.length, 4);
    assert.ok(found.users.some(({ id }) => id === idOf('nora')));
  });

  it('are no more than asked for', async () => {
    await using world = await approverWorld();
    const { approverDirectory } = world.graph;

    const two = await approverDirectory.listGroupUsers(approversId, 2);
    const none = await approverDirectory.listGroupUsers(approversId, 0);

    assert.equal(two?.users.length, 2);
    assert.deepEqual(none?.users, []);
  });

  it('are undefined without the group, and none in an empty one', async () => {
    await using world = await approverWorld();
    const { approverDirectory } = world.graph;

    assert.equal(await approverDirectory.listGroupUsers(noGroup, 10), undefined);
    assert.deepEqual((await approverDirectory.listGroupUsers(serversId, 10))?.users, []);
  });

  it('are read from every page, with the header that such a query wants, until there are enough', async () => {
    await using server = await ScriptedGraph.start();
    const path = `/v1.0/groups/${someGroupId}/transitiveMembers/microsoft.graph.user`;
    const next = `https://graph.microsoft.com${path}?$skiptoken=`;
    server.on(`GET /v1.0/groups/${someGroupId}`, ok({ displayName: 'Many' }));
    server.on(
      `GET ${path}`,
      ok({ value: [asGraphUser(1), asGraphUser(2)], '@odata.nextLink': `${next}2` }),
      ok({ value: [asGraphUser(3), asGraphUser(4)], '@odata.nextLink': `${next}3` }),
    );

    const found = await server.connect().approverDirectory.listGroupUsers(someGroupId, 3);

    assert.deepEqual(namesOf(found?.users), ['Person 1', 'Person 2', 'Person 3']);
    for (const { headers } of server.received.slice(1)) {
      assert.equal(headers['consistencylevel'], 'eventual');
    }
  });

  it('are undefined when the group goes between the two looks', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`GET /v1.0/groups/${someGroupId}`, ok({ displayName: 'Gone' }));
    server.on(
      `GET /v1.0/groups/${someGroupId}/transitiveMembers/microsoft.graph.user`,
      refusal(404, 'Request_ResourceNotFound'),
    );

    const found = await server.connect().approverDirectory.listGroupUsers(someGroupId, 3);

    assert.equal(found, undefined);
  });
});

describe('who holds a role on a catalog', () => {
  it('is found for owner and access package manager', async () => {
    await using world = await approverWorld();
    const { approverDirectory, entitlement } = world.graph;
    const { id } = (await entitlement.findCatalog('Finance')) ?? assert.fail('no catalog');

    const owners = await approverDirectory.listCatalogRoleHolders(id, 'catalog-owner');
    const managers = await approverDirectory.listCatalogRoleHolders(id, 'access-package-manager');

    assert.deepEqual(namesOf(owners), ['Ada Approver']);
    assert.deepEqual(namesOf(managers), ['Ben Okafor']);
  });

  it('counts once, also through groups, and not for the whole tenant or another catalog', async () => {
    await using world = await approverWorld();
    const { approverDirectory, entitlement } = world.graph;
    const { id } = (await entitlement.findCatalog('Finance')) ?? assert.fail('no catalog');
    const general = (await entitlement.findCatalog('General')) ?? assert.fail('no catalog');
    await assignManager(world, approversId, `/AccessPackageCatalog/${id}`);
    await assignManager(world, idOf('layla'), '/');
    await assignManager(world, idOf('paul'), `/AccessPackageCatalog/${general.id}`);

    const managers = await approverDirectory.listCatalogRoleHolders(id, 'access-package-manager');

    assert.deepEqual(namesOf(managers), ['Ada Approver', 'Ben Okafor', 'Nora Nakamura']);
  });

  it('is nobody on a catalog that does not exist', async () => {
    await using world = await approverWorld();
    const { approverDirectory } = world.graph;

    assert.deepEqual(
      await approverDirectory.listCatalogRoleHolders(noCatalog, 'catalog-owner'),
      [],
    );
  });

  it('is found where Graph shows no more of the principals than their ids', async () => {
    await using server = await ScriptedGraph.start();
    const application = { '@odata.type': '#microsoft.graph.servicePrincipal', id: nobody };
    const elsewhere = { appScopeId: '/' };
    server.on(
      `GET ${rolesPath}`,
      ok({
        value: [
          heldBy(someUserId),
          heldBy(someGroupId),
          heldBy(nobody, { principal: application }),
          heldBy(noGroup, elsewhere),
        ],
      }),
    );
    const user = { id: someUserId, displayName: 'Una', userPrincipalName: 'una@contoso.test' };
    server.on('GET /v1.0/users', ok({ value: [user] }));
    server.on(
      `GET /v1.0/groups/${someGroupId}/transitiveMembers/microsoft.graph.user`,
      ok({ value: [asGraphUser(7), user] }),
    );

    const { approverDirectory } = server.connect();
    const owners = await approverDirectory.listCatalogRoleHolders(someCatalogId, 'catalog-owner');

    assert.deepEqual(namesOf(owners), ['Person 7', 'Una']);
  });

  it('needs a licence and a permission, and says which', async () => {
    await using world = await approverWorld();
    const { approverDirectory } = world.graph;
    world.sandbox.setTenant({ missingPermissions: ['EntitlementManagement.Read.All'] });
    await assertProblem(askOwners(approverDirectory), 'graph-permission-missing');
    world.sandbox.setTenant({ missingPermissions: [], licence: 'none' });
    await assertProblem(askOwners(approverDirectory), 'licence-missing');
  });
});

describe('looking for approvers while Graph is troubled', () => {
  it('waits as long as Graph asks for', async () => {
    await using server = await ScriptedGraph.start();
    const busy = {
      status: 429,
      json: graphError('TooManyRequests'),
      headers: { 'retry-after': '2' },
    };
    server.on(`GET /v1.0/users/${someUserId}/manager`, busy, ok(asGraphUser(5)));

    const manager = await server.connect().approverDirectory.findManager(someUserId);

    assert.equal(manager?.displayName, 'Person 5');
    assert.ok((server.clock.slept[0] ?? 0) >= 2000);
  });

  it('gives up as unreachable when Graph stays away', async () => {
    const faults = { seed: 1, rate: 1, kinds: ['503'] as const };
    await using world = await approverWorld({ faults });

    const asked = world.graph.approverDirectory.listGroupUsers(approversId, 10);

    const { retryAfterMs } = await assertProblem(asked, 'graph-unreachable');
    assert.ok((retryAfterMs ?? 0) > 0);
  });

  it('comes through a storm of faults with the same answer', async () => {
    const kinds = ['429', '429-without-retry-after', '503'] as const;
    const faults = { seed: 3, rate: 0.4, kinds, retryAfterSeconds: 1 };
    await using world = await approverWorld({ faults });
    const { approverDirectory } = world.graph;

    for (let round = 0; round < 5; round += 1) {
      const manager = await approverDirectory.findManager(idOf('rita'));
      assert.equal(manager?.id, idOf('ada'));
    }

    assert.ok(world.sandbox.exchanges.some(({ status }) => status >= 429));
  });
});
