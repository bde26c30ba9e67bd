/** Who did not get a card, for administrators. */
export const undelivered = {
  title: 'تعذّر التسليم',
  summary: 'البطاقات التي تعذّر تسليمها',
  intro:
    'تعذّرت مراسلة هؤلاء الأشخاص: التطبيق غير مضاف لديهم، أو حظروه، أو يمنعه عنهم نهج. وحالما يتوفر لديهم، تصل البطاقة من تلقاء نفسها.',
  next: 'ثبّت التطبيق لهم في مركز إدارة Teams عبر نهج إعداد، أو أرسل إليهم الرابط الذي يضيفونه به.',
  none: 'وصلت كل بطاقة إلى صاحبها.',
  line: (id: string, asked: string) => `الطلب ${id}، تاريخ الطلب: ${asked}`,
  reasons: {
    'no-app': 'التطبيق غير مضاف لديهم.',
    'removed-app': 'أزالوا التطبيق.',
    blocked: 'حظروا الروبوت.',
    'chat-gone': 'لم تعد محادثتهم مع الروبوت موجودة.',
    'not-permitted': 'يمنع نهج التطبيق عنهم.',
    'not-known': 'لم يذكر Teams السبب.',
  },
  since: (reason: string, moment: string) => `${reason} منذ ${moment}.`,
  kinds: {
    request: 'طلبهم الخاص',
    approval: 'قرار ينتظرهم',
    outcome: 'نتيجة طلب',
    other: 'مستجدات طلب',
  },
  lists: {
    list: 'قائمتهم الخاصة',
    approval: 'قرارات بشأن قائمة تنتظرهم',
    outcome: 'نتيجة قائمة',
  },
  listLine: (id: string, made: string) => `القائمة ${id}، تاريخ الإنشاء: ${made}`,
  notices: {
    deputy: 'أنهم ينوبون عن أحد، أو لم يعودوا كذلك',
    catalog: 'أنهم يتولون كتالوجًا، أو لم يعودوا كذلك',
    drift: 'مواضع اختلاف Active Directory عن Entra',
  },
} as const;
