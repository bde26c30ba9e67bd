import { z } from 'zod';
import type { Choice } from '../page/protocol.ts';
import { people, type SeedPerson } from '../seed.ts';
import type { Conversation } from './conversations.ts';

const dataset = 'graph.microsoft.com/users';
const longestList = 15;

export const SearchQuery = z.object({ dataset: z.string(), filter: z.string() });
export type SearchQuery = z.infer<typeof SearchQuery>;

/** The people picker is the client's own affair in Teams: the bot never sees these searches. */
export function isPeopleSearch(query: SearchQuery): boolean {
  return query.dataset.split('?')[0] === dataset;
}

/**
 * Finds people by name or user principal name; the value is the Entra object id. The whole organization can be
 * searched in a 1:1 chat only, elsewhere `?scope=currentContext` finds the members (msteams-docs people-picker.md).
 */
export function searchPeople(query: SearchQuery, conversation: Conversation): readonly Choice[] {
  const hereOnly = query.dataset.includes('scope=currentContext');
  if (conversation.kind !== 'personal' && !hereOnly) {
    return [];
  }
  const words = query.filter.toLowerCase().split(/\s+/u);
  return people
    .filter((person) => !hereOnly || conversation.memberKeys.includes(person.key))
    .filter((person) => words.every((word) => textOf(person).includes(word)))
    .slice(0, longestList)
    .map((person) => ({ title: titleOf(person), value: person.objectId }));
}

function textOf(person: SeedPerson): string {
  return titleOf(person).toLowerCase();
}

function titleOf(person: SeedPerson): string {
  return `${person.displayName} (${person.userPrincipalName})`;
}
