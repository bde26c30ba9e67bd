import type { Client, Entry } from 'ldapts';
import { NoSuchObjectError, PresenceFilter } from 'ldapts';
import { textsOf } from './entry-values.ts';

/**
 * All values of an attribute of one object, also where the server gives them in ranges such as
 * `member;range=0-1499`; undefined when the object is gone. `timeLimit` is seconds of the server for each range.
 */
export async function readRangedValues(
  client: Client,
  { dn, attribute, timeLimit }: RangedQuery,
): Promise<readonly string[] | undefined> {
  const values: string[] = [];
  for (let wanted = attribute; ; ) {
    const entry = await readEntry(client, dn, { attribute: wanted, timeLimit });
    if (entry === undefined) {
      return undefined;
    }
    const range = findRange(entry, attribute);
    for (const value of textsOf(entry, range?.name ?? attribute)) {
      values.push(value);
    }
    if (range === undefined || range.last === '*') {
      return values;
    }
    wanted = `${attribute};range=${Number(range.last) + 1}-*`;
  }
}

export interface RangedQuery {
  readonly dn: string;
  readonly attribute: string;
  readonly timeLimit: number;
}

async function readEntry(
  client: Client,
  dn: string,
  { attribute, timeLimit }: Omit<RangedQuery, 'dn'>,
): Promise<Entry | undefined> {
  try {
    const { searchEntries } = await client.search(dn, {
      scope: 'base',
      filter: new PresenceFilter({ attribute: 'objectClass' }),
      attributes: [attribute],
      timeLimit,
    });
    return searchEntries[0];
  } catch (error) {
    if (error instanceof NoSuchObjectError) {
      return undefined;
    }
    throw error;
  }
}

function findRange(
  entry: Entry,
  attribute: string,
): { readonly name: string; readonly last: string } | undefined {
  const pattern = new RegExp(String.raw`^${attribute};range=\d+-(\d+|\*)$`, 'i');
  for (const name of Object.keys(entry)) {
    const [, last] = pattern.exec(name) ?? [];
    if (last !== undefined && textsOf(entry, name).length > 0) {
      return { name, last };
    }
  }
  return undefined;
}
