import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CatalogId, GroupId } from '../../src/domain/ids.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { Request } from '../../src/domain/request.ts';
import { findPlanDifferences } from '../../src/setup/plan-differences.ts';
import { planHashOf } from '../../src/setup/plan-hash.ts';
import { setUpWriteback } from '../../src/setup/procedure.ts';
import { ada, ben, paul, requestIn } from '../support/requests.ts';
import {
  actorOf,
  runAtOnce,
  type SetupWorld,
  setupWorld,
  submitted,
} from '../support/setup-world.ts';

const elsewhere = 'OU=Elsewhere,DC=corp,DC=contoso,DC=test';
const systems = {
  kind: 'existing',
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000002'),
} as const;

async function approved(world: SetupWorld): Promise<Request> {
  const { id: requestId, version } = await submitted(world, { group: systems });
  return world.useCases.approve(actorOf(ada), { requestId, version });
}

describe('a plan that the world has overtaken', () => {
  it('goes back to its approvers with the difference, before anything is changed', async () => {
    await using world = await setupWorld();
    const request = await approved(world);
    world.graph.sandbox.setTenant({ unifiedGroupContainer: elsewhere });

    await setUpWriteback(runAtOnce, world.deps, request.id);

    const returned = await world.requests.get(request.id);
    assert.equal(returned.state, 'awaiting-approval');
    assert.deepEqual(returned.approval.returned?.differences, [
      {
        field: 'organizationalUnit',
        before: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
        after: elsewhere,
      },
    ]);
    assert.equal(returned.plan.writeback.organizationalUnit, elsewhere);
    assert.notEqual(returned.approval.planHash, request.approval.planHash);
    assert.deepEqual([returned.approval.votes, returned.approval.stage], [[], 0]);
    assert.equal('decision' in returned, false);
    assert.deepEqual(world.graph.writes(), []);
  });

  it('is carried out once the new one is approved, also by a click on the card of today only', async () => {
    await using world = await setupWorld();
    const request = await approved(world);
    world.graph.sandbox.setTenant({ unifiedGroupContainer: elsewhere });
    await setUpWriteback(runAtOnce, world.deps, request.id);
    const { id: requestId, version } = await world.requests.get(request.id);

    await assert.rejects(world.useCases.approve(actorOf(paul), { requestId, version: 1 }), {
      code: 'request-changed',
    });
    await world.useCases.approve(actorOf(paul), { requestId, version });
    await setUpWriteback(runAtOnce, world.deps, requestId);

    assert.equal((await world.requests.get(requestId)).state, 'delivering');
  });

  it('stays approved when the difference is our own work of an earlier attempt', async () => {
    await using world = await setupWorld();
    const request = await approved(world);
    assert.ok(request.state === 'setting-up');
    const changed = { name: 'writeback', changed: true, summary: 'Set.', at: new Date() } as const;
    await world.requests.advance(request, { ...request, steps: [changed] }, 'writeback');
    world.graph.sandbox.setTenant({ unifiedGroupContainer: elsewhere });

    await setUpWriteback(runAtOnce, world.deps, request.id);

    assert.equal((await world.requests.get(request.id)).state, 'delivering');
  });

  it('stays approved when another request has made the catalog that this one was to make', async () => {
    await using world = await setupWorld();
    const first = await approved(world);
    const second = await submitted(world, { group: systems, beneficiary: ben.id });
    await setUpWriteback(runAtOnce, world.deps, first.id);
    const { id: requestId, version } = second;
    await world.useCases.approve(actorOf(ada), { requestId, version });

    await setUpWriteback(runAtOnce, world.deps, requestId);

    assert.equal(second.plan.catalog.action, 'create');
    assert.equal((await world.requests.get(requestId)).state, 'delivering');
  });

  it('is not returned by an attempt that belongs to an earlier approval', async () => {
    await using world = await setupWorld();
    const request = await approved(world);
    world.graph.sandbox.setTenant({ unifiedGroupContainer: elsewhere });
    await setUpWriteback(runAtOnce, world.deps, request.id);
    const { id: requestId, version } = await world.requests.get(request.id);
    const again = await world.useCases.approve(actorOf(paul), { requestId, version });

    await setUpWriteback(remembering, world.deps, requestId);

    const { state, plan } = await world.requests.get(requestId);
    assert.equal(state, 'setting-up');
    assert.deepEqual(plan, again.plan);
    assert.deepEqual(world.graph.writes(), []);

    /** A durable engine gives an attempt that was interrupted the request as it read it then. */
    function remembering<T>(name: string, work: () => Promise<T>): Promise<T> {
      return name === 'read the request' ? Promise.resolve(request as T) : work();
    }
  });
});

