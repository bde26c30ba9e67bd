import { requireWriteAccess } from './accounts.ts';
import type { Element } from './ber.ts';
import { child, toInteger, toText } from './ber.ts';
import { formatDn, parseDn } from './distinguished-name.ts';
import type { Domain } from './domain.ts';
import type { Change } from './draft.ts';
import { Draft } from './draft.ts';
import type { Entry } from './entry.ts';
import { valuesOf } from './entry.ts';
import { holds } from './filter-match.ts';
import { LdapError, noSuchObject, resultCodes, unknownAttribute } from './ldap-error.ts';
import type { Result } from './messages.ts';
import { addObject, toGeneralizedTime } from './new-object.ts';
import { findAttributeType } from './schema.ts';

const success: Result = { code: resultCodes.success };
const changeKinds = ['add', 'delete', 'replace'] as const;

export function compare({ tree }: Domain, operation: Element): Result {
  const entry = tree.get(toText(child(operation, 0)));
  const assertion = child(operation, 1);
  const attribute = toText(child(assertion, 0));
  const type = findAttributeType(attribute);
  if (type === undefined || valuesOf(entry, type).length === 0) {
    throw unknownAttribute(attribute);
  }
  const value = child(assertion, 1).content;
  const code = holds(tree, entry, { type, value })
    ? resultCodes.compareTrue
    : resultCodes.compareFalse;
  return { code };
}

export function add(domain: Domain, account: Entry, operation: Element): Result {
  const dn = toText(child(operation, 0));
  requireWriteAccess(domain.tree, account, parentOf(domain, dn));
  const attributes: Record<string, readonly Buffer[]> = {};
  for (const attribute of child(operation, 1).children) {
    const values = child(attribute, 1).children.map((value) => Buffer.from(value.content));
    attributes[toText(child(attribute, 0))] = values;
  }
  addObject(domain.tree, domain.issuer, { dn, attributes });
  return success;
}

export function modify({ tree, issuer }: Domain, account: Entry, operation: Element): Result {
  const entry = tree.get(toText(child(operation, 0)));
  requireWriteAccess(tree, account, entry.parent ?? entry);
  const draft = new Draft(tree, entry.guid, entry);
  for (const element of child(operation, 1).children) {
    const change = toChange(element);
    refuseRename(entry, change);
    draft.apply(change);
  }
  draft.set('whenChanged', toGeneralizedTime(issuer.now()));
  tree.update(entry, draft.content);
  return success;
}

export function remove({ tree }: Domain, account: Entry, operation: Element): Result {
  const entry = tree.get(toText(operation));
  requireWriteAccess(tree, account, entry.parent ?? entry);
  tree.remove(entry);
  return success;
}

export function modifyDn(domain: Domain, account: Entry, operation: Element): Result {
  const { tree } = domain;
  const entry = tree.get(toText(child(operation, 0)));
  const superior = operation.children.find(({ tag }) => tag === 0x80);
  const parentDn = superior === undefined ? (entry.parent?.dn ?? '') : toText(superior);
  requireWriteAccess(tree, account, entry.parent ?? entry);
  requireWriteAccess(tree, account, tree.get(parentDn));
  const [own] = parseDn(toText(child(operation, 1)));
  if (own === undefined) {
    throw new LdapError(resultCodes.invalidDnSyntax, 'the new name is empty');
  }
  const draft = new Draft(tree, entry.guid, entry);
  draft.set(own.type, own.value);
  draft.set('name', own.value);
  tree.move(entry, `${formatDn([own])},${parentDn}`);
  tree.update(entry, draft.content);
  return success;
}

function parentOf({ tree }: Domain, dn: string): Entry {
  const names = parseDn(dn);
  if (names.length < 2) {
    throw noSuchObject(tree.rootDn);
  }
  return tree.get(formatDn(names.slice(1)));
}

function toChange(element: Element): Change {
  const modification = child(element, 1);
  return {
    operation: changeKinds[toInteger(child(element, 0))] ?? 'replace',
    attribute: toText(child(modification, 0)),
    values: child(modification, 1).children.map((value) => Buffer.from(value.content)),
  };
}

function refuseRename(entry: Entry, change: Change): void {
  const [own] = parseDn(entry.dn);
  if (own?.type.toLowerCase() === change.attribute.toLowerCase()) {
    throw new LdapError(
      resultCodes.notAllowedOnRdn,
      '00002016: UpdErr: DSID-031A120F, problem 6004 (CANT_ON_RDN), data 0\n',
    );
  }
}
