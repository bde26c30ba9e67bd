import { createHash } from 'node:crypto';
import type { ChatKind } from '../page/protocol.ts';
import { graphChatId, people, type SeedPerson } from '../seed.ts';

/** A 1:1 chat with the bot, a group chat or a channel of the sandbox's one team. */
export interface Conversation {
  readonly id: string;
  readonly kind: ChatKind;
  readonly name: string;
  readonly memberKeys: readonly string[];
}

export const botName = 'Writeback';

export const team = {
  id: '19:c0a8f6e24b7d4d2a9f6f0c1d2e3b4a55@thread.tacv2',
  name: 'Contoso Finance',
  aadGroupId: 'cccccccc-0000-4000-8000-000000000001',
} as const;

const groupChat: Conversation = {
  id: '19:7f1d3c5b9a2e4860b1c7d9e0f2a4b6c8@thread.v2',
  kind: 'groupChat',
  name: 'Month-end closing',
  memberKeys: ['rita', 'ben', 'ada', 'paul'],
};

const channel: Conversation = {
  id: '19:2b9e7d5c1f3a4b6c8d0e9f8a7b6c5d4e@thread.tacv2',
  kind: 'channel',
  name: 'Access requests',
  memberKeys: ['rita', 'ben', 'ada', 'paul', 'amir', 'layla'],
};

/** Every team has one, and its id stands for the team; the page does not show it, but rosters of a team are asked of it. */
const general: Conversation = { ...channel, id: team.id, name: 'General' };

export const channels = [
  { id: team.id, name: null },
  { id: channel.id, name: channel.name },
] as const;

const personal = new Map(people.map((person) => [person.key, personalChat(person)]));

const byId = new Map(
  [...personal.values(), groupChat, channel, general].map((conversation) => [
    conversation.id,
    conversation,
  ]),
);
for (const { key, objectId } of people) {
  byId.set(graphChatId(objectId), getPersonal(key));
}

/** A conversation id as the bot writes it; a thread of a channel carries `;messageid=` and the id of its first post. */
export interface Address {
  readonly conversation: Conversation;
  readonly threadId?: string;
}

/** Resolves to `undefined` when there is no such conversation. */
export function findAddress(id: string): Address | undefined {
  const [conversationId = '', threadId] = id.split(';messageid=');
  const conversation = byId.get(conversationId);
  if (conversation === undefined) {
    return undefined;
  }
  return threadId === undefined ? { conversation } : { conversation, threadId };
}

/** The chats a person sees, the one with the bot first. */
export function conversationsOf(personKey: string): readonly Conversation[] {
  return [getPersonal(personKey), groupChat, channel].filter((conversation) =>
    conversation.memberKeys.includes(personKey),
  );
}

export function getPersonal(personKey: string): Conversation {
  const conversation = personal.get(personKey);
  if (conversation === undefined) {
    throw new Error(`The sandbox knows nobody called ${personKey}.`);
  }
  return conversation;
}

/** Takes a conversation id, or `personal`, `group`, `channel` as the page's links say it. */
export function getAddress(personKey: string, place: string): Address {
  const named = new Map([
    ['personal', getPersonal(personKey).id],
    ['group', groupChat.id],
    ['channel', channel.id],
  ]);
  const address = findAddress(named.get(place) ?? place);
  if (address === undefined) {
    throw new Error(`The sandbox has no conversation ${place}.`);
  }
  if (!address.conversation.memberKeys.includes(personKey)) {
    throw new Error(`${personKey} is not in ${address.conversation.name}.`);
  }
  return address;
}

export function getPerson(key: string): SeedPerson {
  const person = people.find((candidate) => candidate.key === key);
  if (person === undefined) {
    throw new Error(`The sandbox knows nobody called ${key}.`);
  }
  return person;
}

/** Teams takes a Teams id or an Entra object id wherever it takes a member. */
export function findPerson(memberId: string): SeedPerson | undefined {
  return people.find((person) => person.teamsId === memberId || person.objectId === memberId);
}

function personalChat(person: SeedPerson): Conversation {
  const digest = createHash('sha256').update(person.objectId).digest('base64url');
  return { id: `a:1${digest}`, kind: 'personal', name: botName, memberKeys: [person.key] };
}
