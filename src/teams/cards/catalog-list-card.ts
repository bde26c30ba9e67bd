import type { CatalogList, CatalogSummary, Managing } from '../../domain/catalog-view.ts';
import type { Words } from '../words/words.ts';
import {
  type Action,
  type AdaptiveCard,
  type Container,
  card,
  execute,
  heading,
  text,
} from './elements.ts';
import { said, saidList, saidPlain } from './escape.ts';
import { openingLine } from './opening-line.ts';

/** The reader's catalogs, each to be opened. `name`: how their names begin, where that was asked. */
export function catalogListCard(words: Words, list: CatalogList, name = ''): AdaptiveCard {
  const { catalogs } = words;
  const { entries, hidden, mayCreate } = list;
  return card(words, {
    fallbackText: catalogs.summary,
    body: [
      heading(catalogs.title),
      text(catalogs.intro, { isSubtle: true, spacing: 'none' }),
      ...(entries.length === 0 ? [text(emptyText(words, list, name))] : []),
      ...entries.map((entry) => line(words, entry)),
      ...(hidden === 0
        ? []
        : [text(catalogs.hidden(hidden), { isSubtle: true, spacing: 'medium' })]),
      ...(entries.length === 0
        ? []
        : [text(catalogs.openHint, { isSubtle: true, spacing: 'medium' })]),
    ],
    actions: mayCreate ? [newCatalog(words)] : [],
  });
}

function newCatalog({ catalogs }: Words): Action {
  return execute(catalogs.newCatalog, 'catalog-new');
}

function emptyText({ catalogs }: Words, { mayCreate }: CatalogList, name: string): string {
  if (name !== '') {
    return catalogs.noneNamed(said(name));
  }
  return mayCreate ? catalogs.noneYet : catalogs.none;
}

function line(words: Words, { catalog, resources, packages, roles }: CatalogSummary): Container {
  const { catalogs } = words;
  const open = catalogs.open(saidPlain(catalog.displayName));
  const state = catalog.isPublished ? catalogs.published : catalogs.unpublished;
  const counts = [catalogs.resources(resources), catalogs.packages(packages)] as const;
  const owners = namesOf(roles, 'catalog-owner');
  const managers = namesOf(roles, 'access-package-manager');
  return openingLine(execute(open, 'catalog-open', { data: { catalogId: catalog.id } }), [
    text(said(catalog.displayName), { weight: 'bolder' }),
    text(catalogs.line(state, ...counts), { spacing: 'none' }),
    text(
      owners.length === 0 ? catalogs.noOwner : catalogs.ownedBy(saidList(words, owners, 'and')),
      { size: 'small', isSubtle: true, spacing: 'none' },
    ),
    ...(managers.length === 0
      ? []
      : [
          text(catalogs.managedBy(saidList(words, managers, 'and')), {
            size: 'small',
            isSubtle: true,
            spacing: 'none',
          }),
        ]),
  ]);
}

/** People and groups; the application that made the catalog is nobody one could ask. */
function namesOf(roles: readonly Managing[], role: Managing['role']): readonly string[] {
  return roles
    .filter((held) => held.role === role && held.holder.kind !== 'other')
    .map(({ holder }) => holder.displayName);
}
