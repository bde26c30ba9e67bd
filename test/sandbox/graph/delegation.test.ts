import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filtered, findSeededPackage, rita, startBench } from './support.ts';

const root = '/v1.0/roleManagement/entitlementManagement/roleAssignments';
const manager = '7f480852-ebdc-47d4-87de-0d8498384a83';
const approvers = 'bbbbbbbb-0000-4000-8000-000000000010';
const nothing = '11111111-1111-4111-8111-111111111111';

describe('roles on a catalog', () => {
  it('are there from the start for the catalog Finance', async (t) => {
    const { send } = await startBench(t);
    const { catalogId } = await findSeededPackage(send);
    const filter = `appScopeId eq '/AccessPackageCatalog/${catalogId}'`;

    const { body } = await send('GET', `${filtered(root, filter)}&$expand=principal`);

    const names = [...body.value].map(({ principal }) => principal.displayName);
    assert.deepEqual(names, ['Ada Approver', 'Ben Okafor']);
  });

  it('are given to groups too, once', async (t) => {
    const { send } = await startBench(t);
    const { catalogId } = await findSeededPackage(send);
    const appScopeId = `/AccessPackageCatalog/${catalogId}`;
    const body = { principalId: approvers, roleDefinitionId: manager, appScopeId };

    const made = await send('POST', root, { body });
    const again = await send('POST', root, { body });
    const read = await send('GET', `${root}/${made.body.id}?$expand=principal`);

    assert.equal(made.status, 201);
    assert.deepEqual([again.status, again.body.error.code], [400, 'RoleAssignmentExists']);
    assert.equal(read.body.principal['@odata.type'], '#microsoft.graph.group');
    assert.equal(read.body.principal.displayName, 'Finance Approvers');
  });

  it('are refused for what does not exist', async (t) => {
    const { send } = await startBench(t);
    const { catalogId } = await findSeededPackage(send);
    const good = {
      principalId: rita,
      roleDefinitionId: manager,
      appScopeId: `/AccessPackageCatalog/${catalogId}`,
    };
    const cases = [
      { change: { principalId: nothing }, code: 'PrincipalNotFound' },
      { change: { roleDefinitionId: nothing }, code: 'InvalidModel' },
      { change: { appScopeId: `/AccessPackageCatalog/${nothing}` }, code: 'CatalogNotFound' },
      { change: { appScopeId: 'Finance' }, code: 'InvalidModel' },
    ];

    for (const { change, code } of cases) {
      const { body } = await send('POST', root, { body: { ...good, ...change } });
      assert.equal(body.error.code, code);
    }
  });
});
