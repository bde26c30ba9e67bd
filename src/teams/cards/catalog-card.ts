import type { CatalogView, Managing } from '../../domain/catalog-view.ts';
import { catalogLink } from '../../domain/deep-links.ts';
import type { Words } from '../words/words.ts';
import { allCatalogs, type CatalogNotice, holderName, noticePanel } from './catalog-parts.ts';
import {
  type AdaptiveCard,
  card,
  type Element,
  execute,
  heading,
  openUrl,
  section,
  text,
} from './elements.ts';
import { said, saidPlain } from './escape.ts';

/** So many of each kind; the rest is counted. */
const most = 10;

/** One catalog: what it holds, who looks after it, and what the reader may do with it. */
export function catalogCard(words: Words, view: CatalogView, notice?: CatalogNotice): AdaptiveCard {
  const { catalogs } = words;
  const { catalog, groups, otherResources, packages, roles } = view;
  const state = catalog.isPublished ? catalogs.published : catalogs.unpublished;
  return card(words, {
    fallbackText: catalogs.cardSummary(saidPlain(catalog.displayName)),
    body: [
      heading(said(catalog.displayName)),
      text(state, { isSubtle: true, spacing: 'none' }),
      ...noticePanel(notice),
      section(catalogs.groups, [
        ...lines(
          words,
          groups.map(({ displayName, writeback }) =>
            catalogs.group(said(displayName), catalogs.writeback[writeback]),
          ),
          catalogs.noGroups,
        ),
        ...(otherResources === 0
          ? []
          : [text(catalogs.otherResources(otherResources), { isSubtle: true })]),
      ]),
      section(
        catalogs.accessPackages,
        lines(
          words,
          packages.map(({ displayName }) => said(displayName)),
          catalogs.noPackages,
        ),
      ),
      section(catalogs.owners, holders(words, roles, 'catalog-owner')),
      section(catalogs.managers, holders(words, roles, 'access-package-manager')),
      ...buttons(words, view),
    ],
    actions: [openUrl(catalogs.openInEntra, catalogLink(catalog.id)), allCatalogs(words)],
  });
}

function holders(
  words: Words,
  roles: readonly Managing[],
  role: Managing['role'],
): readonly Element[] {
  const names = roles.filter((held) => held.role === role).map((held) => holderName(words, held));
  return lines(words, names, words.catalogs.noManager);
}

function lines({ catalogs }: Words, all: readonly string[], whenEmpty: string): readonly Element[] {
  if (all.length === 0) {
    return [text(whenEmpty, { isSubtle: true, spacing: 'small' })];
  }
  const hidden = all.length - most;
  return [
    ...all.slice(0, most).map((line) => text(line, { spacing: 'small' })),
    ...(hidden > 0 ? [text(catalogs.more(hidden), { isSubtle: true, spacing: 'small' })] : []),
  ];
}

/** A row of their own: with those that lead elsewhere they would not fit beside each other on a phone. */
function buttons(
  { catalogs }: Words,
  { catalog, options, roles }: CatalogView,
): readonly Element[] {
  const data = { catalogId: catalog.id };
  const actions = [
    ...(options.includes('add-group')
      ? [execute(catalogs.addGroup, 'catalog-add-form', { data })]
      : []),
    ...(options.includes('delegate')
      ? [execute(catalogs.delegate, 'catalog-delegate-form', { data })]
      : []),
    ...(options.includes('take-back') && roles.length > 0
      ? [execute(catalogs.takeBack, 'catalog-take-back-form', { data })]
      : []),
  ];
  return actions.length === 0
    ? [text(catalogs.managerHint, { isSubtle: true, spacing: 'medium' })]
    : [{ type: 'ActionSet', spacing: 'medium', actions }];
}
