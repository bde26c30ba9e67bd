import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What is refused when somebody asks, and may turn out only later. */
export const adviceAtIntake = {
  'user-not-found': {
    happened: (s: string) => `لا أجد ${s} في Microsoft Entra.`,
    next: 'اختر الشخص من القائمة، أو اكتب اسم تسجيل الدخول كاملًا.',
    whenFailed: {
      happened: (s: string) => `لم يعد ${s} في Microsoft Entra.`,
      next: 'بعد عودة الحساب، اختر «إعادة المحاولة». ولشخص آخر، قدّم طلبًا جديدًا.',
    },
  },
  'user-is-guest': {
    happened: (s: string) => `حساب ${s} حساب ضيف.`,
    next: 'ليس للضيوف حساب في Active Directory، فلا يمكن أن يصبحوا أعضاء هناك. اختر شخصًا آخر، أو اطلب من المسؤول حسابًا في Active Directory.',
    whenFailed: {
      next: 'ليس للضيوف حساب في Active Directory، فلا يمكن أن يصبحوا أعضاء هناك. قدّم طلبًا جديدًا لشخص آخر، أو اطلب من المسؤول حسابًا في Active Directory.',
    },
  },
  'user-is-cloud-only': {
    happened: (s: string) => `حساب ${s} في السحابة فقط.`,
    next: 'تتخطى إعادة الكتابة من ليس له حساب في Active Directory. على المسؤول إنشاء الحساب هناك وتركه يتزامن.',
    whenFailed: {
      next: 'تتخطى إعادة الكتابة من ليس له حساب في Active Directory. على المسؤول إنشاء الحساب هناك وتركه يتزامن، ثم اختيار «إعادة المحاولة».',
    },
  },
  'user-is-disabled': {
    happened: (s: string) => `حساب ${s} معطّل.`,
    next: 'على المسؤول تمكينه أولًا.',
    whenFailed: { next: 'على المسؤول تمكينه، ثم اختيار «إعادة المحاولة».' },
  },
  'group-not-found': {
    happened: (s: string) => `لا أجد المجموعة ${s}.`,
    next: 'اختر مجموعة من القائمة، أو اكتب اسمًا جديدًا.',
    whenFailed: {
      happened: (s: string) => `لم تعد المجموعة ${s} في Microsoft Entra.`,
      next: 'يمكن للمسؤول استعادة مجموعة محذوفة خلال 30 يومًا، ثم اختيار «إعادة المحاولة». ولمجموعة أخرى، قدّم طلبًا جديدًا.',
    },
  },
  'group-name-taken': {
    happened: (s: string) => `توجد مسبقًا مجموعة لها عنوان ${s}، وربما تكون بين المجموعات المحذوفة.`,
    next: 'اختر المجموعة الموجودة، أو اكتب اسمًا آخر.',
    whenFailed: { next: 'قدّم طلبًا جديدًا: اختر المجموعة الموجودة، أو اكتب اسمًا آخر.' },
  },
  'group-name-not-allowed': {
    happened: (s: string) => `لا يسمح نهج التسمية في مؤسستك بالاسم ${s}.`,
    next: 'اختر اسمًا آخر، أو اسأل المسؤول عن القواعد.',
    whenFailed: { next: 'قدّم طلبًا جديدًا باسم آخر، أو اسأل المسؤول عن القواعد.' },
  },
  'group-is-dynamic': {
    happened: (s: string) => `تُحدَّد عضوية ${s} تلقائيًا بقاعدة.`,
    next: 'لا يمكن تعيين أحد في مجموعة ديناميكية. يمكن لمالكها تغيير القاعدة، أو يمكنك اختيار مجموعة أخرى.',
    whenFailed: {
      next: 'لا يمكن تعيين أحد في مجموعة ديناميكية. يمكن لمالك المجموعة تغيير القاعدة، ثم اختيار «إعادة المحاولة». ولمجموعة أخرى، قدّم طلبًا جديدًا.',
    },
  },
  'group-is-synced': {
    happened: (s: string) => `مصدر ${s} هو Active Directory.`,
    next: 'لا يمكن إعادة كتابة المجموعات التي تُدار محليًا. يمكن للمسؤول تحويل مصدر السلطة لها إلى السحابة أولًا.',
    whenFailed: {
      next: 'لا يمكن إعادة كتابة المجموعات التي تُدار محليًا. يمكن للمسؤول تحويل مصدر السلطة لها إلى السحابة، ثم اختيار «إعادة المحاولة».',
    },
  },
  'group-is-role-assignable': {
    happened: (s: string) => `يمكن أن تُعيَّن للمجموعة ${s} أدوار الدليل.`,
    next: 'لا يدير هذه المجموعات إلا المسؤولون ذوو الامتيازات، وليس عبر حزم الوصول.',
  },
  'group-is-distribution': {
    happened: (s: string) => `${s} مجموعة توزيع أو مجموعة أمان ممكّنة للبريد.`,
    next: 'تعمل حزم الوصول وإعادة الكتابة مع مجموعات Microsoft 365 ومجموعات الأمان. اختر مجموعة أخرى.',
    whenFailed: {
      next: 'تعمل حزم الوصول وإعادة الكتابة مع مجموعات Microsoft 365 ومجموعات الأمان. قدّم طلبًا جديدًا لمجموعة أخرى.',
    },
  },
  'group-kind-not-writable': {
    happened: (s: string) =>
      `لا يمكن لأي محرك لإعادة الكتابة في المستأجر كتابة ${s} إلى Active Directory.`,
    next: 'على المسؤول إعداد المحرك لهذا النوع من المجموعات: Cloud Sync لمجموعات الأمان، وConnect Sync لمجموعات Microsoft 365.',
  },
  'group-out-of-scope': {
    happened: (s: string) => `لا تكتب Cloud Sync المجموعة ${s} إلى Active Directory.`,
    next: 'على المسؤول إضافة المجموعة إلى نطاق تكوين Cloud Sync في مركز إدارة Entra؛ وسألاحظ التغيير في غضون دقيقة.',
    whenFailed: {
      next: 'على المسؤول إضافة المجموعة إلى نطاق تكوين Cloud Sync في مركز إدارة Entra، ثم اختيار «إعادة المحاولة».',
    },
  },
  'job-paused': {
    happened: (s: string) =>
      `يُفترض أن تكتب Cloud Sync المجموعة ${s} إلى Active Directory، لكنها متوقفة مؤقتًا.`,
    next: 'على المسؤول تمكين تكوين Cloud Sync في مركز إدارة Entra.',
    whenFailed: {
      next: 'على المسؤول تمكين تكوين Cloud Sync في مركز إدارة Entra، ثم اختيار «إعادة المحاولة».',
    },
  },
  'job-not-started': {
    happened: (s: string) =>
      `يُفترض أن تكتب Cloud Sync المجموعة ${s} إلى Active Directory، لكن تكوينها لم يبدأ قط.`,
    next: 'على المسؤول إكمال تكوين Cloud Sync وبدؤه في مركز إدارة Entra.',
    whenFailed: {
      next: 'على المسؤول إكمال تكوين Cloud Sync وبدؤه في مركز إدارة Entra، ثم اختيار «إعادة المحاولة».',
    },
  },
  'writeback-off': {
    happened: () => 'إعادة كتابة المجموعات متوقفة في المستأجر.',
    next: 'على المسؤول تمكين إعادة كتابة المجموعات في Entra Connect Sync أو Cloud Sync.',
  },
  'organizational-unit-missing': {
    happened: () => 'لم تُكوَّن وحدة تنظيمية للمجموعات التي تُعاد كتابتها.',
    next: 'على المسؤول اختيار الوحدة التنظيمية في Entra Connect.',
  },
  'already-member': {
    happened: (s: string) => `سبق أن أصبح ${s} عضوًا في هذه المجموعة.`,
    next: 'لا يوجد ما يُطلب. إذا لم تظهر العضوية في Active Directory، فانتظر دورة المزامنة التالية.',
  },
  'open-request-exists': {
    happened: (s: string) => `يوجد مسبقًا طلب مفتوح لهذه المجموعة لأجل ${s}.`,
    next: 'اكتب «طلباتي» لعرضه.',
  },
  'nobody-can-approve': {
    happened: (s: string) => `عدد مَن يمكنهم الموافقة على هذا الطلب غير كافٍ (${s}).`,
    next: 'لا يوافق مقدم الطلب ولا المستفيد منه أبدًا، ولا أصحاب الحسابات المعطّلة. على المسؤول تسمية موافِقين آخرين.',
  },
  'access-package-not-found': {
    happened: (s: string) => `لا أجد حزمة الوصول ${s}.`,
    next: 'اختر حزمة من القائمة، أو دعني أختار.',
    whenFailed: {
      happened: (s: string) => `لم تعد حزمة الوصول ${s} موجودة.`,
      next: 'قدّم طلبًا جديدًا: اختر حزمة أخرى، أو دعني أختار.',
    },
  },
  'access-package-does-not-fit': {
    happened: (s: string) => `لا تمنح حزمة الوصول ${s} عضوية هذه المجموعة.`,
    next: 'اختر حزمة تمنحها، أو دعني أختار. لا أضيف مجموعات إلى حزمة لدى آخرين، لأن كل من لديه الحزمة سيحصل عليها.',
    whenFailed: {
      next: 'قدّم طلبًا جديدًا: اختر حزمة تمنحها، أو دعني أختار. لا أضيف مجموعات إلى حزمة لدى آخرين، لأن كل من لديه الحزمة سيحصل عليها.',
    },
  },
  'input-not-valid': {
    happened: (s: string) => s,
    next: 'صحّح النموذج وأرسله مجددًا.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
