import { plural } from '../counting.ts';
import { lines, numbered, ofLines, ofRequests, requests } from './numbered.ts';

/** A list of requests that are made, approved and followed together. */
export const bulk = {
  /** What the first line of a list may call its columns. */
  columns: {
    who: [
      'المستخدم',
      'مستخدم',
      'الشخص',
      'اسم المستخدم الأساسي',
      'العضو',
      'اسم تسجيل الدخول',
      'البريد الإلكتروني',
      'البريد',
    ],
    group: ['المجموعة', 'اسم المجموعة', 'معرف المجموعة'],
    duration: ['المدة', 'الأيام', 'المدة (أيام)'],
  } as Readonly<Record<'who' | 'group' | 'duration', readonly string[]>>,
  units: {
    days: ['يوم', 'يوما', 'يومًا', 'أيام', 'ايام'],
    weeks: ['أسبوع', 'أسبوعا', 'أسبوعًا', 'أسابيع'],
    months: ['شهر', 'شهرا', 'شهرًا', 'أشهر', 'شهور'],
    years: ['سنة', 'سنوات', 'عام', 'أعوام'],
  } as Readonly<Record<'days' | 'weeks' | 'months' | 'years', readonly string[]>>,
  title: 'طلب عضويات كثيرة دفعة واحدة',
  formSummary: 'نموذج قائمة طلبات',
  intro:
    'ألصق قائمة، أو أرسل إليّ ملف CSV في هذه المحادثة. أتحقق أولًا من كل سطر وأعرض عليك النتيجة؛ ولا يُرسل شيء قبل موافقتك.',
  lines: 'سطر لكل شخص: اسم تسجيل الدخول، المجموعة، عدد الأيام',
  linesHint: 'ada@example.com; Finance; 30',
  linesMissing: 'ألصق سطرًا واحدًا على الأقل.',
  check: 'تحقق من القائمة',
  heading: (id: string) => `القائمة ${id}`,
  headingFrom: (id: string, who: string) => `القائمة ${id} من ${who}`,
  madeBy: (who: string, moment: string) => `${who}، ${moment}`,
  lineCount: (count: number) => numbered(count, lines),
  checking: 'أتحقق من كل سطر. ستعرض هذه البطاقة النتيجة بعد لحظات.',
  allGood: (count: number) =>
    plural('ar', count, {
      one: 'يمكن إرسال السطر الوحيد.',
      two: 'يمكن إرسال السطرين كليهما.',
      other: `يمكن إرسال السطور كلها (${count}).`,
    }),
  someGood: (good: number, refused: number) =>
    `يمكن إرسال ${numbered(good, ofLines)}، ولا يمكن إرسال ${numbered(refused, ofLines)}.`,
  noneGood: 'لا يمكن إرسال أي من السطور.',
  draftHint: 'لم يُرسل شيء بعد. ما تصحّحه من سطور يُتحقق منه ويُرسل في قائمة خاصة به.',
  sending: 'أرسل الطلبات الآن. ستعرضها هذه البطاقة بعد لحظات.',
  discarded: 'لم يُرسل شيء من هذه القائمة.',
  sent: (count: number) => `تم إرسال ${numbered(count, ofRequests)}.`,
  nothingSent: 'لم ينتج عن هذه القائمة أي طلب.',
  forYou: (count: number) => `بانتظار قرارك: ${numbered(count, requests)}.`,
  finished: 'انتهت جميع طلبات هذه القائمة.',
  /** "في Active Directory: 40"; the mark keeps the number from joining a Latin name before it. */
  count: (count: number, state: string) => `${state}\u200F: ${count}`,
  couldNotBeSent: 'تعذّر إرساله',
  rowGood: 'يمكن إرساله',
  rowNotSent: 'لم يُرسل',
  rowUnchecked: 'قيد التحقق',
  rowLine: (row: number) => `السطر ${row}`,
  marked: (mark: string, title: string) => `${mark} ${title}`,
  rowTitle: (person: string, group: string) => `${person} في ${group}`,
  rowTimed: (title: string, duration: string) => `${title}، ${duration}`,
  rowState: (id: string, state: string) => `${id}\u200F · ${state}`,
  rowsTitle: 'سطرًا سطرًا',
  rowsTitleOf: (page: number, pages: number) => `سطرًا سطرًا، الصفحة ${page} من ${pages}`,
  openOne: 'اختر سطرًا لعرض طلبه مع خطته كاملة وما يمكنك فعله به وحده.',
  reason: 'السبب لها جميعًا',
  reasonHint: 'يقرّر الموافِق بناءً عليه',
  ticket: 'رقم التذكرة',
  ticketHint: 'تطلبه القواعد لديك',
  comment: 'التعليق (مطلوب عند الرفض)',
  send: (count: number) =>
    plural('ar', count, { one: 'إرسال الطلب', other: `إرسال الصالحة (${count})` }),
  discard: 'عدم إرسال شيء',
  checkAgain: 'تحقق مجددًا',
  checkRefusedAgain: 'تحقق من المرفوضة مجددًا',
  correct: 'تصحيح هذه السطور',
  correcting: (id: string) =>
    `هذه سطور القائمة ${id} التي لا يمكن إرسالها. صحّحها هنا، لتصبح قائمة جديدة.`,
  correctingSome: (id: string, shown: number, all: number) =>
    `عدد سطور القائمة ${id} التي لا يمكن إرسالها ${all}، وهذه أول ${shown} منها. صحّحها هنا، لتصبح قائمة جديدة.`,
  correctBelow: 'السطور في رسالة جديدة في محادثتنا الخاصة. صحّحها هناك.',
  noneToCorrect: 'لم يعد أي سطر من هذه القائمة مرفوضًا.',
  comesPrivately: 'أتحقق من قائمتك. ستصل بطاقتها إلى محادثتنا الخاصة.',
  comesWithApp:
    'وصلتني قائمتك، لكن لا يمكنني مراسلتك على انفراد بعد. أضف تطبيق Writeback في Teams، وستصل بطاقتها إلى محادثتنا الخاصة.',
  unreachable: (who: string) =>
    `لا يمكنني مراسلة ${who}. تطبيق Writeback في Teams غير مضاف لديهم أو محظور. وحالما يتوفر، تصل إليهم هذه القائمة.`,
  approveAll: (count: number) =>
    plural('ar', count, { one: 'موافقة', other: `موافقة على الكل (${count})` }),
  approveSome: (count: number, all: number) => `موافقة على ${count} من أصل ${all}`,
  denyAll: (count: number) => plural('ar', count, { one: 'رفض', other: `رفض الكل (${count})` }),
  cancelAll: 'إلغاء القائمة كلها',
  cancelUndecided: (count: number) =>
    plural('ar', count, {
      one: 'إلغاء الطلب المعلّق',
      other: `إلغاء المعلّقة (${count})`,
    }),
  retryFailed: (count: number) =>
    plural('ar', count, {
      one: 'إعادة محاولة المتوقف',
      other: `إعادة محاولة المتوقفة (${count})`,
    }),
  next: 'السطور التالية',
  previous: 'السطور السابقة',
  ordered: {
    approve: (who: string) => `تمت الموافقة على القائمة من قِبل ${who}. أنفّذ ذلك سطرًا سطرًا.`,
    deny: (who: string) => `تم رفض القائمة من قِبل ${who}. أنفّذ ذلك سطرًا سطرًا.`,
    cancel: (who: string) => `يتم سحب القائمة من قِبل ${who}. أنفّذ ذلك سطرًا سطرًا.`,
    retry: (who: string) => `تُعاد محاولة الطلبات المتوقفة من قِبل ${who}.`,
  },
  carriedOut: {
    approve: (who: string, count: number) =>
      `تمت الموافقة على ${numbered(count, ofRequests)} من قِبل ${who}.`,
    deny: (who: string, count: number) => `تم رفض ${numbered(count, ofRequests)} من قِبل ${who}.`,
    cancel: (who: string, count: number) =>
      `تم إلغاء ${numbered(count, ofRequests)} من قِبل ${who}.`,
    retry: (who: string, count: number) =>
      `تمت إعادة بدء ${numbered(count, ofRequests)} من قِبل ${who}.`,
  },
  notDone: (row: number, why: string) => `ما عدا السطر ${row}: ${why}`,
  /** Where the words for whoever is refused would not be right for everybody else who reads the card. */
  notDoneBecause: {
    'not-allowed': (who: string) => `هذا الإجراء غير مسموح به لـ ${who}.`,
    'own-request': () => 'لا يقرّر مقدم الطلب ولا المستفيد منه بشأنه.',
    'not-asked-now': (who: string) => `قرار ${who} غير مطلوب في هذه المرحلة.`,
    'already-approved': (who: string) => `موافقة ${who} محسوبة مسبقًا.`,
    'approved-earlier-stage': (who: string) => `صدرت موافقة ${who} في مرحلة سابقة من هذا الطلب.`,
    'needed-later': (who: string, stage: string) =>
      `تحتاج مرحلة لاحقة من هذا الطلب إلى ${who} (${stage}).`,
    'no-longer-approver': (who: string) => `لم يعد قرار ${who} مطلوبًا في هذا الطلب.`,
  },
  notDoneMore: (count: number) =>
    plural('ar', count, {
      zero: 'ولا سطور أخرى',
      one: 'وسطر آخر',
      two: 'وسطران آخران',
      few: `و${count} سطور أخرى`,
      many: `و${count} سطرًا آخر`,
      other: `و${count} سطر آخر`,
    }),
  quoted: (words: string) => `«${words}»`,
  onlyExisting:
    'لعدة أشخاص دفعة واحدة، اختر مجموعة موجودة. أما المجموعة الجديدة فتُطلب أولًا لشخص واحد.',
  withoutPackage: 'لعدة أشخاص دفعة واحدة، أختار أنا حزمة الوصول. يُرجى ترك هذا الحقل فارغًا.',
  plans: 'ما الذي سيتغير',
  /** More plans than fit on the card. */
  plansOf: (from: number, to: number, all: number) =>
    `ما الذي سيتغير: الخطط من ${from} إلى ${to} من أصل ${all}`,
  nextPlans: 'المزيد من الخطط',
  previousPlans: 'الخطط السابقة',
  /** Of a decision on the whole list. */
  changed:
    'شيء مما ستغيّره هذه القائمة يختلف عما اطّلعت عليه، لذلك لم أنفّذ شيئًا بعد. الخطط أدناه محدّثة؛ يُرجى الاطلاع عليها ثم اتخاذ القرار من جديد.',
  newList: (id: string) => `أصبحت السطور المرفوضة في القائمة ${id}، ولها بطاقة خاصة بها.`,
  listLine: (id: string, states: string) => `${id}\u200F · ${states}`,
  listStates: {
    checking: 'قيد التحقق',
    draft: 'مدقّقة، لم تُرسل',
    discarded: 'لم تُرسل',
    sending: 'قيد الإرسال',
    sent: 'تم إرسالها',
  },
  notFound: (id: string) => `لا توجد قائمة ${id} يمكنك رؤيتها.`,
  /** After "why" and the number of a list. */
  whyEach: (id: string) =>
    `لكل طلب في هذه القائمة مساره. اكتب «لماذا» ورقم أحدها، مثل: لماذا ${id}`,
  /** After "cancel". */
  cancelling: 'أسحب القائمة الآن.',
  notYours: (who: string) => `لم يُسحب شيء: لا يمكن سحب هذه القائمة إلا بواسطة ${who}.`,
  notCancelled: 'صدر قرار بشأن كل ما في هذه القائمة، فلم يبقَ ما يمكن سحبه.',
  notYet:
    'هذا غير ممكن بعد، فما زلت أتحقق من هذه القائمة أو أرسلها. يُرجى إعادة المحاولة بعد لحظات.',
  over: 'لم يعد ذلك ممكنًا. تعرض البطاقة الآن حالة القائمة.',
  sentence: (heading: string, states: string) => `${heading}: ${states}`,
  asksSentence: (who: string, heading: string, count: number) =>
    `قرارك مطلوب بشأن ${numbered(count, ofRequests)} من ${who}. ${heading}`,
  newerBelow: 'توجد في الأسفل رسالة أحدث عن هذه القائمة.',
  outcomeTitle: (id: string) => `انتهت القائمة ${id}`,
  file: {
    tooLarge:
      'حجم هذا الملف أكبر من 1 ميغابايت. الحد الأقصى لعدد سطور القائمة 200؛ يُرجى إرسال قائمة أقصر.',
    notReadable: 'تعذّر عليّ جلب هذا الملف من Teams. يُرجى إرساله مجددًا، أو لصق السطور.',
    notAList: (name: string) =>
      `الملف ${name} ليس ملف CSV. يُرجى حفظ القائمة بتنسيق CSV، أو لصق السطور بعد «قائمة».`,
    onlyOne: 'يُرجى إرسال ملف واحد في كل مرة.',
  },
} as const;
