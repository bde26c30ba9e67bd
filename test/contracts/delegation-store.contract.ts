import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Delegation } from '../../src/domain/delegation.ts';
import { TenantId } from '../../src/domain/ids.ts';
import type { NewNotice } from '../../src/domain/notice.ts';
import type { DelegationStore } from '../../src/domain/ports.ts';
import { ada, at, ben, paul, rita, tenantId } from '../support/requests.ts';

const elsewhere = TenantId.parse('11111111-1111-4111-8111-111111111111');

interface Tested {
  readonly store: DelegationStore;
  close(): Promise<void>;
}

function delegation(changes: Partial<Delegation> = {}): Delegation {
  const period = { from: at(10), until: at(20), createdAt: at(0) };
  return { tenantId, approver: ada, deputy: ben, ...period, ...changes };
}

/** What every delegation store promises. `open` gives an empty one. */
export function delegationStoreContract(name: string, open: () => Promise<Tested>): void {
  describe(`${name} keeps the promises of a delegation store`, () => {
    let tested: Tested;
    let store: DelegationStore;

    beforeEach(async () => {
      tested = await open();
      ({ store } = tested);
    });

    afterEach(() => tested.close());

    async function overlapped(next: Delegation): Promise<readonly Delegation[]> {
      return (await store.save(next)).before;
    }

    async function removed(
      approver: Parameters<DelegationStore['remove']>[0],
    ): Promise<readonly Delegation[]> {
      return (await store.remove(approver)).before;
    }

    it('keeps one delegation per approver and beginning, the newest', async () => {
      const later = delegation({ from: at(30), until: at(40) });
      await store.save(delegation());
      await store.save(delegation({ deputy: paul }));
      await store.save(later);

      assert.deepEqual(await store.listFor(tenantId, ada.id), [
        delegation({ deputy: paul }),
        later,
      ]);
      await store.save({ ...later, deputy: paul });
      assert.deepEqual(await store.listFor(tenantId, ben.id), []);
      assert.equal((await store.listFor(tenantId, paul.id)).length, 2);
      assert.deepEqual(await store.listFor(elsewhere, ada.id), []);
    });

    it('tells what it removed, once', async () => {
      await store.save(delegation());

      assert.deepEqual(await removed({ tenantId: elsewhere, approver: ada }), []);
      assert.deepEqual(await removed({ tenantId, approver: ada }), [delegation()]);
      assert.deepEqual(await removed({ tenantId, approver: ada }), []);
    });

    it('replaces only what the new one overlaps, and leaves the time beside it', async () => {
      const [first, second] = [delegation(), delegation({ from: at(20), until: at(30) })];
      await store.save(first);

      assert.deepEqual(await overlapped(second), []);
      for (const apart of [
        delegation({ from: at(0), until: at(10) }),
        delegation({ from: at(30), until: at(40) }),
      ]) {
        assert.deepEqual(await overlapped(apart), []);
      }
      const middle = delegation({ deputy: paul, from: at(15), until: at(25) });
      assert.deepEqual(await overlapped(middle), [first, second]);
      assert.deepEqual(
        (await removed({ tenantId, approver: ada })).map(({ deputy, from, until }) => [
          deputy.id,
          from,
          until,
        ]),
        [
          [ben.id, at(0), at(10)],
          [ben.id, at(10), at(15)],
          [paul.id, at(15), at(25)],
          [ben.id, at(25), at(30)],
          [ben.id, at(30), at(40)],
        ],
      );
    });

    it('leaves both sides of one that it lies within, to be told of anew', async () => {
      const whole = delegation({ from: at(0), until: at(40) });
      await store.save(whole);
      await store.markTold(whole);

      assert.deepEqual(await overlapped(delegation({ deputy: paul })), [whole]);

      const sides = [
        { ...whole, until: at(10) },
        { ...whole, from: at(20) },
      ];
      assert.deepEqual(await store.listFor(tenantId, ben.id), sides);
      assert.deepEqual(await store.listBegun(at(5), 10), [sides[0]]);
    });

    it('puts on record who is told of a change, by what was there before', async () => {
      function newsOf(before: readonly Delegation[]): readonly NewNotice[] {
        return [...before, delegation()].map((each) => ({
          tenantId,
          recipient: each.deputy,
          content: { kind: 'deputy', news: 'named', delegation: each },
          madeAt: at(1),
        }));
      }
      await store.save(delegation({ deputy: paul }));

      const saved = await store.save(delegation(), newsOf);
      const gone = await store.remove({ tenantId, approver: ada }, newsOf);

      assert.deepEqual(
        [saved, gone].map(({ notices }) => notices.map(({ recipient }) => recipient.id)),
        [
          [paul.id, ben.id],
          [ben.id, ben.id],
        ],
      );
    });

    it('knows who has a deputy at a moment, from the first to before the last', async () => {
      await store.save(delegation());
      await store.save(delegation({ approver: paul, from: at(0), until: at(5) }));

      for (const [minutes, active] of [
        [9, 0],
        [10, 1],
        [19, 1],
        [20, 0],
      ] as const) {
        const found = await store.listActive(tenantId, [ada.id, rita.id], at(minutes));
        assert.equal(found.length, active, `at minute ${minutes}`);
      }
      assert.deepEqual(await store.listActive(tenantId, [], at(10)), []);
      assert.deepEqual(await store.listActive(elsewhere, [ada.id], at(10)), []);
    });

    it('lists what has begun until it is marked, and a replaced one anew', async () => {
      await store.save(delegation());

      assert.deepEqual(await store.listBegun(at(9), 10), []);
      assert.deepEqual(await store.listBegun(at(10), 10), [delegation()]);
      await store.markTold(delegation({ deputy: paul }));
      assert.equal((await store.listBegun(at(10), 10)).length, 1);
      await store.markTold(delegation());
      assert.deepEqual(await store.listBegun(at(10), 10), []);
      await store.save(delegation({ deputy: paul }));
      assert.equal((await store.listBegun(at(10), 10)).length, 1);
      assert.deepEqual(await store.listBegun(at(20), 10), []);
    });
  });
}
