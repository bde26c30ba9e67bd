import type { CommandName } from '../command-name.ts';

/** What people type; the first of each is shown to them. With and without hamza and tanween, as people write. */
export const commands: Readonly<Record<CommandName, readonly string[]>> = {
  help: ['مساعدة', 'المساعدة', 'مرحبا', 'مرحبًا', 'أهلا', 'أهلًا', 'اهلا'],
  request: ['طلب', 'طلب جديد'],
  again: ['تكرار', 'تكرار الطلب', 'مجددا', 'مجددًا', 'طلب مجددا', 'طلب مجددًا'],
  bulk: ['قائمة', 'طلب مجمع', 'طلب جماعي'],
  'my-requests': ['طلباتي', 'طلبي', 'الطلبات'],
  waiting: ['بانتظاري', 'الموافقات', 'موافقات', 'للموافقة'],
  deputy: ['نائب', 'نائبي', 'النائب', 'خارج المكتب', 'تفويض'],
  status: ['حالة', 'الحالة', 'حالة الطلب'],
  cancel: ['إلغاء', 'الغاء', 'إلغاء الطلب', 'الغاء الطلب'],
  why: ['لماذا', 'لماذا ليس بعد', 'السبب'],
  prerequisites: ['متطلبات', 'المتطلبات', 'المتطلبات الأساسية'],
  engines: ['محركات', 'المحركات'],
  'sync-now': ['مزامنة الآن', 'مزامنة الان', 'المزامنة الآن', 'مزامنة'],
  drift: ['اختلافات', 'الاختلافات', 'انحراف'],
  undelivered: ['تعذر التسليم', 'تعذّر التسليم', 'لم تصل'],
  catalogs: ['كتالوجات', 'الكتالوجات', 'كتالوج'],
};

/** What Teams shows of the app before it is used: the texts of appPackage/. */
export const app = {
  name: 'Writeback',
  fullName: 'Writeback: العضوية في مجموعات Active Directory',
  description: 'اطلب العضوية في مجموعة، ثم تابع وصولها إلى Active Directory',
  fullDescription: `يضيف Writeback الأشخاص إلى مجموعات يعرفها Active Directory المحلي لديكم.

تذكر مَن ينبغي أن يكون في أي مجموعة ولماذا، ثم يقرّر أحد الموافِقين على بطاقة. بعد ذلك يضبط Writeback المجموعة لتُعاد كتابتها، ويضيفها إلى حزمة وصول في إدارة الاستحقاق في Microsoft Entra، ويعيّن الحزمة للشخص. وبعد تشغيل المزامنة يتحقق Writeback من Active Directory ويعرض لك الإثبات.

ترى في كل لحظة إلى أين وصل طلبك: تم التعيين، عضو في Microsoft Entra، تم التصدير عبر المزامنة، عضو في Active Directory. وإذا أوقفه شيء، تقرأ السبب ومن يمكنه معالجته.

يحتاج Writeback إلى إدارة الاستحقاق في Microsoft Entra وإلى إعادة كتابة المجموعات في مؤسستك، وإلى مسؤول يتولى إعداده.`,
  commands: {
    help: 'ما يمكنك قوله لـ Writeback',
    request: 'طلب العضوية في مجموعة، لك أو لشخص آخر',
    again: 'تكرار طلب سابق؛ أضف رقمه، أو استخدم آخر طلب لك',
    bulk: 'طلب عضويات كثيرة دفعة واحدة: ألصق قائمة، أو أرسل ملف CSV',
    'my-requests': 'ما طلبته وما ستحصل عليه',
    waiting: 'ما ينتظر قرارك',
    deputy: 'تسمية شخص يقرّر نيابة عنك أثناء غيابك',
    status: 'حالة طلب معيّن؛ أضف رقمه، مثل WB-7K3F2Q9X',
    cancel: 'سحب طلب لم يصدر قرار بشأنه؛ أضف رقمه',
    why: 'لماذا لم يظهر شخص في Active Directory بعد؛ أضف رقم الطلب',
    prerequisites: 'للمسؤولين: ما هو جاهز لإعادة الكتابة في المستأجر',
    engines: 'للمسؤولين: ما يكتب المجموعات إلى Active Directory',
    'sync-now': 'للمسؤولين: تشغيل المزامنة الآن لكل ما ينتظرها',
    drift: 'للمسؤولين: أين يختلف Active Directory عمّا في Entra',
    undelivered: 'للمسؤولين: مَن تعذّرت مراسلتهم',
    catalogs: 'الكتالوجات التي تملكها أو تديرها: مجموعاتها ومَن يعتني بها',
  } satisfies Readonly<Record<CommandName, string>>,
} as const;
