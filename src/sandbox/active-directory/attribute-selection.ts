import type { Entry } from './entry.ts';
import { valuesOf } from './entry.ts';
import type { AttributeValues } from './messages.ts';
import type { AttributeType } from './schema.ts';
import { findAttributeType } from './schema.ts';

interface Wish {
  readonly type: AttributeType;
  readonly range?: { readonly from: number; readonly to: number };
}

/**
 * The attributes of an entry as a search asks for them. More than `maxValRange` values come in ranges
 * ([MS-ADTS] 3.1.1.3.1.3.3): the plain attribute empty, then for example `member;range=0-1499`.
 */
export function selectAttributes(
  entry: Entry,
  requested: readonly string[],
  maxValRange: number,
): readonly AttributeValues[] {
  const selected: AttributeValues[] = [];
  for (const wish of toWishes(entry, requested)) {
    const values = valuesOf(entry, wish.type);
    if (values.length > 0) {
      selected.push(...inRanges(wish, values, maxValRange));
    }
  }
  return selected;
}

function toWishes(entry: Entry, requested: readonly string[]): readonly Wish[] {
  const everything = requested.length === 0 || requested.includes('*');
  const names = everything ? [...entry.attributes.keys(), ...constructed, ...requested] : requested;
  const wishes = new Map<string, Wish>();
  for (const name of names) {
    const [base = '', ...options] = name.split(';');
    const type = findAttributeType(base);
    if (type !== undefined) {
      wishes.set(type.key, { type, ...toRange(options) });
    }
  }
  return [...wishes.values()];
}

const constructed = ['objectGUID', 'distinguishedName', 'member', 'memberOf'];

function toRange(options: readonly string[]): Pick<Wish, 'range'> {
  for (const option of options) {
    const [, from, to] = /^range=(\d+)-(\d+|\*)$/i.exec(option) ?? [];
    if (from !== undefined) {
      return { range: { from: Number(from), to: to === '*' ? Infinity : Number(to) } };
    }
  }
  return {};
}

function inRanges(
  { type, range }: Wish,
  values: readonly Buffer[],
  maxValRange: number,
): readonly AttributeValues[] {
  if (range === undefined && values.length <= maxValRange) {
    return [{ name: type.name, values }];
  }
  const from = range?.from ?? 0;
  const last = values.length - 1;
  const to = Math.min(range?.to ?? Infinity, from + maxValRange - 1, last);
  if (from > last) {
    return [];
  }
  const name = `${type.name};range=${from}-${to === last ? '*' : to}`;
  const ranged = { name, values: values.slice(from, to + 1) };
  return range === undefined ? [{ name: type.name, values: [] }, ranged] : [ranged];
}
