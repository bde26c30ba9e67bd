import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Approval } from '../../src/domain/approval.ts';
import { RequestId, TenantId } from '../../src/domain/ids.ts';
import type { RequestIn } from '../../src/domain/request.ts';
import type { RequestStore } from '../../src/domain/request-store.ts';
import { ada, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { freshGroup, idsOf, isCalled, type StoreUnderTest } from './request-store.contract.ts';

const elsewhere = TenantId.parse('11111111-1111-4111-8111-111111111111');

/** What every request store promises of requests that are open: who is to decide, and what takes their place. */
export function openRequestsContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the promises about open requests`, () => {
    let tested: StoreUnderTest;
    let store: RequestStore;

    beforeEach(async () => {
      tested = await open();
      ({ store } = tested);
    });

    afterEach(() => tested.close());

    it('finds the open request of a pair, within the tenant', async () => {
      const current = requestIn('awaiting-approval');
      await store.create(requestIn('denied'), 'denied');
      await store.create(current, 'open');

      assert.equal((await store.findOpenPair(tenantId, rita.id, current.group))?.id, current.id);
      assert.equal(await store.findOpenPair(tenantId, ben.id, current.group), undefined);
      assert.equal(await store.findOpenPair(tenantId, rita.id, freshGroup()), undefined);
      assert.equal(await store.findOpenPair(elsewhere, rita.id, current.group), undefined);
    });

    it('ends a request and stores another one in its place, with the work of both', async () => {
      const current = requestIn('awaiting-approval');
      await store.create(current, 'one');
      tested.work.splice(0);
      const request = requestIn('setting-up');
      const next = requestIn('cancelled', { id: current.id, replacedBy: request.id });

      const stored = await store.createInPlace({ current, next, actor: ben.id }, request, 'two');

      assert.deepEqual(stored, request);
      assert.deepEqual(await store.get(request.id), request);
      assert.deepEqual(await store.get(current.id), { ...next, version: 2 });
      assert.deepEqual(
        tested.work.map(({ kind, requestId }) => [kind, requestId]),
        [
          ['set-up', request.id],
          ['refresh-cards', request.id],
          ['refresh-cards', current.id],
        ],
      );
    });

    it('neither ends one nor stores the other where the first has changed or the form was sent', async () => {
      const current = requestIn('awaiting-approval');
      const changed = await store.advance(await store.create(current, 'one'), current, ada.id);
      const other = await store.create(requestIn('denied'), 'other');
      assert.ok(changed);
      const request = requestIn('setting-up');
      const next = requestIn('cancelled', { id: current.id });
      const late = { current, next, actor: ben.id };

      const overtaken = await store.createInPlace(late, request, 'two');
      const before = await store.createInPlace({ ...late, current: changed }, request, 'other');

      assert.equal(overtaken, undefined);
      assert.equal(before?.id, other.id);
      assert.deepEqual(await store.get(current.id), changed);
      assert.equal(await store.find(tenantId, request.id), undefined);
    });

    it('stores nothing in the place of one while another request of the pair is open', async () => {
      const current = requestIn('awaiting-approval', { group: freshGroup() });
      await store.create(current, 'one');
      await store.create(requestIn('awaiting-approval'), 'two');
      const next = requestIn('cancelled', { id: current.id });
      const ending = { current, next, actor: ben.id };

      await assert.rejects(
        store.createInPlace(ending, requestIn('setting-up'), 'three'),
        isCalled('open-request-exists'),
      );
      assert.deepEqual(await store.get(current.id), current);
    });

    it('lists what asks a person now without a vote of theirs, the longest asked first', async () => {
      const [second, first, third, last] = [20, 10, 20, 30].map((minutes, index) =>
        asking({ stageSince: at(minutes) }, { id: RequestId.parse(`WB-0000000${index}`) }),
      );
      assert.ok(second && first && third && last);
      const voted = [{ stage: 0, by: paul, onBehalfOf: ada, at: at(1), planHash: '' }];
      const others = [
        asking({ votes: [{ stage: 0, by: ada, at: at(1), planHash: '' }] }),
        asking({ votes: voted }),
        asking({ votes: voted, stage: 1, isDistinct: true }),
        asking({ stage: 2 }),
        asking({}, { tenantId: elsewhere }),
        requestIn('denied'),
      ];
      const again = asking({ votes: voted, stage: 1, stageSince: at(25) });
      const escalated = asking({ stage: 2, stageSince: at(40), escalatedAt: at(41) });
      for (const request of [second, first, third, last, again, escalated, ...others]) {
        await store.create(request, request.id);
      }

      const two = await store.listToDecide(tenantId, ada.id, { now: at(60), limit: 2 });
      const page = { now: at(60), limit: 9, after: two.at(-1) };
      const rest = await store.listToDecide(tenantId, ada.id, page);

      assert.deepEqual(idsOf(two), idsOf([first, second]));
      assert.deepEqual(idsOf(rest), idsOf([third, again, last, escalated]));
    });

    it('lists what a deputy is asked within their time alone', async () => {
      const request = asking({ stage: 2 });
      const stages = request.approval.route.stages.map((stage) => ({
        ...stage,
        approvers: [
          ...stage.approvers,
          { person: ben, because: { kind: 'deputy' as const, of: paul, until: at(50) } },
        ],
      }));
      const { approval, approvers } = request;
      const route = { ...approval.route, stages };
      const asked = { approvers: [...approvers, ben], approval: { ...approval, route } };
      await store.create({ ...request, ...asked }, 'one');

      const listed = await Promise.all(
        [49, 50].map((minutes) =>
          store.listToDecide(tenantId, ben.id, { now: at(minutes), limit: 9 }),
        ),
      );

      assert.deepEqual(
        listed.map((each) => idsOf(each)),
        [[request.id], []],
      );
    });
  });
}

/** Two stages that ask Ada, and a third that asks her once it is escalated. */
function asking(
  { isDistinct = false, ...approval }: Partial<Approval> & { readonly isDistinct?: boolean },
  changes: Partial<RequestIn<'awaiting-approval'>> = {},
): RequestIn<'awaiting-approval'> {
  const request = requestIn('awaiting-approval', { group: freshGroup(), ...changes });
  const [stage] = request.approval.route.stages;
  assert.ok(stage);
  const named = { kind: 'named' } as const;
  const third = {
    ...stage,
    approvers: [{ person: paul, because: named }],
    escalation: { afterMs: 1, approvers: [{ person: ada, because: named }] },
  };
  const route = { ...request.approval.route, distinctApprovers: isDistinct };
  return {
    ...request,
    approval: {
      ...request.approval,
      ...approval,
      route: { ...route, stages: [stage, stage, third] },
    },
  };
}
