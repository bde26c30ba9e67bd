import type { Complaint } from '../../../domain/complaint.ts';
import type { GroupKind } from '../../../domain/group.ts';
import type { GroupTrait } from '../../../setup/use-cases.ts';

export const form = {
  title: 'طلب العضوية في مجموعة',
  summary: 'نموذج طلب جديد',
  intro: 'يقرّر أحد الموافِقين. ويرى كلاكما مسبقًا ما الذي سيتغير.',
  group: 'المجموعة',
  groupHint: 'اكتب بداية اسمها',
  newGroup: 'أو اسم مجموعة جديدة',
  newGroupHint: 'فقط إذا لم تكن موجودة بعد',
  person: 'الأشخاص (فارغ: أنت)',
  personHint: 'اكتب اسمًا',
  personName: 'أو أسماء تسجيل الدخول، اسم في كل سطر',
  personNameHint: 'ada@example.com',
  accessPackage: 'حزمة الوصول (فارغ: أختار أنا)',
  accessPackageHint: 'اكتب بداية اسمها',
  reason: 'السبب',
  reasonHint: 'يقرّر الموافِق بناءً عليه',
  ticket: 'رقم التذكرة (حيث يلزم)',
  ticketHint: 'كما يكتبه نظام التذاكر لديك',
  whoDecides: 'مَن يقرّر؟',
  decides: 'مَن يقرّر',
  decidesAny: (who: string) => `${who}: يكفي أحدهم`,
  decidesAll: (who: string) => `${who}: جميعهم`,
  decidesSome: (count: number, who: string) => `${who}: العدد المطلوب منهم ${count}`,
  atMostDays: (days: string) => `الحد الأقصى: ${days}.`,
  tooLongFor: (duration: string, group: string) => `${duration} (أطول مما يُسمح به لـ ${group})`,
  escalates: (span: string, who: string) => `إذا لم يصدر قرار خلال ${span}، فأيضًا: ${who}`,
  rule: (label: string, rule: string) => `${label}: ${rule}`,
  duration: 'المدة',
  noEnd: 'بلا نهاية',
  notRequestable: 'لا يمكن طلبها',
  damaged: 'تعذّرت قراءة النموذج، فإليك نموذجًا جديدًا.',
  mark: '↑ يُرجى مراجعة هذا الحقل.',
  notSendable: 'لا يمكن إرسال هذا بصورته الحالية. وقد احتُفظ بما أدخلته.',
  rejected: 'تعذّر إرسال هذا بعد. وقد احتُفظ بما أدخلته.',
  chosenGroup: 'المجموعة التي اخترتها',
  chosenPerson: 'الشخص الذي اخترته',
  chosenPackage: 'حزمة الوصول التي اخترتها',
  noGroup: 'اختر مجموعة من القائمة، أو اكتب اسم مجموعة جديدة.',
  twoGroups: 'اختر مجموعة من القائمة أو اكتب اسمًا جديدًا، وليس كليهما.',
  decidesFor: (names: string) => `لأجل ${names}:`,
  tooManyPeople: (limit: number) =>
    `الحد الأقصى لعدد الأشخاص في النموذج الواحد ${limit}، لذلك أبقيتُ على أول ${limit} منهم. ولعدد أكبر، اكتب «قائمة» وألصق قائمة.`,
  breakGlassForOne: 'الوصول الطارئ لشخص واحد في كل مرة. يُرجى ترك الشخص الذي يحتاج إليه الآن فقط.',
  noReason: 'اذكر سبب الحاجة إلى العضوية: يقرّر الموافِق بناءً عليه.',
  tooLong: (label: string, limit: number) => `${label}: الحد الأقصى لعدد الأحرف ${limit}.`,
  notAChoice: (label: string) => `${label}: اختر من القائمة.`,
  groupsCalled: (name: string) => `توجد عدة مجموعات باسم ${name}. اختر مجموعتك من القائمة.`,
  groupsLike: (name: string) =>
    `لا توجد مجموعة اسمها ${name} تمامًا. يعرض حقل «المجموعة» المجموعات التي تبدأ أسماؤها هكذا.`,
  groupUnknown: (name: string) =>
    `لا توجد مجموعة اسمها ${name} تمامًا. اختر مجموعة من القائمة، أو اترك الاسم لإنشائها.`,
} as const;

