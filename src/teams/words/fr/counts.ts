import { plural } from '../counting.ts';

export const counts = {
  noEnd: 'sans fin',
  lessThanASecond: 'moins d’une seconde',
  others: (count: number) =>
    plural('fr', count, { one: `${count} autre`, other: `${count} autres` }),
} as const;
