import type { ChatKind } from '../page/protocol.ts';
import { tenantId } from '../seed.ts';
import { getPerson } from './conversations.ts';
import { badArgument } from './refusal.ts';

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

/** Of those who are asked for: fewer than 50 count as 50, more than 500 as 500. */
const pageSizes = { least: 50, usual: 200, most: 500 } as const;

/**
 * One page of the roster of a team or channel; a chat is always given as a whole. The continuation token is where the
 * next page begins, and nothing a bot could make up. (msteams-docs bots/how-to/get-teams-context.md)
 */
export function pageOf(
  members: readonly unknown[],
  kind: ChatKind,
  query: URLSearchParams,
): unknown {
  if (kind !== 'channel') {
    return { members };
  }
  const start = startOf(query.get('continuationToken'));
  const asked = Number(query.get('pageSize') ?? pageSizes.usual);
  const end = start + Math.min(Math.max(asked, pageSizes.least), pageSizes.most);
  const page = { members: members.slice(start, end) };
  return end < members.length ? { ...page, continuationToken: toToken(end) } : page;
}

function toToken(start: number): string {
  return Buffer.from(`after ${start}`).toString('base64url');
}

function startOf(token: string | null): number {
  if (token === null) {
    return 0;
  }
  const said = /^after (\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (said === null) {
    throw badArgument('The continuation token is not valid.');
  }
  return Number(said[1]);
}
