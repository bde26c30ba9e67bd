import type { Activity } from 'botbuilder';
import type { TenantId, UserId } from '../domain/ids.ts';
import type { Clock, ConversationStore } from '../domain/ports.ts';
import type { Unreachable } from '../domain/posted-card.ts';
import { isProblem, isTransient } from '../domain/problem.ts';
import { welcomeCard } from './cards/help-card.ts';
import { type Address, type Connector, ConnectorError, cardActivity } from './connector.ts';
import type { Introductions } from './introductions.ts';
import type { RosterPage } from './roster-page.ts';
import type { Welcomes } from './welcomes.ts';
import { wordsForReader } from './words/choose.ts';

export interface Recipient {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  /** BCP 47, as their account has it. */
  readonly preferredLanguage?: string | undefined;
  /** Is told why, where the person cannot be reached. */
  readonly tell?: (why: Unreachable | undefined) => void;
}

/** What was sent before. */
export interface Message {
  readonly address: Address;
  readonly activityId: string;
  /** Whose own chat it stands in; they are known to be out of reach when it refuses. */
  readonly to?: Recipient | undefined;
}

export interface Delivery {
  /**
   * Where the person's 1:1 chat is, or undefined when they have not the app, have removed it or have blocked it. That
   * Microsoft Graph does not answer for now is a `ConnectorError` too.
   */
  reach(recipient: Recipient): Promise<Address | undefined>;
  /** Resolves to the new message's id, or undefined when the person cannot be reached. */
  post(
    recipient: Recipient,
    address: Address,
    activity: Partial<Activity>,
  ): Promise<string | undefined>;
  /** `gone`: the message is no longer there, or its reader has another chat now. */
  update(
    message: Message,
    activity: Partial<Activity>,
  ): Promise<'updated' | 'gone' | 'unreachable'>;
  /** One page of who is in a chat or channel; see `Connector.members`. */
  members(address: Address, continuationToken: string | undefined): Promise<RosterPage>;
}

export interface DeliveryDeps {
  readonly connector: Connector;
  readonly conversations: ConversationStore;
  readonly welcomes: Welcomes;
  readonly clock: Clock;
  /** Where a conversation is opened with somebody who never wrote. */
  readonly defaultServiceUrl: string;
  /** Absent where the app is not installed for people. */
  readonly introductions?: Introductions | undefined;
  /** For people of whom no language is known. */
  readonly defaultLanguage?: string | undefined;
  /** How often a send is tried; once inside of a turn, where somebody waits. */
  readonly attempts: number;
}

/** Messages to people, with Teams' rules for trying again. All throw `ConnectorError` when that did not help. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const { connector, conversations } = deps;
  return {
    async reach(recipient) {
      const { tenantId, userId } = recipient;
      const known = await conversations.find(tenantId, userId);
      if (known !== undefined) {
        return known;
      }
      if (await conversations.hasRemovedApp(tenantId, userId)) {
        recipient.tell?.('removed-app');
        return undefined;
      }
      return (await open(deps, recipient)) ?? introduce(deps, recipient);
    },
    async post(recipient, address, activity) {
      const id = await unlessUnreachable(recipient, () =>
        patiently(deps, () => connector.post(address, activity)),
      );
      if (id === undefined) {
        await forget(deps, recipient, address);
      }
      return id;
    },
    async update({ address, activityId, to }, activity) {
      try {
        await patiently(deps, () => connector.update(address, activityId, activity));
        return 'updated';
      } catch (error) {
        return afterRefusal(deps, { address, to }, error);
      }
    },
    members: (address, continuationToken) =>
      patiently(deps, () => connector.members(address, continuationToken)),
  };
}

async function afterRefusal(
  deps: DeliveryDeps,
  { address, to }: Pick<Message, 'address' | 'to'>,
  error: unknown,
): Promise<'gone' | 'unreachable'> {
  if (!isUnreachable(error)) {
    throw error;
  }
  to?.tell?.(whyOf(error));
  if (error.status === 404) {
    return 'gone';
  }
  const isElsewhere = to !== undefined && (await forget(deps, to, address)) === 'kept';
  return isElsewhere ? 'gone' : 'unreachable';
}

async function open(deps: DeliveryDeps, recipient: Recipient): Promise<Address | undefined> {
  const { connector, defaultServiceUrl: serviceUrl } = deps;
  return unlessUnreachable(recipient, async () => {
    const conversationId = await patiently(deps, () => connector.open(recipient, serviceUrl));
    return { serviceUrl, conversationId };
  });
}

/** Somebody without the app gets it. Teams may need a moment; until then Graph knows the name of the chat. */
async function introduce(deps: DeliveryDeps, recipient: Recipient): Promise<Address | undefined> {
  const { introductions, defaultServiceUrl: serviceUrl } = deps;
  if (introductions === undefined || !(await forNow(introductions.introduce(recipient)))) {
    return undefined;
  }
  const opened = await open(deps, recipient);
  const conversationId =
    opened?.conversationId ?? (await forNow(introductions.findChat(recipient)));
  if (conversationId === undefined) {
    return undefined;
  }
  const address = { serviceUrl, conversationId };
  await welcome(deps, recipient, address);
  return address;
}

