import type { CloudGroup } from './cloud-source.ts';

/** `CN=Group_<object id>`, or with the option "cloud display name" `CN=<name>_<last 12 digits of the id>`. */
export type Naming = 'object-id' | 'display-name';

const universalSecurity = -2147483640;
const universalDistribution = 8;

/** How a group of the cloud looks in Active Directory. */
export interface WrittenGroup {
  readonly id: string;
  readonly commonName: string;
  readonly adminDescription: string;
  readonly groupType: number;
  readonly displayName: string;
  readonly description: string | undefined;
  readonly mail: string | undefined;
  /** Written by Cloud Sync alone. */
  readonly externalId?: string | undefined;
}

/**
 * Microsoft 365 groups are written back unless that is switched off, security groups only where it is switched on.
 * https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-group-writeback-v2
 */
export function isInScope({
  groupTypes,
  securityEnabled,
  writebackConfiguration,
}: CloudGroup): boolean {
  const isEnabled = writebackConfiguration?.isEnabled;
  if (groupTypes.includes('Unified')) {
    return isEnabled !== false;
  }
  return securityEnabled && isEnabled === true;
}

export function toWrittenGroup(group: CloudGroup, naming: Naming): WrittenGroup {
  return {
    id: group.id.toLowerCase(),
    commonName: commonName(group, naming),
    adminDescription: `Group_${group.id}`,
    groupType: groupType(group),
    displayName: group.displayName,
    description: orAbsent(group.description),
    mail: orAbsent(group.mail),
  };
}

function groupType({ groupTypes, writebackConfiguration }: CloudGroup): number {
  const wanted = writebackConfiguration?.onPremisesGroupType;
  if (typeof wanted === 'string') {
    return wanted === 'universalDistributionGroup' ? universalDistribution : universalSecurity;
  }
  return groupTypes.includes('Unified') ? universalDistribution : universalSecurity;
}

/** A CN has 64 characters at most; 13 are for the end that tells groups of one name apart. */
function commonName({ id, displayName }: CloudGroup, naming: Naming): string {
  if (naming === 'object-id') {
    return `Group_${id}`;
  }
  let name = '';
  for (const character of displayName) {
    if (name.length + character.length > 51) {
      break;
    }
    name += character;
  }
  return `${name}_${id.slice(-12)}`;
}

function orAbsent(text: string | null | undefined): string | undefined {
  return text === null || text === '' ? undefined : text;
}
