import type { Entry } from 'ldapts';

/** ldapts gives one value bare, several as an array, none as an empty array; here it is always an array. */
export function textsOf(entry: Entry, attribute: string): readonly string[] {
  return valuesOf(entry, attribute).filter((value) => typeof value === 'string');
}

export function textOf(entry: Entry, attribute: string): string | undefined {
  return textsOf(entry, attribute)[0];
}

/** For attributes that were asked for as binary. */
export function bytesOf(entry: Entry, attribute: string): Buffer | undefined {
  return valuesOf(entry, attribute).find((value) => Buffer.isBuffer(value));
}

/** The values of the attribute together with the first range of it, as in `memberOf;range=0-1499`. */
export function textsInFirstRange(entry: Entry, attribute: string): readonly string[] {
  const prefix = `${attribute};range=0-`.toLowerCase();
  const ranged = Object.keys(entry).filter((name) => name.toLowerCase().startsWith(prefix));
  return [attribute, ...ranged].flatMap((name) => textsOf(entry, name));
}

/** Both sides come from the same server, so that only the case of the letters can differ. */
export function dnKey(dn: string): string {
  return dn.toLowerCase();
}

function valuesOf(entry: Entry, attribute: string): readonly (string | Buffer)[] {
  return [entry[attribute] ?? []].flat();
}
