import { randomBytes } from 'node:crypto';
import { guidToBytes, sidToBytes } from '../../onprem/ids.ts';
import type { Journal } from '../journal.ts';
import type { SeedPerson } from '../seed.ts';
import { domainDn, people, staffOu, writebackOu } from '../seed.ts';
import { administratorsDn, writersDn } from './accounts.ts';
import type { DirectoryTree } from './directory-tree.ts';
import { escapeRdnValue } from './distinguished-name.ts';
import type { Issuer, NewObject } from './new-object.ts';
import { addObject } from './new-object.ts';

export interface Account {
  readonly bindDn: string;
  readonly password: string;
}

/** The accounts of the domain; their passwords are made at the first start and kept in the journal. */
export interface Accounts {
  readonly administrator: Account;
  /** A plain domain user for the bot: reads, and is refused every write. */
  readonly reader: Account;
  /** Connect's account: writes below the writeback OU alone. */
  readonly writer: Account;
}

const usersDn = `CN=Users,${domainDn}`;
const serviceOu = `OU=Service,${domainDn}`;

const collection = 'active-directory-accounts';

/** Creates what a fresh domain has. Finishes what an interrupted first start began, and afterwards does nothing. */
export function ensureInitialObjects(
  tree: DirectoryTree,
  issuer: Issuer,
  journal: Journal,
): Accounts {
  const accounts = ensureAccounts(journal);
  if (journal.get<boolean>(collection, 'complete') === true) {
    return accounts;
  }
  addContainers(tree, issuer);
  for (const account of [accounts.administrator, accounts.reader, accounts.writer]) {
    addAccount(tree, issuer, account);
  }
  addGroup(tree, issuer, { dn: administratorsDn, member: accounts.administrator.bindDn });
  addGroup(tree, issuer, { dn: writersDn, member: accounts.writer.bindDn });
  for (const person of people) {
    addPerson(tree, issuer, person);
  }
  journal.put(collection, 'complete', true);
  return accounts;
}

function addContainers(tree: DirectoryTree, issuer: Issuer): void {
  ensureObject(tree, issuer, { dn: domainDn, attributes: { objectClass: ['top', 'domain'] } });
  ensureObject(tree, issuer, { dn: usersDn, attributes: { objectClass: ['top', 'container'] } });
  for (const dn of [staffOu, serviceOu, writebackOu]) {
    ensureObject(tree, issuer, { dn, attributes: { objectClass: ['top', 'organizationalUnit'] } });
  }
}

function ensureObject(tree: DirectoryTree, issuer: Issuer, wanted: NewObject): void {
  if (tree.find(wanted.dn) === undefined) {
    addObject(tree, issuer, wanted);
  }
}

function ensureAccounts(journal: Journal): Accounts {
  const known = journal.get<Accounts>(collection, 'accounts');
  if (known !== undefined) {
    return known;
  }
  const accounts = {
    administrator: newAccount(`CN=Administrator,${usersDn}`),
    reader: newAccount(`CN=svc-writeback-read,${serviceOu}`),
    writer: newAccount(`CN=MSOL_9f3c2b7a54d1,${serviceOu}`),
  };
  journal.put(collection, 'accounts', accounts);
  return accounts;
}

function newAccount(bindDn: string): Account {
  return { bindDn, password: randomBytes(12).toString('base64url') };
}

function addAccount(tree: DirectoryTree, issuer: Issuer, { bindDn, password }: Account): void {
  const [, name = ''] = /^CN=([^,]+),/.exec(bindDn) ?? [];
  ensureObject(tree, issuer, {
    dn: bindDn,
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      sAMAccountName: [name],
      userPrincipalName: [`${name.toLowerCase()}@corp.contoso.test`],
      unicodePwd: [Buffer.from(`"${password}"`, 'utf16le')],
    },
  });
}

function addGroup(
  tree: DirectoryTree,
  issuer: Issuer,
  { dn, member }: { readonly dn: string; readonly member: string },
): void {
  ensureObject(tree, issuer, {
    dn,
    attributes: { objectClass: ['top', 'group'], member: [member] },
  });
}

/** The anchor is objectGUID itself, as in a domain that never needed mS-DS-ConsistencyGuid. */
function addPerson(tree: DirectoryTree, issuer: Issuer, person: SeedPerson): void {
  if (person.onPremises === undefined) {
    return;
  }
  const { sid, objectGuid, commonName } = person.onPremises;
  ensureObject(tree, issuer, {
    dn: `CN=${escapeRdnValue(commonName)},${staffOu}`,
    identity: { guid: guidToBytes(objectGuid), sid: sidToBytes(sid) },
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      displayName: [person.displayName],
      sAMAccountName: [person.key],
      userPrincipalName: [person.userPrincipalName],
      mail: [person.userPrincipalName],
      title: [person.title],
    },
  });
}
