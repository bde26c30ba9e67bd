import type { Catalog } from '../../domain/entitlement.ts';
import type { Words } from '../words/words.ts';
import { allCatalogs, backToCatalog, errorPanel, textInput, typeahead } from './catalog-parts.ts';
import { type AdaptiveCard, type ChoiceInput, card, execute, heading, text } from './elements.ts';
import { said, saidPlain } from './escape.ts';
import { limits } from './limits.ts';

interface FormFrame {
  readonly words: Words;
  readonly formId: string;
  /** Why it could not be done, in words. */
  readonly error?: string | undefined;
}

export interface NewCatalogForm extends FormFrame {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** Where a new catalog is described. */
export function newCatalogForm(form: NewCatalogForm): AdaptiveCard {
  const { words, formId, error, name, description } = form;
  const { catalogs } = words;
  return card(words, {
    fallbackText: catalogs.newTitle,
    body: [
      heading(catalogs.newTitle),
      text(catalogs.newIntro, { isSubtle: true, spacing: 'none' }),
      ...errorPanel(words, error),
      textInput({
        id: 'name',
        label: catalogs.name,
        placeholder: catalogs.nameHint,
        isRequired: true,
        errorMessage: catalogs.nameMissing,
        maxLength: limits.newGroupName,
        spacing: 'medium',
        value: name,
      }),
      textInput({
        id: 'description',
        label: catalogs.description,
        placeholder: catalogs.descriptionHint,
        isMultiline: true,
        maxLength: limits.reason,
        spacing: 'medium',
        value: description,
      }),
    ],
    actions: [
      execute(catalogs.create, 'catalog-create', { data: { formId }, style: 'positive' }),
      allCatalogs(words),
    ],
  });
}

export interface AddGroupForm extends FormFrame {
  readonly catalog: Catalog;
  readonly group?: { readonly id: string; readonly title: string } | undefined;
}

/** Where a group for the catalog is chosen. */
export function addGroupForm({ words, formId, error, catalog, group }: AddGroupForm): AdaptiveCard {
  const { catalogs } = words;
  const { id: catalogId } = catalog;
  return card(words, {
    fallbackText: catalogs.addTitle(saidPlain(catalog.displayName)),
    body: [
      heading(catalogs.addTitle(said(catalog.displayName))),
      text(catalogs.addIntro, { isSubtle: true, spacing: 'none' }),
      ...errorPanel(words, error),
      typeahead({
        id: 'group',
        label: catalogs.groupLabel,
        placeholder: catalogs.groupHint,
        dataset: 'groups',
        title: group?.title ?? '',
        value: group?.id,
      }),
    ],
    actions: [
      execute(catalogs.add, 'catalog-add', { data: { formId, catalogId }, style: 'positive' }),
      backToCatalog(words, catalogId),
    ],
  });
}

export interface DelegateForm extends FormFrame {
  readonly catalog: Catalog;
  readonly person?: { readonly id: string; readonly title: string } | undefined;
  readonly personName?: string | undefined;
  readonly role?: string | undefined;
}

/** Where it is said who gets which role; what it allows is read before it is confirmed. */
export function delegateForm(form: DelegateForm): AdaptiveCard {
  const { words, catalog, error } = form;
  const { catalogs } = words;
  const { id: catalogId } = catalog;
  return card(words, {
    fallbackText: catalogs.delegateTitle(saidPlain(catalog.displayName)),
    body: [
      heading(catalogs.delegateTitle(said(catalog.displayName))),
      ...errorPanel(words, error),
      typeahead({
        id: 'person',
        label: catalogs.person,
        placeholder: catalogs.personHint,
        dataset: 'graph.microsoft.com/users',
        title: form.person?.title ?? '',
        value: form.person?.id,
      }),
      textInput({
        id: 'personName',
        label: catalogs.personName,
        placeholder: catalogs.personNameHint,
        maxLength: limits.personName,
        spacing: 'small',
        value: form.personName,
      }),
      roleInput(words, form.role),
    ],
    actions: [
      execute(catalogs.goOn, 'catalog-delegate', { data: { catalogId }, style: 'positive' }),
      backToCatalog(words, catalogId),
    ],
  });
}

function roleInput({ catalogs }: Words, chosen: string | undefined): ChoiceInput {
  const choices = (['access-package-manager', 'catalog-owner'] as const).map((value) => ({
    title: catalogs.roles[value],
    value,
  }));
  const known = choices.find(({ value }) => value === chosen) ?? choices[0];
  return {
    type: 'Input.ChoiceSet',
    id: 'role',
    label: catalogs.role,
    style: 'compact',
    choices,
    isRequired: true,
    errorMessage: catalogs.roleMissing,
    spacing: 'medium',
    ...(known === undefined ? {} : { value: known.value }),
  };
}
