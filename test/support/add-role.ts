import assert from 'node:assert/strict';
import type { AccessPackageId, GroupId } from '../../src/domain/ids.ts';
import type { GraphWorld } from './graph-world.ts';

const root = '/v1.0/identityGovernance/entitlementManagement';

/** What an administrator does in the admin centre: one more role of a group in a package that exists. */
export async function addRole(
  { sandbox, entitlement }: Pick<GraphWorld, 'sandbox' | 'entitlement'>,
  { id }: { readonly id: AccessPackageId },
  { group, role }: { readonly group: GroupId; readonly role: 'Member' | 'Owner' },
): Promise<void> {
  const home = await entitlement.findAccessPackage(id);
  assert.ok(home !== undefined, 'there is such a package');
  const { catalog } = home;
  if ((await entitlement.findResource(catalog.id, group)) === undefined) {
    await entitlement.addResource(catalog.id, group);
  }
  const resource = await entitlement.findResource(catalog.id, group);
  assert.ok(resource !== undefined, 'the group is in the catalog');
  const originSystem = 'AadGroup';
  const answer = await fetch(`${sandbox.origin}${root}/accessPackages/${id}/resourceRoleScopes`, {
    method: 'POST',
    headers: { authorization: 'Bearer admin', 'content-type': 'application/json' },
    body: JSON.stringify({
      role: { originId: `${role}_${group}`, originSystem, resource: { id: resource.id } },
      scope: { originId: group, originSystem },
    }),
  });
  assert.equal(answer.status, 201, await answer.text());
}
