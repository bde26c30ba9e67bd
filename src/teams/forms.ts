import type { Actor } from '../domain/person.ts';
import { isProblem } from '../domain/problem.ts';
import type { GroupOffer } from '../setup/use-cases.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { explain } from './cards/notices.ts';
import { type FormError, type FormView, requestForm } from './cards/request-form.ts';
import type { ChatDeps } from './deps.ts';
import { type FormData, keptValues, unknownGroupHint } from './form.ts';
import { texts } from './texts.ts';

type FormDeps = Pick<ChatDeps, 'useCases' | 'titles' | 'newFormId'>;

/** An empty form for this person, for themselves unless they choose somebody else. */
export function newForm(deps: FormDeps, actor: Actor, extra: Partial<FormView> = {}): AdaptiveCard {
  return requestForm({
    ...frame(deps, actor),
    formId: deps.newFormId(),
    errors: [],
    ...extra,
    values: { person: actor.id, ...extra.values },
  });
}

/** The form with the group filled in: the one that is called so, else as a name to create, and said so. */
export async function formForGroup(
  deps: FormDeps,
  actor: Actor,
  name: string,
): Promise<AdaptiveCard> {
  const named = await findOffers(deps, name);
  const [only] = named;
  if (only !== undefined && named.length === 1) {
    deps.titles.remember(only.id, groupTitle(only));
    return newForm(deps, actor, { values: { group: only.id }, titles: withSelf(deps, actor) });
  }
  return newForm(deps, actor, { values: { newGroupName: name }, hint: unknownGroupHint(name) });
}

/** The same form again: what was typed is kept, and every reason against it stands on top and at its field. */
export function formAgain(
  deps: FormDeps,
  actor: Actor,
  { data, errors }: { readonly data: FormData; readonly errors: readonly FormError[] },
): AdaptiveCard {
  const values = keptValues(data);
  return requestForm({ ...frame(deps, actor), formId: data.formId, values, errors });
}

/** "Finance Reports · finance-reports@contoso.test · Microsoft 365", so that namesakes can be told apart. */
export function groupTitle({ displayName, mail, kindText, isRequestable }: GroupOffer): string {
  const parts = [displayName, ...(mail === undefined ? [] : [mail]), kindText];
  return [...parts, ...(isRequestable ? [] : [texts.form.notRequestable])].join(' · ');
}

function frame(
  { useCases, ...deps }: FormDeps,
  actor: Actor,
): Pick<FormView, 'canChooseAccessPackage' | 'maximumDays' | 'titles'> {
  const { canChooseAccessPackage, maximumDays } = useCases;
  return { canChooseAccessPackage, maximumDays, titles: withSelf(deps, actor) };
}

function withSelf({ titles }: Pick<FormDeps, 'titles'>, actor: Actor): FormView['titles'] {
  return new Map([...titles.known, [actor.id, actor.displayName]]);
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
export function wholeFormError(code: Parameters<typeof explain>[0], subject: string): FormError {
  return { text: explain(code, subject) };
}
