import type { RequestState } from '../../../domain/request.ts';

/** A request that was begun in front of others. */
export const group = {
  formSent:
    'أرسلت إليك النموذج في محادثتنا الخاصة. وبعد إرساله، يرى كل الموجودين هنا مَن يطلب ولأجل مَن، وأي مجموعة، وإلى أين وصل الطلب؛ أما السبب فيبقى خاصًا.',
  onlyYou: 'لا يرى هذا أحد سواك.',
  nothingForYou: 'ليس هناك ما عليك فعله هنا. ويبقى الآخرون يرون البطاقة كما كانت.',
  forWhom: 'لأجل',
  askedBy: 'مقدم الطلب',
  states: {
    'awaiting-approval': 'بانتظار الموافقة',
    denied: 'مرفوض',
    cancelled: 'مُلغى',
    expired: 'انتهت مهلته: لم يصدر قرار في الوقت المحدد',
    'setting-up': 'تمت الموافقة؛ قيد الإعداد',
    delivering: 'تمت الموافقة؛ قيد التعيين',
    'awaiting-membership': 'بانتظار Microsoft Entra',
    'awaiting-sync': 'بانتظار المزامنة إلى Active Directory',
    confirmed: 'تم: تظهر العضوية في Active Directory',
    failed: 'متوقف؛ ومَن يمكنهم معالجته على علم بذلك',
  } satisfies Readonly<Record<RequestState, string>>,
} as const;
