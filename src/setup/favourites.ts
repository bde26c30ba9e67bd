import type {
  FavouriteGroup,
  FavouriteOwner,
  KeepOutcome,
  SeenFavourite,
} from '../domain/favourite.ts';
import type { Group } from '../domain/group.ts';
import type { GroupId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { Clock, Directory } from '../domain/ports.ts';
import { refuseGroup } from '../domain/prerequisites.ts';
import { Problem } from '../domain/problem.ts';
import type { SetupDeps } from './deps.ts';

/** A person's own list of groups; nobody sees or changes another one's. */
export interface FavouriteUseCases {
  /** As they are stored, newest first; Entra is not asked. */
  list(actor: Actor): Promise<readonly FavouriteGroup[]>;
  /**
   * The same with what Entra says of them now, in one question or two; names that have changed are stored. Throws
   * the `graph-…` Problems.
   */
  look(actor: Actor): Promise<readonly SeenFavourite[]>;
  /** The same again changes nothing. Throws `group-not-found` and the `graph-…` Problems. */
  keep(
    actor: Actor,
    id: GroupId,
  ): Promise<{ readonly outcome: KeepOutcome; readonly group: FavouriteGroup }>;
  /** Undefined when it was not among them. */
  remove(actor: Actor, id: GroupId): Promise<FavouriteGroup | undefined>;
}

export interface FavouriteDeps extends Pick<SetupDeps, 'favourites'> {
  readonly directory: Pick<Directory, 'findGroup' | 'findGroups' | 'getWritebackTenant'>;
  readonly clock: Pick<Clock, 'now'>;
}

export function createFavouriteUseCases(deps: FavouriteDeps): FavouriteUseCases {
  return {
    list: (actor) => deps.favourites.list(ownerOf(actor)),
    look: (actor) => look(deps, ownerOf(actor)),
    keep: (actor, id) => keep(deps, ownerOf(actor), id),
    remove: (actor, id) => deps.favourites.remove(ownerOf(actor), id),
  };
}

function ownerOf({ tenantId, id: userId }: Actor): FavouriteOwner {
  return { tenantId, userId };
}

async function look(
  { favourites, directory }: FavouriteDeps,
  owner: FavouriteOwner,
): Promise<readonly SeenFavourite[]> {
  const kept = await favourites.list(owner);
  if (kept.length === 0) {
    return [];
  }
  const [groups, tenant] = await Promise.all([
    directory.findGroups(kept.map(({ id }) => id)),
    directory.getWritebackTenant(),
  ]);
  const found = new Map(groups.map((group) => [group.id, group]));
  await Promise.all(
    kept.flatMap((before) => {
      const now = found.get(before.id);
      return now === undefined || isSame(before, now)
        ? []
        : [favourites.renew(owner, toFavourite(now))];
    }),
  );
  return kept.map((before) => {
    const now = found.get(before.id);
    if (now === undefined) {
      return { ...before, state: 'gone' };
    }
    const state = refuseGroup(now, tenant).length === 0 ? 'there' : 'not-requestable';
    return { ...toFavourite(now), state };
  });
}

async function keep(
  { favourites, directory, clock }: FavouriteDeps,
  owner: FavouriteOwner,
  id: GroupId,
): Promise<{ readonly outcome: KeepOutcome; readonly group: FavouriteGroup }> {
  const found = await directory.findGroup(id);
  if (found === undefined) {
    throw new Problem('group-not-found', { detail: id });
  }
  const group = toFavourite(found);
  return { outcome: await favourites.keep(owner, group, clock.now()), group };
}

function toFavourite({ id, displayName, mail, kind }: Group): FavouriteGroup {
  return { id, displayName, kind, ...(mail === undefined ? {} : { mail }) };
}

function isSame(before: FavouriteGroup, now: Group): boolean {
  return (
    before.displayName === now.displayName && before.mail === now.mail && before.kind === now.kind
  );
}
