import { type Activity, type InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../domain/ports.ts';
import { findGuestObjection, findKnownObjection, findObjection } from './admission.ts';
import { answerListMessage } from './batch-commands.ts';
import { CardAction, type CardAnswer } from './card-actions.ts';
import { welcomeCard } from './cards/help-card.ts';
import { answerCommand, type Reply } from './commands.ts';
import { ConnectorError, cardActivity } from './connector.ts';
import { patiently } from './delivery.ts';
import { invokeFailure, invokeRefusal } from './invoke-answers.ts';
import { answerInvoke, answerSoon, type InvokeDeps } from './invokes.ts';
import type { FileDeps } from './list-file.ts';
import { type MembershipDeps, noteMembers } from './membership.ts';
import { readCommand } from './read-command.ts';
import type { RecentConversations } from './recent-conversations.ts';
import { hasPrivateChat, sayPrivately, toActivity } from './say-privately.ts';
import { rememberStatus } from './status-cards.ts';
import { type Turn, type TurnReading, toReference } from './turn.ts';
import type { Welcomes } from './welcomes.ts';

export interface BotDeps extends InvokeDeps, FileDeps, MembershipDeps {
  readonly conversations: RecentConversations;
  readonly welcomes: Welcomes;
  readonly clock: Clock;
}

const SubmitValue = z.looseObject({ verb: z.string() });

/**
 * What people say and click, and the app coming and going. Told apart here: the SDK's TeamsActivityHandler asks the Bot
 * Connector about everybody who joins a chat, and walks a chain of handlers for each turn.
 */
export class WritebackBot {
  readonly #deps: BotDeps;

  constructor(deps: BotDeps) {
    this.#deps = deps;
  }

  /** `reading` is who acts and where, as the activity of the context tells it. */
  async run(context: TurnContext, reading: TurnReading): Promise<void> {
    switch (context.activity.type) {
      case 'message':
        return reading.kind === 'turn'
          ? answerMessage(this.#deps, reading.turn, context)
          : void (await context.sendActivity(refusalText(reading)));
      case 'installationUpdate':
        return this.#install(context, reading);
      case 'conversationUpdate':
        await noteMembers(this.#deps, context.activity);
        return reading.kind === 'turn'
          ? changeMembers(this.#deps, reading.turn, context)
          : undefined;
    }
  }

  /** Answers an invoke, which needs no turn of the SDK: nothing is sent, and the answer is all that it comes to. */
  async answer(
    { name, value }: Pick<Activity, 'name'> & { readonly value?: unknown },
    reading: TurnReading,
  ): Promise<InvokeResponse> {
    if (reading.kind !== 'turn') {
      return invokeRefusal(name, refusalText(reading));
    }
    try {
      return await answerInvoke(this.#deps, reading.turn, { name, value });
    } catch (error) {
      this.#deps.log.error({ invoke: name, ...describeError(error) }, 'an invoke failed');
      const text = reading.turn.words.chat.defect;
      return invokeFailure(name, { statusCode: 500, code: 'ServiceError', text });
    }
  }

  /** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#installation-update-event */
  async #install(context: TurnContext, reading: TurnReading): Promise<void> {
    const { action } = context.activity;
    if (reading.kind !== 'turn') {
      return;
    }
    if (action === 'add' || action === 'add-upgrade') {
      await welcome(this.#deps, reading.turn, context);
    } else if (action === 'remove' || action === 'remove-upgrade') {
      await leave(this.#deps, reading.turn);
    }
  }
}

/** Name and stack for the log; a failed send is told by its status, since its text repeats what was sent. */
export function describeError(error: unknown): object {
  if (error instanceof ConnectorError) {
    return { error: error.name, status: error.status, code: error.code };
  }
  return error instanceof Error
    ? { error: error.name, stack: error.stack }
    : { error: typeof error };
}

async function answerMessage(deps: BotDeps, turn: Turn, context: TurnContext): Promise<void> {
  const value = SubmitValue.safeParse(context.activity.value);
  const said = textOf(context);
  // A message without words may be a file.
  if (!value.success && said !== '' && readCommand(said).name === 'help') {
    return answerHelp(deps, turn, context);
  }
  const objection = await findObjection(deps, turn);
  if (objection !== undefined) {
    await context.sendActivity(objection);
    return;
  }
  await rememberUnlessRecent(deps, turn);
  if (value.success) {
    const action = CardAction.safeParse({ verb: value.data.verb, data: value.data });
    const answer: CardAnswer = action.success
      ? await answerSoon(deps, turn, action.data)
      : { kind: 'message', text: turn.words.chat.badClick };
    return say(deps, turn, { context, answer });
  }
  const message = { text: textOf(context), activity: context.activity };
  const reply =
    (await answerListMessage(deps, turn, message)) ??
    (await answerCommand(deps, turn, message.text));
  await (reply === 'comes-by-itself'
    ? sayThatItComes(deps, turn, context)
    : deliverReply(deps, turn, { context, reply }));
}

/** Answered without a call to anybody, so that it is also while Entra does not answer. */
async function answerHelp(deps: BotDeps, turn: Turn, context: TurnContext): Promise<void> {
  const objection = findKnownObjection(deps, turn);
  if (objection !== undefined) {
    await context.sendActivity(objection);
    return;
  }
  await rememberUnlessRecent(deps, turn);
  await deliverReply(deps, turn, { context, reply: await answerCommand(deps, turn, 'help') });
}

/**
 * An old client's click: the form is corrected where it stands, everything else is answered by a message. What others
 * would read there, a card, goes into the private chat.
 */
async function say(
  deps: BotDeps,
  turn: Turn,
  { context, answer }: { readonly context: TurnContext; readonly answer: CardAnswer },
): Promise<void> {
  const { isPersonal, replyToId } = turn;
  if (answer.kind === 'message') {
    await context.sendActivity(answer.text);
  } else if (isPersonal && answer.isForm === true && replyToId !== undefined) {
    await context.updateActivity({ ...cardActivity(answer.card), id: replyToId });
  } else {
    await deliverReply(deps, turn, { context, reply: { content: answer.card, isPrivate: true } });
  }
}

/** In the private chat the list's card is the answer; elsewhere there would be none. */
async function sayThatItComes(deps: BotDeps, turn: Turn, context: TurnContext): Promise<void> {
  if (turn.isPersonal) {
    return;
  }
  const { comesPrivately, comesWithApp } = turn.words.bulk;
  await context.sendActivity((await hasPrivateChat(deps, turn)) ? comesPrivately : comesWithApp);
}

async function deliverReply(
  deps: BotDeps,
  turn: Turn,
  { context, reply }: { readonly context: TurnContext; readonly reply: Reply },
): Promise<void> {
  if (turn.isPersonal || !reply.isPrivate) {
    const message = await context.sendActivity(toActivity(reply.content));
    if (turn.isPersonal && reply.shows !== undefined && message !== undefined) {
      await rememberStatus(deps, turn, { requestId: reply.shows, activityId: message.id });
    }
    return;
  }
  const isThere = await sayPrivately(deps, turn, reply.content);
  const { sentPrivately, addMeFirst } = turn.words.chat;
  await context.sendActivity(isThere ? (reply.said ?? sentPrivately) : addMeFirst);
}

function textOf({ activity }: TurnContext): string {
  const text: unknown = TurnContext.removeRecipientMention({
    ...activity,
    text: activity.text ?? '',
  });
  return typeof text === 'string' ? text : '';
}

const Leaving = z.object({ membersRemoved: z.array(z.looseObject({ id: z.string() })) });

/** Somebody joined or left. A group that the bot had to leave tells so in one of two ways. */
async function changeMembers(deps: BotDeps, turn: Turn, context: TurnContext): Promise<void> {
  const removed = Leaving.safeParse(context.activity).data?.membersRemoved ?? [];
  await (removed.some(({ id }) => id === turn.botChannelId)
    ? leave(deps, turn)
    : remember(deps, turn));
}

/** Whatever was believed before, this is written down. */
async function remember({ conversations }: BotDeps, turn: Turn): Promise<void> {
  if (turn.isPersonal) {
    await conversations.remember(toReference(turn));
  }
}

async function rememberUnlessRecent({ conversations }: BotDeps, turn: Turn): Promise<void> {
  if (turn.isPersonal) {
    await conversations.rememberUnlessRecent(toReference(turn));
  }
}

/** Nobody waits for it, and nothing says it later. */
const welcomeAttempts = 4;

async function welcome(deps: BotDeps, turn: Turn, context: TurnContext): Promise<void> {
  await remember(deps, turn);
  if (!turn.isPersonal) {
    return;
  }
  const { tenantId, id: userId } = turn.actor;
  await deps.welcomes.once({ tenantId, userId }, async () => {
    const objection = await findGuestObjection(deps, turn);
    const words = objection ?? cardActivity(welcomeCard(turn.words));
    await patiently({ ...deps, attempts: welcomeAttempts }, () => context.sendActivity(words));
  });
}

async function leave({ conversations, groupCards, clock }: BotDeps, turn: Turn): Promise<void> {
  const { isPersonal, actor } = turn;
  await (isPersonal
    ? conversations.noteRemoval(actor.tenantId, actor.id, clock.now())
    : groupCards?.forgetConversation(turn));
}

function refusalText({ kind, words }: Exclude<TurnReading, { readonly kind: 'turn' }>): string {
  return kind === 'other-tenant' ? words.chat.otherTenant : words.chat.whoAreYou;
}
