import type { DelegationPreview } from '../../domain/catalog-view.ts';
import { catalogLink } from '../../domain/deep-links.ts';
import type { Catalog } from '../../domain/entitlement.ts';
import type { Words } from '../words/words.ts';
import { bullets } from './catalog-parts.ts';
import { type AdaptiveCard, card, execute, heading, openUrl, section, text } from './elements.ts';
import { said, saidPlain } from './escape.ts';

/** For whoever has got a role: by whom, what they may do now, and where. `by` is the name of the giver. */
export function delegatedToYouCard(
  words: Words,
  {
    catalog,
    role,
  }: { readonly catalog: Pick<Catalog, 'id' | 'displayName'> } & Pick<DelegationPreview, 'role'>,
  by: string,
): AdaptiveCard {
  const { catalogs } = words;
  return card(words, {
    fallbackText: catalogs.newsSummary(saidPlain(catalog.displayName)),
    body: [
      heading(catalogs.newsTitle(said(catalog.displayName))),
      text(catalogs.madeYou[role](said(by, 60)), { spacing: 'none' }),
      section(catalogs.youMay, bullets(words, catalogs.allows[role])),
      section(catalogs.youMayNot, bullets(words, catalogs.forbids[role])),
      text(catalogs.youMayApprove, { isSubtle: true, spacing: 'medium' }),
      text(catalogs.newsHint, { isSubtle: true, spacing: 'medium' }),
    ],
    actions: [
      execute(catalogs.openCatalog, 'catalog-open', { data: { catalogId: catalog.id } }),
      openUrl(catalogs.openInEntra, catalogLink(catalog.id)),
    ],
  });
}
