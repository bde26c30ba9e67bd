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
} as const;
