import { drawCatalogList, orReason } from './catalog-views.ts';
import type { Reply } from './commands.ts';
import type { ChatDeps } from './deps.ts';
import { nowOrLater } from './late-answers.ts';
import type { Turn } from './turn.ts';

/** The catalogs that the person looks after; those whose names begin so, where a name was typed. */
export async function answerCatalogs(
  deps: ChatDeps,
  turn: Turn,
  name: string | undefined,
): Promise<Reply> {
  const { catalogs } = deps;
  if (catalogs === undefined) {
    return { content: turn.words.catalogs.unavailable, isPrivate: false };
  }
  const drawing = orReason(deps, turn, () => drawCatalogList({ ...deps, catalogs }, turn, name));
  return { content: await nowOrLater(deps, turn, drawing), isPrivate: true };
}
