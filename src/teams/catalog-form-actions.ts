import type { CatalogRole } from '../domain/approval-policy.ts';
import type { CatalogView } from '../domain/catalog-view.ts';
import type { CatalogId, GroupId, RoleAssignmentId } from '../domain/ids.ts';
import { isProblem, Problem } from '../domain/problem.ts';
import { confirmDelegationCard, confirmTakeBackCard } from './cards/catalog-confirm-card.ts';
import {
  addGroupForm,
  type DelegateForm,
  delegateForm,
  type NewCatalogForm,
  newCatalogForm,
} from './cards/catalog-forms.ts';
import { takeBackForm } from './cards/catalog-take-back-form.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { said } from './cards/escape.ts';
import { drawCatalog, reasonOf } from './catalog-views.ts';
import type { CatalogChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

interface OfCatalog {
  readonly catalogId: CatalogId;
}

/** Throws `not-allowed`: nobody fills a form for nothing. */
export async function showNewForm(
  { catalogs, newFormId }: CatalogChatDeps,
  { actor, words }: Turn,
): Promise<AdaptiveCard> {
  if (!catalogs.isAdministrator(actor.id)) {
    throw new Problem('not-allowed', { detail: 'new-catalog' });
  }
  return newCatalogForm({ words, formId: newFormId() });
}

export async function createNewCatalog(
  deps: CatalogChatDeps,
  turn: Turn,
  typed: Pick<NewCatalogForm, 'formId' | 'name' | 'description'>,
): Promise<AdaptiveCard> {
  const { words, actor } = turn;
  const { formId, name = '', description = '' } = typed;
  return orFormAgain(
    turn,
    (error) => newCatalogForm({ words, ...typed, error }),
    async () => {
      const wish = { formId, displayName: name, description };
      const catalog = await deps.catalogs.create(actor, wish);
      const text = words.catalogs.created(said(catalog.displayName));
      return drawCatalog(deps, turn, { catalogId: catalog.id, notice: { style: 'good', text } });
    },
  );
}

export async function showAddForm(
  deps: CatalogChatDeps,
  turn: Turn,
  { catalogId }: OfCatalog,
): Promise<AdaptiveCard> {
  const { catalog } = await deps.catalogs.open(turn.actor, catalogId);
  return addGroupForm({ words: turn.words, formId: deps.newFormId(), catalog });
}

export async function addGroupToCatalog(
  deps: CatalogChatDeps,
  turn: Turn,
  {
    formId,
    catalogId,
    group,
  }: OfCatalog & { readonly formId: string; readonly group?: GroupId | undefined },
): Promise<AdaptiveCard> {
  const { words, actor } = turn;
  const { catalog } = await deps.catalogs.open(actor, catalogId);
  if (group === undefined) {
    return addGroupForm({ words, formId, catalog, error: words.catalogs.groupMissing });
  }
  const title = deps.titles.known(words.language).get(group) ?? words.catalogs.chosenGroup;
  const chosen = { id: group, title };
  return orFormAgain(
    turn,
    (error) => addGroupForm({ words, formId, catalog, group: chosen, error }),
    async () => {
      const result = await deps.catalogs.addGroup(actor, { formId, catalogId, groupId: group });
      const { added, wasThere } = words.catalogs;
      const text = (result.changed ? added : wasThere)(said(result.groupName));
      const style = result.changed ? 'good' : 'emphasis';
      return drawCatalog(deps, turn, { catalogId, notice: { style, text } });
    },
  );
}

export async function showDelegateForm(
  deps: CatalogChatDeps,
  turn: Turn,
  { catalogId }: OfCatalog,
): Promise<AdaptiveCard> {
  const { catalog } = await deps.catalogs.open(turn.actor, catalogId);
  return delegateForm({ words: turn.words, formId: deps.newFormId(), catalog });
}

export interface ChosenDelegate extends OfCatalog {
  readonly person?: string | undefined;
  readonly personName?: string | undefined;
  readonly role?: CatalogRole | undefined;
}

/** From the form to the question whether it is really meant. */
export async function chooseDelegate(
  deps: CatalogChatDeps,
  turn: Turn,
  chosen: ChosenDelegate,
): Promise<AdaptiveCard> {
  const { words, actor } = turn;
  const { catalogId, role } = chosen;
  const person = chosen.personName || chosen.person;
  const { catalog } = await deps.catalogs.open(actor, catalogId);
  function again(error: string): AdaptiveCard {
    return delegateForm({
      words,
      formId: deps.newFormId(),
      catalog,
      error,
      ...shownAgain(turn, chosen),
    });
  }
  if (person === undefined || person === '') {
    return again(words.catalogs.personMissing);
  }
  if (role === undefined) {
    return again(words.catalogs.roleMissing);
  }
  return orFormAgain(turn, again, async () => {
    const preview = await deps.catalogs.previewDelegation(actor, { catalogId, person, role });
    return preview.isHeld
      ? again(words.catalogs.held(said(preview.person.displayName, 60), words.catalogs.roles[role]))
      : confirmDelegationCard(words, preview, deps.newFormId());
  });
}

function shownAgain(
  { words }: Turn,
  { person, personName, role }: ChosenDelegate,
): Pick<DelegateForm, 'person' | 'personName' | 'role'> {
  const title = words.catalogs.chosenPerson;
  const isChosen = person !== undefined && person !== '';
  return { person: isChosen ? { id: person, title } : undefined, personName, role };
}

export async function showTakeBackForm(
  deps: CatalogChatDeps,
  turn: Turn,
  { catalogId }: OfCatalog,
): Promise<AdaptiveCard> {
  return takeBackForm(turn.words, await deps.catalogs.open(turn.actor, catalogId));
}

/** From the form to the question whether it is really meant. */
export async function chooseTakeBack(
  deps: CatalogChatDeps,
  turn: Turn,
  { catalogId, assignmentId }: OfCatalog & { readonly assignmentId?: RoleAssignmentId | undefined },
): Promise<AdaptiveCard> {
  const { words, actor } = turn;
  const view: CatalogView = await deps.catalogs.open(actor, catalogId);
  if (assignmentId === undefined) {
    return takeBackForm(words, view, words.catalogs.whoseMissing);
  }
  return orFormAgain(
    turn,
    (error) => takeBackForm(words, view, error),
    async () => {
      const preview = await deps.catalogs.previewTakeBack(actor, { catalogId, assignmentId });
      return preview === undefined
        ? takeBackForm(words, view, words.catalogs.goneAlready)
        : confirmTakeBackCard(words, preview, deps.newFormId());
    },
  );
}

/** What was typed is kept, with the reason on top. */
async function orFormAgain(
  { words }: Turn,
  again: (error: string) => AdaptiveCard,
  act: () => Promise<AdaptiveCard>,
): Promise<AdaptiveCard> {
  try {
    return await act();
  } catch (error) {
    if (isProblem(error)) {
      return again(reasonOf(words, error));
    }
    throw error;
  }
}
