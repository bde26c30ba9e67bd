import { plural } from '../counting.ts';

export const counts = {
  noEnd: 'no end',
  lessThanASecond: 'less than a second',
  others: (count: number) =>
    plural('en', count, { one: `${count} other`, other: `${count} others` }),
} as const;
