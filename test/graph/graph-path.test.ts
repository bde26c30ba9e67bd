import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { graphPath, literal } from '../../src/graph/graph-path.ts';
import { groupId, packageId, userId } from './ids.ts';
import { ok, ScriptedGraph } from './scripted-graph.ts';

const names = [
  'Sales (EU) & "East" #1',
  "O'Brien + Söhne %",
  '100 % ?a=b&$top=1',
  'ليلى الأحمد 🌙',
  '$filter=x/y;z',
];

describe('graphPath', () => {
  it('encodes what is put in, not what is fixed', () => {
    const path = graphPath`/groups?$filter=displayName eq ${literal("A&B's #1")}&$top=${'5'}`;

    assert.equal(path, "/groups?$filter=displayName%20eq%20'A%26B''s%20%231'&$top=5");
  });

  for (const name of names) {
    it(`brings ${name} to the server whole, in a filter and in a key`, async () => {
      await using server = await ScriptedGraph.start();
      server.on('GET /v1.0/groups', ok({ value: [] }));
      server.on('GET /v1.0/users', ok({ value: [] }));
      server.on(`GET /v1.0/groups(uniqueName=${literal(name)})`, ok(group(name)));
      const { directory } = server.connect();

      await directory.searchGroups(name, 5);
      await directory.findUserByName(`${name}@contoso.test`);
      const found = await directory.findGroupByUniqueName(name);

      const [search, user] = server.received;
      assert.equal(search?.query['$filter'], `startsWith(displayName,${literal(name)})`);
      assert.equal(search.query['$top'], '5');
      const address = literal(`${name}@contoso.test`);
      assert.equal(user?.query['$filter'], `userPrincipalName eq ${address} or mail eq ${address}`);
      assert.equal(found?.displayName, name);
    });
  }

  it('encodes values in filters of entitlement management as well', async () => {
    await using server = await ScriptedGraph.start();
    const root = 'GET /v1.0/identityGovernance/entitlementManagement';
    server.on(`${root}/catalogs`, ok({ value: [] }));
    server.on(`${root}/accessPackages`, ok({ value: [] }));
    server.on(`${root}/assignments`, ok({ value: [] }));
    const { entitlement } = server.connect();

    await entitlement.findCatalog("O'Brien + Söhne %");
    await entitlement.searchAccessPackages('Sales (EU) & "East" #1', 3);
    await entitlement.isAssigned(userId, packageId);

    const filters = server.received.map(({ query }) => query['$filter']);
    assert.deepEqual(filters, [
      "displayName eq 'O''Brien + Söhne %'",
      `startsWith(displayName,'Sales (EU) & "East" #1')`,
      `accessPackage/id eq '${packageId}' and target/objectId eq '${userId}'`,
    ]);
  });
});

function group(displayName: string): unknown {
  return { id: groupId, displayName, groupTypes: ['Unified'], mailEnabled: true };
}
