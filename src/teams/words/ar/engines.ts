import type { EngineFinding, WritebackEngine } from '../../../domain/group.ts';
import type { ProvisioningJobStatus, ProvisioningScope } from '../../../domain/provisioning.ts';
import { groups, numbered } from './numbered.ts';

type Evidence = EngineFinding['evidence'];

/** The engines of the tenant, for administrators. */
export const engineReport = {
  title: 'ما يكتب المجموعات إلى Active Directory',
  summary: 'محركات إعادة الكتابة في المستأجر',
  none: 'لم أجد أي محرك لإعادة الكتابة، لذلك لا تصل أي مجموعة إلى Active Directory.',
  noneNext:
    'لمجموعات الأمان، أعدّ Entra Cloud Sync (من Microsoft Entra ID إلى Active Directory)؛ ولمجموعات Microsoft 365، أعدّ إعادة كتابة المجموعات في Entra Connect Sync.',
  writing: 'يكتب المجموعات',
  notWriting: 'لا يكتب شيئًا في الوقت الحالي',
  supported: 'مدعوم من Microsoft',
  unsupported: 'لم يعد مدعومًا من Microsoft',
  unsupportedEngines: (engines: string) => `لم تعد Microsoft تدعم: ${engines}`,
  /** In the list of prerequisites. */
  details: (support: string) => `${support}. اكتب «محركات» لمزيد من المعلومات.`,
  state: 'الحالة',
  support: 'الدعم',
  evidence: 'مصدر المعرفة',
  feature: (name: string) => `${name} مشغّل في مزامنة الدليل للمستأجر`,
  evidences: {
    attested: 'ذكر ذلك مسؤول في إعداداتي؛ ولا يعرضه لي Graph.',
    job: 'تكوينه في Microsoft Entra',
  } satisfies Readonly<Record<Exclude<Evidence['kind'], 'feature'>, string>>,
  organizationalUnit: 'الوحدة الهدف',
  unknownUnit: 'لا يمكن رؤيتها',
  job: 'المهمة',
  jobStates: {
    active: 'تعمل',
    quarantined: 'في العزل',
    paused: 'متوقفة مؤقتًا',
    'not-started': 'لم تبدأ قط',
  } satisfies Readonly<Record<ProvisioningJobStatus['state'], string>>,
  quarantinedFor: (code: string) => `في العزل (${code})`,
  lastRun: 'آخر تشغيل',
  succeeded: (moment: string) => `نجح، ${moment}`,
  failedFor: (code: string, moment: string) => `فشل (${code})، ${moment}`,
  scope: 'النطاق',
  scopes: {
    all: 'كل مجموعات الأمان',
    unknown: 'لا يمكن رؤيته',
  } satisfies Readonly<Record<Exclude<ProvisioningScope['kind'], 'groups' | 'filtered'>, string>>,
  scopeGroups: (count: number) => numbered(count, groups),
  scopeAttributes: (attributes: string) => `عبر عامل تصفية على ${attributes}`,
  agents: 'العوامل',
  agentHealths: {
    answering: 'تستجيب',
    'not-answering': 'لا تستجيب؛ تحقق من الخوادم التي عليها عوامل التوفير',
    unknown: 'لا يمكن رؤيتها من هنا',
  },
  works: 'يعمل مع',
  kinds: {
    'connect-v1': 'مجموعات Microsoft 365، التي تصبح مجموعات توزيع في Active Directory',
    'connect-v2': 'مجموعات Microsoft 365 ومجموعات الأمان',
    'cloud-sync': 'مجموعات الأمان التي أعضاؤها من Active Directory',
  } satisfies Readonly<Record<WritebackEngine, string>>,
  guidanceTitle: 'ما معنى ذلك',
  moveFromSecond:
    'كانت إعادة كتابة المجموعات 2 في Entra Connect إصدارًا أوليًا انتهى في يونيو 2024، وقد تتوقف في أي وقت. انقل مجموعات الأمان إلى Entra Cloud Sync؛ ويمكن أن تستمر مجموعات Microsoft 365 مع إعادة كتابة المجموعات 1، بوصفها مجموعات توزيع.',
  noSecurity:
    'لا شيء هنا يكتب مجموعات الأمان. للوصول إلى الملفات والتطبيقات، أعدّ Entra Cloud Sync.',
  noMicrosoft365:
    'لا شيء هنا يكتب مجموعات Microsoft 365. تُنشأ المجموعات الجديدة المطلوبة بوصفها مجموعات أمان.',
  fine: 'لا يلزم نقل شيء.',
  open: 'فتح في Entra',
} as const;
