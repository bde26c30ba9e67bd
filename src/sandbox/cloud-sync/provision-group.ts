import type { CloudMember } from '../connect/cloud-source.ts';
import type { PresentGroup, TargetDirectory } from '../connect/target-directory.ts';
import { toWrittenGroup, type WrittenGroup } from '../connect/written-group.ts';
import type { CloudGroup } from './cloud-tenant.ts';

const universalSecurity = -2147483640;

/** What changed in Active Directory; ids are those of the cloud. */
export interface GroupChange {
  readonly isNew: boolean;
  readonly addedIds: readonly string[];
  readonly removed: number;
  /** Those who have no object there. */
  readonly skippedIds: readonly string[];
}

export interface ProvisionWish {
  readonly group: CloudGroup;
  readonly members: readonly CloudMember[];
  readonly present: PresentGroup | undefined;
  /** A call on demand adds those it names and takes nobody away. */
  readonly isComplete: boolean;
}

/** Makes one group what the cloud says, as a universal security group whatever it asks for. */
export async function provisionGroup(
  directory: TargetDirectory,
  { group, members, present, isComplete }: ProvisionWish,
): Promise<GroupChange> {
  const wanted = toCloudSyncGroup(group);
  const groupDn = present?.dn ?? (await directory.create(wanted));
  if (present !== undefined) {
    await directory.update(present, wanted);
  }
  const found = await findMembers(directory, members);
  const current = await directory.members(groupDn);
  const currentKeys = new Set(current.map((dn) => dn.toLowerCase()));
  const wantedKeys = new Set([...found.values()].map((dn) => dn.toLowerCase()));
  const fresh = [...found].filter(([, dn]) => !currentKeys.has(dn.toLowerCase()));
  const gone = isComplete ? current.filter((dn) => !wantedKeys.has(dn.toLowerCase())) : [];
  await directory.changeMembers(groupDn, 'delete', gone);
  await directory.changeMembers(
    groupDn,
    'add',
    fresh.map(([, dn]) => dn),
  );
  return {
    isNew: present === undefined,
    addedIds: fresh.map(([id]) => id),
    removed: gone.length,
    skippedIds: members.filter(({ id }) => !found.has(id)).map(({ id }) => id),
  };
}

/** `Append(Append(Left(Trim([displayName]), 51), "_"), Mid([objectId], 25, 12))`, and the marker in both attributes. */
function toCloudSyncGroup(group: CloudGroup): WrittenGroup {
  const named = toWrittenGroup({ ...group, displayName: group.displayName.trim() }, 'display-name');
  return { ...named, groupType: universalSecurity, externalId: `Group_${group.id}` };
}

/** DNs by the member's id in the cloud. */
async function findMembers(
  directory: TargetDirectory,
  members: readonly CloudMember[],
): Promise<ReadonlyMap<string, string>> {
  const sids = members.flatMap((member) => member.onPremisesSecurityIdentifier ?? []);
  const dns = await directory.dnsOf([...new Set(sids)]);
  const found = new Map<string, string>();
  for (const { id, onPremisesSecurityIdentifier: sid } of members) {
    const dn = typeof sid === 'string' ? dns.get(sid) : undefined;
    if (dn !== undefined) {
      found.set(id, dn);
    }
  }
  return found;
}
