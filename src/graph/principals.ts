import { z } from 'zod';
import { GroupId } from '../domain/ids.ts';
import type { DirectoryUser } from '../domain/person.ts';
import { collect } from './collect.ts';
import type { GraphCall } from './graph-call.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath } from './graph-path.ts';
import { inClauses } from './in-clauses.ts';
import { UserAnswer, userFields } from './user-answer.ts';

const largestPage = 999;

const GroupName = z.object({ id: GroupId, displayName: z.string() });
export type GroupName = z.infer<typeof GroupName>;

/** Those of the ids that are users, in no particular order. */
export async function findUsers(
  http: GraphHttp,
  ids: readonly string[],
): Promise<readonly DirectoryUser[]> {
  const found: DirectoryUser[] = [];
  for (const some of inClauses(ids)) {
    const path = graphPath`/users?$filter=id in (${some})&$select=${userFields}`;
    const call = { operation: 'find-users', method: 'GET', path } as const;
    const { value } = await http.fetch(call, z.object({ value: z.array(UserAnswer) }));
    found.push(...value);
  }
  return found;
}

/** Those of the ids that are groups, in no particular order. */
export async function findGroupNames(
  http: GraphHttp,
  ids: readonly string[],
): Promise<readonly GroupName[]> {
  const found: GroupName[] = [];
  for (const some of inClauses(ids)) {
    const path = graphPath`/groups?$filter=id in (${some})&$select=id,displayName`;
    const call = { operation: 'find-group-names', method: 'GET', path } as const;
    const { value } = await http.fetch(call, z.object({ value: z.array(GroupName) }));
    found.push(...value);
  }
  return found;
}

/**
 * Users in the group, nested ones too, at most `limit`; undefined when it does not exist. To ask for users alone is
 * an advanced query, which wants the header and the count. https://learn.microsoft.com/graph/aad-advanced-queries
 */
export async function listTransitiveUsers(
  http: GraphHttp,
  groupId: string,
  limit: number,
): Promise<readonly DirectoryUser[] | undefined> {
  const top = String(Math.max(1, Math.min(limit, largestPage)));
  const call: GraphCall = {
    operation: 'list-group-users',
    method: 'GET',
    path: graphPath`/groups/${groupId}/transitiveMembers/microsoft.graph.user?$count=true&$select=${userFields}&$top=${top}`,
    headers: { ConsistencyLevel: 'eventual' },
  };
  const found = await collect(http.list(call, UserAnswer), limit);
  return found?.slice(0, limit);
}
