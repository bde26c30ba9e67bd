import type { CloudMember, CloudSource } from './cloud-source.ts';
import type { PresentGroup, TargetDirectoryOptions } from './target-directory.ts';
import { TargetDirectory } from './target-directory.ts';
import type { Naming, WrittenGroup } from './written-group.ts';
import { isInScope, toWrittenGroup } from './written-group.ts';

/** What the cloud looked like when the cycle began; later changes wait for the next cycle. */
export interface Snapshot {
  readonly cloudIds: ReadonlySet<string>;
  readonly groups: readonly WrittenGroup[];
  readonly membersOf: ReadonlyMap<string, readonly CloudMember[]>;
}

/** What an export changed. */
export interface ExportStatistics {
  readonly created: number;
  readonly deleted: number;
  readonly membersAdded: number;
  readonly membersRemoved: number;
  /** Members that have no object in this directory. */
  readonly membersSkipped: number;
}

export async function importSnapshot(source: CloudSource, naming: Naming): Promise<Snapshot> {
  const all = await source.groups();
  const groups = all.filter(isInScope).map((group) => toWrittenGroup(group, naming));
  const membersOf = new Map<string, readonly CloudMember[]>();
  for (const { id } of groups) {
    membersOf.set(id, [...(await source.members(id))]);
  }
  return { cloudIds: new Set(all.map(({ id }) => id.toLowerCase())), groups, membersOf };
}

/** Makes the directory what the snapshot says, whatever somebody changed there by hand. */
export async function exportSnapshot(
  snapshot: Snapshot,
  options: TargetDirectoryOptions,
): Promise<ExportStatistics> {
  const directory = await TargetDirectory.open(options);
  try {
    return await exportTo(directory, snapshot);
  } finally {
    await directory.close();
  }
}

async function exportTo(directory: TargetDirectory, snapshot: Snapshot): Promise<ExportStatistics> {
  const present = await directory.presentGroups();
  const userDns = await directory.dnsOf(securityIdentifiers(snapshot));
  const groupDns = await ensureGroups(directory, snapshot.groups, present);
  const members = { membersAdded: 0, membersRemoved: 0, membersSkipped: 0 };
  for (const { id } of snapshot.groups) {
    const wanted = new Map<string, string>();
    for (const member of snapshot.membersOf.get(id) ?? []) {
      const sid = member.onPremisesSecurityIdentifier;
      const dn = typeof sid === 'string' ? userDns.get(sid) : groupDns.get(member.id.toLowerCase());
      if (dn === undefined) {
        members.membersSkipped += 1;
      } else {
        wanted.set(dn.toLowerCase(), dn);
      }
    }
    const changed = await ensureMembers(directory, groupDns.get(id) ?? '', wanted);
    members.membersAdded += changed.added;
    members.membersRemoved += changed.removed;
  }
  const created = snapshot.groups.filter(({ id }) => !present.has(id)).length;
  const deleted = await removeDeleted(directory, snapshot, present);
  return { created, deleted, ...members };
}

function securityIdentifiers({ membersOf }: Snapshot): readonly string[] {
  const sids = [...membersOf.values()].flat().map((member) => member.onPremisesSecurityIdentifier);
  return [...new Set(sids.filter((sid) => typeof sid === 'string'))];
}

async function ensureGroups(
  directory: TargetDirectory,
  groups: readonly WrittenGroup[],
  present: ReadonlyMap<string, PresentGroup>,
): Promise<ReadonlyMap<string, string>> {
  const dns = new Map([...present].map(([id, { dn }]) => [id, dn]));
  for (const group of groups) {
    const existing = present.get(group.id);
    if (existing === undefined) {
      dns.set(group.id, await directory.create(group));
    } else {
      await directory.update(existing, group);
    }
  }
  return dns;
}

async function ensureMembers(
  directory: TargetDirectory,
  groupDn: string,
  wanted: ReadonlyMap<string, string>,
): Promise<{ readonly added: number; readonly removed: number }> {
  const current = await directory.members(groupDn);
  const currentKeys = new Set(current.map((dn) => dn.toLowerCase()));
  const gone = current.filter((dn) => !wanted.has(dn.toLowerCase()));
  const fresh = [...wanted].filter(([key]) => !currentKeys.has(key)).map(([, dn]) => dn);
  await directory.changeMembers(groupDn, 'delete', gone);
  await directory.changeMembers(groupDn, 'add', fresh);
  return { added: fresh.length, removed: gone.length };
}

/** Only groups that the cloud does not have any more; switching writeback off leaves the object where it is. */
async function removeDeleted(
  directory: TargetDirectory,
  { cloudIds }: Snapshot,
  present: ReadonlyMap<string, PresentGroup>,
): Promise<number> {
  const gone = [...present.values()].filter(({ id }) => !cloudIds.has(id));
  for (const { dn } of gone) {
    await directory.remove(dn);
  }
  return gone.length;
}
