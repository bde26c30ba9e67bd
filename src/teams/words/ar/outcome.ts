import type { Proof } from '../../../domain/request.ts';

type LdapProof = Extract<Proof, { readonly kind: 'ldap' }>;

export const outcome = {
  confirmed: (person: string, group: string) =>
    `تمت إضافة ${person} إلى ${group} في Active Directory`,
  attested: (person: string, group: string) => `تأكيد يدوي: ${person} ضمن ${group}`,
  denied: (group: string) => `رُفض طلبك الخاص بالمجموعة ${group}`,
  expired: (group: string) => `انتهت مهلة طلبك الخاص بالمجموعة ${group}`,
  expiredBody: 'لم يصدر قرار خلال المهلة المتاحة. لم يتغير شيء.',
  failed: (group: string) => `توقف طلبك الخاص بالمجموعة ${group}`,
  retrying: (group: string) => `تُعاد محاولة طلبك الخاص بالمجموعة ${group}`,
  retryingBody: 'تعرض بطاقة الطلب إلى أين وصل. وسأخبرك هنا بنتيجته.',
  proofTitle: 'الإثبات',
  originTitle: 'الطلب',
  seen: 'تظهر العضوية في Active Directory.',
  seenAt: (moment: string, span: string) => `وقت المشاهدة: ${moment}. المدة منذ الموافقة: ${span}.`,
  confirmedAt: (moment: string, span: string) =>
    `وقت التأكيد: ${moment}. المدة منذ الموافقة: ${span}.`,
  groupDn: 'المجموعة في Active Directory',
  userDn: 'الشخص في Active Directory',
  attribute: 'شوهدت في',
  attributes: {
    member: 'السمة «member» للمجموعة',
    memberOf: 'السمة «memberOf» للشخص',
    'member and memberOf': 'السمة «member» للمجموعة والسمة «memberOf» للشخص',
  } satisfies Readonly<Record<LdapProof['attribute'], string>>,
  /** Isolated, or the sign of the number lands behind it. */
  adGroupType: (scope: string, kind: string, groupType: number) =>
    `مجموعة ${kind} ${scope} (\u2066groupType ${groupType}\u2069)`,
  adScopes: {
    universal: 'عالمية',
    'domain-local': 'محلية للمجال',
    global: 'عمومية',
    unusual: 'غير معتادة',
  },
  adKinds: { security: 'أمان', distribution: 'توزيع' },
  server: 'الخادم',
  groupType: 'النوع',
  signInAgain:
    'إذا ظل الوصول مرفوضًا، فيفيد تسجيل الخروج من Windows ثم تسجيل الدخول مجددًا: تسري المجموعة الجديدة من تسجيل الدخول التالي.',
  attestedBy: (who: string) =>
    `تم التحقق من Active Directory والتأكيد من قِبل ${who}. لم أتمكن من التحقق بنفسي.`,
  accessEnds: 'ينتهي الوصول',
  kept: (id: string) =>
    `ما أُنجز حتى الآن يبقى كما هو. يمكن للموافِق اختيار «إعادة المحاولة» على بطاقته، ويمكن ذلك للمسؤول بعد كتابة «حالة ${id}».`,
  reference: (id: string) => `المرجع في السجل: ${id}`,
} as const;
