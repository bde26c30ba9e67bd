export const chat = {
  somebody: 'شخص ما',
  whoAreYou: 'لا يمكنني التعرّف عليك، لذلك لن أفعل شيئًا. يُرجى تسجيل الدخول إلى Teams بحساب العمل.',
  otherTenant: 'أعمل لدى مؤسسة أخرى ولا يمكنني مساعدتك هنا.',
  sentPrivately: 'أجبتك في محادثتنا الخاصة.',
  addMeFirst: 'لا يمكنني مراسلتك على انفراد بعد. أضف تطبيق Writeback في Teams، ثم أعد طلبك.',
  onlyPrivately: 'يُرجى استخدام محادثتنا الخاصة لهذا الأمر: فما يتضمنه الطلب ليس لكل الموجودين هنا.',
  notANumber: (given: string, command: string) =>
    `${given} ليس رقم طلب كاملًا: بعد WB- ثمانية أحرف وأرقام، مثل: ${command} WB-7K3F2Q9X. اكتب «طلباتي» لعرض الأرقام.`,
  needsNumber: (command: string) =>
    `حدّد الطلب المقصود، مثل: ${command} WB-7K3F2Q9X. اكتب «طلباتي» لعرض الأرقام.`,
  cancelled: (id: string) => `تم إلغاء الطلب ${id}.`,
  badClick: 'تعذّرت قراءة هذه النقرة، فلم يحدث شيء. اكتب «طلباتي» وافتح الطلب من هناك.',
  badSearch: 'تعذّرت قراءة عملية البحث هذه.',
  notSupported: 'لا أقدّم هذه الخدمة.',
  defect: 'حدث خطأ من جهتي، ولم يُفقد شيء. يُرجى إعادة المحاولة بعد دقيقة.',
} as const;

export const list = {
  title: 'طلباتي',
  summary: 'طلباتك',
  empty: 'ليس لديك طلبات. اكتب «طلب» لتقديم طلب.',
  line: (person: string, state: string) => `${person} · ${state}`,
  hint: 'اختر طلبًا لفتحه، أو اكتب «حالة» ورقمه.',
  open: (id: string) => `فتح ${id}`,
} as const;

export const buttons = {
  newRequest: 'طلب جديد',
  again: 'تكرار الطلب',
  submit: 'إرسال الطلب',
  approve: 'موافقة',
  deny: 'رفض',
  claim: 'سأتولى الأمر',
  unclaim: 'لن أتولاه',
  cancel: 'إلغاء الطلب',
  retry: 'إعادة المحاولة',
  attest: 'تأكيد العضوية',
  justified: 'كان مبررًا',
  'not-justified': 'لم يكن مبررًا',
  'sync-now': 'مزامنة الآن',
  why: 'لماذا ليس بعد؟',
  whyStopped: 'لماذا توقف؟',
  lookAgain: 'تحقق مجددًا',
  back: 'رجوع',
  openInEntra: 'فتح في Entra',
  showOptions: 'عرض خياراتي',
  refresh: 'تحديث',
  steps: 'ما فعلته خطوة بخطوة',
  details: 'تفاصيل للمسؤول',
} as const;
