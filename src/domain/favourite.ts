import { z } from 'zod';
import { GroupId, type TenantId, type UserId } from './ids.ts';

/** A group that a person keeps at hand, as Entra had it when it was looked at last. */
export const FavouriteGroup = z.object({
  id: GroupId,
  displayName: z.string(),
  mail: z.string().optional(),
  kind: z.enum(['microsoft-365', 'security', 'mail-enabled-security', 'distribution']),
});
export type FavouriteGroup = z.infer<typeof FavouriteGroup>;

/** The same with what Entra says of it now; `not-seen` where Entra was not asked or did not answer. */
export interface SeenFavourite extends FavouriteGroup {
  readonly state: 'there' | 'not-requestable' | 'gone' | 'not-seen';
}

/** So many can one person keep. */
export const mostFavourites = 20;

/** Whose favourites: the identity of the authenticated activity. */
export interface FavouriteOwner {
  readonly tenantId: TenantId;
  readonly userId: UserId;
}

/** `full`: there is no room, and nothing was changed. */
export type KeepOutcome = 'kept' | 'was-kept' | 'full';

/** The groups that people keep at hand, each person their own. */
export interface FavouriteStore {
  /** Newest first, at most `mostFavourites`. */
  list(owner: FavouriteOwner): Promise<readonly FavouriteGroup[]>;
  /** Never more than `mostFavourites`, also when several are kept at once. */
  keep(owner: FavouriteOwner, group: FavouriteGroup, now: Date): Promise<KeepOutcome>;
  /** Name, mail and kind as they are now; one that is not kept stays so. */
  renew(owner: FavouriteOwner, group: FavouriteGroup): Promise<void>;
  /** Resolves to what was removed, if anything. */
  remove(owner: FavouriteOwner, id: GroupId): Promise<FavouriteGroup | undefined>;
}
