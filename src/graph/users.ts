import { z } from 'zod';
import { UserId } from '../domain/ids.ts';
import type { DirectoryUser } from '../domain/person.ts';
import type { Directory } from '../domain/ports.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';
import { UserAnswer, userFields } from './user-answer.ts';

/** Longer than any user principal name; such text names nobody, and would only make a URL that Graph refuses. */
const longestName = 256;

/** https://learn.microsoft.com/graph/api/user-get */
export function users(
  http: GraphHttp,
): Pick<Directory, 'findUser' | 'findUserByName' | 'isMember'> {
  return {
    findUser: (id) => findUser(http, id),
    findUserByName: (text) => findUserByName(http, text.trim()),
    isMember: async (userId, groupId) => {
      const call = {
        operation: 'is-member',
        method: 'POST',
        path: graphPath`/users/${userId}/checkMemberGroups`,
        body: { groupIds: [groupId] },
        onlyReads: true,
      } as const;
      const { value } = await http.fetch(call, z.object({ value: z.array(z.string()) }));
      return value.some((id) => id.toLowerCase() === groupId.toLowerCase());
    },
  };
}

function findUser(http: GraphHttp, id: UserId): Promise<DirectoryUser | undefined> {
  const path = graphPath`/users/${id}?$select=${userFields}`;
  return http.find({ operation: 'find-user', method: 'GET', path }, UserAnswer);
}

/**
 * Asks by filter, because a name with `#` or a leading `$` cannot stand in the path. Who signs in with the text goes
 * before whoever has it as an address alone.
 */
async function findUserByName(http: GraphHttp, text: string): Promise<DirectoryUser | undefined> {
  const id = UserId.safeParse(text);
  if (id.success) {
    return findUser(http, id.data);
  }
  if (!text.includes('@') || text.length > longestName) {
    return undefined;
  }
  const wanted = literal(text);
  const path = graphPath`/users?$filter=userPrincipalName eq ${wanted} or mail eq ${wanted}&$select=${userFields}`;
  const call = { operation: 'find-user-by-name', method: 'GET', path } as const;
  const { value } = await http.fetch(call, z.object({ value: z.array(UserAnswer) }));
  const named = value.find(
    ({ userPrincipalName }) => userPrincipalName.toLowerCase() === text.toLowerCase(),
  );
  const [addressed, ...others] = value;
  return named ?? (others.length === 0 ? addressed : undefined);
}
