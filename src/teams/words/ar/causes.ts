import type { CauseCode, CauseOwner, Certainty, Fix, Source } from '../../../domain/cause.ts';
import type { CauseNames } from '../en/causes.ts';

/** Why somebody is not in Active Directory yet. */
export const causes = {
  'procedure-failed': () => 'توقف الإعداد قبل اكتماله.',
  'awaiting-decision': () => 'لم يصدر قرار بعد.',
  'user-not-found': ({ person }) => `لم يعد ${person} في Microsoft Entra.`,
  'user-is-guest': ({ person }) => `حساب ${person} حساب ضيف، وليس للضيوف حساب في Active Directory.`,
  'user-is-cloud-only': ({ person }) =>
    `حساب ${person} في السحابة فقط، وتتخطى إعادة الكتابة من ليس له حساب في Active Directory.`,
  'user-missing': ({ person }) => `لا أجد حساب ${person} في Active Directory.`,
  'user-ambiguous': ({ person }) => `قد يعود أكثر من حساب في Active Directory إلى ${person}.`,
  'user-in-other-domain': ({ person, group }) => `حساب ${person} في مجال غير مجال ${group}.`,
  'licence-missing': () => 'ليس لدى المستأجر ترخيص لإدارة الاستحقاق.',
  'assignment-ended': ({ person }) => `أُزيل تعيين ${person} أو انتهت مدته.`,
  'membership-removed': ({ person, group }) => `أزال أحدهم ${person} من ${group}.`,
  'assignment-stuck': () => 'يستغرق التسليم من إدارة الاستحقاق وقتًا أطول بكثير من المعتاد.',
  'group-not-found': ({ group }) => `لم تعد ${group} في Microsoft Entra.`,
  'group-is-synced': ({ group }) => `مصدر ${group} هو Active Directory، لذلك لا تُعاد كتابتها.`,
  'group-is-dynamic': ({ group }) => `تُحدَّد عضوية ${group} تلقائيًا بقاعدة.`,
  'group-is-role-assignable': ({ group }) => `يمكن أن تُعيَّن للمجموعة ${group} أدوار الدليل.`,
  'group-is-distribution': ({ group }) => `${group} مجموعة توزيع أو مجموعة أمان ممكّنة للبريد.`,
  'group-kind-not-writable': ({ group }) =>
    `لا يكتب أي محرك لإعادة الكتابة في المستأجر مجموعات من نوع ${group}.`,
  'group-writeback-off': ({ group }) => `تم إيقاف إعادة كتابة ${group}.`,
  'group-writeback-undecided': ({ group }) =>
    `لم يُحدَّد ما إذا كانت ${group} تُعاد كتابتها، لذلك يسري الإعداد الافتراضي للمستأجر.`,
  'group-too-large': ({ group }) => `عدد أعضاء ${group} أكبر مما يكتبه المحرك.`,
  'group-ambiguous': ({ group }) => `قد يكون أكثر من كائن في Active Directory هو ${group}.`,
  'writeback-off': () => 'إعادة كتابة المجموعات متوقفة في المستأجر.',
  'organizational-unit-missing': () => 'لم تُكوَّن وحدة تنظيمية للمجموعات التي تُعاد كتابتها.',
  'organizational-unit-differs': () =>
    'يكتب المحرك إلى وحدة تنظيمية غير التي كانت عند الموافقة على الطلب.',
  'sync-staging': () => 'خادم المزامنة في الوضع المرحلي ولا يكتب شيئًا.',
  'sync-disabled': () => 'المزامنة متوقفة.',
  'sync-suspended': () => 'المزامنة معلّقة، كما هي الحال أثناء فتح معالج التكوين الخاص بها.',
  'sync-stopped': () => 'لم تعمل المزامنة منذ مدة أطول بكثير مما ينبغي.',
  'job-missing': () => 'لا يوجد في Cloud Sync تكوين يكتب المجموعات.',
  'job-paused': () => 'تكوين Cloud Sync متوقف مؤقتًا.',
  'job-not-started': () => 'لم يبدأ تكوين Cloud Sync قط.',
  'job-quarantined': () => 'تكوين Cloud Sync في العزل.',
  'job-failing': () => 'فشل آخر تشغيل لـ Cloud Sync.',
  'group-out-of-scope': ({ group }) => `${group} ليست ضمن نطاق Cloud Sync.`,
  'provisioning-failed': ({ group }) => `لم تتمكن Cloud Sync من كتابة ${group}.`,
  'provisioning-skipped': ({ person, group }) =>
    `تخطت Cloud Sync إضافة ${person} عند كتابة ${group}.`,
  'directory-refused-credentials': () => 'لم يقبل Active Directory حسابي.',
  'directory-not-secure': () => 'الاتصال بـ Active Directory غير آمن، لذلك لا أستخدمه.',
  'directory-unreachable': () => 'لا تستجيب أي وحدة تحكم بالمجال، فلا يمكنني التحقق.',
  'not-verifiable': () => 'لا يمكنني التحقق من Active Directory هنا.',
  'group-missing': ({ group }) => `تم تشغيل مزامنة، لكن ${group} لم تظهر في Active Directory.`,
  'member-missing': ({ person, group }) =>
    `تم تشغيل مزامنة، لكن عضوية ${person} في ${group} لا تظهر في Active Directory.`,
  'user-is-disabled': ({ person }) => `حساب ${person} معطّل.`,
  'assignment-under-way': () => 'تسلّم إدارة الاستحقاق التعيين الآن.',
  'membership-not-yet': ({ person, group }) =>
    `لا تظهر عضوية ${person} في ${group} في Microsoft Entra بعد.`,
  'sync-running': () => 'هناك مزامنة جارية.',
  'sync-not-begun': () => 'لم تبدأ أي مزامنة منذ وصول العضوية إلى Microsoft Entra.',
} satisfies Readonly<Record<CauseCode, (names: CauseNames) => string>>;

