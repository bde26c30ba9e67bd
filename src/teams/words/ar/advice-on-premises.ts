import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Active Directory and the sync engine answer. */
export const adviceOnPremises = {
  'directory-unreachable': {
    happened: () => 'لا تستجيب أي وحدة تحكم بالمجال في الوقت الحالي.',
    next: 'سأواصل التحقق. يمكن للمسؤول فحص الاتصال بـ Active Directory.',
  },
  'directory-refused-credentials': {
    happened: () => 'لم يقبل Active Directory حسابي.',
    next: 'على المسؤول تجديد الحساب الذي يقرأ Active Directory.',
  },
  'directory-not-secure': {
    happened: () => 'الاتصال بـ Active Directory غير آمن، لذلك لا أستخدمه.',
    next: 'على المسؤول تكوين LDAPS بشهادة يمكنني التحقق منها.',
  },
  'sync-unreachable': {
    happened: () => 'لا يمكنني الاطلاع على جدول محرك المزامنة في الوقت الحالي.',
    next: 'سيصل التأكيد على أي حال؛ الوقت المتوقع وحده غير معروف.',
  },
  'sync-start-not-available': {
    happened: () => 'لا يمكنني بدء مزامنة من هنا.',
    next: 'ستشمل الدورة التالية كل شيء. يمكن للمسؤول بدء دورة على خادم المزامنة، أو توصيلي به.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
