import type { FavouriteGroup } from '../domain/favourite.ts';
import { groupIdOf, type Request } from '../domain/request.ts';
import type { Choice } from './cards/elements.ts';
import { favouriteChoice, favouriteLabel } from './cards/favourite-label.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

const shownAtOnce = 15;
/** Of the last requests: as many as a list shows without scrolling. */
const mostRecent = 5;

/**
 * The groups that somebody may mean before anything is typed: their favourites, said to be such, then those of their
 * last requests. At most as many as Teams shows at once, unless more can be scrolled to. Entra is not asked.
 */
export async function ownGroups(
  { useCases, titles }: Pick<ChatDeps, 'useCases' | 'titles'>,
  { actor, words }: Pick<Turn, 'actor' | 'words'>,
  most = shownAtOnce,
): Promise<readonly Choice[]> {
  const [favourites, requests] = await Promise.all([
    useCases.favourites.list(actor),
    useCases.listMine(actor),
  ]);
  const kept = new Set<string>(favourites.map(({ id }) => id));
  const recent = recentGroups(requests, kept);
  const known = titles.known(words.language);
  const labels = favourites.map(
    (each): Choice => labelled(each, favouriteLabel(words, each, favourites)),
  );
  // Kept without the mark: what one person keeps is nothing to another who chooses the same group.
  for (const { value, title } of [...labels, ...recent]) {
    if (!known.has(value)) {
      titles.remember(words.language, value, title);
    }
  }
  const marked = favourites.map((each) => labelled(each, favouriteChoice(words, each, favourites)));
  return [...marked, ...recent].slice(0, most);
}

function labelled({ id: value }: FavouriteGroup, title: string): Choice {
  return { title, value };
}

function recentGroups(requests: readonly Request[], kept: ReadonlySet<string>): readonly Choice[] {
  const groups = new Map<string, string>();
  for (const request of requests) {
    const id = groupIdOf(request);
    if (id !== undefined && !groups.has(id) && !kept.has(id)) {
      groups.set(id, request.plan.group.displayName);
    }
  }
  return [...groups].slice(0, mostRecent).map(([value, title]) => ({ title, value }));
}
