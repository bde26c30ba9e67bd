import type { CatalogRole } from '../../../domain/approval-policy.ts';
import type { CatalogGroup } from '../../../domain/catalog-view.ts';
import { plural } from '../counting.ts';
import { numbered, packages, resources } from './numbered.ts';

const hint = 'اكتب «كتالوجات» ثم بداية الاسم، مثل: كتالوجات المالية';

/**
 * Catalogs and who manages them. What each role allows stands as Microsoft has it:
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
export const catalogs = {
  title: 'الكتالوجات',
  summary: 'كتالوجات المجموعات وحزم الوصول',
  intro:
    'يضم الكتالوج مجموعات وحزم الوصول التي تمنح العضوية فيها. ويعتني به مالكوه ومديرو حزم الوصول فيه.',
  none: 'لا تملك أي كتالوج ولا تديره. يمكن لمالك كتالوج أو لمسؤول Writeback أن يفوّض إليك كتالوجًا.',
  noneYet: 'لا يوجد كتالوج بعد.',
  noneNamed: (name: string) => `لا يبدأ اسم أي من كتالوجاتك بـ ${name}.`,
  published: 'منشور',
  unpublished: 'غير منشور، فلا يمكن لأحد تقديم طلب منه',
  resources: (count: number) => numbered(count, resources),
  packages: (count: number) => numbered(count, packages),
  line: (state: string, resourceCount: string, packageCount: string) =>
    `${state} · ${resourceCount}، ${packageCount}`,
  owners: 'المالكون',
  managers: 'مديرو حزم الوصول',
  ownedBy: (names: string) => `المالكون: ${names}`,
  managedBy: (names: string) => `مديرو حزم الوصول: ${names}`,
  noOwner: 'لا يملكه أحد بعد',
  hidden: (count: number) =>
    plural('ar', count, {
      zero: `لا يوجد غير المعروض. ${hint}`,
      one: `هناك كتالوج آخر غير معروض. ${hint}`,
      two: `هناك كتالوجان آخران غير معروضين. ${hint}`,
      few: `هناك ${count} كتالوجات أخرى غير معروضة. ${hint}`,
      many: `هناك ${count} كتالوجًا آخر غير معروض. ${hint}`,
      other: `هناك ${count} كتالوج آخر غير معروض. ${hint}`,
    }),
  openHint: 'اختر كتالوجًا لفتحه.',
  open: (name: string) => `فتح ${name}`,
  cardSummary: (name: string) => `الكتالوج ${name}`,
  groups: 'المجموعات',
  noGroups: 'لا توجد فيه مجموعات بعد.',
  group: (name: string, writeback: string) => `${name} · ${writeback}`,
  writeback: {
    on: 'تُعاد كتابتها إلى Active Directory',
    off: 'لا تُعاد كتابتها',
    undecided: 'لم تُشغَّل إعادة كتابتها ولم تُوقَف قط',
    unknown: 'إعادة الكتابة غير معروفة',
  } satisfies Readonly<Record<CatalogGroup['writeback'], string>>,
  otherResources: (count: number) =>
    plural('ar', count, {
      zero: 'لا تطبيقات أو مواقع إلى جانبها.',
      one: 'إلى جانبها تطبيق أو موقع واحد.',
      two: 'إلى جانبها تطبيقان أو موقعان.',
      few: `إلى جانبها ${count} تطبيقات أو مواقع.`,
      many: `إلى جانبها ${count} تطبيقًا أو موقعًا.`,
      other: `إلى جانبها ${count} تطبيق أو موقع.`,
    }),
  accessPackages: 'حزم الوصول',
  noPackages: 'لا توجد بعد.',
  more: (count: number) =>
    plural('ar', count, { one: 'وواحدة أخرى', two: 'واثنتان أخريان', other: `و${count} غيرها` }),
  noManager: 'لا أحد بعد.',
  groupHolder: (name: string) => `${name} (مجموعة، أي جميع أعضائها)`,
  otherHolder: (name: string) => `${name} (تطبيق)`,

  /** For access package managers, who can change nothing from here. */
  managerHint: 'تدير حزم الوصول فيه. ويتم ذلك في مركز إدارة Entra.',

  newCatalog: 'كتالوج جديد',
  addGroup: 'إضافة مجموعة',
  delegate: 'تفويض',
  takeBack: 'سحب دور',
  allCatalogs: 'كل الكتالوجات',
  openCatalog: 'فتح الكتالوج',
  openInEntra: 'فتح في Entra',
  goOn: 'متابعة',
  back: 'رجوع',

  newTitle: 'كتالوج جديد',
  newIntro:
    'يُنشر فورًا، ولا يُتاح لأشخاص من خارج مؤسستك. بعد ذلك يمكنك إضافة مجموعات وتحديد مَن يعتني به.',
  name: 'الاسم',
  nameHint: 'مثل: المالية',
  nameMissing: 'يحتاج الكتالوج إلى اسم.',
  description: 'الغرض منه',
  descriptionHint: 'مثل: مجموعات قسم المالية',
  create: 'إنشاء الكتالوج',
  created: (name: string) => `تم إنشاء الكتالوج ${name}. أضف مجموعات، وفوّضه.`,

  addTitle: (catalog: string) => `إضافة مجموعة إلى ${catalog}`,
  addIntro:
    'بعد ذلك يمكن لمَن يدير حزم الوصول هنا أن يمنح العضوية في هذه المجموعة. لا يصبح أحد عضوًا بعد.',
  groupLabel: 'المجموعة',
  groupHint: 'اكتب بداية اسمها',
  groupMissing: 'اختر مجموعة من القائمة.',
  chosenGroup: 'المجموعة التي اخترتها',
  add: 'إضافة المجموعة',
  added: (group: string) => `أصبحت ${group} في الكتالوج.`,
  wasThere: (group: string) => `كانت ${group} في الكتالوج مسبقًا، فلم يتغير شيء.`,

  delegateTitle: (catalog: string) => `تفويض ${catalog}`,
  person: 'الشخص',
  personHint: 'اكتب اسمًا',
  personName: 'أو اسم تسجيل الدخول',
  personNameHint: 'name@contoso.com',
  personMissing: 'اختر شخصًا، أو اكتب اسم تسجيل الدخول الخاص به.',
  chosenPerson: 'الشخص الذي اخترته',
  role: 'الدور',
  roleMissing: 'اختر دورًا.',
  roles: {
    'catalog-owner': 'مالك الكتالوج',
    'access-package-manager': 'مدير حزمة الوصول',
  } satisfies Readonly<Record<CatalogRole, string>>,
  confirmTitle: (person: string) => `هل تريد منح ${person} هذا الدور؟`,
  wouldBe: {
    'catalog-owner': (person: string, catalog: string) =>
      `سيصبح ${person} مالكًا للكتالوج ${catalog}.`,
    'access-package-manager': (person: string, catalog: string) =>
      `سيصبح ${person} مديرًا لحزم الوصول في الكتالوج ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (person: string, catalog: string) => string>>,
  may: 'يسمح ذلك بما يلي',
  mayNot: 'ولا يسمح بما يلي',
  allows: {
    'catalog-owner': [
      'إضافة موارد يملكها صاحب الدور إلى الكتالوج، وإزالة موارد منه',
      'إنشاء حزم الوصول والنُهُج وتغييرها وحذفها باستخدام موارد الكتالوج',
      'تعيين الأشخاص مباشرة، وإزالتهم',
      'جعل آخرين مالكين للكتالوج أو مديرين لحزم الوصول فيه',
    ],
    'access-package-manager': [
      'إنشاء حزم الوصول وتغييرها وحذفها باستخدام الموارد الموجودة في الكتالوج',
      'إنشاء نُهُجها وتغييرها: مَن يمكنه الطلب، ومَن يوافق، ومتى ينتهي الوصول',
      'تعيين الأشخاص مباشرة، وإزالتهم',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  forbids: {
    'catalog-owner': ['أي إجراء في كتالوجات أخرى', 'إنشاء كتالوجات جديدة'],
    'access-package-manager': [
      'إضافة موارد إلى الكتالوج أو إزالتها',
      'جعل آخرين مالكين أو مديرين لحزم الوصول',
      'أي إجراء في كتالوجات أخرى',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  /** A rule of the approval policy may name the role. */
  mayApprove:
    'حيثما يطلب نهج الموافقة قرار هذا الدور، يقرّر صاحبه أيضًا بشأن الطلبات هنا في Writeback.',
  youMayApprove:
    'حيثما يطلب نهج الموافقة قرار هذا الدور، تقرّر أنت أيضًا بشأن الطلبات هنا في Writeback.',
  bullet: (line: string) => `• ${line}`,
  confirmDelegate: 'تفويض',
  held: (person: string, role: string) => `لدى ${person} هذا الدور مسبقًا: ${role}.`,
  delegated: {
    'catalog-owner': (person: string) => `أصبح ${person} مالكًا لهذا الكتالوج.`,
    'access-package-manager': (person: string) =>
      `أصبح ${person} مديرًا لحزم الوصول في هذا الكتالوج.`,
  } satisfies Readonly<Record<CatalogRole, (person: string) => string>>,
  told: (person: string) => `أبلغتُ ${person}.`,
  notTold: (person: string) =>
    `تعذّرت عليّ مراسلة ${person}. يُرجى إبلاغ هذا الشخص بنفسك؛ وبعد أن يضيف تطبيق Writeback يمكنه كتابة «كتالوجات».`,

  takeBackTitle: (catalog: string) => `سحب دور في ${catalog}`,
  whose: 'دور مَن',
  whoseMissing: 'اختر صاحب الدور المطلوب سحبه.',
  holder: (name: string, role: string) => `${name} · ${role}`,
  nobodyToTakeFrom: 'ليس لأحد دور في هذا الكتالوج.',
  takeBackConfirmTitle: (holder: string) => `هل تريد سحب دور ${holder}؟`,
  wouldLose: {
    'catalog-owner': (holder: string, catalog: string) =>
      `لن يبقى ${holder} مالكًا للكتالوج ${catalog}. ويبقى ما أُعدّ هناك كما هو.`,
    'access-package-manager': (holder: string, catalog: string) =>
      `لن يبقى ${holder} مديرًا لحزم الوصول في الكتالوج ${catalog}. ويبقى ما أُعدّ هناك كما هو.`,
  } satisfies Readonly<Record<CatalogRole, (holder: string, catalog: string) => string>>,
  lastOwner: (catalog: string) =>
    `لن يبقى للكتالوج ${catalog} أي مالك، ولن يعتني به إلا المسؤولون. يُستحسن جعل شخص آخر مالكًا أولًا.`,
  confirmTakeBack: 'سحب الدور',
  tookBack: (holder: string) => `تم سحب دور ${holder}.`,
  goneAlready: 'سبق سحب هذا الدور، فلم يتغير شيء.',

  newsTitle: (catalog: string) => `أصبحتَ تعتني بالكتالوج ${catalog}`,
  newsSummary: (catalog: string) => `تم تفويض الكتالوج ${catalog} إليك`,
  madeYou: {
    'catalog-owner': (by: string) => `جُعلتَ مالكًا له من قِبل ${by}.`,
    'access-package-manager': (by: string) => `جُعلتَ مديرًا لحزم الوصول فيه من قِبل ${by}.`,
  } satisfies Readonly<Record<CatalogRole, (by: string) => string>>,
  youMay: 'يسمح لك ذلك بما يلي',
  youMayNot: 'ولا يسمح لك بما يلي',
  newsHint: 'يتم ذلك في مركز إدارة Entra. اكتب «كتالوجات» لعرضه هنا في أي وقت.',
  taken: {
    'catalog-owner': (by: string, catalog: string) =>
      `تم سحب دورك من قِبل ${by}: لم تعد مالكًا للكتالوج ${catalog}.`,
    'access-package-manager': (by: string, catalog: string) =>
      `تم سحب دورك من قِبل ${by}: لم تعد مديرًا لحزم الوصول في الكتالوج ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (by: string, catalog: string) => string>>,
  takenSummary: 'تم سحب أحد أدوارك',

  notAllowed:
    'ليس مسموحًا لك بهذا الإجراء في هذا الكتالوج. اسأل أحد مالكيه أو أحد مسؤولي Writeback.',
  guest: (person: string) =>
    `حساب ${person} حساب ضيف. لا يعتني الضيوف في مؤسستك بأي كتالوج؛ اختر شخصًا آخر.`,
  unavailable: 'لا يمكن إدارة الكتالوجات هنا.',
  rejected: 'لم ينجح ذلك:',
} as const;
