import { numbered } from './numbered.ts';

export const counts = {
  noEnd: 'بلا نهاية',
  lessThanASecond: 'أقل من ثانية',
  others: (count: number) =>
    numbered(count, {
      none: 'لا أحد غيرهم',
      one: 'شخص آخر',
      two: 'شخصين آخرين',
      few: 'آخرين',
      many: 'شخصًا آخر',
      other: 'شخص آخر',
    }),
} as const;