export const groupKinds = {
  'microsoft-365': 'Microsoft 365',
  security: 'أمان',
  'mail-enabled-security': 'أمان ممكّنة للبريد',
  distribution: 'توزيع',
} satisfies Readonly<Record<GroupKind, string>>;

export const groupTraits = {
  synced: 'من Active Directory',
  dynamic: 'ديناميكية',
  'role-assignable': 'قابلة لتعيين الأدوار',
} satisfies Readonly<Record<GroupTrait, string>>;

/** What is wrong with an input that a client has let through; `other` for what has no text of its own. */
export const complaints = {
  'reason-missing': 'السبب مطلوب: يقرّر الموافِق بناءً عليه.',
  'reason-too-long': 'السبب طويل جدًا.',
  'ticket-too-long': 'رقم التذكرة طويل جدًا.',
  'group-name-missing': 'اسم المجموعة الجديدة فارغ.',
  'group-name-too-long': 'اسم المجموعة الجديدة طويل جدًا.',
  'group-name-not-showable': 'يتضمن اسم المجموعة الجديدة أحرفًا لا يمكن عرضها.',
  'duration-not-offered': 'يجب أن تكون المدة إحدى المدد المعروضة.',
  'person-too-long': 'اسم الشخص طويل جدًا.',
  'person-not-a-sign-in-name': 'أحتاج إلى اسم تسجيل الدخول لهذا الشخص، مثل ada@example.com.',
  'comment-missing': 'اذكر السبب: سيقرؤه مقدم الطلب.',
  'comment-too-long': 'التعليق طويل جدًا.',
  'deputy-is-oneself': 'لا يمكنك أن تكون نائبًا عن نفسك.',
  'deputy-is-guest': 'لا يمكن أن يكون الضيف نائبًا. اختر عضوًا في المؤسسة.',
  'duration-not-shorter': 'يجب أن تكون المدة التي تمنحها أقصر من المدة المطلوبة.',
  'period-not-valid': 'يجب أن تنتهي الفترة بعد بدايتها، وألا تنتهي في الماضي.',
  'row-not-readable':
    'في هذا السطر بيانات ناقصة أو زائدة: أحتاج إلى اسم تسجيل دخول ومجموعة، وإلى عدد الأيام إن كانت للعضوية نهاية، وبينها فاصلة منقوطة.',
  'rows-not-readable':
    'لا يمكنني قراءة أي من هذه السطور. يحتاج كل سطر إلى اسم تسجيل دخول ومجموعة، وإلى عدد الأيام إن كانت للعضوية نهاية، وبينها فاصلة منقوطة.',
  'row-separated-otherwise':
    'هذا السطر غير مفصول كبقية السطور. استخدم علامة الفصل نفسها في كل السطور.',
  'row-quote-not-closed': 'في هذا السطر علامة اقتباس غير مغلقة. أغلقها أو احذفها.',
  'row-duration-not-valid':
    'يجب أن تكون المدة عددًا من الأيام، مثل 30 أو 30 يومًا، أو أن تُترك فارغة إذا كانت بلا نهاية.',
  'row-repeated': 'الشخص نفسه والمجموعة نفسها مذكوران في سطر سابق.',
  'row-group-ambiguous':
    'توجد عدة مجموعات بهذا الاسم. اكتب عنوان البريد الإلكتروني للمجموعة المقصودة بدلًا من اسمها، أو معرّف الكائن الخاص بها.',
  'list-empty': 'لا يوجد فيها سطر يتضمن شخصًا ومجموعة.',
  'list-too-long': 'الحد الأقصى لعدد سطور القائمة 200. يُرجى إرسال الباقي في قائمة ثانية.',
  'list-not-readable':
    'لا يمكنني قراءة هذا بوصفه قائمة، لأنه ليس نصًا. أرسل ملف ‎.csv أو ألصق السطور.',
  'form-of-another': 'أرسل هذا النموذج شخص آخر. اكتب «طلب» للحصول على نموذج خاص بك.',
  'catalog-name-missing': 'يحتاج الكتالوج إلى اسم.',
  'catalog-name-too-long': 'اسم الكتالوج طويل جدًا.',
  'catalog-name-not-showable': 'يتضمن اسم الكتالوج أحرفًا لا يمكن عرضها.',
  'catalog-description-too-long': 'الوصف طويل جدًا.',
  other: 'هناك شيء في النموذج ليس كما ينبغي.',
} satisfies Readonly<Record<Complaint | 'other', string>>;
