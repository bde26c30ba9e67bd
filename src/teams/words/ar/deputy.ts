/** An approver's deputy, and what waits for an approver. */
export const deputy = {
  title: 'نائبك',
  summary: 'تسمية شخص يقرّر أثناء غيابك',
  intro: 'أثناء غيابك يمكن لشخص آخر أن يقرّر فيما يُطلب منك. ويمكنك مع ذلك أن تقرّر بنفسك.',
  given: (who: string, from: string, until: string) =>
    `ينوب عنك في القرار ${who}، من ${from} إلى ${until}.`,
  received: (who: string, from: string, until: string) =>
    `تنوب في القرار عن ${who}، من ${from} إلى ${until}.`,
  none: 'لا ينوب عنك أحد حاليًا.',
  person: 'النائب',
  personHint: 'اكتب اسمًا',
  personName: 'أو اسم تسجيل الدخول',
  chosen: 'الشخص الذي اخترته',
  from: 'من',
  fromMissing: 'اختر اليوم الأول.',
  until: 'إلى (يشمل هذا اليوم)',
  untilMissing: 'اختر اليوم الأخير.',
  name: 'تسمية النائب',
  end: 'إنهاء الآن',
  noPerson: 'اختر مَن ينوب عنك، أو اكتب اسم تسجيل الدخول الخاص به.',
  twoPeople: 'اختر الشخص من القائمة أو اكتب اسم تسجيل الدخول، وليس كليهما.',
  noDays: 'اختر اليوم الأول واليوم الأخير.',
  named: (who: string) => `تم. أبلغتُ ${who}، وستصل إليه طلباتك من اليوم الأول.`,
  namedUnreachable: (who: string) =>
    `تم، لكن لا يمكنني مراسلة ${who}. يُرجى أن تطلب منه إضافة تطبيق Writeback في Teams.`,
  ended: 'تم. من الآن لا يقرّر نيابة عنك أحد سواك.',
  replaced: (who: string) => `لم يعد ${who} يقرّر نيابة عنك.`,
  toldTitle: (who: string) => `أصبحتَ نائبًا عن ${who}`,
  toldBody: (who: string, from: string, until: string) =>
    `تمت تسميتك نائبًا من قِبل ${who} للفترة من ${from} إلى ${until}. كل ما يُطلب من ${who} يصل إليك أيضًا، وتذكر كل بطاقة ذلك. ولا يصل إليك شيء مما تطلبه لنفسك.`,
  overTitle: (who: string) => `لم تعد نائبًا عن ${who}`,
  overBody: (who: string) => `تم إنهاء النيابة من قِبل ${who}. لن يُطلب منك شيء آخر نيابة عنه.`,
} as const;

export const waiting = {
  title: 'بانتظار قرارك',
  summary: 'ما ينتظر قرارك',
  empty: 'لا شيء ينتظر قرارك.',
  hint: 'اختر طلبًا لتقرّر بشأنه.',
  more: 'هناك المزيد. قرّر بشأن هذه الطلبات، ثم أعد السؤال.',
  review: 'وصول طارئ بانتظار مراجعتك',
  unreviewed: 'وصول طارئ لم يراجعه أحد منذ أكثر من يوم',
} as const;