/** What to do about it, said to whoever can. */
export const fixes = {
  wait: 'لا شيء: يزول من تلقاء نفسه، وسأواصل المتابعة.',
  'sync-now': 'ستشمله المزامنة المجدولة التالية. يمكن للمسؤول تشغيل مزامنة الآن.',
  decide: 'يجب أن يقرّر أحد الموافِقين.',
  'try-again': 'اختر «إعادة المحاولة» بعد معالجة السبب المذكور على البطاقة.',
  'request-again': 'إذا كانت الحاجة إلى الوصول قائمة، فقدّم طلبًا جديدًا.',
  'choose-another-person': 'قدّم طلبًا لشخص له حساب في Active Directory.',
  'choose-another-group': 'قدّم طلبًا لمجموعة أخرى.',
  'create-account-on-premises': 'أنشئ الحساب في Active Directory ودعه يتزامن مع Microsoft Entra.',
  'enable-account': 'مكّن الحساب.',
  'check-search-base':
    'تأكد من أن الحساب في مجموعة التفرعات نفسها التي فيها المجموعة، وتحت القاعدة التي أبحث فيها.',
  'remove-duplicate': 'ابحث عن الكائنات التي لها العلامة نفسها أو نقطة الارتساء نفسها، وأبقِ واحدًا.',
  'assign-licence': 'عيّن ترخيص Microsoft Entra ID P2 أو Governance.',
  'reprocess-assignment': 'أعد معالجة التعيين في مركز إدارة Entra.',
  'restore-membership': 'أزل التعيين وقدّم طلبًا جديدًا، أو أضف الشخص مجددًا.',
  'change-membership-rule': 'غيّر القاعدة، أو حوّل المجموعة إلى مجموعة بأعضاء معيّنين.',
  'convert-source-of-authority': 'حوّل مصدر السلطة للمجموعة إلى السحابة.',
  'set-up-engine-for-kind':
    'أعدّ Cloud Sync لمجموعات الأمان، أو Connect Sync لمجموعات Microsoft 365.',
  'enable-writeback-of-group': 'شغّل إعادة الكتابة في خصائص المجموعة.',
  'enable-writeback-of-tenant': 'مكّن إعادة كتابة المجموعات في Entra Connect Sync أو Cloud Sync.',
  'make-group-smaller': 'قسّم المجموعة، أو استبعد الأعضاء الذين لا يحتاجون إلى الوصول المحلي.',
  'set-organizational-unit': 'اجعل الوحدة التنظيمية للمحرك مطابقة للوحدة التي أتحقق منها.',
  'end-staging': 'أخرج الخادم من الوضع المرحلي، أو تحقق من الخادم النشط.',
  'enable-scheduler': 'شغّل Set-ADSyncScheduler -SyncCycleEnabled $true على خادم المزامنة.',
  'ask-to-enable-scheduler': 'اطلب من المسؤول إعادة تشغيل المزامنة المجدولة.',
  'close-wizard': 'أغلق معالج التكوين على خادم المزامنة.',
  'check-sync-server': 'تحقق من أن خادم المزامنة يعمل، ومما أبلغ عنه تشغيله الأخير.',
  'create-job': 'أنشئ تكوينًا من Microsoft Entra ID إلى Active Directory.',
  'start-job': 'ابدأ التكوين.',
  'clear-quarantine': 'عالج ما وضعه في العزل، ثم أعد تشغيله.',
  'widen-scope': 'أضف المجموعة إلى عامل تصفية النطاق في التكوين.',
  'read-provisioning-log': 'يذكر سجل التوفير السبب.',
  'renew-directory-account': 'جدّد الحساب الذي أقرأ به Active Directory.',
  'secure-directory-connection': 'كوّن LDAPS بشهادة يمكنني التحقق منها.',
  'check-domain-controllers': 'تحقق من الاتصال بوحدات التحكم بالمجال.',
  'confirm-by-hand': 'تحقق من Active Directory وأكّد العضوية على البطاقة.',
  'check-connector-rights': 'تحقق من حقوق حساب الموصل على الوحدة التنظيمية، ومن أخطاء التصدير.',
  'check-replication': 'تحقق من أخطاء تصدير المجموعة ومن النسخ المتماثل بين وحدات التحكم بالمجال.',
} satisfies Readonly<Record<Fix, string>>;

export const causeOwners = {
  requester: 'مقدم الطلب',
  approver: 'أحد الموافِقين',
  'group-owner': 'مالك المجموعة',
  administrator: 'أحد المسؤولين',
  nobody: 'لا أحد',
} satisfies Readonly<Record<CauseOwner, string>>;

export const certainties = {
  certain: 'هذا هو السبب:',
  likely: 'على الأرجح:',
  possible: 'ربما:',
} satisfies Readonly<Record<Certainty, string>>;

export const sources = {
  writeback: 'هذا الطلب',
  'entra-user': 'المستخدم في Microsoft Entra',
  'entra-group': 'المجموعة في Microsoft Entra',
  'entra-membership': 'العضوية في Microsoft Entra',
  'entra-tenant': 'إعدادات المستأجر',
  'entitlement-management': 'إدارة الاستحقاق',
  'sync-schedule': 'جدول Entra Connect',
  'cloud-sync': 'خدمة Entra Cloud Sync',
  'provisioning-log': 'سجل التوفير',
  'active-directory': 'دليل Active Directory',
} satisfies Readonly<Record<Source, string>>;
