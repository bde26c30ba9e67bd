import type { ConnectRun } from '../../../domain/sync-now-result.ts';
import { numbered, ofPeople, requests } from './numbered.ts';

type Refusal = Extract<ConnectRun, { readonly kind: 'refused' }>['why'];

/** What came of "sync now". */
export const syncNow = {
  title: 'مزامنة الآن',
  summary: 'نتيجة «مزامنة الآن»',
  notAllowed:
    'ليس مسموحًا لك ببدء مزامنة. يمكن لمسؤولي Writeback ذلك؛ اطلب من أحدهم إن كان الأمر لا يحتمل الانتظار.',
  nothingWaits: 'لا طلب ينتظر المزامنة، لذلك لم أبدأ أي مزامنة.',
  waiting: (count: number) => `بانتظارها: ${numbered(count, requests)}.`,
  started: (moment: string) => `بدأتُ مزامنة، ${moment}.`,
  startedNext: 'تشمل كل ما ينتظر. سأتحقق من Active Directory فور انتهائها.',
  joined: (who: string, moment: string) => `بدأت مزامنة قبل قليل بطلب من ${who}، ${moment}.`,
  joinedOwn: (moment: string) => `بدأت مزامنة قبل قليل بطلب منك، ${moment}.`,
  joinedNext: 'تشمل كل ما ينتظر، لذلك لم أبدأ مزامنة ثانية.',
  running: 'هناك مزامنة جارية بالفعل.',
  runningSince: (moment: string) => `هناك مزامنة جارية بالفعل، منذ ${moment}.`,
  covers: 'تشمل كل ما ينتظر.',
  coversNot: 'بدأت قبل بعض ما ينتظر، فلا تشمله. أعد الطلب بعد انتهائها لأبدأ أخرى لما تبقى.',
  tooSoon: (who: string, moment: string) =>
    `بدأت مزامنة بطلب من ${who}، ${moment}، قبل بعض ما ينتظر، فلا تشمله. ولا يزال الوقت مبكرًا لمزامنة أخرى، لذلك لم أبدأ أي مزامنة.`,
  tooSoonOwn: (moment: string) =>
    `بدأت مزامنة بطلب منك، ${moment}، قبل بعض ما ينتظر، فلا تشمله. ولا يزال الوقت مبكرًا لمزامنة أخرى، لذلك لم أبدأ أي مزامنة.`,
  again: (moment: string) => `يمكن بدء المزامنة التالية في ${moment}.`,
  refused: {
    busy: ['محرك المزامنة مشغول بأمر آخر.', 'أعد المحاولة بعد بضع دقائق.'],
    suspended: [
      'المزامنة معلّقة، كما هي الحال أثناء فتح معالج التكوين الخاص بها.',
      'على المسؤول إغلاق معالج التكوين على خادم المزامنة.',
    ],
    staging: [
      'خادم المزامنة في الوضع المرحلي ولا يكتب شيئًا، فلن تفيد المزامنة.',
      'على المسؤول إنهاء الوضع المرحلي، أو توصيلي بالخادم النشط.',
    ],
    disabled: [
      'المزامنة متوقفة.',
      'على المسؤول تشغيلها على خادم المزامنة: Set-ADSyncScheduler -SyncCycleEnabled $true',
    ],
    denied: [
      'لا يسمح لي خادم المزامنة ببدء مزامنة.',
      'على المسؤول منح حسابي هناك الحق في بدء المزامنة.',
    ],
    'too-soon': [
      'بدأت المزامنة الأخيرة قبل لحظات، ويشترط خادم المزامنة مرور بعض الوقت بين مزامنتين.',
      'أعد المحاولة بعد بضع دقائق.',
    ],
  } satisfies Readonly<Record<Refusal, readonly [string, string]>>,
  group: (group: string) => `${group} عبر Entra Cloud Sync`,
  written: (count: number) =>
    `تفيد Cloud Sync بأنه تمت كتابة ${numbered(count, ofPeople)}. أتحقق الآن من Active Directory.`,
  skipped: (count: number, codes: string) => `تم تخطي ${numbered(count, ofPeople)}: ${codes}`,
  failed: (count: number, codes: string) => `تعذّرت كتابة ${numbered(count, ofPeople)}: ${codes}`,
  noJob: 'لا يوجد في Cloud Sync تكوين يكتب المجموعات. على المسؤول إنشاء تكوين.',
  notRunning: 'تكوين Cloud Sync متوقف مؤقتًا أو لم يبدأ قط. على المسؤول بدؤه.',
  outOfScope: 'المجموعة ليست ضمن نطاق Cloud Sync. على المسؤول إضافتها إلى عامل تصفية النطاق.',
} as const;
