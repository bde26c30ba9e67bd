import { isProblem, type ProblemCode } from '../domain/problem.ts';
import type { GroupOffer } from '../setup/use-cases.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { explain } from './cards/notices.ts';
import { type FormError, type FormView, requestForm } from './cards/request-form.ts';
import type { ChatDeps } from './deps.ts';
import { type FormData, keptValues, unknownGroupHint } from './form.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

type Reader = Pick<Turn, 'actor' | 'words'>;
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

/** The form with the group filled in: the one that is called so, else as a name to create, and said so. */
export async function formForGroup(
  deps: FormDeps,
  reader: Reader,
  name: string,
): Promise<AdaptiveCard> {
  const named = await findOffers(deps, name);
  const [only] = named;
  if (only !== undefined && named.length === 1) {
    const { words } = reader;
    deps.titles.remember(words.language, only.id, groupTitle(words, only));
    return newForm(deps, reader, { values: { group: only.id }, titles: withSelf(deps, reader) });
  }
  return newForm(deps, reader, {
    values: { newGroupName: name },
    hint: unknownGroupHint(reader.words, name),
  });
}

/** The same form again: what was typed is kept, and every reason against it stands on top and at its field. */
export function formAgain(
  deps: FormDeps,
  reader: Reader,
  { data, ...shown }: { readonly data: FormData } & Pick<FormView, 'errors' | 'route' | 'routes'>,
): AdaptiveCard {
  const values = keptValues(data);
  return requestForm({ ...frame(deps, reader), formId: data.formId, values, ...shown });
}

/** "Finance Reports · finance-reports@contoso.test · Microsoft 365", so that namesakes can be told apart. */
export function groupTitle({ form, groupKinds, groupTraits }: Words, offer: GroupOffer): string {
  const { displayName, mail, kind, traits, isRequestable } = offer;
  const kindText = [groupKinds[kind], ...traits.map((trait) => groupTraits[trait])].join(', ');
  const parts = [displayName, ...(mail === undefined ? [] : [mail]), kindText];
  return [...parts, ...(isRequestable ? [] : [form.notRequestable])].join(' · ');
}

function frame(
  { useCases, ...deps }: FormDeps,
  reader: Reader,
): Pick<FormView, 'words' | 'canChooseAccessPackage' | 'maximumDays' | 'asksForTicket' | 'titles'> {
  const { canChooseAccessPackage, maximumDays, asksForTicket } = useCases;
  const titles = withSelf(deps, reader);
  return { words: reader.words, canChooseAccessPackage, maximumDays, asksForTicket, titles };
}

function withSelf(
  { titles }: Pick<FormDeps, 'titles'>,
  { actor, words }: Reader,
): FormView['titles'] {
  return new Map([...titles.known(words.language), [actor.id, actor.displayName]]);
}

async function findOffers({ useCases }: FormDeps, name: string): Promise<readonly GroupOffer[]> {
  try {
    const offers = await useCases.offerGroups(name);
    return offers.filter(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());
  } catch (error) {
    if (isProblem(error)) {
      return [];
    }
    throw error;
  }
}

/** For a form that failed as a whole. */
export function wholeFormError(words: Words, code: ProblemCode, subject: string): FormError {
  return { text: explain(words, code, subject) };
}
