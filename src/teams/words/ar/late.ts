/** A request that takes longer than it should. */
export const late = {
  /** On the request's own card. */
  since: (moment: string) => `يستغرق هذا وقتًا أطول من المتوقع، منذ ${moment}.`,
  overdueSince: (moment: string) => `تجاوز هذا الطلب موعده، منذ ${moment}.`,
  expected: (moment: string) => `الإثبات متوقع قرابة ${moment}.`,
  wasExpected: (moment: string) => `كان الإثبات متوقعًا قرابة ${moment}.`,
  titles: {
    late: (person: string, group: string) => `متأخر عن المتوقع: ${person} في ${group}`,
    overdue: (person: string, group: string) => `تجاوز موعده: ${person} في ${group}`,
    arrived: (person: string, group: string) => `وصل أخيرًا: ${person} في ${group}`,
    attested: (person: string, group: string) => `تم تأكيده يدويًا أخيرًا: ${person} في ${group}`,
    goneOn: (person: string, group: string) => `استؤنف: ${person} في ${group}`,
    ended: (person: string, group: string) => `لم يعد منتظرًا: ${person} في ${group}`,
  },
  lateSince: (moment: string) => `كان يُفترض أن يصل في ${moment}.`,
  newer: 'تجاوز الآن موعده. الأسباب في رسالة أحدث مني.',
  arrivedAt: (moment: string) => `تظهر العضوية في Active Directory، وقت المشاهدة: ${moment}.`,
  attestedAt: (who: string, moment: string) =>
    `تم تأكيد العضوية في Active Directory من قِبل ${who}، ${moment}.`,
  goneOn: 'زال ما كان يؤخره. تعرض بطاقة الطلب إلى أين وصل.',
  ended: (state: string) => `حالة الطلب: ${state}.`,
  unexplained: 'لم أجد ما يفسّر ذلك. اختر «لماذا ليس بعد؟» لأتحقق مجددًا.',
} as const;

/** A request that has stopped, as administrators are told. */
export const stopped = {
  title: (person: string, group: string) => `توقف الطلب: ${person} في ${group}`,
  again: (person: string, group: string) => `أُعيدت المحاولة: ${person} في ${group}`,
  mended: (person: string, group: string) => `تمت المعالجة: ${person} في ${group}`,
  againBody: 'تم اختيار «إعادة المحاولة». سأخبرك هنا إذا توقف مرة أخرى.',
  next: (id: string) =>
    `ما أُنجز حتى الآن يبقى كما هو. بعد معالجة السبب، اختر «إعادة المحاولة» هنا أو على البطاقة التي يعرضها الأمر «حالة ${id}».`,
} as const;
