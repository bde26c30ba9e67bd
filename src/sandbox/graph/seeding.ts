import { domainDn, groups, people, type SeedGroup, type SeedPerson, staffOu } from '../seed.ts';
import { toCloudSid, toGuidBytes } from './guids.ts';
import { addMember } from './memberships.ts';
import { newGroupProperties } from './new-group.ts';
import type { GroupProperties, UserProperties } from './rows.ts';
import { seedEntitlements } from './seed-entitlements.ts';
import { toIso, type World } from './world.ts';
import { unsetWriteback } from './writeback-configuration.ts';

const daysAgo = 200 * 24 * 3_600_000;

/** Fills an empty tenant with the people and groups of Contoso; a tenant that was filled before stays as it is. */
export function seedWorld(world: World): void {
  if (world.users.size > 0) {
    return;
  }
  const born = world.now() - daysAgo;
  const idOf = new Map(people.map((person) => [person.key, person.objectId]));
  for (const group of groups) {
    seedGroup(world, group, born);
    for (const key of group.memberKeys) {
      addMember(world, { groupId: group.objectId, userId: idOf.get(key) ?? '' }, born);
    }
  }
  seedEntitlements(world, born);
  world.setTenant({ onPremisesLastSyncDateTime: toIso(world.now() - 600_000) });
  // People last: a process killed before this line fills the tenant again from the start.
  for (const person of people) {
    const properties = userProperties(person, born);
    const managerId = idOf.get(person.managerKey ?? '');
    world.users.put({ id: person.objectId, properties, ...(managerId && { managerId }) });
  }
}

function userProperties(person: SeedPerson, born: number): UserProperties {
  const mail =
    person.userType === 'Guest' ? `${person.key}@fabrikam.test` : person.userPrincipalName;
  const words = person.displayName.split(' ');
  return {
    id: person.objectId,
    businessPhones: [],
    displayName: person.displayName,
    givenName: words[0] ?? null,
    surname: words.slice(1).join(' ') || null,
    jobTitle: person.title,
    mail,
    mailNickname: person.key,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    userPrincipalName: person.userPrincipalName,
    userType: person.userType,
    accountEnabled: true,
    companyName: person.userType === 'Guest' ? 'Fabrikam' : 'Contoso',
    department: null,
    createdDateTime: toIso(born),
    deletedDateTime: null,
    proxyAddresses: [`SMTP:${mail}`],
    securityIdentifier: toCloudSid(person.objectId),
    ...onPremisesProperties(person, born),
  };
}

function onPremisesProperties(
  person: SeedPerson,
  born: number,
): Record<string, unknown> & Pick<UserProperties, 'onPremisesSecurityIdentifier'> {
  const home = person.onPremises;
  const isSynced = home !== undefined;
  return {
    onPremisesSyncEnabled: isSynced ? true : null,
    onPremisesDistinguishedName: isSynced ? `CN=${home.commonName},${staffOu}` : null,
    onPremisesDomainName: isSynced ? domainName() : null,
    onPremisesImmutableId: isSynced ? toGuidBytes(home.objectGuid).toString('base64') : null,
    onPremisesLastSyncDateTime: isSynced ? toIso(born) : null,
    onPremisesProvisioningErrors: [],
    onPremisesSamAccountName: isSynced ? person.key : null,
    onPremisesSecurityIdentifier: isSynced ? home.sid : null,
    onPremisesUserPrincipalName: isSynced ? person.userPrincipalName : null,
  };
}

function domainName(): string {
  return domainDn
    .split(',')
    .map((part) => part.slice('DC='.length))
    .join('.');
}

function seedGroup(world: World, group: SeedGroup, born: number): void {
  const { objectId: id, displayName, description, mailNickname } = group;
  const plain = newGroupProperties(
    { id, displayName, description, mailNickname, ...kindFields(group) },
    born,
  );
  const properties = group.kind === 'synced' ? asSynced(plain, born) : plain;
  const writeback = group.writeback ?? unsetWriteback;
  world.groups.put({ id, createdAt: born, properties, writeback, ownerIds: [] });
}

interface KindFields {
  readonly mailEnabled: boolean;
  readonly securityEnabled: boolean;
  readonly groupTypes?: readonly string[];
  readonly visibility?: string;
  readonly isAssignableToRole?: boolean;
  readonly membershipRule?: string;
  readonly membershipRuleProcessingState?: string;
}

function kindFields(group: SeedGroup): KindFields {
  switch (group.kind) {
    case 'microsoft-365':
      return {
        groupTypes: ['Unified'],
        mailEnabled: true,
        securityEnabled: true,
        visibility: 'Private',
      };
    case 'dynamic':
      return {
        groupTypes: ['DynamicMembership', 'Unified'],
        mailEnabled: true,
        securityEnabled: true,
        membershipRule: 'user.department -eq "Finance"',
        membershipRuleProcessingState: 'On',
      };
    case 'role-assignable':
      return { mailEnabled: false, securityEnabled: true, isAssignableToRole: true };
    case 'distribution':
      return { mailEnabled: true, securityEnabled: false };
    case 'mail-enabled-security':
      return { mailEnabled: true, securityEnabled: true };
    case 'security':
    case 'synced':
      return { mailEnabled: false, securityEnabled: true };
  }
}

function asSynced(group: GroupProperties, born: number): GroupProperties {
  return {
    ...group,
    onPremisesDomainName: domainName(),
    onPremisesNetBiosName: 'CORP',
    onPremisesLastSyncDateTime: toIso(born),
    onPremisesSamAccountName: group.mailNickname,
    onPremisesSecurityIdentifier: 'S-1-5-21-1085031214-1563985344-725345543-1500',
    onPremisesSyncEnabled: true,
  };
}
