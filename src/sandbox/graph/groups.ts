import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { collectionAnswer, entityAnswer, isEventual, pageAnswer } from './collection.ts';
import type { DirectorySupport } from './directory-query.ts';
import { queryDirectory } from './directory-query.ts';
import { findByUniqueName, getGroupRow } from './group-lookup.ts';
import { groupView } from './group-view.ts';
import { createGroup, deleteGroup, updateGroup, upsertGroup } from './group-writes.ts';
import { membersOf, nestedGroupsOf, transitiveMembersOf } from './memberships.ts';
import { refuse, resourceMissing } from './refusal.ts';
import { isIndexed, isReplicaBehind } from './replicas.ts';
import { userView } from './user-view.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

const text = ['eq', 'in', 'startswith'];
const support: DirectorySupport = {
  resource: 'Group',
  filters: {
    id: ['eq', 'in'],
    displayName: text,
    description: ['eq', 'startswith'],
    mail: [...text, 'endswith'],
    mailNickname: text,
    uniqueName: ['eq', 'in', 'startswith'],
    groupTypes: ['any'],
    mailEnabled: ['eq'],
    securityEnabled: ['eq'],
    isAssignableToRole: ['eq'],
    onPremisesSyncEnabled: ['eq'],
    visibility: ['eq'],
  },
  searchable: ['displayName', 'description', 'mail', 'mailNickname'],
};

const read = 'Group.Read.All';
const write = 'Group.ReadWrite.All';

export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: 'groups', permission: read, handle: listGroups },
  { method: 'POST', path: 'groups', permission: write, handle: createGroup },
  { method: 'GET', path: 'groups/{}', permission: read, handle: getGroup },
  { method: 'PATCH', path: 'groups/{}', permission: write, handle: updateGroup },
  { method: 'DELETE', path: 'groups/{}', permission: write, handle: deleteGroup },
  { method: 'GET', path: 'groups(uniqueName)', permission: read, handle: getByUniqueName },
  { method: 'PATCH', path: 'groups(uniqueName)', permission: write, handle: upsertGroup },
  { method: 'GET', path: 'groups/{}/members', permission: read, handle: listMembers },
  {
    method: 'GET',
    path: 'groups/{}/transitiveMembers/microsoft.graph.user',
    permission: 'GroupMember.Read.All',
    handle: listTransitiveUsers,
  },
  { method: 'GET', path: 'groups/{}/owners', permission: read, handle: listOwners },
  {
    method: 'GET',
    path: 'directory/deletedItems/microsoft.graph.group',
    permission: read,
    handle: listDeleted,
  },
];

function listGroups(world: World, call: Call): Answer {
  const eventual = isEventual(call);
  const known = world.groups.all().filter((row) => {
    const isThere = eventual ? isIndexed(world, row) : !isReplicaBehind(world, row);
    return row.deletedAt === undefined && isThere;
  });
  const rows = queryDirectory(call, known, support);
  return pageAnswer(call, { rows, tail: 'groups', view: (row) => groupView(row, call.version) });
}

function getGroup(world: World, call: Call): Answer {
  return entityAnswer(call, groupView(getGroupRow(world, param(call)), call.version), 'groups');
}

function getByUniqueName(world: World, call: Call): Answer {
  const group = findByUniqueName(world, param(call));
  if (group === undefined || isReplicaBehind(world, group)) {
    throw resourceMissing(param(call));
  }
  return entityAnswer(call, groupView(group, call.version), 'groups');
}

function listMembers(world: World, call: Call): Answer {
  const { id } = getGroupRow(world, param(call));
  const users = membersOf(world, id).map((row) => userView(row));
  const groups = nestedGroupsOf(world, id).map((row) => groupView(row, call.version));
  const views = [...users, ...groups].map((view): View => ({ ...view, typed: true }));
  return collectionAnswer(call, views, 'directoryObjects');
}

/** A collection cast to one type is an advanced query. */
function listTransitiveUsers(world: World, call: Call): Answer {
  const { id } = getGroupRow(world, param(call));
  if (!isEventual(call) || !call.query.count) {
    const message =
      'Request with OData cast only works through MSGraph with $count=true and the request header ConsistencyLevel: eventual.';
    throw refuse(400, 'Request_UnsupportedQuery', message);
  }
  const rows = transitiveMembersOf(world, id);
  return pageAnswer(call, { rows, tail: 'users', view: userView });
}

function listOwners(world: World, call: Call): Answer {
  const views = getGroupRow(world, param(call)).ownerIds.map((id): View => {
    const user = world.users.get(id);
    return user === undefined
      ? { type: 'servicePrincipal', properties: { id }, typed: true }
      : { ...userView(user), typed: true };
  });
  return collectionAnswer(call, views, 'directoryObjects');
}

function listDeleted(world: World, call: Call): Answer {
  const rows = world.groups.all().filter((row) => row.deletedAt !== undefined);
  return pageAnswer(call, { rows, tail: 'groups', view: (row) => groupView(row, call.version) });
}
