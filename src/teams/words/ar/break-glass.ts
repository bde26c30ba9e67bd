/** Access that is taken first and reviewed afterwards. */
export const breakGlass = {
  title: 'الوصول الطارئ',
  taken: (who: string, moment: string) => `وصول طارئ من قِبل ${who} من دون موافقة، ${moment}`,
  because: (reason: string) => `السبب: ${reason}`,
  settingUp: 'يجري الإعداد.',
  delivering: 'تم الإعداد. تعيّن إدارة الاستحقاق الحزمة الآن.',
  altogether: (span: string) => `المدة الإجمالية من الطلب إلى الإثبات: ${span}.`,
  seenAt: (moment: string, span: string) => `وقت المشاهدة: ${moment}. المدة منذ الطلب: ${span}.`,
  ends: (moment: string) => `ينتهي من تلقاء نفسه قرابة ${moment}.`,
  toReview: (who: string) => `يمكن الآن تحديد ما إذا كان مبررًا من قِبل ${who}.`,
  toReviewYourself: 'يُرجى أن تحدّد أدناه ما إذا كان مبررًا.',
  justified: (who: string, moment: string) => `تمت المراجعة: مبرر، حسب ${who}، ${moment}.`,
  notJustified: (who: string, moment: string) => `تمت المراجعة: غير مبرر، حسب ${who}، ${moment}.`,
  reviewedWith: (verdict: string, quote: string) => `${verdict} ${quote}`,
  notice: (who: string, what: string) => `وصول طارئ من قِبل ${who}: ${what}`,
  reminds: (notice: string) => `لم تتم المراجعة بعد. ${notice}`,
  notReviewed: (moment: string) => `لم يراجعه أحد بعد. آخر تذكير: ${moment}.`,
  reviewComment: 'التعليق (مطلوب إذا لم يكن مبررًا)',
  reviewedTitle: {
    justified: 'تقرّر أن وصولك الطارئ كان مبررًا',
    'not-justified': 'تقرّر أن وصولك الطارئ لم يكن مبررًا',
  },
  offer: (hours: string) =>
    `إذا كان الأمر لا يحتمل الانتظار، فيمكنك الحصول على الوصول فورًا من دون موافقة، للمدة: ${hours}. يُبلَّغ كل مَن كان سيقرّر، ويراجعه أحدهم.`,
  offerButton: 'الوصول الطارئ…',
  confirmTitle: 'هل تريد الوصول الطارئ الآن؟',
  confirmSummary: 'يُرجى تأكيد الوصول الطارئ',
  confirmWhat: (person: string, group: string) =>
    `سيُضاف ${person} إلى ${group} فورًا، من دون موافقة أحد.`,
  confirmUntil: (hours: string, moment: string) =>
    `المدة: ${hours}، حتى قرابة ${moment}، وينتهي من تلقاء نفسه.`,
  confirmTold: (who: string) => `يُبلَّغ في هذه اللحظة ${who} والمسؤولون، مع اسمك والسبب الذي ذكرته.`,
  confirmReview: 'يراجع أحدهم بعد ذلك ما إذا كان مبررًا. وستقرأ النتيجة.',
  confirmReplaces: (id: string) =>
    `ينتهي بذلك الطلب المفتوح ${id} للعضوية نفسها. إذا لزم الوصول مدة أطول، فقدّم طلبًا جديدًا بعد انتهاء هذه الساعات.`,
  replaced: (id: string) =>
    `تم الحصول على الوصول الطارئ ${id} للعضوية نفسها، فانتهى هذا الطلب بذلك. إذا لزم الوصول مدة أطول، فقدّم طلبًا جديدًا بعد انتهاء تلك الساعات.`,
  confirmReason: 'السبب الذي ذكرته',
  confirm: 'الحصول على الوصول',
  back: 'رجوع إلى النموذج',
} as const;
