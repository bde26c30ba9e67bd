import { isProblem } from '../domain/problem.ts';
import { adoptBatchForm } from './batch-actions.ts';
import type { CardAnswer } from './card-actions.ts';
import { mostPeople } from './cards/limits.ts';
import type { FormError } from './cards/request-form.ts';
import type { ChatDeps } from './deps.ts';
import { type FormData, readForm } from './form.ts';
import { toFormErrors } from './form-errors.ts';
import { formAgain } from './forms.ts';
import { personalBatchCard } from './personal-batch-card.ts';
import { rowsFor } from './read-list.ts';
import type { Turn } from './turn.ts';

/**
 * Everybody whom the form names: those picked, which a client sends separated by commas, and sign-in names separated
 * by semicolons, commas or line breaks. Nobody is oneself.
 */
export function peopleIn({
  person,
  personName,
}: Pick<FormData, 'person' | 'personName'>): readonly string[] {
  const all = [...split(person, /,/), ...split(personName, /[;,\n]/)];
  const known = new Set<string>();
  return all.filter((who) => !known.has(who.toLowerCase()) && known.add(who.toLowerCase()));
}

/** Somebody whom the form names, and in which line: those picked stand above those typed. */
export interface NamedPerson {
  readonly row: number;
  readonly who: string;
}

/** As `peopleIn`, and whoever is named twice too, so that the list can say so of the later line. */
export function linesIn({
  person,
  personName,
}: Pick<FormData, 'person' | 'personName'>): readonly NamedPerson[] {
  const lines = split(person, /,/).map((who, index): NamedPerson => ({ row: index + 1, who }));
  const above = lines.length;
  for (const [index, line] of (personName ?? '').split(/\r\n|\r|\n/).entries()) {
    for (const who of split(line, /[;,]/)) {
      // Several names in one line count as lines of their own.
      lines.push({ row: Math.max(above + index, lines.at(-1)?.row ?? 0) + 1, who });
    }
  }
  return lines;
}

function split(text: string | undefined, between: RegExp): readonly string[] {
  return (text ?? '')
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The form for at most one person without what only separates several. */
export function forOne(data: FormData): FormData {
  const [picked] = split(data.person, /,/);
  const [typed] = split(data.personName, /[;,\n]/);
  return { ...data, person: picked, personName: picked === undefined ? typed : undefined };
}

/** One group for several people becomes a list, checked person by person before anything is sent. */
export async function submitForSeveral(
  deps: ChatDeps,
  turn: Turn,
  data: FormData,
): Promise<CardAnswer> {
  const reading = readForSeveral(deps, turn, data);
  if (reading.kind === 'errors') {
    return again(deps, turn, { data, errors: reading.errors });
  }
  const { group, days, reason, ticket, formId } = reading.wish;
  const rows = rowsFor(linesIn(data), group.id, days);
  return deps.submissions.run(turn.actor.id, async () => {
    const view = await deps.batches.start(turn.actor, { formId, rows, reason, ticket });
    await adoptBatchForm(deps, turn, view);
    return { kind: 'card', card: personalBatchCard(turn, view), isUnsentList: true };
  });
}

/** Who would decide about whom. */
export async function previewForSeveral(
  deps: ChatDeps,
  turn: Turn,
  data: FormData,
): Promise<CardAnswer> {
  const reading = readForSeveral(deps, turn, { ...data, reason: '-' });
  if (reading.kind === 'errors') {
    return again(deps, turn, { data, errors: reading.errors, isQuestion: true });
  }
  const { group, days } = reading.wish;
  const people = peopleIn(data);
  const { routes, refusals } = await deps.batches.previewRoutes(turn.actor, {
    group,
    days,
    accessPackageId: undefined,
    people,
  });
  const errors = toFormErrors(turn.words, refusals, data);
  const shown = new Map(errors.map((error) => [error.text, error]));
  return again(deps, turn, { data, errors: [...shown.values()], isQuestion: true, routes });
}

type Reading =
  | { readonly kind: 'errors'; readonly errors: readonly FormError[] }
  | { readonly kind: 'wish'; readonly wish: WishForSeveral };

type WishForSeveral = Omit<Wish, 'group'> & {
  readonly group: Extract<Wish['group'], { readonly kind: 'existing' }>;
};
type Wish = Extract<ReturnType<typeof readForm>, { readonly kind: 'wish' }>['wish'];

function readForSeveral(deps: ChatDeps, turn: Turn, data: FormData): Reading {
  const { form, bulk } = turn.words;
  if (linesIn(data).length > mostPeople) {
    return wrong('person', form.tooManyPeople(mostPeople));
  }
  const shared = { ...data, person: undefined, personName: undefined };
  const reading = readForm(turn, shared, deps.useCases);
  if (reading.kind === 'errors') {
    return reading;
  }
  const { group, accessPackageId } = reading.wish;
  if (group.kind === 'new') {
    return wrong('newGroupName', bulk.onlyExisting);
  }
  return accessPackageId === undefined
    ? { kind: 'wish', wish: { ...reading.wish, group } }
    : wrong('accessPackage', bulk.withoutPackage);
}

function wrong(field: FormError['field'], text: string): Reading {
  return { kind: 'errors', errors: [{ field, text }] };
}

/** The form again, with the names of everybody who was picked: no client keeps them. */
export async function again(
  deps: ChatDeps,
  turn: Turn,
  form: Parameters<typeof formAgain>[2],
): Promise<CardAnswer> {
  await learnNames(deps, turn, form.data);
  return { kind: 'card', card: formAgain(deps, turn, form), isForm: true };
}

/** A name that cannot be found out just now is left out: the form says "the person you chose". */
async function learnNames(
  { batches, titles, log }: Pick<ChatDeps, 'batches' | 'titles' | 'log'>,
  { words: { language }, actor }: Turn,
  { person }: FormData,
): Promise<void> {
  const known = titles.known(language);
  const strange = split(person, /,/)
    .slice(0, mostPeople)
    .filter((id) => id !== actor.id && !known.has(id));
  try {
    for (const [id, name] of await batches.namesOf(strange)) {
      titles.remember(language, id, name);
    }
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    log.info({ code: error.code }, 'the names of the chosen people are not known');
  }
}
