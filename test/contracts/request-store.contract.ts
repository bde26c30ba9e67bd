import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Approval } from '../../src/domain/approval.ts';
import { BatchId, GroupId, RequestId, TenantId } from '../../src/domain/ids.ts';
import { isProblem } from '../../src/domain/problem.ts';
import type { FollowUp, Request, RequestIn } from '../../src/domain/request.ts';
import type { RequestStore } from '../../src/domain/request-store.ts';
import { ada, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';

export interface StoreUnderTest {
  readonly store: RequestStore;
  /** What was handed to the engine so far. */
  readonly work: FollowUp[];
  close(): Promise<void>;
}

const elsewhere = TenantId.parse('11111111-1111-4111-8111-111111111111');
const nobody = RequestId.parse('WB-00000000');

/** What every request store promises. `open` makes an empty one. */
export function requestStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the promises of a request store`, () => {
    let tested: StoreUnderTest;
    let store: RequestStore;

    beforeEach(async () => {
      tested = await open();
      ({ store } = tested);
    });

    afterEach(() => tested.close());

    it('gives a request back as it was stored, in each state', async () => {
      const states = ['awaiting-approval', 'denied', 'cancelled', 'expired', 'setting-up'] as const;
      const later = ['delivering', 'awaiting-membership', 'awaiting-sync', 'confirmed'] as const;
      for (const state of [...states, ...later]) {
        const request = requestIn(state, { group: freshGroup() });
        await store.create(request, randomUUID());

        assert.deepEqual(await store.get(request.id), request);
        assert.deepEqual(await store.find(tenantId, request.id), request);
      }
    });

    it('does not find a request of another tenant, nor one that does not exist', async () => {
      const request = requestIn('awaiting-approval');
      await store.create(request, 'form');

      assert.equal(await store.find(elsewhere, request.id), undefined);
      assert.equal(await store.find(tenantId, nobody), undefined);
      await assert.rejects(store.get(nobody), isCalled('request-not-found'));
    });

    it('stores one request per form and gives that one back', async () => {
      const first = requestIn('awaiting-approval');
      const second = requestIn('awaiting-approval', { group: freshGroup() });

      await store.create(first, 'form');
      const answer = await store.create(second, 'form');

      assert.equal(answer.id, first.id);
      assert.equal(await store.find(tenantId, second.id), undefined);
    });

    it('takes the same form id from another tenant', async () => {
      await store.create(requestIn('awaiting-approval'), 'form');
      const other = requestIn('awaiting-approval', { tenantId: elsewhere });

      assert.equal((await store.create(other, 'form')).id, other.id);
    });

    it('refuses a second open request for the same group and person', async () => {
      await store.create(requestIn('awaiting-approval'), 'one');

      await assert.rejects(
        store.create(requestIn('awaiting-approval', { requester: ben }), 'two'),
        isCalled('open-request-exists'),
      );
    });

    it('takes one for another person, another group, or after the first has ended', async () => {
      await store.create(requestIn('awaiting-approval'), 'one');
      await store.create(requestIn('awaiting-approval', { beneficiary: ben }), 'two');
      await store.create(requestIn('awaiting-approval', { group: freshGroup() }), 'three');
      await store.create(requestIn('confirmed', { beneficiary: paul }), 'four');

      await store.create(requestIn('awaiting-approval', { beneficiary: paul }), 'five');
    });

    it('does not open an ended request again beside an open one', async () => {
      const failed = requestIn('failed');
      await store.create(failed, 'one');
      await store.create(requestIn('awaiting-approval'), 'two');
      const again = requestIn('setting-up', { id: failed.id });

      await assert.rejects(store.advance(failed, again, rita.id), isCalled('open-request-exists'));
    });

    it('changes many requests at once, each by itself', async () => {
      const failed = requestIn('failed');
      await store.create(failed, 'failed');
      await store.create(requestIn('awaiting-approval'), 'open');
      const reopened = requestIn('setting-up', { id: failed.id });
      const pairs = Array.from({ length: 40 }, waitingAndDenied);
      await Promise.all(pairs.map(([waiting], place) => store.create(waiting, `form ${place}`)));

      const refused = store.advance(failed, reopened, rita.id);
      const [changed] = await Promise.all([
        Promise.all(pairs.map(([current, next]) => store.advance(current, next, ada.id))),
        assert.rejects(refused, isCalled('open-request-exists')),
      ]);

      assert.ok(changed.every((request) => request?.state === 'denied'));
      const stored = await Promise.all(pairs.map(([{ id }]) => store.get(id)));
      assert.deepEqual(stored, changed);
      assert.equal((await store.get(failed.id)).state, 'failed');
    });

    it('keeps the pair taken until the request has ended, also when a new group has its id', async () => {
      const group = { kind: 'new', displayName: 'Ops', mailNickname: 'Ops-1' } as const;
      const current = requestIn('setting-up', { group });
      await store.create(current, 'one');
      const next = requestIn('delivering', { id: current.id, group });
      const delivering = await store.advance(current, next, 'writeback');
      assert.ok(delivering);

      await assert.rejects(
        store.create(requestIn('awaiting-approval', { group }), 'two'),
        isCalled('open-request-exists'),
      );
      await store.advance(delivering, requestIn('failed', { id: current.id, group }), 'writeback');
      const second = await store.create(requestIn('awaiting-approval', { group }), 'three');

      assert.equal(second.state, 'awaiting-approval');
    });

    it('finds the request that a form made, within the tenant', async () => {
      const request = requestIn('awaiting-approval');
      await store.create(request, 'form');

      assert.equal((await store.findByForm(tenantId, 'form'))?.id, request.id);
      assert.equal(await store.findByForm(tenantId, 'another'), undefined);
      assert.equal(await store.findByForm(elsewhere, 'form'), undefined);
    });

    it('advances from the version that was read and counts it up', async () => {
      const current = requestIn('awaiting-approval');
      await store.create(current, 'form');

      const next = requestIn('denied', { id: current.id, updatedAt: at(5) });
      const stored = await store.advance(current, next, ada.id);

      assert.deepEqual(stored, { ...next, version: 2 });
      assert.deepEqual(await store.get(current.id), stored);
    });

    it('does not advance from a version that has passed, nor what was never stored', async () => {
      const current = requestIn('awaiting-approval');
      await store.create(current, 'form');
      await store.advance(current, requestIn('denied', { id: current.id }), ada.id);

      const late = requestIn('setting-up', { id: current.id });
      assert.equal(await store.advance(current, late, paul.id), undefined);
      assert.equal((await store.get(current.id)).state, 'denied');
      const stranger = requestIn('awaiting-approval', { group: freshGroup() });
      assert.equal(await store.advance(stranger, stranger, rita.id), undefined);
    });

    it('lets exactly one of fifty parallel changes win', async () => {
      const current = requestIn('awaiting-approval');
      await store.create(current, 'form');

      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) => {
          const state = index % 2 === 0 ? 'denied' : 'setting-up';
          return store.advance(current, requestIn(state, { id: current.id }), ada.id);
        }),
      );

      const winners = answers.filter((answer) => answer !== undefined);
      assert.equal(winners.length, 1);
      assert.deepEqual(await store.get(current.id), winners[0]);
    });

    it('lets exactly one of twenty parallel requests for the same pair be created', async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          store.create(requestIn('awaiting-approval'), `form ${index}`),
        ),
      );

      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      for (const result of results) {
        assert.ok(result.status === 'fulfilled' || isCalled('open-request-exists')(result.reason));
      }
    });

    it('stores one request when the same form arrives twenty times at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store.create(requestIn('awaiting-approval'), 'form')),
      );

      assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
      assert.deepEqual(
        tested.work.map(({ kind }) => kind),
        ['refresh-cards'],
      );
    });

    it('hands over the cards at every change and the set-up when it begins', async () => {
      const current = requestIn('awaiting-approval');
      await store.create(current, 'form');
      const next = await store.advance(
        current,
        requestIn('setting-up', { id: current.id }),
        ada.id,
      );
      assert.ok(next);
      await store.advance(current, next, ada.id);
      await store.advance(next, next, 'writeback');

      const requestId = current.id;
      assert.deepEqual(tested.work, [
        { kind: 'refresh-cards', requestId, version: 1 },
        { kind: 'set-up', requestId, version: 2 },
        { kind: 'refresh-cards', requestId, version: 2 },
        { kind: 'refresh-cards', requestId, version: 3 },
      ]);
    });

    it("lists a person's requests, made or received, newest first", async () => {
      const made = requestIn('confirmed', { beneficiary: ben, createdAt: at(1) });
      const received = requestIn('awaiting-approval', { requester: ben, createdAt: at(3) });
      const both = requestIn('denied', { createdAt: at(2) });
      const foreign = requestIn('denied', { requester: ben, beneficiary: ben });
      for (const request of [made, received, both, foreign]) {
        await store.create(request, request.id);
      }

      const mine = await store.listFor(tenantId, rita.id, 10);

      const ids = mine.map(({ id }) => id);
      assert.deepEqual(ids, [received.id, both.id, made.id]);
      assert.deepEqual((await store.listFor(tenantId, rita.id, 2)).length, 2);
      assert.deepEqual(await store.listFor(elsewhere, rita.id, 10), []);
    });

    it('lists the lines that somebody receives by a list, and of an own list only those', async () => {
      const batch = { id: BatchId.parse('WL-7K3F2Q9X'), row: 1 };
      const own = requestIn('awaiting-approval', { batch, createdAt: at(1) });
      const received = requestIn('awaiting-approval', {
        batch: { ...batch, row: 2 },
        requester: ben,
        group: freshGroup(),
        createdAt: at(2),
      });
      const others = requestIn('denied', { batch: { ...batch, row: 3 }, beneficiary: paul });
      for (const request of [own, received, others]) {
        await store.create(request, request.id);
      }

      const mine = await store.listFor(tenantId, rita.id, 10);

      assert.deepEqual(idsOf(mine), [received.id, own.id]);
      assert.deepEqual(idsOf(await store.listFor(tenantId, paul.id, 10)), [others.id]);
      assert.deepEqual(await store.listFor(tenantId, ben.id, 10), []);
    });

    it('counts what somebody made and is open, within the tenant', async () => {
      const underWay = ['awaiting-approval', 'setting-up', 'delivering', 'awaiting-sync'] as const;
      const over = ['denied', 'cancelled', 'expired', 'confirmed', 'failed'] as const;
      for (const state of [...underWay, ...over]) {
        await store.create(requestIn(state, { group: freshGroup() }), state);
      }
      await store.create(requestIn('awaiting-approval', { requester: ben }), 'of Ben');
      await store.create(requestIn('awaiting-approval', { tenantId: elsewhere }), 'elsewhere');

      assert.equal(await store.countOpen(tenantId, rita.id), underWay.length);
      assert.equal(await store.countOpen(tenantId, paul.id), 0);
    });

    it('lists the requests in some states, page by page', async () => {
      const requests = [
        requestIn('awaiting-sync', { group: freshGroup() }),
        requestIn('delivering', { group: freshGroup() }),
        requestIn('awaiting-sync', { group: freshGroup() }),
        requestIn('confirmed'),
      ];
      for (const request of requests) {
        await store.create(request, request.id);
      }
      const waiting = requests.slice(0, 3).map(({ id }) => id);

      const first = await store.listIn(['awaiting-sync', 'delivering'], 2);
      const rest = await store.listIn(['awaiting-sync', 'delivering'], 2, first.at(-1)?.id);

      assert.deepEqual(
        [...first, ...rest].map(({ id }) => id),
        waiting.toSorted(),
      );
      assert.deepEqual(await store.listIn([], 10), []);
    });

    it('lists what is due, the longest overdue first, until it has been moved on', async () => {
      const [late, later, soon] = [5, 10, 30].map((minutes) => expiring(at(minutes)));
      const never = requestIn('awaiting-approval', { group: freshGroup() });
      const ended = requestIn('denied', { approval: { ...never.approval, expiresAt: at(1) } });
      assert.ok(late && later && soon);
      for (const request of [later, late, soon, never, ended]) {
        await store.create(request, request.id);
      }

      const due = await store.listDue(at(10), 10);
      await store.advance(late, requestIn('expired', { id: late.id }), 'writeback');

      assert.deepEqual(
        due.map(({ id }) => id),
        [late.id, later.id],
      );
      assert.deepEqual(
        (await store.listDue(at(60), 1)).map(({ id }) => id),
        [later.id],
      );
    });

    it('lists as due later what is postponed, as the version it was, until it changes', async () => {
      const request = expiring(at(5));
      await store.create(request, request.id);

      const isPostponed = await store.postpone(request, at(20));
      const early = await store.listDue(at(10), 10);
      const due = await store.listDue(at(20), 10);
      const changed = await store.advance(request, request, 'writeback');
      const isLate = await store.postpone(request, at(90));

      assert.deepEqual([isPostponed, isLate], [true, false]);
      assert.deepEqual([early, due], [[], [request]]);
      assert.deepEqual(await store.listDue(at(10), 10), [changed]);
    });

    it('lists what has asked a person and waits, page by page, within the tenant', async () => {
      const waiting = [1, 2, 3].map(() => requestIn('awaiting-approval', { group: freshGroup() }));
      const others = [
        requestIn('awaiting-approval', { group: freshGroup(), approvers: [paul] }),
        requestIn('setting-up', { group: freshGroup() }),
        requestIn('awaiting-approval', { tenantId: elsewhere }),
      ];
      for (const request of [...waiting, ...others]) {
        await store.create(request, request.id);
      }

      const first = await store.listAsking(tenantId, ada.id, { limit: 2 });
      const rest = await store.listAsking(tenantId, ada.id, { limit: 2, after: first.at(-1)?.id });

      assert.deepEqual(
        [...first, ...rest].map(({ id }) => id),
        waiting.map(({ id }) => id).toSorted(),
      );
    });

    it('lists access that nobody has reviewed, the oldest first, of one approver or of all', async () => {
      const breakGlass = { at: at(0), reason: 'Urgent.' };
      const review = { by: ada, at: at(5), verdict: 'justified' as const };
      const young = taken({ breakGlass }, { createdAt: at(2) });
      const old = taken({ breakGlass }, { createdAt: at(1) });
      const pauls = taken({ breakGlass }, { createdAt: at(3), approvers: [paul] });
      const others = [
        taken({ breakGlass: { ...breakGlass, review } }),
        taken({}),
        taken({ breakGlass }, { tenantId: elsewhere }),
      ];
      for (const request of [young, old, pauls, ...others]) {
        await store.create(request, request.id);
      }

      const all = await store.listToReview(tenantId, undefined, 10);
      const own = await store.listToReview(tenantId, ada.id, 10);
      const one = await store.listToReview(tenantId, ada.id, 1);

      assert.deepEqual(idsOf(all), [old.id, young.id, pauls.id]);
      assert.deepEqual(idsOf(own), [old.id, young.id]);
      assert.deepEqual(idsOf(one), [old.id]);
    });

    it('finds the access that somebody took and nobody has reviewed, the oldest first', async () => {
      const breakGlass = { at: at(0), reason: 'Urgent.' };
      const review = { by: ada, at: at(5), verdict: 'justified' as const };
      const reviewed = { breakGlass: { ...breakGlass, review } };
      const young = taken({ breakGlass }, { requester: paul, createdAt: at(2) });
      const old = taken({ breakGlass }, { requester: paul, createdAt: at(1) });
      const others = [
        taken(reviewed, { requester: ada }),
        taken({}, { requester: ada }),
        taken({ breakGlass }, { requester: ada, tenantId: elsewhere }),
      ];
      for (const request of [young, old, ...others]) {
        await store.create(request, request.id);
      }

      assert.equal((await store.findUnreviewedOf(tenantId, paul.id))?.id, old.id);
      assert.equal(await store.findUnreviewedOf(tenantId, ada.id), undefined);
    });
  });
}

export function idsOf(requests: readonly Request[]): readonly string[] {
  return requests.map(({ id }) => id);
}

function taken(
  approval: Partial<Approval>,
  changes: Partial<RequestIn<'delivering'>> = {},
): RequestIn<'delivering'> {
  const request = requestIn('delivering', { group: freshGroup(), ...changes });
  return { ...request, approval: { ...request.approval, ...approval } };
}

function expiring(expiresAt: Date): RequestIn<'awaiting-approval'> {
  const request = requestIn('awaiting-approval', { group: freshGroup() });
  return { ...request, approval: { ...request.approval, expiresAt } };
}

export function freshGroup(): { kind: 'existing'; id: GroupId; displayName: string } {
  return { kind: 'existing', id: GroupId.parse(randomUUID()), displayName: 'Some group' };
}

export function isCalled(code: string): (error: unknown) => boolean {
  return (error) => isProblem(error) && error.code === code;
}

function waitingAndDenied(): readonly [RequestIn<'awaiting-approval'>, RequestIn<'denied'>] {
  const group = freshGroup();
  const waiting = requestIn('awaiting-approval', { group });
  return [waiting, requestIn('denied', { id: waiting.id, group })];
}
