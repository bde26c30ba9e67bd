import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import type { AccessPackage, AssignmentRequest } from '../../src/domain/entitlement.ts';
import { GroupId, UserId } from '../../src/domain/ids.ts';
import { isTransient } from '../../src/domain/problem.ts';
import { createGraph, type Graph } from '../../src/graph/create-graph.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import { type FaultOptions, type Lags, noLags } from '../../src/sandbox/graph/options.ts';
import { type SandboxGraph, startGraph } from '../../src/sandbox/graph/server.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { groups, people, writebackOu } from '../../src/sandbox/seed.ts';
import { type Checked, isConformanceThere, loadProxy } from '../support/conformance.ts';
import { assertProblem } from './problems.ts';

const clock = new SandboxClock({ speed: 300 });
const ritaId = UserId.parse(seeded(people, 'Rita Requester'));
const cleoId = UserId.parse(seeded(people, 'Cleo Cloud'));
const oddName = 'Sales (EU) & "East" #1';
const uniqueName = "writeback-O'Brien + Söhne %";

interface World extends AsyncDisposable {
  readonly sandbox: SandboxGraph;
  readonly graph: Graph;
}

async function startWorld(
  options: { readonly lags?: Lags; readonly faults?: FaultOptions; readonly origin?: string } = {},
): Promise<World> {
  const { lags = noLags, faults } = options;
  const journal = new Journal();
  const sandbox = await startGraph({ journal, clock, lags, ...(faults && { faults }) });
  const graph = createGraph({
    origin: sandbox.origin,
    clock,
    credentials: { kind: 'sandbox' },
    random: () => 0.5,
  });
  return {
    sandbox,
    graph,
    [Symbol.asyncDispose]: async () => {
      graph.close();
      await sandbox.close();
    },
  };
}

/** Repeats what may pass, and what has not come yet, in sandbox time. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    try {
      const found = await look();
      if (found !== undefined) {
        return found;
      }
    } catch (error) {
      if (!isTransient(error)) {
        throw error;
      }
    }
    await clock.sleep(2000);
  }
  return assert.fail('it never came');
}

/** The whole procedure, each act once more than needed, with a look where the outcome was unknown. */
async function walk({ directory, entitlement }: Graph): Promise<AccessPackage> {
  const user = await eventually(() => directory.findUser(ritaId));
  const wish = {
    uniqueName,
    displayName: oddName,
    mailNickname: 'obrien',
    description: 'Made by a test',
    ownerId: user.id,
  };
  await eventually(() => done(directory.createGroupOnce(wish)));
  await eventually(() => done(directory.createGroupOnce(wish)));
  const made = await eventually(() => directory.findGroupByUniqueName(uniqueName));
  await eventually(() => done(directory.enableWriteback(made.id, 'universalSecurityGroup')));
  const group = await eventually(() => directory.findGroup(made.id));
  assert.deepEqual(group.writeback, {
    isEnabled: true,
    onPremisesGroupType: 'universalSecurityGroup',
  });

  const catalog = await eventually(
    async () =>
      (await entitlement.findCatalog(oddName)) ??
      (await entitlement.createCatalog(oddName, 'For tests')),
  );
  assert.equal(catalog.isPublished, true);
  await eventually(() => done(entitlement.addResource(catalog.id, group.id)));
  await eventually(() => done(entitlement.addResource(catalog.id, group.id)));
  const packageWish = { catalogId: catalog.id, displayName: oddName, description: 'For tests' };
  const packageId = await eventually(() => entitlement.createAccessPackage(packageWish));
  assert.equal(await eventually(() => entitlement.createAccessPackage(packageWish)), packageId);
  for (const _ of ['first', 'again']) {
    await eventually(async () => {
      const resource = await entitlement.findResource(catalog.id, group.id);
      return resource && done(entitlement.addMemberRole(packageId, resource));
    });
  }
  await eventually(async () => {
    const found = await entitlement.findAccessPackage(packageId);
    return (
      found?.policies[0] ?? (await entitlement.createDirectAssignmentPolicy(packageId, 'Direct'))
    );
  });
  const accessPackage = await eventually(() => entitlement.findAccessPackage(packageId));
  await assign({ directory, entitlement }, accessPackage);
  await eventually(async () => (await directory.isMember(user.id, group.id)) || undefined);
  return accessPackage;
}

