import { randomUUID } from 'node:crypto';
import type { Answer, Call, Effect } from './call.ts';
import { param } from './call.ts';
import { createdAnswer } from './collection.ts';
import { refuseConflicts, refuseKind } from './group-conflicts.ts';
import { findByUniqueName, getGroupRow } from './group-lookup.ts';
import type { GroupChange, NewGroup } from './group-schema.ts';
import { readGroupChange, readNewGroup } from './group-schema.ts';
import { groupView } from './group-view.ts';
import { guidPattern } from './guids.ts';
import { addMember } from './memberships.ts';
import { newGroupProperties } from './new-group.ts';
import { badRequest, resourceMissing } from './refusal.ts';
import type { GroupProperties, GroupRow } from './rows.ts';
import type { World } from './world.ts';
import { changeWriteback, unsetWriteback } from './writeback-configuration.ts';

/** POST: a second one makes a second group, or meets the conflict of the first. */
export function createGroup(world: World, call: Call): Answer {
  return makeGroup(world, call, readNewGroup(call));
}

/** PATCH by the alternate key: with `Prefer: create-if-missing` it creates what is not there. */
export function upsertGroup(world: World, call: Call): Answer {
  const uniqueName = param(call);
  const known = findByUniqueName(world, uniqueName);
  if (known !== undefined) {
    const fixed = [
      'mailEnabled',
      'groupTypes',
      'isAssignableToRole',
      'resourceBehaviorOptions',
      'owners@odata.bind',
      'members@odata.bind',
    ];
    return changeGroup(world, known, readGroupChange(call, fixed));
  }
  if (call.headers['prefer']?.toLowerCase().includes('create-if-missing') !== true) {
    throw resourceMissing(uniqueName);
  }
  const sent = readNewGroup(call);
  if (sent.uniqueName !== undefined && sent.uniqueName !== uniqueName) {
    throw badRequest("Invalid value specified for property 'uniqueName' of resource 'Group'.");
  }
  return makeGroup(world, call, { ...sent, uniqueName });
}

/** PATCH by id; beta also takes writebackConfiguration. */
export function updateGroup(world: World, call: Call): Answer {
  return changeGroup(world, getGroupRow(world, param(call)), readGroupChange(call));
}

/** Deletes softly: the group is gone for everyone, but keeps its mailNickname. */
export function deleteGroup(world: World, call: Call): Answer {
  const group = getGroupRow(world, param(call));
  world.groups.put({ ...group, deletedAt: world.now() });
  return { status: 204, effects: [{ kind: 'group-deleted', id: group.id }] };
}

function makeGroup(world: World, call: Call, sent: NewGroup): Answer {
  const id = randomUUID();
  const now = world.now();
  const properties = newGroupProperties({ ...sent, id }, now);
  refuseKind(properties);
  refuseConflicts(world, properties);
  const ownerIds = readBound(world, sent['owners@odata.bind'] ?? []);
  const memberIds = readBound(world, sent['members@odata.bind'] ?? []);
  const change = sent.writebackConfiguration;
  const writeback =
    change === undefined ? unsetWriteback : changeWriteback(properties, unsetWriteback, change);
  const row: GroupRow = { id, createdAt: now, properties, writeback, ownerIds };
  world.groups.put(row);
  for (const userId of memberIds) {
    addMember(world, { groupId: id, userId }, now);
  }
  const effects: Effect[] = [{ kind: 'group-created', id }];
  return { ...createdAnswer(call, groupView(row, call.version), 'groups'), effects };
}

function changeGroup(world: World, group: GroupRow, change: GroupChange): Answer {
  if (group.properties.onPremisesSyncEnabled === true) {
    throw badRequest(
      'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    );
  }
  const { writebackConfiguration, ...plain } = change;
  const properties: GroupProperties = { ...group.properties, ...defined(plain) };
  refuseConflicts(world, properties);
  const writeback =
    writebackConfiguration === undefined
      ? group.writeback
      : changeWriteback(properties, group.writeback, writebackConfiguration);
  world.groups.put({ ...group, properties, writeback });
  const kind = writebackConfiguration === undefined ? 'group-updated' : 'writeback-set';
  return { status: 204, effects: [{ kind, id: group.id }] };
}

function defined(change: Omit<GroupChange, 'writebackConfiguration'>): Partial<GroupProperties> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** The ids behind `@odata.bind` links to users or service principals. */
function readBound(world: World, links: readonly string[]): readonly string[] {
  const ids = links.map(
    (link) =>
      link
        .split('/')
        .at(-1)
        ?.replace(/^\w+\('(.*)'\)$/, '$1') ?? '',
  );
  if (new Set(ids).size < ids.length) {
    throw badRequest('Request contains a property with duplicate values.');
  }
  links.forEach((link, index) => {
    const id = ids[index] ?? '';
    const isPrincipal = link.includes('/servicePrincipals/') && guidPattern.test(id);
    if (!isPrincipal && world.users.get(id) === undefined) {
      throw badRequest(resourceMissing(id).message);
    }
  });
  return ids;
}
