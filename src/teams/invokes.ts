import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { isProblem } from '../domain/problem.ts';
import { answerAction, CardAction, type CardAnswer } from './card-actions.ts';
import type { Choice } from './cards/elements.ts';
import { saidPlain } from './cards/escape.ts';
import type { ChatDeps } from './deps.ts';
import { groupTitle } from './forms.ts';
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
 * Answers an invoke. The HTTP status is 200 whatever happened, as the Universal Action model asks; what happened
 * stands in the body.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export async function answerInvoke(
  deps: ChatDeps,
  turn: Turn,
  invoke: { readonly name: string | undefined; readonly value: unknown },
): Promise<InvokeResponse> {
  if (invoke.name === 'adaptiveCard/action') {
    return answerCardAction(deps, turn, invoke.value);
  }
  return invoke.name === 'application/search'
    ? answerSearch(deps, turn.words, invoke.value)
    : invokeError(400, 'NotSupported', turn.words.chat.notSupported);
}

/** A sentence shown beside the card, which stays as it is. */
export function invokeMessage(text: string): InvokeResponse {
  return ok('application/vnd.microsoft.activity.message', text);
}

export function invokeError(statusCode: number, code: string, message: string): InvokeResponse {
  const type = 'application/vnd.microsoft.error';
  return { status: 200, body: { statusCode, type, value: { code, message } } };
}

async function answerCardAction(
  deps: ChatDeps,
  turn: Turn,
  value: unknown,
): Promise<InvokeResponse> {
  const parsed = ActionValue.safeParse(value);
  const action = CardAction.safeParse(parsed.data?.action);
  if (!action.success) {
    deps.log.info({ userId: turn.actor.id }, 'a click could not be read');
    return invokeError(400, 'BadRequest', turn.words.chat.badClick);
  }
  return toInvokeResponse(await answerAction(deps, turn, action.data));
}

function toInvokeResponse(answer: CardAnswer): InvokeResponse {
  return answer.kind === 'card'
    ? ok('application/vnd.microsoft.card.adaptive', answer.card)
    : invokeMessage(answer.text);
}

async function answerSearch(deps: ChatDeps, words: Words, value: unknown): Promise<InvokeResponse> {
  const search = SearchValue.safeParse(value);
  if (!search.success) {
    return invokeError(400, 'BadRequest', words.chat.badSearch);
  }
  const results = await findChoices(deps, words, search.data);
  return ok('application/vnd.microsoft.search.searchResponse', { results });
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

function ok(type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type, value } };
}
