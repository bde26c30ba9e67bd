import type { Owner } from '../../../domain/advice.ts';
import type { LegName } from '../../../domain/legs.ts';
import type { LastLook } from '../../../domain/request.ts';

export const request = {
  forWhom: (person: string, group: string) => `${person} في ${group}`,
  asks: (requester: string) => `قرارك مطلوب بناءً على طلب ${requester}`,
  number: (id: string) => `الطلب ${id}`,
  for: 'لأجل',
  requestedBy: 'مقدم الطلب',
  asked: (who: string, moment: string) => `${who}، ${moment}`,
  reason: 'السبب',
  duration: 'المدة',
  decided: 'القرار',
  quoted: (words: string) => `«${words}»`,
  decidedWith: (decision: string, quote: string) => `${decision}: ${quote}`,
  /** A whole request in one line of plain text. */
  sentence: (id: string, who: string, state: string) => `الطلب ${id}: ${who}، ${state}`,
  asksFor: (asks: string, sentence: string) => `${asks}. ${sentence}`,
  progressTitle: 'الطريق إلى Active Directory',
  comment: 'التعليق (مطلوب عند الرفض)',
  commentHint: 'سيقرؤه مقدم الطلب',
  commentMissing: 'اذكر سبب الرفض: سيقرؤه مقدم الطلب. اكتب تعليقًا، ثم اختر «رفض».',
} as const;

export const states = {
  awaitingApproval: (who: string) => `بانتظار قرار من ${who}`,
  settingUp: 'تمت الموافقة. يجري الإعداد.',
  delivering: 'تمت الموافقة والإعداد. تعيّن إدارة الاستحقاق الحزمة الآن.',
  awaitingMembership: 'تم التعيين. بانتظار ظهور العضوية في Entra.',
  awaitingSync: 'العضوية في Entra. بانتظار المزامنة إلى Active Directory.',
  confirmed: 'تم: تظهر العضوية في Active Directory.',
  attested: (who: string) => `تم: تأكدت العضوية في Active Directory من قِبل ${who}.`,
  denied: (who: string) => `تم الرفض من قِبل ${who}`,
  deniedFor: (who: string, approver: string) => `تم الرفض من قِبل ${who} نيابة عن ${approver}`,
  cancelled: (who: string) => `تم الإلغاء من قِبل ${who}`,
  expired: 'لم يصدر قرار في الوقت المحدد، فانتهت مهلة هذا الطلب.',
  stoppedAt: (step: string) => `توقف عند خطوة «${step}»`,
  stoppedWaiting: 'توقف في الطريق إلى Active Directory',
} as const;

export const listStates = {
  'awaiting-approval': 'بانتظار الموافقة',
  denied: 'مرفوض',
  cancelled: 'مُلغى',
  expired: 'انتهت مهلته',
  'setting-up': 'قيد الإعداد',
  delivering: 'قيد التعيين',
  'awaiting-membership': 'بانتظار Entra',
  'awaiting-sync': 'بانتظار المزامنة',
  confirmed: 'في Active Directory',
  failed: 'متوقف',
} as const;

export const legs = {
  assigned: 'تم التعيين في إدارة الاستحقاق',
  'member-in-entra': 'عضو في Microsoft Entra',
  exported: 'تم التصدير عبر المزامنة',
  'member-in-ad': 'عضو في Active Directory',
} satisfies Readonly<Record<LegName, string>>;

export const legStates = {
  pending: ['○', 'بالانتظار'],
  working: ['◐', 'جارٍ'],
  done: ['✓', 'تم'],
  failed: ['✕', 'فشل'],
  unknown: ['?', 'لا يمكن رؤيته'],
  'not-reached': ['○', 'لم يُبلَغ'],
} as const;

