import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { type AdmissionDeps, findObjection } from './admission.ts';
import { answerRefresh, readRefresh } from './answer-refresh.ts';
import { answerAction, CardAction, type CardAnswer } from './card-actions.ts';
import { dialogAnswer, openDialog, submitDialog } from './dialogs.ts';
import { findChoices, SearchValue } from './find-choices.ts';
import {
  dialogMessage,
  invokeCard,
  invokeError,
  invokeFailure,
  invokeOk,
  invokeRefusal,
} from './invoke-answers.ts';
import { keepAnswer } from './kept-answers.ts';
import { answerInTime, finishLate, inTime, type LateDeps } from './late-answers.ts';
import type { RecentConversations } from './recent-conversations.ts';
import { type Turn, toReference } from './turn.ts';

export interface InvokeDeps extends LateDeps, AdmissionDeps {
  readonly conversations: RecentConversations;
}

const ActionValue = z.object({
  action: z.object({ verb: z.string(), data: z.unknown() }),
});

/**
 * Answers an invoke, in time: what takes longer than Teams waits is finished outside of the turn. The HTTP status is
 * 200 whatever happened, as the Universal Action model asks; what happened stands in the body.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export async function answerInvoke(
  deps: InvokeDeps,
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

type Answer = (deps: InvokeDeps, turn: Turn, value: unknown) => Promise<InvokeResponse>;

const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['adaptiveCard/action', answerCardAction],
  ['application/search', answerSearch],
  ['composeExtension/fetchTask', answerOpening],
  ['composeExtension/submitAction', answerDialog],
]);

async function answerCardAction(
  deps: InvokeDeps,
  turn: Turn,
  value: unknown,
): Promise<InvokeResponse> {
  const action = CardAction.safeParse(ActionValue.safeParse(value).data?.action);
  if (!action.success) {
    deps.log.info({ userId: turn.actor.id }, 'a click could not be read');
    return invokeError(400, 'BadRequest', turn.words.chat.badClick);
  }
  const work = unlessRefused(deps, turn, async () => {
    await rememberWhere(deps, turn);
    return answerAction(deps, turn, action.data);
  });
  const refreshed = readRefresh(value);
  if (refreshed !== undefined) {
    return answerRefresh(deps, turn, { action: refreshed, work });
  }
  const answer = await answerInTime(deps, turn, work);
  void keepAnswer(deps, turn, answer);
  return invokeCard(answer);
}

/** The same for a client that sends a click as a message. */
export function answerSoon(deps: InvokeDeps, turn: Turn, action: CardAction): Promise<CardAnswer> {
  return answerInTime(deps, turn, answerAction(deps, turn, action));
}

async function answerDialog(deps: InvokeDeps, turn: Turn, value: unknown): Promise<InvokeResponse> {
  const work = unlessRefused(deps, turn, () => submitDialog(deps, turn, value));
  const answer = await inTime({ answerWithinMs: deps.contentWithinMs }, work);
  if (answer !== undefined) {
    return dialogAnswer(turn, answer);
  }
  void finishLate(deps, { ...turn, isPersonal: false, replyToId: undefined }, work);
  return dialogMessage(turn.words.slow.stillSending);
}

async function answerOpening(
  deps: InvokeDeps,
  turn: Turn,
  value: unknown,
): Promise<InvokeResponse> {
  const objection = await findObjection(deps, turn);
  return objection === undefined
    ? openDialog(deps, turn, value)
    : invokeRefusal('composeExtension/fetchTask', objection);
}

async function answerSearch(deps: InvokeDeps, turn: Turn, value: unknown): Promise<InvokeResponse> {
  const search = SearchValue.safeParse(value);
  if (!search.success) {
    return invokeError(400, 'BadRequest', turn.words.chat.badSearch);
  }
  const objection = await findObjection(deps, turn);
  if (objection !== undefined) {
    return invokeRefusal('application/search', objection);
  }
  // Nothing is offered while Graph takes longer than somebody who types would wait.
  const found = findChoices(deps, turn, search.data);
  const results = (await inTime({ answerWithinMs: deps.contentWithinMs }, found)) ?? [];
  return invokeOk('application/vnd.microsoft.search.searchResponse', { results });
}

/** Who a person is may take as long as what they ask for, so both are one piece of work. */
async function unlessRefused(
  deps: InvokeDeps,
  turn: Turn,
  work: () => Promise<CardAnswer>,
): Promise<CardAnswer> {
  const text = await findObjection(deps, turn);
  return text === undefined ? work() : { kind: 'message', text };
}

/** Not for a dialog, which can be opened in chats that the bot is no part of. */
async function rememberWhere({ conversations }: InvokeDeps, turn: Turn): Promise<void> {
  if (turn.isPersonal) {
    await conversations.rememberUnlessRecent(toReference(turn));
  }
}
