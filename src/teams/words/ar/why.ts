import { numbered } from './numbered.ts';

/** The answer to "why not yet?". */
export const why = {
  title: 'لماذا ليس بعد؟',
  /** Said at once where the answer takes a moment. */
  looking: 'أتحقق من الأمر. ستصل الإجابة إلى محادثتنا الخاصة بعد لحظات.',
  arrived: 'وصل',
  ended: 'انتهى',
  asOf: (moment: string) => `الوضع كما كان في ${moment}.`,
  nothing: 'لا أرى ما يعيق الطلب.',
  nothingNext: 'يُفترض أن يستمر من تلقاء نفسه. وسأواصل المتابعة.',
  finished: (state: string) => `لا يوجد ما يُنتظر؛ حالة الطلب: ${state}.`,
  fix: 'المطلوب',
  owner: 'من قِبل',
  seen: 'ما شوهد',
  /** The mark keeps the digits of the moment from joining a Latin name before them. */
  seenIn: (source: string, moment: string) => `${source}\u200F، ${moment}`,
  /** Isolated as a whole, since an attribute and its value read from left to right. */
  evidence: (what: string, value: string) => `\u2068${what} = ${value}\u2069`,
  alsoPossible: 'محتمل أيضًا',
  more: (count: number) =>
    numbered(count, {
      none: 'لا أسباب محتملة أخرى',
      one: 'سبب محتمل آخر',
      two: 'سببان محتملان آخران',
      few: 'أسباب محتملة أخرى',
      many: 'سببًا محتملًا آخر',
      other: 'سبب محتمل آخر',
    }),
  unansweredTitle: 'ما لم أتمكن من معرفته',
  unanswered: (source: string, reason: string) => `${source}: ${reason}`,
  noAnswer: 'لم تصل إجابة في الوقت المتاح.',
} as const;
