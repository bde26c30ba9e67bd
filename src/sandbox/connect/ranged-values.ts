import type { Client, Entry } from 'ldapts';
import { PresenceFilter } from 'ldapts';

/** All values of an attribute, also where the server gives them in ranges such as `member;range=0-1499`. */
export async function readRangedValues(
  client: Client,
  dn: string,
  attribute: string,
): Promise<readonly string[]> {
  const values: string[] = [];
  for (let wanted = attribute; ; ) {
    const { searchEntries } = await client.search(dn, {
      scope: 'base',
      filter: new PresenceFilter({ attribute: 'objectClass' }),
      attributes: [wanted],
    });
    const [entry] = searchEntries;
    if (entry === undefined) {
      return values;
    }
    const range = findRange(entry, attribute);
    values.push(...texts(entry[range?.name ?? attribute]));
    if (range === undefined || range.last === '*') {
      return values;
    }
    wanted = `${attribute};range=${Number(range.last) + 1}-*`;
  }
}

function findRange(
  entry: Entry,
  attribute: string,
): { readonly name: string; readonly last: string } | undefined {
  const pattern = new RegExp(String.raw`^${attribute};range=\d+-(\d+|\*)$`, 'i');
  for (const name of Object.keys(entry)) {
    const [, last] = pattern.exec(name) ?? [];
    if (last !== undefined && texts(entry[name]).length > 0) {
      return { name, last };
    }
  }
  return undefined;
}

function texts(value: Entry[string] | undefined): readonly string[] {
  return [value ?? []].flat().filter((one) => typeof one === 'string');
}
