import type { Journal } from '../journal.ts';
import type { StoredMessage, Unread } from '../page/protocol.ts';
import { people } from '../seed.ts';
import { conversationsOf } from './conversations.ts';
import type { Messages } from './messages.ts';

const collection = 'teams-read';

/** Notes that a person has seen everything in a conversation. */
export function markRead(
  journal: Journal,
  messages: Messages,
  seen: { readonly personKey: string; readonly conversationId: string },
): void {
  const last = messages.list(seen.conversationId).at(-1)?.id;
  const key = keyOf(seen.personKey, seen.conversationId);
  if (last !== undefined && journal.get(collection, key) !== last) {
    journal.put(collection, key, last);
  }
}

/** Counts what others wrote since each person last looked. */
export function countUnread(journal: Journal, messages: Messages): Unread {
  return Object.fromEntries(people.map(({ key }) => [key, countFor(journal, messages, key)]));
}

function countFor(journal: Journal, messages: Messages, personKey: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { id } of conversationsOf(personKey)) {
    const seen = Number(journal.get<string>(collection, keyOf(personKey, id)) ?? 0);
    counts[id] = messages.list(id).filter((message) => isNews(message, personKey, seen)).length;
  }
  return counts;
}

function isNews(message: StoredMessage, personKey: string, seen: number): boolean {
  const own = message.from.kind === 'person' && message.from.key === personKey;
  return !own && Number(message.id) > seen;
}

function keyOf(personKey: string, conversationId: string): string {
  return `${personKey} ${conversationId}`;
}
