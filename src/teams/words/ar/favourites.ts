/** The groups that a person keeps at hand. */
export const favourites = {
  title: 'مجموعاتك المفضلة',
  summary: 'المجموعات التي تحتفظ بها في متناول يدك',
  intro: 'تظهر أولًا عند اختيار مجموعة في النموذج. ولا يرى هذه القائمة أحد سواك.',
  empty: 'لم تحتفظ بأي مجموعة بعد. اختر واحدة أدناه، ثم «احتفظ بالمجموعة».',
  shown: (from: number, to: number, all: number) => `من ${from} إلى ${to} من أصل ${all}`,
  gone: 'لم تعد موجودة في Entra',
  notSeen: 'لم يُجب Entra بعد، لذلك أعرض المجموعات كما عرفتها آخر مرة.',
  request: 'طلب الوصول',
  requestOf: (group: string) => `طلب الوصول: ${group}`,
  remove: 'إزالة',
  removeOf: (group: string) => `إزالة: ${group}`,
  next: 'المجموعات التالية',
  previous: 'المجموعات السابقة',
  group: 'مجموعة تريد الاحتفاظ بها',
  keep: 'احتفظ بالمجموعة',
  keepThis: 'إضافة إلى المفضلة',
  noGroup: 'اختر مجموعة من القائمة أولًا.',
  kept: (group: string) => `أصبحت ${group} من مجموعاتك المفضلة.`,
  wasKept: (group: string) => `كانت ${group} من مجموعاتك المفضلة بالفعل.`,
  full: (most: number) =>
    `تحتفظ بعدد ${most} من المجموعات، ولا مكان للمزيد. أزل واحدة لتحتفظ بأخرى.`,
  removed: (group: string) => `لم تعد ${group} من مجموعاتك المفضلة.`,
  notAmong: 'لم تعد تلك المجموعة من مجموعاتك المفضلة.',
  formBelow: 'النموذج أدناه، والمجموعة معبّأة فيه.',
  keptThis: (command: string) => `أصبحت المجموعة من مجموعاتك المفضلة. اكتب «${command}» لعرضها.`,
  wasKeptThis: (command: string) =>
    `كانت المجموعة من مجموعاتك المفضلة بالفعل. اكتب «${command}» لعرضها.`,
  fullThis: (most: number, command: string) =>
    `تحتفظ بعدد ${most} من المجموعات، ولا مكان للمزيد. اكتب «${command}» لإزالة واحدة.`,
  mark: 'مفضلة',
} as const;
