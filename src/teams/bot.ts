import { type Activity, type InvokeResponse, TeamsActivityHandler, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { answerAction, CardAction, type CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { welcomeCard } from './cards/help-card.ts';
import { answerCommand, type Reply } from './commands.ts';
import { ConnectorError, cardActivity } from './connector.ts';
import type { Delivery } from './delivery.ts';
import type { ChatDeps } from './deps.ts';
import { answerInvoke, invokeError, invokeMessage } from './invokes.ts';
import { readTurn, type Turn, type TurnReading, toReference } from './turn.ts';

export interface BotDeps extends ChatDeps {
  /** For private answers to what was said in a group; one try, since the turn is waiting. */
  readonly deliveryFrom: (serviceUrl: string) => Delivery;
  readonly allowedTenants: readonly string[] | undefined;
}

const SubmitValue = z.looseObject({ verb: z.string() });

/** What people say and click, and the app coming and going; the class is what the SDK asks for. */
export class WritebackBot extends TeamsActivityHandler {
  readonly #deps: BotDeps;

  constructor(deps: BotDeps) {
    super();
    this.#deps = deps;
    this.onMessage((context, next) => this.#withTurn(context, next, answerMessage));
    this.onInstallationUpdateAdd((context, next) => this.#withTurn(context, next, welcome));
    this.onConversationUpdate((context, next) => this.#withTurn(context, next, remember));
    this.onInstallationUpdateRemove((context, next) => this.#withTurn(context, next, forget));
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const deps = this.#deps;
    const { name } = context.activity;
    const value: unknown = context.activity.value;
    const reading = readTurn(context.activity, deps.allowedTenants);
    if (reading.kind !== 'turn') {
      return invokeMessage(refusalText(reading));
    }
    try {
      if (name !== 'application/search') {
        await remember(deps, reading.turn);
      }
      return await answerInvoke(deps, reading.turn, { name, value });
    } catch (error) {
      deps.log.error({ invoke: name, ...describeError(error) }, 'an invoke failed');
      return invokeError(500, 'ServiceError', reading.turn.words.chat.defect);
    }
  }

  async #withTurn(
    context: TurnContext,
    next: () => Promise<void>,
    answer: (deps: BotDeps, turn: Turn, context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const reading = readTurn(context.activity, this.#deps.allowedTenants);
    if (reading.kind === 'turn') {
      await answer(this.#deps, reading.turn, context);
    } else if (context.activity.type === 'message') {
      await context.sendActivity(refusalText(reading));
    }
    await next();
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
  await remember(deps, turn);
  const value = SubmitValue.safeParse(context.activity.value);
  if (value.success) {
    const action = CardAction.safeParse({ verb: value.data.verb, data: value.data });
    const answer: CardAnswer = action.success
      ? await answerAction(deps, turn, action.data)
      : { kind: 'message', text: turn.words.chat.badClick };
    return say(context, answer, turn);
  }
  const reply = await answerCommand(deps, turn, textOf(context));
  await deliverReply(deps, turn, { context, reply });
}

/** An old client's click: the form is corrected where it stands, everything else is answered by a message. */
async function say(context: TurnContext, answer: CardAnswer, { replyToId }: Turn): Promise<void> {
  if (answer.kind === 'message') {
    await context.sendActivity(answer.text);
    return;
  }
  const activity = cardActivity(answer.card);
  if (answer.isForm === true && replyToId !== undefined) {
    await context.updateActivity({ ...activity, id: replyToId });
    return;
  }
  await context.sendActivity(activity);
}

async function deliverReply(
  deps: BotDeps,
  turn: Turn,
  { context, reply }: { readonly context: TurnContext; readonly reply: Reply },
): Promise<void> {
  const activity = toActivity(reply.content);
  if (turn.isPersonal || !reply.isPrivate) {
    await context.sendActivity(activity);
    return;
  }
  const delivery = deps.deliveryFrom(turn.address.serviceUrl);
  const recipient = { tenantId: turn.actor.tenantId, userId: turn.actor.id };
  const address = await delivery.reach(recipient);
  const id = address && (await delivery.post(recipient, address, activity));
  const { sentPrivately, addMeFirst } = turn.words.chat;
  await context.sendActivity(id === undefined ? addMeFirst : sentPrivately);
}

function toActivity(content: AdaptiveCard | string): Partial<Activity> {
  return typeof content === 'string' ? { type: 'message', text: content } : cardActivity(content);
}

function textOf({ activity }: TurnContext): string {
  const text: unknown = TurnContext.removeRecipientMention({
    ...activity,
    text: activity.text ?? '',
  });
  return typeof text === 'string' ? text : '';
}

/** Not every activity tells the language and the time zone; what was told before is kept then. */
async function remember({ conversations }: BotDeps, turn: Turn): Promise<void> {
  if (!turn.isPersonal) {
    return;
  }
  const reference = toReference(turn);
  const isWhole = turn.locale !== undefined && turn.timeZone !== undefined;
  const { tenantId, userId } = reference;
  const before = isWhole ? undefined : await conversations.find(tenantId, userId);
  await conversations.remember({
    ...reference,
    locale: turn.locale ?? before?.locale,
    timeZone: turn.timeZone ?? before?.timeZone,
  });
}

async function welcome(deps: BotDeps, turn: Turn, context: TurnContext): Promise<void> {
  await remember(deps, turn);
  const { tenantId, id } = turn.actor;
  if (turn.isPersonal && (await deps.conversations.claimWelcome(tenantId, id))) {
    await context.sendActivity(cardActivity(welcomeCard(turn.words)));
  }
}

async function forget({ conversations }: BotDeps, { isPersonal, actor }: Turn): Promise<void> {
  if (isPersonal) {
    await conversations.forget(actor.tenantId, actor.id);
  }
}

function refusalText({ kind, words }: Exclude<TurnReading, { readonly kind: 'turn' }>): string {
  return kind === 'other-tenant' ? words.chat.otherTenant : words.chat.whoAreYou;
}
