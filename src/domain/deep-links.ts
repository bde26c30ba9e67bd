import type { AccessPackageId, CatalogId, GroupId, UserId } from './ids.ts';
import type { Request, SetUp } from './request.ts';

const portal = 'https://entra.microsoft.com/#view';

/** Pages of the Microsoft Entra admin centre. Every argument is a GUID, so nothing needs to be encoded. */
export function groupLink(id: GroupId): string {
  return `${portal}/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/${id}`;
}

export function groupMembersLink(id: GroupId): string {
  return `${portal}/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Members/groupId/${id}`;
}

export function userLink(id: UserId): string {
  return `${portal}/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${id}`;
}

export function accessPackageLink(id: AccessPackageId): string {
  return `${portal}/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId/${id}`;
}

export function catalogLink(id: CatalogId): string {
  return `${portal}/Microsoft_Azure_ELMAdmin/CatalogMenuBlade/~/resources/catalogId/${id}`;
}

/** Entra Connect: whether sync is on, and when it last ran. */
export const connectSyncLink = `${portal}/Microsoft_AAD_Connect_Provisioning/AADConnectMenuBlade/~/ConnectSync`;

/** Entra Cloud Sync: its configurations and agents. */
export const cloudSyncLink = `${portal}/Microsoft_AAD_Connect_Provisioning/AADConnectMenuBlade/~/CloudSync`;

/** Errors that Entra Connect met when it last ran. */
export const connectHealthLink = `${portal}/Microsoft_Azure_ADHybridHealth/AadHealthMenuBlade/~/QuickStart`;

export type Place = 'user' | 'group' | 'members' | 'package' | 'connect' | 'health' | 'cloud-sync';

/** The page where an administrator mends what is wrong with this request, if it is known by now. */
export function placeOf(place: Place, request: Request): string | undefined {
  return pages[place](request);
}

const pages: Readonly<Record<Place, (request: Request) => string | undefined>> = {
  user: ({ beneficiary }) => userLink(beneficiary.id),
  group: (request) => ifKnown(groupIdOf(request), groupLink),
  members: (request) => ifKnown(groupIdOf(request), groupMembersLink),
  package: (request) => ifKnown(setUpOf(request)?.accessPackageId, accessPackageLink),
  connect: () => connectSyncLink,
  health: () => connectHealthLink,
  'cloud-sync': () => cloudSyncLink,
};

function groupIdOf(request: Request): GroupId | undefined {
  return setUpOf(request)?.groupId ?? request.plan.group.id;
}

function setUpOf(request: Request): SetUp | undefined {
  return 'setUp' in request ? request.setUp : undefined;
}

function ifKnown<T>(id: T | undefined, link: (id: T) => string): string | undefined {
  return id === undefined ? undefined : link(id);
}
