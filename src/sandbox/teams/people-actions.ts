import type { Clock } from '../../domain/ports.ts';
import type { ActionCommand, SearchOutcome, StoredMessage } from '../page/protocol.ts';
import {
  type Activity,
  type Invoke,
  invokeActivity,
  messageActivity,
  reachesBot,
  type Scene,
  submitActivity,
  withMention,
} from './activities.ts';
import { deliver, type HttpAnswer, isAccepted } from './bot-link.ts';
import { toSearchOutcome } from './card-outcome.ts';
import { type Address, findAddress, getAddress, getPerson } from './conversations.ts';
import type { Locales } from './locales.ts';
import type { Messages } from './messages.ts';
import { isPeopleSearch, type SearchQuery, searchPeople } from './people-search.ts';
import type { SentFiles } from './sent-files.ts';

export interface ActionDeps {
  readonly messages: Messages;
  readonly locales: Locales;
  readonly clock: Clock;
  readonly serviceUrl: string;
  readonly botEndpoint: () => string;
  /** `twice` delivers everything a second time, as Teams does to a bot it takes for slow. */
  readonly delivery: { twice: boolean };
  readonly sentFiles: SentFiles;
  /** Of the app that is installed everywhere here. */
  readonly commands: readonly ActionCommand[];
}

export interface Said {
  readonly place: string;
  readonly text: string;
  /** Of files in group chats and channels Teams tells a bot nothing. */
  readonly file?: { readonly name: string; readonly text: string } | undefined;
}

/** A person writes into a chat; `place` is a conversation id or `personal`, `group`, `channel`. */
export async function say(deps: ActionDeps, personKey: string, message: Said): Promise<HttpAnswer> {
  const attachments = message.file === undefined ? [] : [deps.sentFiles.keep(message.file)];
  const address = getAddress(personKey, message.place);
  const text = withMention(message.text);
  const stored = deps.messages.post({
    ...placeOf(address),
    from: { kind: 'person', key: personKey },
    text,
    attachments,
  });
  if (!reachesBot(address, text)) {
    return { status: 0, body: undefined };
  }
  const scene = sceneOf(deps, personKey, threadOf(address, stored));
  const heard = address.conversation.kind === 'personal' ? attachments : [];
  const activity = messageActivity(scene, { id: stored.id, text, attachments: heard });
  const answer = await send(deps, activity);
  if (!isAccepted(answer)) {
    deps.messages.edit(stored, { undelivered: true });
  }
  return answer;
}

/** A person clicks or a card refreshes itself: an invoke about the message that carries the card. */
export async function invoke(
  deps: ActionDeps,
  personKey: string,
  call: Invoke & { readonly replyToId: string },
): Promise<HttpAnswer> {
  const address = addressOfMessage(deps, personKey, call.replyToId);
  return send(deps, invokeActivity(sceneOf(deps, personKey, address), call));
}

/** A person presses an Action.Submit. */
export async function submit(
  deps: ActionDeps,
  personKey: string,
  pressed: { readonly messageId: string; readonly value: unknown },
): Promise<HttpAnswer> {
  const address = addressOfMessage(deps, personKey, pressed.messageId);
  return send(
    deps,
    submitActivity(sceneOf(deps, personKey, address), pressed.value, pressed.messageId),
  );
}

/** A person types into a choice set with Data.Query. */
export async function search(
  deps: ActionDeps,
  personKey: string,
  typed: SearchQuery & { readonly messageId: string },
): Promise<SearchOutcome> {
  const { conversation } = addressOfMessage(deps, personKey, typed.messageId);
  if (isPeopleSearch(typed)) {
    return { kind: 'choices', choices: searchPeople(typed, conversation) };
  }
  const value = {
    kind: 'search',
    queryText: typed.filter,
    queryOptions: { skip: 0, top: 15 },
    dataset: typed.dataset,
  };
  return toSearchOutcome(
    await invoke(deps, personKey, {
      name: 'application/search',
      value,
      replyToId: typed.messageId,
    }),
  );
}

async function send(deps: ActionDeps, activity: Activity): Promise<HttpAnswer> {
  const first = deliver(deps.botEndpoint, activity);
  const second = deps.delivery.twice ? deliver(deps.botEndpoint, activity) : undefined;
  await second;
  return first;
}

export function sceneOf(deps: ActionDeps, personKey: string, address: Address): Scene {
  return {
    person: getPerson(personKey),
    address,
    now: deps.clock.now(),
    serviceUrl: deps.serviceUrl,
    locale: deps.locales.localeOf(personKey),
  };
}

/** Throws where the person is not in the conversation of the message. */
export function addressOfMessage(deps: ActionDeps, personKey: string, messageId: string): Address {
  const message = deps.messages.findAnywhere(messageId);
  if (message === undefined) {
    throw new Error(`There is no message ${messageId}.`);
  }
  return threadOf(getAddress(personKey, message.conversationId), message);
}

/** In a channel every message belongs to a thread, the first one to the thread it begins. */
function threadOf(address: Address, message: StoredMessage): Address {
  if (address.conversation.kind !== 'channel') {
    return address;
  }
  return { conversation: address.conversation, threadId: message.threadId ?? message.id };
}

function placeOf({
  conversation,
  threadId,
}: Address): Pick<StoredMessage, 'conversationId' | 'threadId'> {
  return threadId === undefined
    ? { conversationId: conversation.id }
    : { conversationId: conversation.id, threadId };
}

/** The messages of a conversation, or of one thread of a channel. */
export function listMessages(messages: Messages, conversationId: string): readonly StoredMessage[] {
  const address = findAddress(conversationId);
  if (address === undefined) {
    return [];
  }
  const all = messages.list(address.conversation.id);
  return address.threadId === undefined
    ? all
    : all.filter((message) => (message.threadId ?? message.id) === address.threadId);
}