/** What Graph cannot do for now is for callers a send that did not work: they call again. */
async function forNow<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isProblem(error) && isTransient(error)) {
      const answer = { status: undefined, code: error.code, retryAfterMs: undefined };
      throw new ConnectorError(answer, error);
    }
    throw error;
  }
}

/** Before anything else is said to somebody who never had the app; Teams tells later that it was installed. */
async function welcome(deps: DeliveryDeps, recipient: Recipient, address: Address): Promise<void> {
  const words = wordsForReader(undefined, recipient, deps.defaultLanguage);
  const activity = cardActivity(welcomeCard(words));
  await unlessUnreachable(recipient, () =>
    deps.welcomes.once(recipient, () =>
      patiently(deps, () => deps.connector.post(address, activity)),
    ),
  );
}

/** Only the chat that refused; `kept`: another one has become known in between. */
async function forget(
  { conversations }: DeliveryDeps,
  { tenantId, userId }: Recipient,
  { conversationId }: Address,
): Promise<'forgotten' | 'kept'> {
  const known = await conversations.find(tenantId, userId);
  if (known?.conversationId === conversationId) {
    await conversations.forget(tenantId, userId);
    return 'forgotten';
  }
  return known === undefined ? 'forgotten' : 'kept';
}

/** Teams asks that only these be tried again (msteams-docs conversation-messages). */
const retried: ReadonlySet<number | undefined> = new Set([412, 429, 502, 503, 504]);
const longestWaitMs = 30_000;

/** Sends so often at most, with the pauses that Teams asks for. Throws `ConnectorError` when that did not help. */
export async function patiently<T>(
  { clock, attempts }: Pick<DeliveryDeps, 'clock' | 'attempts'>,
  send: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ConnectorError) || !retried.has(error.status) || attempt >= attempts) {
        throw error;
      }
      // After a 429 the whole conversation waits, which the connector sees to.
      if (error.status !== 429) {
        await clock.sleep(Math.min(error.retryAfterMs ?? 500 * 2 ** attempt, longestWaitMs));
      }
    }
  }
}

async function unlessUnreachable<T>(
  recipient: Recipient,
  send: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    if (isUnreachable(error)) {
      recipient.tell?.(whyOf(error));
      return undefined;
    }
    throw error;
  }
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis */
const reasons: ReadonlyMap<string | undefined, Unreachable> = new Map([
  ['ConversationBlockedByUser', 'blocked'],
  ['MessageWritesBlocked', 'blocked'],
  ['BotDisabledByAdmin', 'not-permitted'],
  ['BotNotInConversationRoster', 'no-app'],
  ['ForbiddenOperationException', 'no-app'],
  ['BadArgument', 'no-app'],
]);

/** Undefined where Teams does not say. */
function whyOf({ status, code }: ConnectorError): Unreachable | undefined {
  return reasons.get(code) ?? (status === 404 ? 'chat-gone' : undefined);
}

/**
 * 403: not installed, blocked or switched off; 404: the chat is gone; 400 on opening: nobody the bot may know. All
 * last until the person does something.
 */
function isUnreachable(error: unknown): error is ConnectorError {
  return (
    error instanceof ConnectorError &&
    (error.status === 403 || error.status === 404 || error.code === 'BadArgument')
  );
}
