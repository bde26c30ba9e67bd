import { plural } from '../counting.ts';

/** A noun as it stands beside a number; `none`, `one` and `two` say the number themselves. */
interface Noun {
  readonly none: string;
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

/** "3 طلبات": the noun in the form that goes with this number. */
export function numbered(count: number, noun: Noun): string {
  return plural('ar', count, {
    zero: noun.none,
    one: noun.one,
    two: noun.two,
    few: `${count} ${noun.few}`,
    many: `${count} ${noun.many}`,
    other: `${count} ${noun.other}`,
  });
}

/** As the subject of a sentence, or alone. */
export const requests = {
  none: 'لا طلبات',
  one: 'طلب واحد',
  two: 'طلبان',
  few: 'طلبات',
  many: 'طلبًا',
  other: 'طلب',
} as const satisfies Noun;

/** After a preposition or another noun. */
export const ofRequests = { ...requests, none: 'صفر طلب', two: 'طلبين' } as const satisfies Noun;

export const lines = {
  none: 'لا سطور',
  one: 'سطر واحد',
  two: 'سطران',
  few: 'سطور',
  many: 'سطرًا',
  other: 'سطر',
} as const satisfies Noun;

export const ofLines = { ...lines, none: 'صفر سطر', two: 'سطرين' } as const satisfies Noun;

export const ofPeople = {
  none: 'صفر شخص',
  one: 'شخص واحد',
  two: 'شخصين',
  few: 'أشخاص',
  many: 'شخصًا',
  other: 'شخص',
} as const satisfies Noun;

export const groups = {
  none: 'لا مجموعات',
  one: 'مجموعة واحدة',
  two: 'مجموعتان',
  few: 'مجموعات',
  many: 'مجموعة',
  other: 'مجموعة',
} as const satisfies Noun;

export const resources = {
  none: 'لا موارد',
  one: 'مورد واحد',
  two: 'موردان',
  few: 'موارد',
  many: 'موردًا',
  other: 'مورد',
} as const satisfies Noun;

export const packages = {
  none: 'لا حزم وصول',
  one: 'حزمة وصول واحدة',
  two: 'حزمتا وصول',
  few: 'حزم وصول',
  many: 'حزمة وصول',
  other: 'حزمة وصول',
} as const satisfies Noun;
