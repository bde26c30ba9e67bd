import { tenantId } from '../seed.ts';
import { getPerson } from './conversations.ts';

/** A member as the roster calls of the Connector give it (TeamsChannelAccount). */
export interface Member {
  readonly id: string;
  readonly aadObjectId: string;
  readonly [field: string]: string;
}

export function toMember(key: string): Member {
  const person = getPerson(key);
  const [givenName = '', ...surname] = person.displayName.split(' ');
  return {
    id: person.teamsId,
    name: person.displayName,
    givenName,
    surname: surname.join(' '),
    email: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    objectId: person.objectId,
    aadObjectId: person.objectId,
    tenantId,
    userRole: person.userType === 'Guest' ? 'guest' : 'user',
  };
}

/** One page of the roster; the continuation token is where the next one begins. */
export function pageOf(members: readonly unknown[], query: URLSearchParams): unknown {
  const size = Math.max(1, Number(query.get('pageSize') ?? 200));
  const start = Number(query.get('continuationToken') ?? 0);
  const end = start + size;
  const page = { members: members.slice(start, end) };
  return end < members.length ? { ...page, continuationToken: String(end) } : page;
}
