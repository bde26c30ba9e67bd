import {
  type FavouriteGroup,
  type FavouriteOwner,
  type FavouriteStore,
  type KeepOutcome,
  mostFavourites,
} from '../../src/domain/favourite.ts';
import type { GroupId } from '../../src/domain/ids.ts';

interface Row {
  readonly group: FavouriteGroup;
  readonly at: Date;
}

/** The store of favourites without a database; passes the same contract as the real one. */
export class MemoryFavouriteStore implements FavouriteStore {
  readonly #rows = new Map<string, readonly Row[]>();

  async list(owner: FavouriteOwner): Promise<readonly FavouriteGroup[]> {
    return this.#of(owner)
      .toSorted(
        (one, other) =>
          other.at.getTime() - one.at.getTime() || (one.group.id < other.group.id ? -1 : 1),
      )
      .map(({ group }) => group);
  }

  async keep(owner: FavouriteOwner, group: FavouriteGroup, now: Date): Promise<KeepOutcome> {
    const rows = this.#of(owner);
    if (rows.some((row) => row.group.id === group.id)) {
      return 'was-kept';
    }
    if (rows.length >= mostFavourites) {
      return 'full';
    }
    this.#rows.set(keyOf(owner), [...rows, { group, at: now }]);
    return 'kept';
  }

  async renew(owner: FavouriteOwner, group: FavouriteGroup): Promise<void> {
    const rows = this.#of(owner).map((row) =>
      row.group.id === group.id ? { ...row, group } : row,
    );
    this.#rows.set(keyOf(owner), rows);
  }

  async remove(owner: FavouriteOwner, id: GroupId): Promise<FavouriteGroup | undefined> {
    const rows = this.#of(owner);
    this.#rows.set(
      keyOf(owner),
      rows.filter(({ group }) => group.id !== id),
    );
    return rows.find(({ group }) => group.id === id)?.group;
  }

  #of(owner: FavouriteOwner): readonly Row[] {
    return this.#rows.get(keyOf(owner)) ?? [];
  }
}

function keyOf({ tenantId, userId }: FavouriteOwner): string {
  return `${tenantId} ${userId}`;
}
