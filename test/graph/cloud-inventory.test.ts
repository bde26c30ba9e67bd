import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { graphWorld } from '../support/graph-world.ts';
import { groupId, userId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const membersPath = `GET /v1.0/groups/${groupId}/members`;
const user = { '@odata.type': '#microsoft.graph.user', id: userId, displayName: 'Rita' };
const other = 'aaaaaaaa-0000-4000-8000-000000000002';

describe('the members of a group', () => {
  it('are listed over all pages, with what leads to Active Directory', async () => {
    await using server = await ScriptedGraph.start();
    const anchors = {
      onPremisesSecurityIdentifier: 'S-1-5-21-1-2-3-1101',
      onPremisesImmutableId: null,
      onPremisesDistinguishedName: 'CN=Rita,DC=corp',
    };
    const next = `https://graph.microsoft.com/v1.0/groups/${groupId}/members?$skiptoken=2`;
    server.on(
      membersPath,
      ok({ value: [{ ...user, ...anchors }], '@odata.nextLink': next }),
      ok({
        value: [
          { '@odata.type': '#microsoft.graph.group', id: other, displayName: 'Nested' },
          { '@odata.type': '#microsoft.graph.device', id: other, displayName: 'Laptop' },
          { ...user, id: other, displayName: null, userPrincipalName: 'cleo@contoso.test' },
        ],
      }),
    );
    const { inventory } = server.connect();

    const members = await inventory.listMembers(groupId);

    assert.deepEqual(members, [
      {
        kind: 'user',
        id: userId,
        displayName: 'Rita',
        anchors: {
          securityIdentifier: 'S-1-5-21-1-2-3-1101',
          immutableId: undefined,
          distinguishedName: 'CN=Rita,DC=corp',
        },
      },
      { kind: 'group', id: other, displayName: 'Nested' },
      { kind: 'user', id: other, displayName: 'cleo@contoso.test' },
    ]);
    assert.equal(server.received[0]?.query['$top'], '999');
  });

  it('are undefined when there is no such group', async () => {
    await using server = await ScriptedGraph.start();
    server.on(membersPath, refusal(404, 'Request_ResourceNotFound'));
    const { inventory } = server.connect();

    assert.equal(await inventory.listMembers(groupId), undefined);
  });

  it('are a problem when the bot may not read them', async () => {
    await using server = await ScriptedGraph.start();
    server.on(membersPath, refusal(403, 'Authorization_RequestDenied'));
    const { inventory } = server.connect();

    const { detail } = await assertProblem(
      inventory.listMembers(groupId),
      'graph-permission-missing',
    );
    assert.match(detail, /GroupMember\.Read\.All/);
  });

  it('come from the sandbox as from Graph', async () => {
    await using world = await graphWorld();

    const members = await world.inventory.listMembers(groupId);

    assert.deepEqual(
      members?.map(({ kind, displayName, anchors }) => [
        kind,
        displayName,
        anchors?.distinguishedName,
      ]),
      [['user', 'Ben Okafor', 'CN=Ben Okafor,OU=Staff,DC=corp,DC=contoso,DC=test']],
    );
  });
});

describe('the owners of a group', () => {
  it('are the users among them', async () => {
    await using server = await ScriptedGraph.start();
    const app = { '@odata.type': '#microsoft.graph.servicePrincipal', id: other };
    server.on(
      `GET /v1.0/groups/${groupId}/owners`,
      ok({ value: [app, { ...user, preferredLanguage: 'ja' }] }),
    );
    const { inventory } = server.connect();

    const owners = await inventory.listOwners(groupId);

    const named = { displayName: 'Rita', userPrincipalName: undefined, preferredLanguage: 'ja' };
    assert.deepEqual(owners, [{ id: userId, ...named }]);
  });

  it('are none when there is no such group', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`GET /v1.0/groups/${groupId}/owners`, refusal(404, 'Request_ResourceNotFound'));
    const { inventory } = server.connect();

    assert.deepEqual(await inventory.listOwners(groupId), []);
  });
});
