import { z } from 'zod';
import { UserId } from '../domain/ids.ts';
import type { DirectoryUser } from '../domain/person.ts';
import type { Directory } from '../domain/ports.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';

const fields =
  'id,displayName,userPrincipalName,userType,accountEnabled,onPremisesSyncEnabled,onPremisesDistinguishedName,onPremisesSecurityIdentifier,onPremisesImmutableId';

/** Longer than any user principal name; such text names nobody, and would only make a URL that Graph refuses. */
const longestName = 256;

const UserAnswer = z
  .object({
    id: UserId,
    displayName: z.string().nullish(),
    userPrincipalName: z.string(),
    userType: z.string().nullish(),
    accountEnabled: z.boolean().nullish(),
    onPremisesSyncEnabled: z.boolean().nullish(),
    onPremisesDistinguishedName: z.string().nullish(),
    onPremisesSecurityIdentifier: z.string().nullish(),
    onPremisesImmutableId: z.string().nullish(),
  })
  .transform(toUser);

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
  const path = graphPath`/users/${id}?$select=${fields}`;
  return http.find({ operation: 'find-user', method: 'GET', path }, UserAnswer);
}

/** Asks by filter, because a name with `#` or a leading `$` cannot stand in the path. */
async function findUserByName(http: GraphHttp, text: string): Promise<DirectoryUser | undefined> {
  const id = UserId.safeParse(text);
  if (id.success) {
    return findUser(http, id.data);
  }
  if (!text.includes('@') || text.length > longestName) {
    return undefined;
  }
  const path = graphPath`/users?$filter=userPrincipalName eq ${literal(text)}&$select=${fields}`;
  const call = { operation: 'find-user-by-name', method: 'GET', path } as const;
  const { value } = await http.fetch(call, z.object({ value: z.array(UserAnswer) }));
  return value[0];
}

function toUser(answer: {
  readonly id: UserId;
  readonly displayName?: string | null | undefined;
  readonly userPrincipalName: string;
  readonly userType?: string | null | undefined;
  readonly accountEnabled?: boolean | null | undefined;
  readonly onPremisesSyncEnabled?: boolean | null | undefined;
  readonly onPremisesDistinguishedName?: string | null | undefined;
  readonly onPremisesSecurityIdentifier?: string | null | undefined;
  readonly onPremisesImmutableId?: string | null | undefined;
}): DirectoryUser {
  return {
    id: answer.id,
    displayName: answer.displayName ?? answer.userPrincipalName,
    userPrincipalName: answer.userPrincipalName,
    userType: answer.userType?.toLowerCase() === 'guest' ? 'Guest' : 'Member',
    accountEnabled: answer.accountEnabled ?? false,
    onPremises:
      answer.onPremisesSyncEnabled === true
        ? {
            securityIdentifier: answer.onPremisesSecurityIdentifier ?? undefined,
            immutableId: answer.onPremisesImmutableId ?? undefined,
            distinguishedName: answer.onPremisesDistinguishedName ?? undefined,
          }
        : undefined,
  };
}
