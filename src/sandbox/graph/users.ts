import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { contextOf, param } from './call.ts';
import { collectionAnswer, entityAnswer, pageAnswer } from './collection.ts';
import type { DirectorySupport } from './directory-query.ts';
import { queryDirectory } from './directory-query.ts';
import { groupView } from './group-view.ts';
import { groupIdsOf, transitiveMembersOf } from './memberships.ts';
import { badRequest, resourceMissing } from './refusal.ts';
import type { UserRow } from './rows.ts';
import { findUser, userView } from './user-view.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

const text = ['eq', 'in', 'startswith', 'endswith'];
const support: DirectorySupport = {
  resource: 'User',
  filters: {
    id: ['eq', 'in'],
    displayName: text,
    userPrincipalName: text,
    mail: text,
    mailNickname: text,
    givenName: text,
    surname: text,
    jobTitle: text,
    accountEnabled: ['eq'],
    userType: ['eq'],
    onPremisesSyncEnabled: ['eq'],
    onPremisesImmutableId: ['eq', 'in'],
    onPremisesSecurityIdentifier: ['eq', 'in'],
  },
  searchable: ['displayName', 'userPrincipalName', 'mail', 'givenName', 'surname'],
};

const CheckMemberGroups = z.object({ groupIds: z.array(z.string()).max(20) });

const permission = 'User.Read.All';

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: 'users', permission, handle: listUsers },
  { method: 'GET', path: 'users/{}', permission, handle: getUser },
  { method: 'GET', path: 'users/{}/manager', permission, handle: getManager },
  { method: 'GET', path: 'users/{}/memberOf', permission, handle: listMemberOf },
  { method: 'POST', path: 'users/{}/checkMemberGroups', permission, handle: checkMemberGroups },
  {
    method: 'POST',
    path: 'directoryObjects/{}/checkMemberGroups',
    permission,
    handle: checkMemberGroups,
  },
];

function listUsers(world: World, call: Call): Answer {
  const rows = queryDirectory(call, world.users.all(), support);
  return pageAnswer(call, { rows, tail: 'users', view: userView });
}

function getUser(world: World, call: Call): Answer {
  const user = getUserRow(world, call);
  const related = { manager: () => managerView(world, user) };
  return entityAnswer(call, { ...userView(user), related }, 'users');
}

function getUserRow(world: World, call: Call): UserRow {
  const user = findUser(world, param(call));
  if (user === undefined) {
    throw resourceMissing(param(call));
  }
  return user;
}

function getManager(world: World, call: Call): Answer {
  const manager = managerView(world, getUserRow(world, call));
  if (manager === null) {
    throw resourceMissing('manager');
  }
  return entityAnswer(call, { ...manager, typed: true }, 'directoryObjects');
}

function managerView(world: World, user: UserRow): View | null {
  const manager = world.users.get(user.managerId ?? '');
  return manager === undefined ? null : userView(manager);
}

function listMemberOf(world: World, call: Call): Answer {
  const user = getUserRow(world, call);
  const views: View[] = [];
  for (const id of groupIdsOf(world, user.id)) {
    const group = world.groups.get(id);
    if (group !== undefined && group.deletedAt === undefined) {
      views.push({ ...groupView(group, call.version), typed: true });
    }
  }
  return collectionAnswer(call, views, 'directoryObjects');
}

function checkMemberGroups(world: World, call: Call): Answer {
  const user = getUserRow(world, call);
  const asked = CheckMemberGroups.safeParse(call.body);
  if (!asked.success) {
    throw badRequest('A value is required for parameter groupIds; at most 20 ids are allowed.');
  }
  const value = asked.data.groupIds.filter((id) => {
    const group = world.groups.get(id);
    return group !== undefined && group.deletedAt === undefined && isInside(world, id, user);
  });
  const context = contextOf(call.version, 'Collection(Edm.String)');
  return { status: 200, body: { '@odata.context': context, value } };
}

function isInside(world: World, groupId: string, user: UserRow): boolean {
  return transitiveMembersOf(world, groupId).some(({ id }) => id === user.id);
}
