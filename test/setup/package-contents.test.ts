import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApprovalPolicy } from '../../src/domain/approval-policy.ts';
import { GroupId } from '../../src/domain/ids.ts';
import type { Request } from '../../src/domain/request.ts';
import { setUpWriteback } from '../../src/setup/procedure.ts';
import type { AccessPackageOffer, SubmitResult } from '../../src/setup/use-cases.ts';
import { addRole } from '../support/add-role.ts';
import { namedApprovers } from '../support/approval-policies.ts';
import { ada, ben, paul, rita } from '../support/requests.ts';
import {
  actorOf,
  runAtOnce,
  type SetupWorld,
  setupWorld,
  submitted,
  wish,
} from '../support/setup-world.ts';

const reports = {
  kind: 'existing',
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001'),
} as const;
const systems = {
  kind: 'existing',
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000002'),
} as const;

/** Nobody may ask for Finance Systems. */
const withoutSystems: ApprovalPolicy = {
  async routeFor(facts) {
    return facts.group.id === systems.id
      ? { kind: 'refused', rule: 'Systems', message: 'Never.' }
      : namedApprovers([ada.id, paul.id]).routeFor(facts);
  },
};

function refusalsOf(result: SubmitResult): readonly string[] {
  return result.kind === 'refused' ? result.refusals.map(({ code }) => code) : [];
}

async function seeded({ useCases }: SetupWorld): Promise<AccessPackageOffer> {
  const [offer] = await useCases.offerAccessPackages('Finance Rep');
  assert.ok(offer, 'the sandbox has a package for Finance Reports');
  return offer;
}

async function approvedRequest(
  world: SetupWorld,
  changes: Parameters<typeof submitted>[1],
): Promise<Request> {
  const { id: requestId, version } = await submitted(world, changes);
  return world.useCases.approve(actorOf(ada), { requestId, version });
}

/** Somebody else's request has made the bot's own package, and somebody put more into it by hand. */
async function overfullOwnPackage(world: SetupWorld): Promise<void> {
  const first = await approvedRequest(world, { group: systems, beneficiary: ben.id });
  await setUpWriteback(runAtOnce, world.deps, first.id);
  const done = await world.requests.get(first.id);
  assert.ok(done.state === 'delivering' && done.setUp.accessPackageId !== undefined);
  await addRole(
    world.graph,
    { id: done.setUp.accessPackageId },
    { group: reports.id, role: 'Member' },
  );
}

describe('a package that somebody chose', () => {
  for (const more of [
    { group: systems.id, role: 'Member' },
    { group: reports.id, role: 'Owner' },
  ] as const) {
    it(`is refused, and not offered, when it gives more: ${more.role}`, async () => {
      await using world = await setupWorld({ policy: withoutSystems });
      const { id: accessPackageId } = await seeded(world);
      await addRole(world.graph, { id: accessPackageId }, more);
      const form = wish({ group: reports, accessPackageId });

      const result = await world.useCases.submit(actorOf(rita), form);
      const preview = await world.useCases.previewRoute(actorOf(rita), form);
      const offers = await world.useCases.offerAccessPackages('Finance Rep');

      assert.deepEqual(refusalsOf(result), ['access-package-does-not-fit']);
      assert.equal(preview.kind, 'refused');
      assert.deepEqual(offers, []);
    });
  }

  it('is looked at again before anything is changed, and the request stops when it gives more', async () => {
    await using world = await setupWorld({ policy: withoutSystems });
    const { id: accessPackageId } = await seeded(world);
    const { id } = await approvedRequest(world, { group: reports, accessPackageId });
    await addRole(world.graph, { id: accessPackageId }, { group: systems.id, role: 'Member' });
    const before = world.graph.writes().length;

    await setUpWriteback(runAtOnce, world.deps, id);

    const request = await world.requests.get(id);
    assert.ok(request.state === 'failed');
    assert.deepEqual(
      [request.failedStep, request.code],
      ['prerequisites', 'access-package-does-not-fit'],
    );
    assert.equal(world.graph.writes().length, before);
    assert.equal(await world.graph.directory.isMember(rita.id, systems.id), false);
  });

  it('is looked at once more right before the assignment', async () => {
    await using world = await setupWorld({ policy: withoutSystems });
    const { id: accessPackageId } = await seeded(world);
    const { id } = await approvedRequest(world, { group: reports, accessPackageId });

    await setUpWriteback(andMoreBeforeTheAssignment, world.deps, id);

    const request = await world.requests.get(id);
    assert.ok(request.state === 'failed');
    assert.deepEqual(
      [request.failedStep, request.code],
      ['assignment', 'access-package-does-not-fit'],
    );
    assert.equal(await world.graph.directory.isMember(rita.id, systems.id), false);

    async function andMoreBeforeTheAssignment<T>(name: string, work: () => Promise<T>): Promise<T> {
      if (name === 'assignment') {
        await addRole(world.graph, { id: accessPackageId }, { group: systems.id, role: 'Member' });
      }
      return work();
    }
  });
});

describe("the bot's own package", () => {
  it('refuses a new request when somebody has put more into it', async () => {
    await using world = await setupWorld();
    await overfullOwnPackage(world);

    const result = await world.useCases.submit(actorOf(rita), wish({ group: systems }));

    assert.deepEqual(result, {
      kind: 'refused',
      refusals: [{ code: 'access-package-holds-more', subject: 'Finance Systems (written back)' }],
    });
  });

  it('stops an approved request before anything is changed', async () => {
    await using world = await setupWorld();
    const { id } = await approvedRequest(world, { group: systems });
    await overfullOwnPackage(world);

    await setUpWriteback(runAtOnce, world.deps, id);

    const request = await world.requests.get(id);
    assert.ok(request.state === 'failed');
    assert.deepEqual(
      [request.failedStep, request.code],
      ['prerequisites', 'access-package-holds-more'],
    );
    assert.equal(await world.graph.directory.isMember(rita.id, reports.id), false);
  });
});
