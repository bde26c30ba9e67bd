import { domainDn, writebackOu } from '../seed.ts';
import type { DirectoryTree } from './directory-tree.ts';
import type { Entry } from './entry.ts';
import { firstText, isBelow } from './entry.ts';
import { accessDenied, logonFailed } from './ldap-error.ts';
import { hashPassword } from './password.ts';
import { findAttributeType } from './schema.ts';

/** Its members may write everywhere. */
export const administratorsDn = `CN=Domain Admins,CN=Users,${domainDn}`;
/** Its members may write below the writeback OU: what an administrator delegates to Connect's account. */
export const writersDn = `CN=Writeback Writers,CN=Users,${domainDn}`;

const netbiosName = /^CONTOSO\\(.+)$/i;
const disabled = 0x2;

/** The account that a simple bind names by DN, user principal name or `CONTOSO\name`. Throws invalidCredentials. */
export function logOn(tree: DirectoryTree, name: string, password: string): Entry {
  const account = findAccount(tree, name);
  if (account === undefined || account.passwordHash !== hashPassword(account.guid, password)) {
    throw logonFailed('52e');
  }
  if ((Number(firstText(account, 'useraccountcontrol')) & disabled) !== 0) {
    throw logonFailed('533');
  }
  if (firstText(account, 'pwdlastset') === '0') {
    throw logonFailed('773');
  }
  return account;
}

/** Throws insufficientAccessRights; everybody who is bound may read. */
export function requireWriteAccess(tree: DirectoryTree, account: Entry, parent: Entry): void {
  const ou = tree.find(writebackOu);
  const isDelegated = ou !== undefined && (parent === ou || isBelow(parent, ou));
  const allowed =
    isMemberOf(tree, account, administratorsDn) ||
    (isDelegated && isMemberOf(tree, account, writersDn));
  if (!allowed) {
    throw accessDenied();
  }
}

function isMemberOf(tree: DirectoryTree, account: Entry, groupDn: string): boolean {
  const group = tree.find(groupDn);
  return group !== undefined && account.memberOf.has(group);
}

function findAccount(tree: DirectoryTree, name: string): Entry | undefined {
  const [, accountName] = netbiosName.exec(name) ?? [];
  if (accountName !== undefined) {
    return findBy(tree, 'sAMAccountName', accountName);
  }
  return name.includes('=') ? tree.find(name) : findBy(tree, 'userPrincipalName', name);
}

function findBy(tree: DirectoryTree, attribute: string, value: string): Entry | undefined {
  const type = findAttributeType(attribute);
  const found = type === undefined ? [] : tree.index.find(type, value.toLowerCase());
  return [...found][0];
}
