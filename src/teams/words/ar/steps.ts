import type { StepName } from '../../../domain/request.ts';

export const stepNames = {
  prerequisites: 'التحقق',
  group: 'المجموعة',
  writeback: 'إعادة الكتابة',
  catalog: 'الكتالوج',
  'catalog-resource': 'الكتالوج',
  'access-package': 'الحزمة',
  'role-scope': 'الحزمة',
  policy: 'النهج',
  assignment: 'التعيين',
} satisfies Readonly<Record<StepName, string>>;

interface StepDone {
  /** Something was made or switched. */
  readonly changed: (name: string) => string;
  /** It was there or as it should be. */
  readonly found: (name: string) => string;
}

/** What each step has done; `name` is that of the group, the catalog or the package. */
export const stepsDone = {
  prerequisites: {
    changed: () => 'المتطلبات الأساسية مستوفاة.',
    found: () => 'المتطلبات الأساسية مستوفاة.',
  },
  group: {
    changed: (name) => `أنشأتُ المجموعة ${name}.`,
    found: (name) => `اخترتُ المجموعة ${name}.`,
  },
  writeback: {
    changed: (name) => `ضبطتُ ${name} لتُعاد كتابتها.`,
    found: (name) => `كانت ${name} مضبوطة مسبقًا لتُعاد كتابتها.`,
  },
  catalog: {
    changed: (name) => `أنشأتُ الكتالوج ${name}.`,
    found: (name) => `اخترتُ الكتالوج ${name}.`,
  },
  'catalog-resource': {
    changed: (name) => `أضفتُ المجموعة إلى الكتالوج ${name}.`,
    found: (name) => `كانت المجموعة في الكتالوج ${name} مسبقًا.`,
  },
  'access-package': {
    changed: (name) => `أنشأتُ حزمة الوصول ${name}.`,
    found: (name) => `اخترتُ حزمة الوصول ${name}.`,
  },
  'role-scope': {
    changed: (name) => `أضفتُ دور العضو إلى ${name}.`,
    found: (name) => `كانت ${name} تمنح هذه العضوية مسبقًا.`,
  },
  policy: {
    changed: (name) => `أنشأتُ نهجًا للتعيين المباشر في ${name}.`,
    found: (name) => `يسمح أحد نُهُج ${name} بالتعيين المباشر.`,
  },
  assignment: {
    changed: () => 'طلبتُ من إدارة الاستحقاق تعيين الحزمة للشخص.',
    found: () => 'كانت الحزمة معيّنة للشخص مسبقًا، أو كان التعيين جاريًا.',
  },
} satisfies Readonly<Record<StepName, StepDone>>;
