import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { isProblem } from '../domain/problem.ts';
import { answerAction, CardAction } from './card-actions.ts';
import type { Choice } from './cards/elements.ts';
import { saidPlain } from './cards/escape.ts';
import type { ChatDeps } from './deps.ts';
import { dialogAnswer, openDialog, submitDialog } from './dialogs.ts';
import { groupTitle } from './forms.ts';
import {
  dialogMessage,
  invokeCard,
  invokeError,
  invokeFailure,
  invokeMessage,
  invokeOk,
} from './invoke-answers.ts';
import { keepAnswer } from './kept-answers.ts';
import { finishLate, inTime, type LateDeps } from './late-answers.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

const ActionValue = z.object({
  action: z.object({ verb: z.string(), data: z.unknown() }),
  /** `automatic` for a refresh by the client; both are free of side effects. */
  trigger: z.enum(['automatic', 'manual']).optional().catch(undefined),
});

const SearchValue = z.object({
  queryText: z.string().max(256).catch(''),
  dataset: z.enum(['groups', 'accessPackages']),
});

const offered = 15;

/**
 * Answers an invoke, in time: what takes longer than Teams waits is finished outside of the turn. The HTTP status is
 * 200 whatever happened, as the Universal Action model asks; what happened stands in the body.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export async function answerInvoke(
  deps: LateDeps,
  turn: Turn,
  invoke: { readonly name: string | undefined; readonly value: unknown },
): Promise<InvokeResponse> {
  const { name, value } = invoke;
  const answer = name === undefined ? undefined : answers.get(name);
  if (answer !== undefined) {
    return answer(deps, turn, value);
  }
  const text = turn.words.chat.notSupported;
  return invokeFailure(name, { statusCode: 400, code: 'NotSupported', text });
}

type Answer = (deps: LateDeps, turn: Turn, value: unknown) => Promise<InvokeResponse>;

const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['adaptiveCard/action', answerCardAction],
  ['application/search', answerSearch],
  ['composeExtension/fetchTask', openDialog],
  ['composeExtension/submitAction', answerDialog],
]);

async function answerCardAction(
  deps: LateDeps,
  turn: Turn,
  value: unknown,
): Promise<InvokeResponse> {
  const parsed = ActionValue.safeParse(value);
  const action = CardAction.safeParse(parsed.data?.action);
  if (!action.success) {
    deps.log.info({ userId: turn.actor.id }, 'a click could not be read');
    return invokeError(400, 'BadRequest', turn.words.chat.badClick);
  }
  const work = answerAction(deps, turn, action.data);
  const answer = await inTime(deps, work);
  const isAutomatic = parsed.data?.trigger === 'automatic';
  if (answer !== undefined) {
    // Not for a refresh, which the changed message would ask for again.
    if (!isAutomatic) {
      void keepAnswer(deps, turn, answer);
    }
    return invokeCard(answer);
  }
  void finishLate(deps, turn, work);
  const { stillWorking } = turn.words.slow;
  // A refresh that nobody asked for must not be answered by a sentence beside the card.
  return isAutomatic ? invokeError(503, 'Busy', stillWorking) : invokeMessage(stillWorking);
}

async function answerDialog(deps: LateDeps, turn: Turn, value: unknown): Promise<InvokeResponse> {
  const work = submitDialog(deps, turn, value);
  const answer = await inTime(deps, work);
  if (answer !== undefined) {
    return dialogAnswer(turn, answer);
  }
  void finishLate(deps, { ...turn, isPersonal: false, replyToId: undefined }, work);
  return dialogMessage(turn.words.slow.stillSending);
}

async function answerSearch(
  deps: LateDeps,
  { words }: Turn,
  value: unknown,
): Promise<InvokeResponse> {
  const search = SearchValue.safeParse(value);
  if (!search.success) {
    return invokeError(400, 'BadRequest', words.chat.badSearch);
  }
  // Nothing is offered while Graph takes longer than somebody who types would wait.
  const results = (await inTime(deps, findChoices(deps, words, search.data))) ?? [];
  return invokeOk('application/vnd.microsoft.search.searchResponse', { results });
}

/** No choices while Graph does not answer: the form has a second way for everything. */
async function findChoices(
  deps: ChatDeps,
  words: Words,
  { dataset, queryText }: z.infer<typeof SearchValue>,
): Promise<readonly Choice[]> {
  try {
    const choices =
      dataset === 'groups'
        ? await groupChoices(deps, words, queryText)
        : await packageChoices(deps, queryText);
    for (const { value, title } of choices) {
      deps.titles.remember(words.language, value, title);
    }
    return choices
      .slice(0, offered)
      .map(({ title, value }) => ({ title: saidPlain(title, 160), value }));
  } catch (error) {
    if (isProblem(error)) {
      deps.log.info({ code: error.code, dataset }, 'a typeahead found nothing');
      return [];
    }
    throw error;
  }
}

async function groupChoices(
  { useCases }: ChatDeps,
  words: Words,
  text: string,
): Promise<readonly Choice[]> {
  const offers = await useCases.offerGroups(text.trim());
  return offers.map((offer) => ({ title: groupTitle(words, offer), value: offer.id }));
}

async function packageChoices({ useCases }: ChatDeps, text: string): Promise<readonly Choice[]> {
  if (!useCases.canChooseAccessPackage) {
    return [];
  }
  const offers = await useCases.offerAccessPackages(text.trim());
  return offers.map(({ id, displayName, catalogName }) => ({
    title: `${displayName} · ${catalogName}`,
    value: id,
  }));
}
