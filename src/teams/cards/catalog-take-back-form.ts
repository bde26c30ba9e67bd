import type { CatalogView } from '../../domain/catalog-view.ts';
import type { Words } from '../words/words.ts';
import { backToCatalog, errorPanel, plainHolderName } from './catalog-parts.ts';
import { type AdaptiveCard, type ChoiceInput, card, execute, heading, text } from './elements.ts';
import { said, saidPlain } from './escape.ts';

/** Where it is chosen whose role to take back. */
export function takeBackForm(words: Words, view: CatalogView, error?: string): AdaptiveCard {
  const { catalogs } = words;
  const { id: catalogId, displayName } = view.catalog;
  const isEmpty = view.roles.length === 0;
  return card(words, {
    fallbackText: catalogs.takeBackTitle(saidPlain(displayName)),
    body: [
      heading(catalogs.takeBackTitle(said(displayName))),
      ...errorPanel(words, error),
      isEmpty ? text(catalogs.nobodyToTakeFrom) : holderInput(words, view),
    ],
    actions: [
      ...(isEmpty ? [] : [execute(catalogs.goOn, 'catalog-take-back', { data: { catalogId } })]),
      backToCatalog(words, catalogId),
    ],
  });
}

function holderInput(words: Words, { roles }: CatalogView): ChoiceInput {
  const { catalogs } = words;
  return {
    type: 'Input.ChoiceSet',
    id: 'assignmentId',
    label: catalogs.whose,
    style: 'compact',
    choices: roles.map((held) => ({
      title: catalogs.holder(plainHolderName(words, held), catalogs.roles[held.role]),
      value: held.id,
    })),
    isRequired: true,
    errorMessage: catalogs.whoseMissing,
    spacing: 'medium',
  };
}