export const findings = {
  'not-member': 'لا تظهر العضوية في Active Directory بعد.',
  'group-missing': 'المجموعة ليست في Active Directory بعد.',
  'user-missing': 'لا أجد الشخص في Active Directory بعد.',
  'group-ambiguous':
    'قد يكون أكثر من كائن في Active Directory هو هذه المجموعة. ينبغي أن يتحقق مسؤول.',
  'user-ambiguous': 'قد يكون أكثر من حساب في Active Directory لهذا الشخص. ينبغي أن يتحقق مسؤول.',
  'not-verifiable':
    'لا يمكنني التحقق من Active Directory هنا. يمكن لموافِق أو مسؤول تحقق بنفسه أن يؤكد.',
  'directory-unreachable': 'لم تستجب أي وحدة تحكم بالمجال عند آخر تحقق. سأواصل التحقق.',
  'sync-disabled': 'المزامنة متوقفة. على المسؤول تشغيلها.',
  'sync-suspended': 'المزامنة معلّقة. على المسؤول بدؤها من جديد.',
  'sync-staging': 'خادم المزامنة في الوضع المرحلي ولا يكتب شيئًا. ينبغي أن يتحقق مسؤول.',
  'waiting-for-cycle': 'لم تبدأ أي دورة مزامنة منذ وصول العضوية إلى Entra.',
} satisfies Readonly<Record<LastLook['finding'], string>>;

export const times = {
  doneIn: (span: string) => `المدة: ${span}`,
  altogether: (span: string) => `المدة الإجمالية من الموافقة إلى الإثبات: ${span}.`,
  since: (moment: string) => `منذ ${moment}`,
  lastLook: (moment: string) => `آخر تحقق: ${moment}.`,
  approvedBy: (who: string, moment: string) => `تمت الموافقة من قِبل ${who}، ${moment}`,
  deniedBy: (who: string, moment: string) => `تم الرفض من قِبل ${who}، ${moment}`,
  cancelledBy: (who: string, moment: string) => `تم الإلغاء من قِبل ${who}، ${moment}`,
} as const;

export const notices = {
  /** A second click of the same person. */
  approvedYourself: (moment: string) => `سبق أن وافقت على هذا بنفسك، ${moment}.`,
  deniedYourself: (moment: string) => `سبق أن رفضت هذا بنفسك، ${moment}.`,
  approvedBefore: (who: string, moment: string) =>
    `سبقتك الموافقة على هذا من قِبل ${who}، ${moment}.`,
  deniedBefore: (who: string, moment: string) => `سبقك رفض هذا من قِبل ${who}، ${moment}.`,
  notCancelled: {
    approved: (who: string, moment: string) =>
      `لم يُلغَ شيء: الإلغاء ممكن إلى أن يصدر قرار، وقد سبقت الموافقة على هذا الطلب من قِبل ${who}، ${moment}.`,
    denied: (who: string, moment: string) =>
      `لم يُلغَ شيء: سبق رفض هذا الطلب من قِبل ${who}، ${moment}.`,
    emergency: (moment: string) =>
      `لم يُلغَ شيء: لا يمكن إلغاء وصول الطوارئ. ينتهي من تلقاء نفسه قرابة ${moment}.`,
    over: 'لم يُلغَ شيء: كان هذا الطلب قد انتهى من قبل.',
    notYours: (who: string) =>
      `لم يُلغَ شيء: لا يمكن إلغاء هذا الطلب إلا لمقدمه ${who} أو لأحد المسؤولين.`,
  },
  unreachable: (who: string) =>
    `لا يمكنني مراسلة ${who}. تطبيق Writeback في Teams غير مضاف لديهم أو محظور. وحالما يتوفر، يصل إليهم هذا الطلب.`,
  passOn: (link: string) => `أرسل إليهم هذا الرابط ليتمكنوا من إضافته: ${link}`,
  mender: (owner: string) => `مَن يمكنه معالجة ذلك: ${owner}.`,
  done: 'تم. تعرض البطاقة الحالة الآن.',
} as const;

export const owners = {
  you: 'أنت',
  'the approver': 'الموافِق',
  'the group owner': 'مالك المجموعة',
  'an administrator': 'أحد المسؤولين',
  nobody: 'لا أحد',
} satisfies Readonly<Record<Owner, string>>;
