import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What happens when people decide, click and are written to. */
export const adviceOnClicks = {
  'catalog-not-found': {
    happened: () => 'لا أجد هذا الكتالوج بين ما تملكه أو تديره.',
    next: 'اكتب «كتالوجات» لعرض كتالوجاتك.',
  },
  'catalog-name-taken': {
    happened: (s: string) => `يوجد مسبقًا كتالوج باسم ${s}.`,
    next: 'اختر اسمًا آخر، أو افتح الكتالوج الموجود.',
  },
  'catalog-last-owner': {
    happened: (s: string) => `لن يبقى للكتالوج ${s} أي مالك.`,
    next: 'عيّن شخصًا آخر مالكًا أولًا. يمكن لمسؤول Writeback سحب دور المالك الأخير.',
  },
  'group-not-owned': {
    happened: (s: string) => `لستَ مالكًا للمجموعة ${s}.`,
    next: 'يضيف مالكو الكتالوج المجموعات التي يملكونها بأنفسهم. اطلب من مالك المجموعة إضافتك مالكًا لها، أو من مسؤول Writeback إضافة المجموعة.',
  },
  'request-not-found': {
    happened: () => 'لا أجد هذا الطلب.',
    next: 'اكتب «طلباتي» لعرض طلباتك.',
  },
  'not-allowed': {
    happened: () => 'ليس مسموحًا لك بهذا الإجراء.',
    next: 'يُرجى سؤال أحد المذكورين على البطاقة.',
  },
  'own-request': {
    happened: () => 'لا يمكنك أن تقرّر بشأن طلب قدّمته أو طلب لأجلك.',
    next: 'يجب أن يقرّر أحد الموافِقين الآخرين.',
  },
  'already-decided': {
    happened: () => 'صدر قرار بشأن هذا الطلب في هذه الأثناء.',
    next: 'تعرض البطاقة الآن حالته.',
  },
  'request-changed': {
    happened: () => 'تغيّر هذا الطلب في هذه الأثناء.',
    next: 'تعرض البطاقة الآن حالته؛ يُرجى الاطلاع عليها مجددًا.',
  },
  'person-not-reachable': {
    happened: (s: string) => `لا يمكنني مراسلة ${s}.`,
    next: 'يلزم أولًا أن يضيف هذا الشخص تطبيق Writeback في Teams.',
  },
  defect: {
    happened: () => 'حدث خطأ من جهتي.',
    next: 'لم يُفقد شيء. يجد المسؤول السبب في السجل تحت رقم هذا الطلب.',
  },
  'reason-not-accepted': {
    happened: (s: string) => s,
    next: 'اذكر ذلك في السبب وأرسل النموذج مجددًا.',
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'أدخل رقم التذكرة وأرسل النموذج مجددًا.',
  },
  'duration-too-long': {
    happened: (s: string) => `أقصى عدد من الأيام يسمح به نهج الموافقة لهذا الوصول: ${s}.`,
    next: 'اختر مدة أقصر وأرسل النموذج مجددًا.',
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'هذا ما ينص عليه نهج الموافقة في مؤسستك. يمكن للمسؤول تغييره.',
  },
  'break-glass-off': {
    happened: (s: string) => `الوصول الطارئ إلى ${s} غير مسموح به.`,
    next: 'قدّم طلبًا عاديًا؛ وسيُسأل الموافِقون عليه فورًا.',
  },
  'not-asked-now': {
    happened: () => 'قرارك غير مطلوب في هذه المرحلة.',
    next: 'تذكر البطاقة المطلوب قرارهم الآن.',
  },
  'already-approved': {
    happened: () => 'موافقتك محسوبة مسبقًا.',
    next: 'لا يلزمك فعل شيء آخر. وإن كانت هناك حاجة إلى موافقات أخرى، فيجب أن تأتي من غيرك.',
  },
  'approved-earlier-stage': {
    happened: () => 'سبق أن وافقت على مرحلة سابقة من هذا الطلب.',
    next: 'تحتاج هذه المرحلة إلى شخص آخر. تذكر البطاقة المطلوب قرارهم.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
