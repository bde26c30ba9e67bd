import type { FavouriteGroup } from '../../domain/favourite.ts';
import type { Words } from '../words/words.ts';
import { cut } from './escape.ts';

/** As long as a name may be, so that what comes after it is seen as well. */
const longestName = 60;

/** What tells namesakes apart: mail and kind, and the id of those that have these in common. Not escaped. */
export function favouriteTraits(
  { groupKinds }: Pick<Words, 'groupKinds'>,
  { id, displayName, mail, kind }: FavouriteGroup,
  all: readonly FavouriteGroup[],
): readonly string[] {
  const hasDouble = all.some(
    (other) =>
      other.id !== id &&
      other.displayName === displayName &&
      other.mail === mail &&
      other.kind === kind,
  );
  return [...(mail === undefined ? [] : [mail]), groupKinds[kind], ...(hasDouble ? [id] : [])];
}

/** "Finance Reports · finance-reports@contoso.test · Microsoft 365". Not escaped. */
export function favouriteLabel(
  words: Pick<Words, 'groupKinds'>,
  favourite: FavouriteGroup,
  all: readonly FavouriteGroup[],
): string {
  return [cut(favourite.displayName, longestName), ...favouriteTraits(words, favourite, all)].join(
    ' · ',
  );
}

/** The same among groups that are none, so it says in words that it is one. Not escaped. */
export function favouriteChoice(
  words: Pick<Words, 'groupKinds' | 'favourites'>,
  favourite: FavouriteGroup,
  all: readonly FavouriteGroup[],
): string {
  const { mark } = words.favourites;
  const name = cut(favourite.displayName, longestName);
  return [name, mark, ...favouriteTraits(words, favourite, all)].join(' · ');
}
