/** Asking once more for what was asked for before. */
export const again = {
  below: 'النموذج في محادثتنا الخاصة، معبّأ كما كان من قبل.',
  hint: (id: string) => `معبّأ كما كان الطلب ${id}. عدّل ما تغيّر؛ وسيقرّر أحد الموافِقين من جديد.`,
  none: 'لم تطلب شيئًا بعد. اكتب «طلب» للبدء.',
} as const;
