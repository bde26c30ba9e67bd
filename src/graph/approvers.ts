import { z } from 'zod';
import type { CatalogRole } from '../domain/approval-policy.ts';
import type { CatalogId, GroupId, UserId } from '../domain/ids.ts';
import type { DirectoryUser } from '../domain/person.ts';
import type { ApproverDirectory } from '../domain/ports.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath } from './graph-path.ts';
import { findUsers, listTransitiveUsers } from './principals.ts';
import { type HeldRole, listHeldRoles } from './role-assignments.ts';
import { UserAnswer, userFields } from './user-answer.ts';

/** A group that holds a role counts with so many of its people. */
const mostOfGroup = 999;

/** A contact can be somebody's manager, and cannot sign in. */
const Contact = z
  .object({ '@odata.type': z.literal('#microsoft.graph.orgContact') })
  .transform(() => undefined);

/** Managers, group members and holders of catalog roles, read from Graph at each call. */
export function approverDirectory(http: GraphHttp): ApproverDirectory {
  return {
    findManager: (id) => findManager(http, id),
    listGroupUsers: (id, limit) => listGroupUsers(http, id, limit),
    listCatalogRoleHolders: (catalogId, role) => listRoleHolders(http, catalogId, role),
  };
}

function findManager(http: GraphHttp, id: UserId): Promise<DirectoryUser | undefined> {
  const path = graphPath`/users/${id}/manager?$select=${userFields}`;
  const call = { operation: 'find-manager', method: 'GET', path } as const;
  return http.find(call, z.union([Contact, UserAnswer]));
}

async function listGroupUsers(
  http: GraphHttp,
  id: GroupId,
  limit: number,
): ReturnType<ApproverDirectory['listGroupUsers']> {
  const path = graphPath`/groups/${id}?$select=id,displayName`;
  const call = { operation: 'find-group-names', method: 'GET', path } as const;
  const group = await http.find(call, z.object({ displayName: z.string() }));
  const users = group && (await listTransitiveUsers(http, id, limit));
  return users && { groupName: group.displayName, users };
}

async function listRoleHolders(
  http: GraphHttp,
  catalogId: CatalogId,
  role: CatalogRole,
): Promise<readonly DirectoryUser[]> {
  const held = (await listHeldRoles(http, catalogId)).filter((one) => one.role === role);
  const perhapsUsers = held.filter(({ kind }) => kind === 'user' || kind === undefined);
  const users = await findUsers(
    http,
    perhapsUsers.map(({ principalId }) => principalId),
  );
  const people = new Map(users.map((user) => [user.id.toLowerCase(), user]));
  for (const { principalId } of held.filter((one) => isPerhapsGroup(one, people))) {
    const members = (await listTransitiveUsers(http, principalId, mostOfGroup)) ?? [];
    for (const member of members) {
      people.set(member.id.toLowerCase(), member);
    }
  }
  return [...people.values()];
}

function isPerhapsGroup(
  { kind, principalId }: HeldRole,
  people: ReadonlyMap<string, DirectoryUser>,
): boolean {
  return kind === 'group' || (kind === undefined && !people.has(principalId));
}
