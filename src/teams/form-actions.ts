import { isProblem } from '../domain/problem.ts';
import type { Refused, SubmitResult } from '../setup/use-cases.ts';
import { adoptForm } from './adopt-form.ts';
import { formWithRecent } from './again.ts';
import type { CardAnswer } from './card-actions.ts';
import { breakGlassCard } from './cards/break-glass-card.ts';
import { said } from './cards/escape.ts';
import type { ChatDeps } from './deps.ts';
import { FormData, readForm } from './form.ts';
import { toFormErrors } from './form-errors.ts';
import { newForm, wholeFormError } from './forms.ts';
import { personalView } from './request-views.ts';
import { again, forOne, peopleIn, previewForSeveral, submitForSeveral } from './several-people.ts';
import type { Turn } from './turn.ts';

/** A button of the form for a new request, or of the question that emergency access begins with. */
export interface FormAction {
  readonly verb: (typeof formVerbs)[number];
  readonly data?: unknown;
}

/** The first makes a form; the others carry what stands in its fields. */
export const formVerbs = [
  'new-request',
  'submit-request',
  'preview-route',
  'back-to-form',
  'break-glass',
  'confirm-break-glass',
] as const;

/** What the button leads to: the form with what is wrong with it or who decides, or the card of the new request. */
export async function answerForm(
  deps: ChatDeps,
  turn: Turn,
  { verb, data }: FormAction,
): Promise<CardAnswer> {
  if (!turn.isPersonal) {
    return { kind: 'message', text: turn.words.chat.onlyPrivately };
  }
  if (verb === 'new-request') {
    return { kind: 'card', card: await formWithRecent(deps, turn), isForm: true };
  }
  const form = FormData.safeParse(data);
  if (!form.success) {
    const card = newForm(deps, turn, { hint: turn.words.form.damaged });
    return { kind: 'card', card, isForm: true };
  }
  return answerSafely(deps, turn, { verb, data: form.data });
}

interface Filled {
  readonly verb: Exclude<FormAction['verb'], 'new-request'>;
  readonly data: FormData;
}

/** What went wrong as a whole stands on the form again, with the entries kept. */
async function answerSafely(deps: ChatDeps, turn: Turn, filled: Filled): Promise<CardAnswer> {
  const { data } = filled;
  try {
    return await answerFilled(deps, turn, filled);
  } catch (error) {
    if (isProblem(error)) {
      deps.log.info({ code: error.code }, 'a form was refused');
      const subject =
        error.code === 'input-not-valid' ? error.detail : said(turn.actor.displayName);
      const errors = [wholeFormError(turn.words, error.code, subject)];
      return again(deps, turn, { data, errors, isQuestion: filled.verb === 'preview-route' });
    }
    throw error;
  }
}

/** One person makes a plain request, more of them a list. */
function answerFilled(
  deps: ChatDeps,
  turn: Turn,
  { verb, data: filled }: Filled,
): Promise<CardAnswer> {
  if (peopleIn(filled).length > 1) {
    return answerForSeveral(deps, turn, { verb, data: filled });
  }
  const data = forOne(filled);
  switch (verb) {
    case 'submit-request':
      return submit(deps, turn, data);
    case 'preview-route':
      return preview(deps, turn, data);
    case 'back-to-form':
      return again(deps, turn, { data, errors: [] });
    case 'break-glass':
      return breakGlass(deps, turn, { data, confirmed: false });
    case 'confirm-break-glass':
      return breakGlass(deps, turn, { data, confirmed: true });
  }
}

function answerForSeveral(deps: ChatDeps, turn: Turn, { verb, data }: Filled): Promise<CardAnswer> {
  switch (verb) {
    case 'submit-request':
      return submitForSeveral(deps, turn, data);
    case 'preview-route':
      return previewForSeveral(deps, turn, data);
    case 'back-to-form':
      return again(deps, turn, { data, errors: [] });
    case 'break-glass':
    case 'confirm-break-glass': {
      const { breakGlassForOne: text } = turn.words.form;
      return again(deps, turn, { data, errors: [{ field: 'person', text }] });
    }
  }
}

async function submit(deps: ChatDeps, turn: Turn, data: FormData): Promise<CardAnswer> {
  const reading = readForm(turn, data, deps.useCases);
  if (reading.kind === 'errors') {
    return again(deps, turn, { data, errors: reading.errors });
  }
  return deps.submissions.run(turn.actor.id, async () =>
    answerResult(deps, turn, {
      data,
      result: await deps.useCases.submit(turn.actor, reading.wish),
    }),
  );
}

/** Who would decide, before anything is sent; the reason and the ticket do not matter for that. */
async function preview(deps: ChatDeps, turn: Turn, data: FormData): Promise<CardAnswer> {
  const { useCases } = deps;
  const reading = readForm(turn, { ...data, reason: '-' }, useCases);
  if (reading.kind === 'errors') {
    return again(deps, turn, { data, errors: reading.errors, isQuestion: true });
  }
  const { beneficiary, group, accessPackageId, days } = reading.wish;
  const route = await useCases.previewRoute(turn.actor, {
    beneficiary,
    group,
    accessPackageId,
    days,
  });
  return route.kind === 'refused'
    ? refusedForm(deps, turn, { data, refused: route, isQuestion: true })
    : again(deps, turn, { data, errors: [], route });
}

/** The first click tells what it means, the second one takes access. */
async function breakGlass(
  deps: ChatDeps,
  turn: Turn,
  { data, confirmed }: { readonly data: FormData; readonly confirmed: boolean },
): Promise<CardAnswer> {
  const reading = readForm(turn, data, deps.useCases);
  if (reading.kind === 'errors') {
    return again(deps, turn, { data, errors: reading.errors });
  }
  const { days: _days, ...wish } = reading.wish;
  return deps.submissions.run(turn.actor.id, async () => {
    const result = await deps.useCases.breakGlass(turn.actor, { ...wish, confirmed });
    if (result.kind !== 'confirm') {
      return answerResult(deps, turn, { data, result });
    }
    const { words, actor } = turn;
    const person = beneficiaryName(deps, turn, data) ?? actor.displayName;
    return {
      kind: 'card',
      card: breakGlassCard({ words, person, question: result, reason: wish.reason, data }),
      isForm: true,
    };
  });
}

function beneficiaryName(
  { titles }: ChatDeps,
  { words, actor }: Turn,
  { person, personName }: FormData,
): string | undefined {
  if (personName !== undefined) {
    return personName;
  }
  return person === undefined || person === actor.id
    ? undefined
    : (titles.known(words.language).get(person) ?? words.form.chosenPerson);
}

async function answerResult(
  deps: ChatDeps,
  turn: Turn,
  { data, result }: { readonly data: FormData; readonly result: SubmitResult },
): Promise<CardAnswer> {
  if (result.kind === 'refused') {
    return refusedForm(deps, turn, { data, refused: result });
  }
  const { request } = result;
  await adoptForm(deps, turn, request);
  return { kind: 'card', card: await personalView(deps, turn, { request }) };
}

/** Emergency access is offered where it is permitted and nobody can approve. */
function refusedForm(
  deps: ChatDeps,
  turn: Turn,
  {
    data,
    refused,
    isQuestion,
  }: { readonly data: FormData; readonly refused: Refused; readonly isQuestion?: true },
): Promise<CardAnswer> {
  const errors = toFormErrors(turn.words, refused.refusals, data);
  const { breakGlassHours } = refused;
  return again(deps, turn, { data, errors, isQuestion, breakGlassHours });
}
