import type { PlanDifference } from '../../domain/approval.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { said } from './escape.ts';

type Field = PlanDifference['field'];

/** For these lines of the plan, what it was when it was approved and what it is now; only while it is asked again. */
export function changedWords(
  words: Words,
  { state, approval }: Request,
  fields: readonly Field[],
): readonly string[] {
  const { returned } = approval;
  if (state !== 'awaiting-approval' || returned === undefined) {
    return [];
  }
  return returned.differences
    .filter(({ field }) => fields.includes(field))
    .map(({ field, before, after }) =>
      words.approval.changed(valueWords(words, field, before), valueWords(words, field, after)),
    );
}

function valueWords(words: Words, field: Field, value: string): string {
  switch (field) {
    case 'writeback':
      return named(words.approval.writeback, value);
    case 'engine':
      return named(words.engines, value);
    case 'writtenType':
      return named(words.groupTypes, value);
    case 'catalog':
    case 'accessPackage':
      return thingWords(words, value);
    case 'group':
    case 'organizationalUnit':
      return said(value, 200);
  }
}

function named(names: Readonly<Record<string, string>>, value: string): string {
  return names[value] ?? said(value);
}

/** A catalog or package is told as `use: name` or `create: name`. */
function thingWords({ plan }: Words, value: string): string {
  const [, action, name] = /^(use|create): (.*)$/su.exec(value) ?? [];
  if (name === undefined) {
    return said(value);
  }
  return action === 'use' ? plan.use(said(name)) : plan.create(said(name));
}
