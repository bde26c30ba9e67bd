import type { Group } from '../../domain/group.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Directory } from '../../domain/ports.ts';
import { Problem } from '../../domain/problem.ts';
import { isInScope, type ProvisioningJob } from '../../domain/provisioning.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

/**
 * Step 2: set the group to be written back to Active Directory. Set explicitly to true, because null means
 * "undecided", and with a type, because a type can never be unset again. The setting is an intent: that a sync
 * engine honours it is proven only by what appears in Active Directory.
 * https://learn.microsoft.com/graph/api/resources/groupwritebackconfiguration
 *
 * Only Connect follows this setting. For Cloud Sync the scope of its job decides, so nothing is set (another engine
 * would write the group a second time), unless the scope itself asks for the setting. Throws `group-out-of-scope`.
 */
export async function ensureWriteback(
  directory: Directory,
  group: Pick<Group, 'id' | 'displayName'>,
  { engine, onPremisesGroupType: type }: Pick<Plan['writeback'], 'engine' | 'onPremisesGroupType'>,
): Promise<StepResult<undefined>> {
  const { cloudSync } = engine === 'cloud-sync' ? await directory.getWritebackTenant() : {};
  if (engine === 'cloud-sync' && !wantsSetting(cloudSync)) {
    return confirmScope(group, cloudSync);
  }
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

/** A scope may filter by the group's own setting, the attribute `isWritebackEnabled`. */
function wantsSetting(job: ProvisioningJob | undefined): boolean {
  return (
    job?.scope.kind === 'filtered' && job.scope.attributes.some((name) => /writeback/i.test(name))
  );
}

function confirmScope(
  { id, displayName }: Pick<Group, 'id' | 'displayName'>,
  job: ProvisioningJob | undefined,
): StepResult<undefined> {
  const isWritten = job === undefined ? undefined : isInScope(job, id);
  if (isWritten === false) {
    throw new Problem('group-out-of-scope', {
      detail: `${id} is not in the scope of ${job?.jobId}`,
    });
  }
  const summary =
    isWritten === true
      ? `${displayName} is in the scope of Cloud Sync already.`
      : `${displayName} is left to Cloud Sync, whose own rules decide.`;
  return { changed: false, summary, value: undefined };
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
