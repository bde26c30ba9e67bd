import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  type FavouriteGroup,
  type FavouriteStore,
  mostFavourites,
} from '../../src/domain/favourite.ts';
import { GroupId, TenantId } from '../../src/domain/ids.ts';
import { ada, at, rita, tenantId } from '../support/requests.ts';

interface Tested {
  readonly store: FavouriteStore;
  close(): Promise<void>;
}

const ritas = { tenantId, userId: rita.id };
const adas = { tenantId, userId: ada.id };
const elsewhere = {
  tenantId: TenantId.parse('11111111-1111-4111-8111-111111111111'),
  userId: rita.id,
};

function group(number: number, changes: Partial<FavouriteGroup> = {}): FavouriteGroup {
  const id = GroupId.parse(`bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`);
  return { id, displayName: `Group ${number}`, kind: 'security', ...changes };
}

/** What every store of favourites promises. `open` gives an empty one. */
export function favouriteStoreContract(name: string, open: () => Promise<Tested>): void {
  describe(`${name} keeps the promises of a store of favourites`, () => {
    let tested: Tested;
    let store: FavouriteStore;

    beforeEach(async () => {
      tested = await open();
      ({ store } = tested);
    });

    afterEach(() => tested.close());

    it('lists what was kept, the newest first, to its owner alone', async () => {
      const mail = 'reports@contoso.test';
      await store.keep(ritas, group(2, { mail, kind: 'microsoft-365' }), at(0));
      await store.keep(ritas, group(1), at(1));

      assert.deepEqual(await store.list(ritas), [
        group(1),
        group(2, { mail, kind: 'microsoft-365' }),
      ]);
      assert.deepEqual(await store.list(adas), []);
      assert.deepEqual(await store.list(elsewhere), []);
    });

    it('keeps the same group once, also when it is kept twice at the same moment', async () => {
      const outcomes = await Promise.all([
        store.keep(ritas, group(1), at(0)),
        store.keep(ritas, group(1), at(0)),
      ]);
      const again = await store.keep(ritas, group(1), at(5));

      assert.deepEqual(outcomes.toSorted(), ['kept', 'was-kept']);
      assert.equal(again, 'was-kept');
      assert.equal((await store.list(ritas)).length, 1);
    });

    it('has room for so many and no more, however many are kept at once', async () => {
      const numbers = Array.from({ length: mostFavourites + 5 }, (_unused, index) => index);

      const outcomes = await Promise.all(
        numbers.map((number) => store.keep(ritas, group(number), at(number))),
      );
      const afterwards = await store.keep(adas, group(1), at(0));

      assert.equal(outcomes.filter((outcome) => outcome === 'kept').length, mostFavourites);
      assert.equal(outcomes.filter((outcome) => outcome === 'full').length, 5);
      assert.equal((await store.list(ritas)).length, mostFavourites);
      assert.equal(afterwards, 'kept');
    });

    it('knows a group that is kept even where there is no room, and has room again afterwards', async () => {
      for (let number = 1; number <= mostFavourites; number += 1) {
        await store.keep(ritas, group(number), at(number));
      }

      assert.equal(await store.keep(ritas, group(3), at(99)), 'was-kept');
      assert.equal(await store.keep(ritas, group(99), at(99)), 'full');
      await store.remove(ritas, group(3).id);
      assert.equal(await store.keep(ritas, group(99), at(99)), 'kept');
      assert.equal((await store.list(ritas))[0]?.displayName, 'Group 99');
    });

    it('tells what it removed, once, and from its owner alone', async () => {
      await store.keep(ritas, group(1), at(0));

      assert.equal(await store.remove(adas, group(1).id), undefined);
      assert.equal(await store.remove(elsewhere, group(1).id), undefined);
      assert.deepEqual(await store.remove(ritas, group(1).id), group(1));
      assert.equal(await store.remove(ritas, group(1).id), undefined);
    });

    it('renews what is kept, and keeps nothing by that', async () => {
      await store.keep(ritas, group(1), at(0));

      await store.renew(ritas, group(1, { displayName: 'Renamed' }));
      await store.renew(ritas, group(2));
      await store.renew(adas, group(1));

      assert.deepEqual(await store.list(ritas), [group(1, { displayName: 'Renamed' })]);
      assert.deepEqual(await store.list(adas), []);
    });
  });
}