async function assign(
  { entitlement }: Pick<Graph, 'directory' | 'entitlement'>,
  { id, policies }: AccessPackage,
): Promise<void> {
  const policyId = policies[0]?.id ?? assert.fail('no policy');
  const wish = {
    userId: ritaId,
    accessPackageId: id,
    policyId,
    justification: 'WB-TEST',
    startsAt: clock.now(),
  };
  const request = await eventually<AssignmentRequest>(
    async () =>
      (await entitlement.findAssignmentRequest(ritaId, id)) ??
      (await entitlement.requestAssignment(wish)),
  );
  const again = await eventually(() => entitlement.requestAssignment(wish));
  assert.equal(again.id, request.id);
  await eventually(async () => {
    const { state } = await entitlement.getAssignmentRequest(request.id);
    return state === 'delivered' || undefined;
  });
  await eventually(async () => (await entitlement.isAssigned(ritaId, id)) || undefined);
}

async function done(act: Promise<void>): Promise<true> {
  await act;
  return true;
}

function countEffects(sandbox: SandboxGraph): Map<string, number> {
  const counts = new Map<string, number>();
  sandbox.onEffect = ({ kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  return counts;
}

function seeded(
  list: readonly { readonly displayName: string; readonly objectId: string }[],
  name: string,
): string {
  return list.find(({ displayName }) => displayName === name)?.objectId ?? assert.fail(name);
}

describe('the adapter against the simulated Graph', () => {
  it('goes the whole way, and no act happens twice', async () => {
    await using world = await startWorld();
    const effects = countEffects(world.sandbox);

    const accessPackage = await walk(world.graph);

    for (const kind of [
      'group-created',
      'writeback-set',
      'catalog-created',
      'resource-added',
      'access-package-created',
      'role-scope-added',
      'policy-created',
      'assignment-requested',
    ]) {
      assert.equal(effects.get(kind), 1, kind);
    }
    assert.equal(accessPackage.memberOf.length, 1);
    const { entitlement } = world.graph;
    const searched = await entitlement.searchAccessPackages('sales (eu) &', 5);
    assert.ok(searched.some(({ id }) => id === accessPackage.id));
  });

  it('goes the whole way although every copy of the directory lags', async () => {
    const lags = {
      ...noLags,
      directoryReplica: 8000,
      entitlementGroup: 20_000,
      resourceRoles: 4000,
      delivering: 3000,
      delivered: 12_000,
      membership: 5000,
    };
    await using world = await startWorld({ lags });
    const effects = countEffects(world.sandbox);

    await walk(world.graph);

    assert.equal(effects.get('group-created'), 1);
    assert.equal(effects.get('assignment-requested'), 1);
  });

  it('goes the whole way through throttling, outages, lost answers and broken connections', async () => {
    await using world = await startWorld({ faults: { seed: 7, rate: 0.3, slowMilliseconds: 300 } });
    const effects = countEffects(world.sandbox);

    await walk(world.graph);

    for (const kind of [
      'group-created',
      'resource-added',
      'role-scope-added',
      'access-package-created',
      'assignment-requested',
    ]) {
      assert.equal(effects.get(kind), 1, kind);
    }
  });

  it('reads the people and groups of the tenant as the product needs them', async () => {
    await using world = await startWorld();
    const { directory } = world.graph;

    const rita = await directory.findUserByName('rita@contoso.test');
    const cleo = await directory.findUser(cleoId);
    const gina = await directory.findUserByName('gina_fabrikam.test#EXT#@contoso.test');
    const finance = await directory.searchGroups('finance', 20);
    const odd = await directory.searchGroups(oddName, 20);
    const reports = await directory.searchGroupsByWords('rep fin', 20);
    const dynamic = await directory.findGroup(GroupId.parse(seeded(groups, 'Finance Dynamic')));

    assert.match(rita?.onPremises?.securityIdentifier ?? '', /^S-1-5-21-/);
    assert.equal(
      (await directory.findGroupByMail('Finance-Reports@contoso.test'))?.displayName,
      'Finance Reports',
    );
    assert.equal(cleo?.onPremises, undefined);
    assert.equal(gina?.userType, 'Guest');
    assert.ok(finance.length >= 6);
    assert.deepEqual(
      reports.map(({ displayName }) => displayName),
      ['Finance Reports'],
    );
    assert.deepEqual(
      odd.map(({ displayName }) => displayName),
      [oddName],
    );
    assert.equal(dynamic?.isDynamic, true);
    assert.equal(
      (await directory.findGroupByMailNickname('finance-reports'))?.displayName,
      'Finance Reports',
    );
  });

  it('understands the refusals of the tenant', async () => {
    await using world = await startWorld();
    const { directory, entitlement } = world.graph;
    const groupId = GroupId.parse(seeded(groups, 'Finance Systems'));
    const name = {
      displayName: 'x',
      mailNickname: 'finance-reports',
      description: '',
      ownerId: ritaId,
    };

    await assertProblem(
      directory.createGroupOnce({ ...name, uniqueName: 'u1' }),
      'group-name-taken',
    );
    world.sandbox.setTenant({ missingPermissions: ['Group.ReadWrite.All'] });
    await assertProblem(
      directory.enableWriteback(groupId, 'universalSecurityGroup'),
      'graph-permission-missing',
    );
    world.sandbox.setTenant({ missingPermissions: [], licence: 'none' });
    await assertProblem(entitlement.findCatalog('General'), 'licence-missing');
  });

  it('finds out which engines the tenant has, as far as it may look', async () => {
    await using world = await startWorld();
    world.sandbox.recordSync(new Date('2026-03-02T08:50:00Z'));
    world.sandbox.setTenant({ cloudSyncJob: { present: true, status: 'Active' } });

    const tenant = await world.graph.directory.getWritebackTenant();
    const status = await world.graph.syncControl.status();

    assert.deepEqual(tenant.engines, ['connect-v2', 'connect-v1', 'cloud-sync']);
    assert.equal(tenant.organizationalUnit, writebackOu);
    assert.deepEqual(status?.lastCycle, { finishedAt: new Date('2026-03-02T08:50:00Z') });
  });
});

const skip = isConformanceThere ? false : 'the conformance proxy is not beside the project';

describe("Microsoft's description of Graph", { skip }, () => {
  it('allows every request and every answer of the whole way', async () => {
    await using world = await startWorld();
    const checked: Checked[] = [];
    const { createProxy } = await loadProxy();
    const proxy = createProxy({
      target: world.sandbox.origin,
      strict: true,
      onExchange: (line) => checked.push(line),
    });
    await new Promise<void>((resolve) => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
    const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const graph = createGraph({ origin, clock, credentials: { kind: 'sandbox' } });

    try {
      await walk(graph);
      await graph.directory.getWritebackTenant();
      await graph.directory.searchGroups('Fin', 5);
      await graph.directory.findUserByName('rita@contoso.test');
    } finally {
      graph.close();
      proxy.closeAllConnections();
      proxy.close();
    }

    assert.ok(checked.length > 25, `only ${checked.length} exchanges were checked`);
    assert.deepEqual(checked.flatMap(errorsOf), []);
  });
});

/** The documented alternate key of groups is missing in the judge's list of paths; all else about such a call must be right. */
function errorsOf({ method, url, violations = [] }: Checked): readonly string[] {
  const isByKey = url.includes('/groups(uniqueName=');
  return violations
    .filter(({ severity }) => severity === 'error')
    .filter(({ code }) => !(isByKey && code === 'unknown-path'))
    .map(({ side, message }) => `${side} of ${method} ${url}: ${message}`);
}
