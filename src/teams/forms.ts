import { isProblem, type Problem, type ProblemCode } from '../domain/problem.ts';
import type { GroupOffer } from '../setup/use-cases.ts';
import type { AdaptiveCard, Choice } from './cards/elements.ts';
import { said } from './cards/escape.ts';
import { explain } from './cards/notices.ts';
import { type FormError, type FormView, requestForm } from './cards/request-form.ts';
import type { ChatDeps } from './deps.ts';
import { type FormData, keptValues, unknownGroupHint } from './form.ts';
import { groupChoices, groupTitle } from './group-choices.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

type Reader = Pick<Turn, 'actor' | 'words'>;
/** As many as a list shows without scrolling. */
const mostOffered = 5;

type FormDeps = Pick<ChatDeps, 'useCases' | 'titles' | 'newFormId'>;

/** An empty form for this person; it is for themselves unless they choose somebody. */
export function newForm(
  deps: FormDeps,
  reader: Reader,
  extra: Partial<FormView> = {},
): AdaptiveCard {
  return requestForm({
    ...frame(deps, reader),
    formId: deps.newFormId(),
    errors: [],
    values: {},
    ...extra,
  });
}

/**
 * The form with the group filled in that is called so. Else those that are called nearly so stand in the list to choose
 * from; only a name that no group begins with is taken for one to create.
 */
export async function formForGroup(
  deps: FormDeps,
  reader: Reader,
  name: string,
): Promise<AdaptiveCard> {
  const { words } = reader;
  const offers = await findOffers(deps, name);
  if (isProblem(offers)) {
    return newForm(deps, reader, { hint: explain(words, offers.code, said(name)) });
  }
  const named = offers.filter(({ displayName }) => isSame(displayName, name));
  const [only] = named;
  if (only !== undefined && named.length === 1) {
    deps.titles.remember(words.language, only.id, groupTitle(words, only));
    return newForm(deps, reader, { values: { group: only.id }, titles: withSelf(deps, reader) });
  }
  if (offers.length === 0) {
    const hint = unknownGroupHint(words, name);
    return newForm(deps, reader, { values: { newGroupName: name }, hint });
  }
  const { groupsCalled, groupsLike } = words.form;
  const hint = (named.length > 1 ? groupsCalled : groupsLike)(said(name));
  return newForm(deps, reader, {
    recent: choicesOf(deps, words, named.length > 1 ? named : offers),
    hint,
  });
}

/** Those that can be requested first. */
function choicesOf(
  { titles }: FormDeps,
  words: Words,
  offers: readonly GroupOffer[],
): readonly Choice[] {
  const first = offers
    .toSorted((one, other) => Number(other.isRequestable) - Number(one.isRequestable))
    .slice(0, mostOffered);
  const choices = groupChoices(words, first);
  for (const { title, value } of choices) {
    titles.remember(words.language, value, title);
  }
  return choices;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The same form again: what was typed is kept, and every reason against it stands on top and at its field. */
export function formAgain(
  deps: FormDeps,
  reader: Reader,
  {
    data,
    ...shown
  }: { readonly data: FormData } & Pick<
    FormView,
    'errors' | 'isQuestion' | 'route' | 'routes' | 'breakGlassHours'
  >,
): AdaptiveCard {
  const values = keptValues(data);
  return requestForm({ ...frame(deps, reader), formId: data.formId, values, ...shown });
}

function frame(
  { useCases, ...deps }: FormDeps,
  reader: Reader,
): Omit<FormView, 'formId' | 'values' | 'errors'> {
  const { canChooseAccessPackage, maximumDays, canHaveNoEnd, asksForTicket } = useCases;
  const titles = withSelf(deps, reader);
  const durations = { maximumDays, canHaveNoEnd };
  return { words: reader.words, canChooseAccessPackage, durations, asksForTicket, titles };
}

function withSelf(
  { titles }: Pick<FormDeps, 'titles'>,
  { actor, words }: Reader,
): FormView['titles'] {
  return new Map([...titles.known(words.language), [actor.id, actor.displayName]]);
}

/** What keeps the groups from being found is told on the form, which can be filled in all the same. */
async function findOffers(
  { useCases }: FormDeps,
  name: string,
): Promise<readonly GroupOffer[] | Problem> {
  try {
    return await useCases.offerGroups(name);
  } catch (error) {
    if (isProblem(error)) {
      return error;
    }
    throw error;
  }
}

/** For a form that failed as a whole. */
export function wholeFormError(words: Words, code: ProblemCode, subject: string): FormError {
  return { text: explain(words, code, subject) };
}
