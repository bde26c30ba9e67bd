import type { OnPremisesGroupType, WritebackEngine } from '../../../domain/group.ts';

export const plan = {
  titles: {
    ahead: 'ما الذي سيتغير',
    underWay: 'ما يجري إعداده',
    done: 'ما تم إعداده',
    stopped: 'الخطة، وإلى أين وصلتُ فيها',
    never: 'ما الذي كان سيتغير',
  },
  group: 'المجموعة',
  createGroup: (name: string, alias: string) => `${name}، ستُنشأ (Microsoft 365، العنوان ${alias})`,
  createSecurityGroup: (name: string) => `${name}، ستُنشأ (مجموعة أمان)`,
  createdSecurityGroup: (name: string) => `${name}، تم إنشاؤها (مجموعة أمان)`,
  createdGroup: (name: string, alias: string) =>
    `${name}، تم إنشاؤها (Microsoft 365، العنوان ${alias})`,
  owner: 'المالك',
  /** Owners change the members of their group themselves; no request is needed. */
  ownerOfNew: (name: string) =>
    `${name}، مالك المجموعة الجديدة: يمكنه إضافة أعضاء وإزالتهم من دون سؤال`,
  writeback: 'إعادة الكتابة',
  writebackFrom: {
    on: 'مشغّلة، وتبقى مشغّلة',
    off: 'متوقفة، وسيتم تشغيلها',
    undetermined: 'غير محددة حتى الآن، وسيتم تشغيلها',
  },
  switchedOn: 'تم تشغيلها',
  wasOn: 'كانت مشغّلة مسبقًا',
  inDirectory: 'في AD',
  object: (type: string, engine: string) => `${type}، يكتبها ${engine}`,
  organizationalUnit: 'الوحدة الهدف',
  objectThat: (object: string, mailOnly: string) => `${object}. ${mailOnly}`,
  mailOnly: 'مجموعة التوزيع تنقل البريد، ولا تتيح الوصول إلى ملفات أو تطبيقات.',
  catalog: 'الكتالوج',
  accessPackage: 'الحزمة',
  create: (name: string) => `إنشاء جديد: ${name}`,
  use: (name: string) => `استخدام الموجود: ${name}`,
  created: (name: string) => `تم الإنشاء: ${name}`,
  found: (name: string) => `استُخدم الموجود مسبقًا: ${name}`,
} as const;

export const groupTypes = {
  universalDistributionGroup: 'مجموعة توزيع عالمية',
  universalSecurityGroup: 'مجموعة أمان عالمية',
  universalMailEnabledSecurityGroup: 'مجموعة أمان عالمية ممكّنة للبريد',
} satisfies Readonly<Record<OnPremisesGroupType, string>>;

export const engines = {
  'connect-v1': 'Entra Connect (إعادة كتابة المجموعات 1)',
  'connect-v2': 'Entra Connect (إعادة كتابة المجموعات 2)',
  'cloud-sync': 'Entra Cloud Sync',
} satisfies Readonly<Record<WritebackEngine, string>>;
