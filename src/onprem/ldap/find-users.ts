import type { Entry, Filter } from 'ldapts';
import type { OnPremAnchors } from '../../domain/person.ts';
import {
  immutableIdFromBytes,
  immutableIdToBytes,
  isImmutableId,
  isSid,
  sidFromBytes,
  sidToBytes,
} from '../ids.ts';
import type { Connection } from './connection.ts';
import { bytesOf, dnKey, textsInFirstRange } from './entry-values.ts';
import { allOf, anyOf, equal, not, present } from './filters.ts';

export interface FoundUser {
  readonly dn: string;
  readonly sid: string | undefined;
  /** base64 of mS-DS-ConsistencyGuid, or of objectGUID where that is not set. */
  readonly anchor: string | undefined;
  /** Lower-case DNs of the groups in memberOf; not complete for somebody in more than 1500. */
  readonly groupKeys: ReadonlySet<string>;
}

const binary = ['objectSid', 'objectGUID', 'mS-DS-ConsistencyGuid'];

/**
 * The users that the anchors name, in the order asked. Nobody, or several, is an answer. A user whose SID is found
 * but whose immutable id is another's is answered twice, which makes the user ambiguous.
 */
export async function findUsers(
  connection: Connection,
  base: string,
  wanted: readonly OnPremAnchors[],
): Promise<readonly (readonly FoundUser[])[]> {
  const terms = new Map<string, Filter>();
  for (const anchors of wanted) {
    const key = searchKey(anchors);
    if (key !== undefined) {
      terms.set(key.text, key.filter());
    }
  }
  if (terms.size === 0) {
    return wanted.map(() => []);
  }
  const entries = await connection.search({
    base,
    filter: allOf(equal('objectCategory', 'person'), anyOf([...terms.values()])),
    attributes: [...binary, 'memberOf'],
    binary,
  });
  const found = toFoundByKey(entries);
  return wanted.map((anchors) => matching(found, anchors));
}

interface SearchKey {
  readonly text: string;
  readonly filter: () => Filter;
}

/** The SID is indexed and comes first; the DN goes stale when the user moves and comes last. */
function searchKey(anchors: OnPremAnchors): SearchKey | undefined {
  const { securityIdentifier: sid, immutableId, distinguishedName: dn } = anchors;
  if (sid !== undefined && isSid(sid)) {
    return { text: `sid:${sid}`, filter: () => equal('objectSid', sidToBytes(sid)) };
  }
  if (immutableId !== undefined && isImmutableId(immutableId)) {
    return { text: `anchor:${immutableId}`, filter: () => anchorFilter(immutableId) };
  }
  if (dn !== undefined && dn !== '') {
    return { text: `dn:${dnKey(dn)}`, filter: () => equal('distinguishedName', dn) };
  }
  return undefined;
}

function anchorFilter(immutableId: string): Filter {
  const bytes = immutableIdToBytes(immutableId);
  const byObjectGuid = allOf(equal('objectGUID', bytes), not(present('mS-DS-ConsistencyGuid')));
  return anyOf([equal('mS-DS-ConsistencyGuid', bytes), byObjectGuid]);
}

function toFoundByKey(entries: readonly Entry[]): ReadonlyMap<string, readonly FoundUser[]> {
  const found = new Map<string, readonly FoundUser[]>();
  for (const user of entries.map(toFound)) {
    for (const key of [`sid:${user.sid}`, `anchor:${user.anchor}`, `dn:${dnKey(user.dn)}`]) {
      found.set(key, [...(found.get(key) ?? []), user]);
    }
  }
  return found;
}

function toFound(entry: Entry): FoundUser {
  const sid = bytesOf(entry, 'objectSid');
  const consistencyGuid = bytesOf(entry, 'mS-DS-ConsistencyGuid');
  const anchor = consistencyGuid?.length === 16 ? consistencyGuid : bytesOf(entry, 'objectGUID');
  return {
    dn: entry.dn,
    sid: sid === undefined ? undefined : sidFromBytes(sid),
    anchor: anchor === undefined ? undefined : immutableIdFromBytes(anchor),
    groupKeys: new Set(textsInFirstRange(entry, 'memberOf').map(dnKey)),
  };
}

function matching(
  found: ReadonlyMap<string, readonly FoundUser[]>,
  anchors: OnPremAnchors,
): readonly FoundUser[] {
  const users = found.get(searchKey(anchors)?.text ?? '') ?? [];
  const [only] = users;
  const { immutableId } = anchors;
  const contradicts =
    only !== undefined &&
    immutableId !== undefined &&
    isImmutableId(immutableId) &&
    only.anchor !== immutableId;
  return contradicts ? [only, only] : users;
}
