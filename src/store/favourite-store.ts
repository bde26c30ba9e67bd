import { sql } from 'kysely';
import {
  FavouriteGroup,
  type FavouriteOwner,
  type FavouriteStore,
  type KeepOutcome,
  mostFavourites,
} from '../domain/favourite.ts';
import type { GroupId } from '../domain/ids.ts';
import type { Database } from './database.ts';

type Db = Database['db'];

/** The groups that people keep at hand, in PostgreSQL. */
export function createFavouriteStore({ db }: Database): FavouriteStore {
  return {
    list: (owner) => list(db, owner),
    keep: (owner, group, now) => keep(db, owner, { group: FavouriteGroup.parse(group), now }),
    renew: (owner, group) => renew(db, owner, FavouriteGroup.parse(group)),
    remove: (owner, id) => remove(db, owner, id),
  };
}

async function list(
  db: Db,
  { tenantId, userId }: FavouriteOwner,
): Promise<readonly FavouriteGroup[]> {
  const rows = await db
    .selectFrom('favourites')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .orderBy('kept_at', 'desc')
    .orderBy('group_id')
    .execute();
  return rows.map(({ data }) => FavouriteGroup.parse(data));
}

interface Kept {
  readonly group: FavouriteGroup;
  readonly now: Date;
}

/** Somebody who keeps two at once may find the place taken, and looks for the next one. */
async function keep(db: Db, owner: FavouriteOwner, kept: Kept): Promise<KeepOutcome> {
  for (;;) {
    if (await takePlace(db, owner, kept)) {
      return 'kept';
    }
    const known = await list(db, owner);
    if (known.some(({ id }) => id === kept.group.id)) {
      return 'was-kept';
    }
    if (known.length >= mostFavourites) {
      return 'full';
    }
  }
}

async function takePlace(
  db: Db,
  { tenantId, userId }: FavouriteOwner,
  { group, now }: Kept,
): Promise<boolean> {
  const { rows } = await sql`
    insert into favourites (tenant_id, user_id, group_id, place, kept_at, data)
    select ${tenantId}::uuid, ${userId}::uuid, ${group.id}::uuid, place, ${now}::timestamptz,
      ${JSON.stringify(group)}::jsonb
    from generate_series(1, ${mostFavourites}::int) as places (place)
    where not exists (
      select from favourites taken
      where taken.tenant_id = ${tenantId}::uuid and taken.user_id = ${userId}::uuid
        and taken.place = places.place)
    order by place limit 1
    on conflict do nothing
    returning group_id`.execute(db);
  return rows.length > 0;
}

async function renew(db: Db, owner: FavouriteOwner, group: FavouriteGroup): Promise<void> {
  await db
    .updateTable('favourites')
    .set({ data: JSON.stringify(group) })
    .where('tenant_id', '=', owner.tenantId)
    .where('user_id', '=', owner.userId)
    .where('group_id', '=', group.id)
    .execute();
}

async function remove(
  db: Db,
  { tenantId, userId }: FavouriteOwner,
  id: GroupId,
): Promise<FavouriteGroup | undefined> {
  const row = await db
    .deleteFrom('favourites')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('group_id', '=', id)
    .returning('data')
    .executeTakeFirst();
  return row && FavouriteGroup.parse(row.data);
}
