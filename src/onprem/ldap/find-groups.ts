import type { Entry } from 'ldapts';
import type { GroupId } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';
import { bytesOf, textOf } from './entry-values.ts';
import { allOf, anyOf, equal } from './filters.ts';

export interface FoundGroup {
  readonly dn: string;
  readonly guid: Buffer;
  readonly groupType: number;
}

/** The attributes that `markedId` reads. */
export const markers = ['adminDescription', 'msDS-ExternalDirectoryObjectId', 'cn'] as const;
const marker = /^(?:TakenOver_)?Group_([0-9a-f-]{36})$/i;

/**
 * The objects below the writeback OU that are these groups written back, by lower-case group id.
 * Connect marks them in adminDescription, Cloud Sync in msDS-ExternalDirectoryObjectId, and groups that
 * moved from one to the other are marked `TakenOver_`; the end of a readable CN is never enough.
 */
export async function findGroups(
  connection: Connection,
  base: string,
  groupIds: readonly GroupId[],
): Promise<ReadonlyMap<string, readonly FoundGroup[]>> {
  const ids = new Set(groupIds.map((id) => id.toLowerCase()));
  const entries = await connection.search({
    base,
    filter: allOf(equal('objectClass', 'group'), anyOf([...ids].flatMap(termsFor))),
    attributes: [...markers, 'objectGUID', 'groupType'],
    binary: ['objectGUID'],
  });
  return Map.groupBy(entries.flatMap(toFound), ({ id }) => id);
}

function termsFor(id: string): readonly ReturnType<typeof equal>[] {
  return [
    equal('cn', `Group_${id}`),
    equal('adminDescription', `Group_${id}`),
    equal('adminDescription', `TakenOver_Group_${id}`),
    equal('msDS-ExternalDirectoryObjectId', `Group_${id}`),
  ];
}

function toFound(entry: Entry): readonly (FoundGroup & { readonly id: string })[] {
  const id = markedId(entry);
  const guid = bytesOf(entry, 'objectGUID');
  if (id === undefined || guid === undefined) {
    return [];
  }
  return [{ id, dn: entry.dn, guid, groupType: Number(textOf(entry, 'groupType')) }];
}

/** The lower-case id of the group that the object is. The first attribute that carries a marker decides; one object is never two groups. */
export function markedId(entry: Entry): string | undefined {
  for (const attribute of markers) {
    const [, id] = marker.exec(textOf(entry, attribute) ?? '') ?? [];
    if (id !== undefined) {
      return id.toLowerCase();
    }
  }
  return undefined;
}
