/** What a card says of the way to a decision. */
export const approval = {
  title: 'الموافقة',
  rule: 'القاعدة',
  ticket: 'التذكرة',
  waitingForSome: (count: number, who: string) => `عدد القرارات المنتظرة: ${count}، من بين ${who}`,
  waitingForAll: (who: string) => `بانتظار قرار من كلٍّ من ${who}`,
  waitingForBoth: (who: string) => `بانتظار قرار كلا الشخصين: ${who}`,
  expires: (moment: string) => `ينتهي من دون قرار في ${moment}.`,
  claimed: (who: string, moment: string) => `يتولى الأمر ${who}، منذ ${moment}.`,
  youClaimed: (moment: string) => `تتولى الأمر منذ ${moment}.`,
  youApproved: (moment: string) => `تمت موافقتك، ${moment}. وما زالت موافقة آخرين مطلوبة.`,
  neededLater: (stage: string) =>
    `لا توافق هنا، لأن مرحلة لاحقة تحتاج إليك ولا يوافق أحد مرتين. مرحلتك هي هذه: ${stage}.`,
  left: 'لم يعد قرارك مطلوبًا هنا، لأنك لم تعد في المجموعة أو الدور الذي طُلب قرارك من أجله.',
  reminder: (moment: string) => `تذكير: هذا الطلب منتظر منذ ${moment}.`,
  reminds: (asks: string) => `تذكير. ${asks}`,
  escalated: (who: string, moment: string) =>
    `تأخر القرار كثيرًا، لذلك أصبح مطلوبًا أيضًا منذ ${moment} من: ${who}.`,
  stage: (number: number, count: number, name: string) => `المرحلة ${number} من ${count}: ${name}`,
  given: (given: number, need: number) => `الموافقات: ${given} من ${need}`,
  marks: { done: '✓', asked: '◐', later: '○', ended: '✕' },
  voted: (who: string, moment: string) => `✓ تمت الموافقة من ${who}، ${moment}`,
  votedFor: (who: string, approver: string, moment: string) =>
    `✓ تمت الموافقة من ${who} نيابة عن ${approver}، ${moment}`,
  votedWith: (vote: string, quote: string) => `${vote}: ${quote}`,
  unanswered: (who: string) => `لم يصل رد بعد: ${who}`,
  neverAnswered: (who: string) => `لم يصل رد: ${who}`,
  comesLater: (who: string) => `المطلوب قرارهم لاحقًا: ${who}`,
  standsIn: (deputy: string, approver: string, lastDay: string) =>
    `ينوب ${deputy} عن ${approver} حتى ${lastDay}`,
  shortened: (now: string, asked: string, who: string) =>
    `${now} (المطلوب: ${asked}؛ تم التقصير من قِبل ${who})`,
  duration: 'المدة',
  asAsked: (duration: string) => `كما طُلب: ${duration}`,
  because: {
    named: 'قرارك مطلوب لأن نهج الموافقة يسمّيك.',
    groupMember: (group: string) => `قرارك مطلوب لأنك عضو في ${group}.`,
    manager: (who: string) => `قرارك مطلوب لأنك مدير ${who}.`,
    /** Of a review. */
    administrator: 'رأيك مطلوب بصفتك مسؤولًا، لأن من يمكنهم الموافقة غيرك أقل من اللازم.',
    managerFallback: (who: string) => `قرارك مطلوب لعدم وجود مدير لـ ${who} يمكنه أن يقرّر.`,
    catalogOwner: (catalog: string) => `قرارك مطلوب لأنك مالك الكتالوج ${catalog}.`,
    packageManager: (catalog: string) => `قرارك مطلوب لأنك مدير حزم الوصول في الكتالوج ${catalog}.`,
    deputy: (who: string, lastDay: string) => `قرارك مطلوب لأنك تنوب عن ${who} حتى ${lastDay}.`,
  },
  returned: 'تغيّرت الخطة، فعاد الطلب للموافقة عليه من جديد',
  returnedBody: (moment: string) =>
    `سبقت الموافقة عليه، لكن عند بدء العمل، ${moment}، لم يعد شيء ما كما تمت الموافقة عليه. لم يتغير شيء. وما اختلف معلّم بالرمز ⚠ أدناه.`,
  returns: (asks: string) => `تغيّر منذ الموافقة عليه. ${asks}`,
  writeback: { on: 'مشغّلة', off: 'متوقفة', undetermined: 'غير محددة' },
  /** The arrow points the way of reading; the marks keep two Latin names from joining around it. */
  changed: (before: string, after: string) => `⚠ تغيّر: ${before}\u200F ← \u200F${after}`,
  newerBelow: 'توجد في الأسفل رسالة أحدث عن هذا الطلب.',
  showHere: 'عرض هنا',
} as const;
