export const tenant = {
  title: 'هل المستأجر جاهز؟',
  summary: 'ما هو جاهز لإعادة كتابة المجموعات في المستأجر',
  hybrid: 'الدليل',
  isHybrid: 'متزامن مع Active Directory',
  isNotHybrid: 'في السحابة فقط',
  engines: 'المحركات',
  none: 'لم يُعثر عليها',
  organizationalUnit: 'الوحدة الهدف',
  unknown: 'غير مكوَّنة',
  lastSync: 'آخر مزامنة',
  ready: 'كل شيء جاهز.',
  readyForNow: (engines: string) =>
    `تُنفَّذ الطلبات حاليًا، لكن عبر ما لم تعد Microsoft تدعمه وقد يتوقف في أي وقت: ${engines}`,
  notReady: 'تُرفض الطلبات إلى أن يُعالَج ما يلي:',
  administratorsOnly: 'هذا العرض متاح لمسؤولي Writeback فقط. يُرجى سؤال أحدهم.',
} as const;
