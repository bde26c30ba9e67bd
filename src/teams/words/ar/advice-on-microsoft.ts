import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Microsoft Graph and entitlement management answer. */
export const adviceOnMicrosoft = {
  'graph-permission-missing': {
    happened: () => 'لا يسمح لي Microsoft Graph بهذا الإجراء.',
    next: 'على المسؤول منح الروبوت الإذن المذكور في التفاصيل، ثم اختيار «إعادة المحاولة».',
  },
  'graph-credentials-refused': {
    happened: () => 'لم يقبل Microsoft Entra بيانات الاعتماد الخاصة بي.',
    next: 'على المسؤول تجديد شهادة الروبوت أو سره، ثم اختيار «إعادة المحاولة».',
  },
  'graph-unreachable': {
    happened: () => 'لا يستجيب Microsoft Graph في الوقت الحالي.',
    next: 'لم يُفقد شيء. أعد المحاولة بعد بضع دقائق.',
  },
  'graph-throttled': {
    happened: () => 'يطلب مني Microsoft Graph الإبطاء.',
    next: 'لم يُفقد شيء. أعد المحاولة بعد بضع دقائق.',
  },
  'graph-outcome-unknown': {
    happened: () => 'استلم Microsoft Graph أمرًا، لكنه لم يذكر ما إذا كان قد نُفّذ.',
    next: 'أتحقق قبل تكرار أي شيء. أعد المحاولة بعد بضع دقائق.',
  },
  'graph-refused': {
    happened: () => 'رفض Microsoft Graph الأمر.',
    next: 'يجد المسؤول السبب في التفاصيل.',
  },
  'licence-missing': {
    happened: () => 'ليس لدى المستأجر ترخيص لإدارة الاستحقاق.',
    next: 'على المسؤول تعيين Microsoft Entra ID P2 أو Governance؛ وقد يستغرق سريان الترخيص الجديد حتى ثماني ساعات.',
  },
  'not-visible-yet': {
    happened: () => 'لم يظهر كائن جديد في كل مكان بعد.',
    next: 'يحتاج Microsoft Entra إلى بضع دقائق لنسخه. اختر «إعادة المحاولة» لاحقًا.',
  },
  'not-resource-owner': {
    happened: () => 'ليس مسموحًا لي بإضافة هذه المجموعة إلى كتالوج.',
    next: 'على المسؤول منح الروبوت الإذن Group.ReadWrite.All أو جعله مالكًا للمجموعة، ثم اختيار «إعادة المحاولة».',
  },
  'policy-needs-approval': {
    happened: () => 'تطلب جميع نُهُج حزمة الوصول هذه موافقة أخرى.',
    next: 'على المسؤول إضافة نهج بلا موافقة للتعيين المباشر.',
  },
  'assignment-failed': {
    happened: () => 'لم تتمكن إدارة الاستحقاق من تسليم التعيين.',
    next: 'يمكن للمسؤول إعادة معالجته في مركز إدارة Entra، أو اختيار «إعادة المحاولة» هنا.',
  },
  'assignment-ended': {
    happened: () => 'أُزيل التعيين قبل وصوله إلى Active Directory.',
    next: 'إذا كانت الحاجة إلى الوصول قائمة، فقدّم طلبًا جديدًا.',
  },
  'writeback-refused': {
    happened: () => 'رفض Microsoft Graph تشغيل إعادة الكتابة لهذه المجموعة.',
    next: 'يجد المسؤول السبب في التفاصيل.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
