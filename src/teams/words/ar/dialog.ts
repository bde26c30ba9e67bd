/** The dialog that starts a request from any chat, and what is said when an answer takes longer than Teams waits. */
export const dialog = {
  title: 'طلب الوصول',
  description: 'طلب العضوية في مجموعة، لك أو لشخص آخر',
  sent: 'تم تقديم طلبك. ستصل بطاقته إلى محادثتنا الخاصة.',
  unknownCommand: 'لا أقدّم هذه الخدمة. اختر «طلب الوصول» لطلب العضوية في مجموعة.',
  damaged: 'تعذّرت قراءة هذا النموذج، فلم يُرسل شيء. يُرجى إغلاقه وفتحه مجددًا.',
} as const;

export const slow = {
  stillWorking:
    'ما زلت أعمل على ذلك. ستتحدث البطاقة هنا؛ وإذا لم يتغير شيء خلال دقيقة، فيُرجى إعادة المحاولة. لن يُنفَّذ شيء مرتين.',
  stillSending:
    'ما زلت أتحقق من طلبك. ستصل بطاقته إلى محادثتنا الخاصة؛ وإذا حال دونه شيء، فسأخبرك هناك.',
  notCounted: (id: string, reason: string) =>
    `استغرقت نقرتك على الطلب ${id} بعض الوقت فلم تُحتسب. ${reason}`,
} as const;
