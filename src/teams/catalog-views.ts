import type { CatalogId } from '../domain/ids.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import { catalogCard } from './cards/catalog-card.ts';
import { catalogListCard } from './cards/catalog-list-card.ts';
import { allCatalogs, type CatalogNotice } from './cards/catalog-parts.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { said } from './cards/escape.ts';
import { messageCard } from './cards/help-card.ts';
import { explain } from './cards/notices.ts';
import type { CatalogChatDeps, ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

export async function drawCatalogList(
  { catalogs }: CatalogChatDeps,
  { actor, words }: Turn,
  name?: string,
): Promise<AdaptiveCard> {
  return catalogListCard(words, await catalogs.list(actor, name), name);
}

/** The catalog as it is now, with what has just happened to it. */
export async function drawCatalog(
  { catalogs }: CatalogChatDeps,
  { actor, words }: Turn,
  { catalogId, notice }: { readonly catalogId: CatalogId; readonly notice?: CatalogNotice },
): Promise<AdaptiveCard> {
  return catalogCard(words, await catalogs.open(actor, catalogId), notice);
}

/** The card, or one that says why there is none. */
export async function orReason(
  { log }: Pick<ChatDeps, 'log'>,
  { words }: Turn,
  drawing: () => Promise<AdaptiveCard>,
): Promise<AdaptiveCard> {
  try {
    return await drawing();
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    log.info({ code: error.code }, 'a catalog was not shown or changed');
    const reason = reasonOf(words, error);
    return {
      ...messageCard(words, reason, words.catalogs.summary),
      actions: [allCatalogs(words)],
    };
  }
}

/** Why it was refused, in words that fit catalogs. Escaped. */
export function reasonOf(words: Words, { code, detail }: Problem): string {
  const { catalogs } = words;
  if (code === 'not-allowed') {
    return catalogs.notAllowed;
  }
  return code === 'user-is-guest' ? catalogs.guest(said(detail, 60)) : explain(words, code, detail);
}
