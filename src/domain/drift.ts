import type { DriftFinding } from './drift-finding.ts';
import type { CloudGroup, CloudMember, OnPremGroup, OnPremMember } from './drift-sides.ts';
import {
  type Group,
  type OnPremisesGroupType,
  type WritebackEngine,
  writtenType,
} from './group.ts';
import type { OnPremAnchors } from './person.ts';

const universalDistribution = 8;
const universalSecurity = -2_147_483_640;

/**
 * Compares what Entra says with what Active Directory holds. Members are the same when their SID or their anchor is,
 * and by DN only where AD tells nothing else. Those who cannot be in AD (cloud-only people, nested groups that are
 * not there themselves) and those whom a sync is still to bring are not missed.
 */
export function findDrift(cloud: CloudGroup, onPrem: OnPremGroup): readonly DriftFinding[] {
  if (cloud.group === undefined) {
    return onPrem.state === 'found' ? [{ kind: 'group-orphaned', groupDn: onPrem.dn }] : [];
  }
  const off: readonly DriftFinding[] = isWrittenBack(cloud.group, cloud.engine)
    ? []
    : [{ kind: 'writeback-off' }];
  switch (onPrem.state) {
    case 'missing':
      return [...off, { kind: 'group-missing' }];
    case 'ambiguous':
      return [...off, { kind: 'group-ambiguous', dns: onPrem.dns.toSorted() }];
    case 'found':
      return [
        ...off,
        ...findMisplacement(onPrem),
        ...findWrongType(cloud.group, cloud, onPrem),
        ...findMemberDrift(cloud, onPrem),
      ];
  }
}

/** Microsoft 365 groups are written back unless that is off; for security groups Connect wants it on, Cloud Sync does not ask. */
function isWrittenBack({ kind, writeback }: Group, engine: WritebackEngine | undefined): boolean {
  if (kind === 'security' && engine === 'connect-v2') {
    return writeback.isEnabled === true;
  }
  return writeback.isEnabled !== false;
}

type Found = Extract<OnPremGroup, { readonly state: 'found' }>;

function findMisplacement({ isInPlace, dn, organizationalUnit }: Found): readonly DriftFinding[] {
  return isInPlace ? [] : [{ kind: 'moved', groupDn: dn, organizationalUnit }];
}

/** A type with which a membership was proven is what the engine makes here, whatever the group asks for. */
function findWrongType(
  { kind, writeback }: Group,
  { engine, provenGroupType }: CloudGroup,
  { dn, groupType }: Found,
): readonly DriftFinding[] {
  const wanted = writeback.onPremisesGroupType ?? defaultType(kind);
  const written = engine && toGroupType(writtenType(engine, wanted));
  const expected = provenGroupType ?? written;
  return expected === undefined || groupType === expected || groupType === written
    ? []
    : [{ kind: 'wrong-type', groupDn: dn, groupType, expectedGroupType: written ?? expected }];
}

function defaultType(kind: Group['kind']): OnPremisesGroupType {
  return kind === 'microsoft-365' ? 'universalDistributionGroup' : 'universalSecurityGroup';
}

function toGroupType(type: OnPremisesGroupType): number {
  return type === 'universalDistributionGroup' ? universalDistribution : universalSecurity;
}

function findMemberDrift(cloud: CloudGroup, onPrem: Found): readonly DriftFinding[] {
  const inCloud = new Set(cloud.members.flatMap(keysOfCloudMember));
  const inDirectory = new Set(onPrem.members.flatMap(keysOfOnPremMember));
  const added = onPrem.members.filter((member) => !isIn(inCloud, keysOfOnPremMember(member)));
  const absent = cloud.members.filter(
    (member) => isAwaited(cloud, member) && !isIn(inDirectory, keysOfCloudMember(member)),
  );
  return [
    ...added.map(({ dn, securityIdentifier }) => ({
      kind: 'member-added' as const,
      groupDn: onPrem.dn,
      dn,
      securityIdentifier,
    })),
    ...absent.map(({ id, displayName, anchors }) => ({
      kind: isOneOf(cloud.proven, id) ? ('member-removed' as const) : ('member-missing' as const),
      groupDn: onPrem.dn,
      userId: id,
      displayName,
      securityIdentifier: anchors?.securityIdentifier,
    })),
  ];
}

function isAwaited({ arriving }: CloudGroup, { kind, id, anchors }: CloudMember): boolean {
  return kind === 'user' && keysOfAnchors(anchors ?? {}).length > 0 && !isOneOf(arriving, id);
}

function isOneOf(ids: ReadonlySet<string>, id: string): boolean {
  return ids.has(id);
}

function isIn(known: ReadonlySet<string>, keys: readonly string[]): boolean {
  return keys.some((key) => known.has(key));
}

function keysOfCloudMember({ kind, id, anchors = {} }: CloudMember): readonly string[] {
  const keys = keysOfAnchors(anchors);
  return kind === 'group' ? [...keys, `group:${id.toLowerCase()}`] : keys;
}

function keysOfAnchors(anchors: OnPremAnchors): readonly string[] {
  const { securityIdentifier: sid, immutableId, distinguishedName: dn } = anchors;
  return [
    ...(sid === undefined ? [] : [`sid:${sid}`]),
    ...(immutableId === undefined ? [] : [`anchor:${immutableId}`]),
    ...(dn === undefined ? [] : [`dn:${dn.toLowerCase()}`]),
  ];
}

/** The DN counts only where AD tells nothing else: another account may have taken the place of one that moved. */
function keysOfOnPremMember(member: OnPremMember): readonly string[] {
  const { dn, securityIdentifier: sid, immutableId, cloudGroupId } = member;
  const isResolved = sid !== undefined || immutableId !== undefined;
  return [
    ...(sid === undefined ? [] : [`sid:${sid}`]),
    ...(immutableId === undefined ? [] : [`anchor:${immutableId}`]),
    ...(isResolved ? [] : [`dn:${dn.toLowerCase()}`]),
    ...(cloudGroupId === undefined ? [] : [`group:${cloudGroupId.toLowerCase()}`]),
  ];
}