describe('the differences of two plans', () => {
  const catalogId = CatalogId.parse('cccccccc-0000-4000-8000-000000000001');
  const otherId = CatalogId.parse('cccccccc-0000-4000-8000-000000000002');
  const used: Plan['catalog'] = { action: 'use', id: catalogId, displayName: 'Writeback' };
  const { plan } = requestIn('awaiting-approval');

  const cases: readonly [string, Plan, Plan, readonly string[]][] = [
    ['nothing', plan, { ...plan }, []],
    ['another name of the group', plan, withGroup('Renamed'), ['group']],
    ['writeback switched on meanwhile', withFrom('off'), withFrom('on'), []],
    ['writeback switched off meanwhile', withFrom('on'), withFrom('off'), ['writeback']],
    ['writeback refused meanwhile', withFrom('undetermined'), withFrom('off'), ['writeback']],
    ['a catalog that exists now', plan, { ...plan, catalog: used }, []],
    ['a catalog that is gone', { ...plan, catalog: used }, plan, ['catalog']],
    [
      'another catalog of the same name',
      { ...plan, catalog: used },
      { ...plan, catalog: { ...used, id: otherId } },
      ['catalog'],
    ],
    [
      'another engine and what it writes',
      plan,
      withWriteback({ engine: 'connect-v1', writtenType: 'universalDistributionGroup' }),
      ['writtenType', 'engine'],
    ],
  ];
  for (const [what, before, after, fields] of cases) {
    it(`tell of ${what}: ${fields.join(', ') || 'no difference'}`, () => {
      assert.deepEqual(
        findPlanDifferences(before, after).map(({ field }) => field),
        fields,
      );
    });
  }

  function withWriteback(changes: Partial<Plan['writeback']>): Plan {
    return { ...plan, writeback: { ...plan.writeback, ...changes } };
  }

  function withFrom(from: Plan['writeback']['from']): Plan {
    return withWriteback({ from });
  }

  function withGroup(displayName: string): Plan {
    return { ...plan, group: { ...plan.group, displayName } };
  }
});

describe('the hash of what is approved', () => {
  const request = requestIn('awaiting-approval');

  it('is the same for the same content, stored or not, in whatever order', () => {
    const { group, ...plan } = request.plan;
    const reordered = { ...request, plan: { ...plan, group } };

    assert.equal(planHashOf(reordered), planHashOf(request));
    assert.equal(
      planHashOf(Request.parse(JSON.parse(JSON.stringify(request)))),
      planHashOf(request),
    );
  });

  it('changes with the plan, the person and the duration, and not with the reason', () => {
    const changed = [
      { ...request, beneficiary: ben },
      { ...request, duration: { kind: 'days' as const, days: 1 } },
      {
        ...request,
        plan: { ...request.plan, group: { ...request.plan.group, action: 'create' as const } },
      },
    ];

    const hashes = [request, ...changed].map(planHashOf);

    assert.equal(new Set(hashes).size, 4);
    assert.equal(planHashOf({ ...request, reason: 'Other' } as Request), hashes[0]);
  });
});
