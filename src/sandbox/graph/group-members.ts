import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { param } from './call.ts';
import { getGroupRow } from './group-lookup.ts';
import { addMember, endMember, isMember } from './memberships.ts';
import { badRequest, resourceMissing } from './refusal.ts';
import type { World } from './world.ts';

const Reference = z.object({ '@odata.id': z.string() });
const permission = 'Group.ReadWrite.All';

export const groupMemberRoutes: readonly Route[] = [
  { method: 'POST', path: 'groups/{}/members/$ref', permission, handle: addReference },
  { method: 'DELETE', path: 'groups/{}/members/{}/$ref', permission, handle: removeReference },
];

function addReference(world: World, call: Call): Answer {
  const group = getGroupRow(world, param(call));
  const sent = Reference.safeParse(call.body);
  const userId = sent.success ? (sent.data['@odata.id'].split('/').at(-1) ?? '') : '';
  const isGroup = world.groups.get(userId) !== undefined;
  if (world.users.get(userId) === undefined && !isGroup) {
    throw resourceMissing(userId);
  }
  if (isGroup && group.properties.groupTypes.includes('Unified')) {
    throw badRequest('Unsupported type. Group objects cannot be members of a Microsoft 365 group.');
  }
  if (group.properties.groupTypes.includes('DynamicMembership')) {
    throw badRequest(
      'Insufficient privileges to complete the operation: the membership of a dynamic group follows its rule.',
    );
  }
  if (isMember(world, group.id, userId)) {
    throw badRequest(
      "One or more added object references already exist for the following modified properties: 'members'.",
    );
  }
  addMember(world, { groupId: group.id, userId }, world.now());
  return { status: 204, effects: [{ kind: 'member-added', id: `${group.id}/${userId}` }] };
}

function removeReference(world: World, call: Call): Answer {
  const group = getGroupRow(world, param(call));
  const userId = param(call, 1);
  if (!isMember(world, group.id, userId)) {
    throw resourceMissing(userId);
  }
  endMember(world, { groupId: group.id, userId }, world.now());
  return { status: 204, effects: [{ kind: 'member-removed', id: `${group.id}/${userId}` }] };
}
