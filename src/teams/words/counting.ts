import type { Words } from './words.ts';

type Habits = Pick<Words, 'habits'>;

export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** The form that goes with this number in the language, such as `one` and `other` in English. */
export function plural(habits: string, count: number, forms: Forms): string {
  return forms[new Intl.PluralRules(habits).select(count)] ?? forms.other;
}

export type Unit = 'day' | 'hour' | 'minute' | 'second';

/** "3 days" in the reader's language. */
export function counted({ habits }: Habits, count: number, unit: Unit): string {
  return new Intl.NumberFormat(habits, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** Two lengths of time as one: "4 minutes 5 seconds". */
export function together({ habits }: Habits, parts: readonly string[]): string {
  return new Intl.ListFormat(habits, { type: 'unit', style: 'narrow' }).format(parts);
}

/** "A, B or C" in the reader's language. */
export function listed({ habits }: Habits, names: readonly string[], joint: 'and' | 'or'): string {
  const type = joint === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(habits, { type }).format(names);
}
