import type { Group, OnPremisesGroupType } from '../../domain/group.ts';
import type { Directory } from '../../domain/ports.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

/**
 * Step 2: set the group to be written back to Active Directory. Set explicitly to true, because null means
 * "undecided", and with a type, because a type can never be unset again. The setting is an intent: that a sync
 * engine honours it is proven only by what appears in Active Directory.
 * https://learn.microsoft.com/graph/api/resources/groupwritebackconfiguration
 */
export async function ensureWriteback(
  directory: Directory,
  group: Pick<Group, 'id' | 'displayName'>,
  type: OnPremisesGroupType,
): Promise<StepResult<undefined>> {
  const before = await readGroup(directory, group);
  if (isWrittenBack(before)) {
    return {
      changed: false,
      summary: `${group.displayName} was set to be written back already.`,
      value: undefined,
    };
  }
  await directory.enableWriteback(group.id, before.writeback.onPremisesGroupType ?? type);
  if (!isWrittenBack(await readGroup(directory, group))) {
    throw notVisibleYet(`the writeback setting of group ${group.id}`);
  }
  return {
    changed: true,
    summary: `Set ${group.displayName} to be written back.`,
    value: undefined,
  };
}

async function readGroup(directory: Directory, { id }: Pick<Group, 'id'>): Promise<Group> {
  const group = await directory.findGroup(id);
  if (group === undefined) {
    throw notVisibleYet(`group ${id}`);
  }
  return group;
}

function isWrittenBack(group: Group): boolean {
  return group.writeback.isEnabled === true && group.writeback.onPremisesGroupType !== undefined;
}
