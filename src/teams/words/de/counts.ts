import { plural } from '../counting.ts';

export const counts = {
  noEnd: 'unbefristet',
  lessThanASecond: 'weniger als eine Sekunde',
  others: (count: number) =>
    plural('de', count, { one: `${count} weitere Person`, other: `${count} weitere` }),
} as const;
